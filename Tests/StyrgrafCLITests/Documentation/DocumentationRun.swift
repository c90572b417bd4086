import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace

@testable import StyrgrafCLI

/// Answers the examples of one page, in their order.
///
/// Queries are asked of the region with the example register, read only, until the page says something else:
/// `<!-- graph: new -->` begins an empty graph without a schema, `<!-- graph: copy -->` a copy of the region that may be
/// written, `<!-- graph: region -->` goes back.
final class DocumentationRun {
  private let folder = NSTemporaryDirectory() + "styrgraf-docs-" + UUID().uuidString
  private let region: GraphWorkspace
  private var workspace: GraphWorkspace
  private var isWriting = false
  private var parameters: [String: Value] = [:]
  private let texts: Texts

  init(_ language: CaptionLanguage) throws {
    texts = Texts(language)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    region = try Self.loaded(folder + "/styrgraf.db", folder)
    workspace = region
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  private static func loaded(_ database: String, _ folder: String) throws -> GraphWorkspace {
    let workspace = GraphWorkspace(database: database, folder: folder)
    let graph = DocumentationPage.folder.appending(path: "graph").path
    _ = try workspace.load(
      [graph, graph + "/region", graph + "/example"], context: ChangeContext(actor: "docs", reason: "the pages"))
    return workspace
  }

  func use(graph: String) throws {
    switch graph {
    case "new": workspace = GraphWorkspace(database: ":memory:", folder: folder)
    case "copy": workspace = try Self.loaded(":memory:", folder)
    case "region": workspace = region
    default: throw Diagnostic(id: "unknown-graph", message: "no graph is called '\(graph)'; write new, copy or region")
    }
    isWriting = graph != "region"
  }

  func write(file name: String, text: String) throws {
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
  }

  func use(parameters text: String) throws {
    let source = SourceText(name: "parameters", text: "RETURN \(text) AS parameters")
    if case .map(let map)? = try region.query(QueryRequest(source)).table.rows.first?.first { parameters = map }
  }

  /// What the terminal shows: the table, what was written, or the mistakes.
  /// - Returns: the text, and whether the query was answered.
  func answer(_ query: String) -> (text: String, isAnswer: Bool) {
    defer { parameters = [:] }
    do {
      let answer = try workspace.query(
        QueryRequest(
          SourceText(name: "query", text: query), parameters: parameters,
          writing: isWriting ? ChangeContext(actor: "docs") : nil))
      var lines = answer.warnings.map { $0.rendered() }
      if !answer.table.columns.isEmpty {
        lines.append(TextTable(answer.table).rendered(width: 100, style: TerminalStyle(isColored: false)))
      }
      if let counts = answer.table.changes { lines.append(texts.wrote(counts, revision: answer.revision)) }
      return (Self.trimmed(lines.joined(separator: "\n")), true)
    } catch {
      return (FailureReport(error).diagnostics.map { $0.rendered() }.joined(separator: "\n"), false)
    }
  }

  /// The same commands with what they print now, on standard output and standard error together.
  func session(_ lines: [String]) throws -> [String] {
    var answered: [String] = []
    for line in lines where line.hasPrefix("$ ") {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/bash")
      process.arguments = ["-c", "exec 2>&1; " + line.dropFirst(2)]
      process.currentDirectoryURL = URL(filePath: folder)
      let programs = URL(filePath: Program.path).deletingLastPathComponent().path
      process.environment = ["PATH": programs + ":/usr/bin:/bin", "LANG": "C.UTF-8"]
      let output = Pipe()
      process.standardOutput = output
      process.standardInput = FileHandle.nullDevice
      try process.run()
      let printed = try output.fileHandleForReading.readToEnd() ?? Data()
      process.waitUntilExit()
      answered.append(line)
      let text = Self.trimmed(String(decoding: printed, as: UTF8.self))
      if !text.isEmpty { answered += text.components(separatedBy: "\n") }
    }
    return answered
  }

  private static func trimmed(_ text: String) -> String {
    text.components(separatedBy: "\n")
      .map { line in String(line.reversed().drop { $0 == " " }.reversed()) }
      .joined(separator: "\n").trimmingCharacters(in: .newlines)
  }
}
