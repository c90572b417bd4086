import CypherSyntax
import Diagnostics
import Foundation
import Testing

/// A query and what comes of it: its canonical text, or its mistakes as a person sees them.
struct GoldenBlock: CustomTestStringConvertible, Sendable {
  var file: String
  var query: String
  var expected: String

  var testDescription: String { "\(file): \(query.prefix(60))" }

  static func all(in file: String) -> [GoldenBlock] {
    let text = (try? String(contentsOf: url(of: file), encoding: .utf8)) ?? ""
    return text.components(separatedBy: "\n====\n").compactMap { block in
      let parts = block.components(separatedBy: "\n----")
      let query = parts[0].trimmingCharacters(in: .newlines)
      if query.isEmpty { return nil }
      let expected = parts.count > 1 ? parts[1].trimmingCharacters(in: .newlines) : ""
      return GoldenBlock(file: file, query: query, expected: expected)
    }
  }

  static func url(of file: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Golden/\(file)")
  }

  static let corpusFiles = [
    "clauses.golden", "patterns.golden", "expressions.golden", "names-and-literals.golden", "extensions.golden",
    "show.golden",
  ]

  /// Every query without a mistake.
  static let corpus = corpusFiles.flatMap { all(in: $0) }

  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  /// Writes what the parser makes of a file's queries now.
  static func record(_ file: String) throws {
    let blocks = all(in: file).map { "\($0.query)\n----\n\(output(of: $0.query))\n" }
    try blocks.joined(separator: "====\n").write(to: url(of: file), atomically: true, encoding: .utf8)
  }

  static func output(of query: String) -> String {
    let parsed = QueryParser.parse(SourceText(name: "query", text: query))
    if parsed.diagnostics.isEmpty { return QueryPrinter.print(parsed.query) }
    return parsed.diagnostics.map { "\($0.rendered())\n  (\($0.queryError?.detail ?? "-"))" }.joined(separator: "\n")
  }
}
