import Foundation
import Testing

/// The queries of the openCypher TCK's feature files, where they lie beside the repository.
enum FeatureFiles {
  struct Query: CustomTestStringConvertible, Sendable {
    var file: String
    var line: Int
    var text: String
    /// The detail of the syntax error that the scenario expects at compile time.
    var expectedError: String?

    var testDescription: String { "\(file):\(line)" }
  }

  static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/tck/features")
  }

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func queries() -> [Query] {
    guard let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else { return [] }
    var queries: [Query] = []
    for case let file as URL in files where file.pathExtension == "feature" {
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { continue }
      queries += read(text, file: file.lastPathComponent)
    }
    return queries
  }

  private static func read(_ text: String, file: String) -> [Query] {
    var queries: [Query] = []
    var scenario: [Query] = []
    var examples: [[String]]?
    var quoted: [String]?
    func finish() {
      if let examples, let header = examples.first, examples.count > 1 {
        for row in examples.dropFirst() {
          for query in scenario {
            var query = query
            for (name, value) in zip(header, row) {
              query.text = query.text.replacingOccurrences(of: "<\(name)>", with: value)
              query.expectedError = query.expectedError?.replacingOccurrences(of: "<\(name)>", with: value)
            }
            queries.append(query)
          }
        }
      } else {
        queries += scenario
      }
      scenario = []
      examples = nil
    }
    var isQuery = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed == "\"\"\"" {
        if let lines = quoted {
          if isQuery {
            scenario.append(Query(file: file, line: index, text: lines.joined(separator: "\n"), expectedError: nil))
          }
          quoted = nil
        } else {
          quoted = []
        }
      } else if quoted != nil {
        quoted?.append(String(line))
      } else if trimmed.hasPrefix("Scenario") || trimmed.hasPrefix("Background") {
        finish()
      } else if trimmed.hasSuffix("query:") || trimmed.hasSuffix("executed:") {
        isQuery = true
      } else if trimmed.hasPrefix("Examples") {
        examples = []
      } else if trimmed.hasPrefix("|"), examples != nil {
        let cells = trimmed.replacingOccurrences(of: "\\|", with: "\u{1}").split(
          separator: "|", omittingEmptySubsequences: false)
        examples?.append(
          cells.dropFirst().dropLast().map {
            $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "\u{1}", with: "|")
          })
      } else if let range = trimmed.range(of: "a SyntaxError should be raised at compile time: ") {
        if let last = scenario.indices.last { scenario[last].expectedError = String(trimmed[range.upperBound...]) }
      }
    }
    finish()
    return queries
  }
}
