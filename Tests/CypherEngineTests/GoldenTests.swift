import CypherEngine
import CypherSemantics
import Diagnostics
import Foundation
import GraphModel
import Testing

/// Queries with the answers they must give, in `Golden/*.golden`; see the file's head for the format.
struct GoldenBlock: CustomStringConvertible, Sendable {
  var file: String
  var line: Int
  var setup: [String]
  var query: String
  var expected: String

  var description: String { "\(file):\(line)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  /// Blocks are separated by a line of `====`; in a block the query, a line of `----`, and the answer. A block that
  /// begins with `setup` makes the graph of the blocks after it.
  static func all() -> [GoldenBlock] {
    let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "golden" }.sorted { $0.path < $1.path }.flatMap(read)
  }

  /// Whether answers are to be written anew: then a block may lack its own.
  static let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"

  static func record() throws {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    for url in files where url.pathExtension == "golden" {
      let text = try String(contentsOf: url, encoding: .utf8)
      var blocks = read(url).makeIterator()
      let parts = text.components(separatedBy: "\n====\n").map { part in
        if part.hasPrefix("setup\n") { return part.trimmingCharacters(in: .newlines) }
        guard let block = blocks.next() else { return part }
        return block.query + "\n----\n" + block.answer(capacity: 1024, rewrites: .all)
      }
      try (parts.joined(separator: "\n====\n") + "\n").write(to: url, atomically: true, encoding: .utf8)
    }
  }

  private static func read(_ url: URL) -> [GoldenBlock] {
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
    var blocks: [GoldenBlock] = []
    var setup: [String] = []
    var line = 1
    for part in text.components(separatedBy: "\n====\n") {
      let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
      defer { line += lines.count + 1 }
      if lines.first == "setup" {
        setup = part.components(separatedBy: "\n").dropFirst().filter { !$0.isEmpty }
        continue
      }
      let halves = part.components(separatedBy: "\n----\n")
      guard halves.count == 2 || isRecording else { continue }
      blocks.append(
        GoldenBlock(
          file: url.lastPathComponent, line: line, setup: setup, query: halves[0].trimmingCharacters(in: .newlines),
          expected: halves.count == 2 ? halves[1].trimmingCharacters(in: .newlines) : ""))
    }
    return blocks
  }

  /// The answer, or the rendered mistakes.
  func answer(capacity: Int, rewrites: PlanRewrites) -> String {
    do {
      let graph = try TestGraph.made(by: setup)
      let query = try PreparedQuery(SourceText(name: "query", text: query), for: graph, rewrites: rewrites)
      let table = try query.run(on: graph, options: RunOptions(batchCapacity: capacity, tables: MemoryTables())).table
      return ([table.columns.joined(separator: " | ")] + AnswerText.rows(table)).joined(separator: "\n")
    } catch let error as DiagnosticsError {
      return error.diagnostics.map { $0.rendered() }.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }
}

@Suite struct GoldenTests {
  @Test(arguments: GoldenBlock.all(), [1, 2, 1024])
  func answersAsWritten(_ block: GoldenBlock, capacity: Int) {
    #expect(block.answer(capacity: capacity, rewrites: .all) == block.expected)
  }

  @Test(arguments: GoldenBlock.all())
  func answersTheSameWithoutRewrites(_ block: GoldenBlock) {
    #expect(block.answer(capacity: 1024, rewrites: .none) == block.expected)
  }

  @Test func answersAreRecorded() throws {
    guard GoldenBlock.isRecording else { return }
    try GoldenBlock.record()
    Issue.record("recorded; run again without RECORD")
  }

  @Test func thereAreBlocks() {
    #expect(GoldenBlock.all().count > 40)
  }
}
