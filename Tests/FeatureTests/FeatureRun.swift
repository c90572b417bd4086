import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace

/// Runs one case on a graph of its own and finds what is not as the case says.
struct FeatureRun {
  /// What is wrong, and what came instead.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  private enum Outcome {
    case answer(ResultTable)
    case mistake(FailureReport)
  }

  private let folder: URL
  private let workspace: GraphWorkspace
  private var parameters: [String: Value] = [:]
  private var outcome: Outcome?
  private var before = GraphContents()

  private init(folder: URL, engine: EngineSettings) {
    self.folder = folder
    workspace = GraphWorkspace(database: ":memory:", folder: folder.path, engine: engine)
  }

  /// - Throws: `Failure` at the first step that does not hold.
  static func run(_ steps: [FeatureStep], engine: EngineSettings = .standard) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "feature-\(UUID().uuidString)")
    var run = FeatureRun(folder: folder, engine: engine)
    defer { try? FileManager.default.removeItem(at: folder) }
    for step in steps { try run.take(step) }
    // An expected mistake leaves the graph as it was, also where the case does not say so.
    if case .mistake = run.outcome { try run.expectEffects([]) }
  }

  private mutating func take(_ step: FeatureStep) throws {
    switch step.text {
    case "an empty graph", "any graph": break
    case "having executed:":
      if case .mistake(let report) = ask(step.document ?? "") {
        throw Failure(description: "line \(step.line): \(Self.text(report))")
      }
    case "parameters are:":
      for row in step.table where row.count == 2 { parameters[row[0]] = try literal(row[1]) }
    case "executing query:":
      before = GraphContents(try workspace.graph())
      outcome = ask(step.document ?? "")
    case "executing control query:": outcome = ask(step.document ?? "")
    case "the result should be empty": try expect([[]], inOrder: true)
    case "the result should be, in any order:": try expect(step.table, inOrder: false)
    case "the result should be, in order:": try expect(step.table, inOrder: true)
    case "the result should be (ignoring element order for lists):":
      try expect(step.table, inOrder: false, ignoringListOrder: true)
    case "the result should be, in order (ignoring element order for lists):":
      try expect(step.table, inOrder: true, ignoringListOrder: true)
    case "no side effects": try expectEffects([])
    case "the side effects should be:": try expectEffects(step.table)
    default: try takeOther(step)
    }
  }

  /// The steps with names in them.
  private mutating func takeOther(_ step: FeatureStep) throws {
    if let match = step.text.wholeMatch(of: /an? (.+) should be raised at (.+): (.+)/) {
      try expectMistake(type: String(match.1), phase: String(match.2), detail: String(match.3))
    } else if let match = step.text.wholeMatch(of: /there exists a CSV file with URL as \$(.+), with rows:/) {
      let name = "\(match.1).csv"
      let rows = try step.table.enumerated().map { number, row in
        try row.map { number == 0 ? $0 : try plain($0) }.joined(separator: ",") + "\n"
      }
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(rows.joined().utf8).write(to: folder.appending(path: name))
      parameters[String(match.1)] = .string("file:///\(name)")
    } else {
      throw Failure(description: "line \(step.line): unknown step '\(step.text)'")
    }
  }

  private func ask(_ query: String) -> Outcome {
    do {
      let request = QueryRequest(
        SourceText(name: "query", text: query), parameters: parameters, writing: ChangeContext(actor: "test"),
        limits: QueryLimits(seconds: 30))
      return .answer(try workspace.query(request).table)
    } catch {
      return .mistake(FailureReport(error))
    }
  }

  // MARK: Values in tables

  private func literal(_ text: String) throws -> Value { try Self.value(FeatureValueParser.parse(text)) }

  private static func value(_ value: FeatureValue) throws -> Value {
    switch value {
    case .null: .null
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .float(let value): .float(value)
    case .notANumber: .float(.nan)
    case .string(let text): .string(text)
    case .list(let items): .list(try items.map(self.value))
    case .map(let map): .map(try map.mapValues(self.value))
    case .node, .relationship, .path: throw Failure(description: "\(value) cannot be a parameter")
    }
  }

  private func plain(_ cell: String) throws -> String {
    let value = try FeatureValueParser.parse(cell)
    if case .string(let text) = value { return text }
    return value.description
  }

  // MARK: Expectations

  private func expect(_ table: [[String]], inOrder: Bool, ignoringListOrder: Bool = false) throws {
    switch outcome {
    case .mistake(let report): throw Failure(description: Self.text(report))
    case nil: throw Failure(description: "no query was executed")
    case .answer(let answer):
      let columns = table.first ?? []
      guard answer.columns == columns else {
        throw Failure(description: "columns \(answer.columns), expected \(columns)")
      }
      var expected = try table.dropFirst().map { row in try row.map { try FeatureValueParser.parse($0) } }
      var found = answer.rows.map { row in row.map { FeatureValue($0, in: answer.elements) } }
      if ignoringListOrder {
        expected = expected.map { $0.map(\.withoutListOrder) }
        found = found.map { $0.map(\.withoutListOrder) }
      }
      let isEqual =
        inOrder
        ? found == expected
        : Dictionary(grouping: found) { $0 }.mapValues(\.count)
          == Dictionary(grouping: expected) { $0 }.mapValues(\.count)
      guard isEqual else {
        throw Failure(description: "found\n\(Self.text(found))\nexpected\n\(Self.text(expected))")
      }
    }
  }

  private func expectMistake(type: String, phase: String, detail: String) throws {
    guard case .mistake(let report) = outcome else {
      throw Failure(description: "an answer, expected \(type) at \(phase): \(detail)")
    }
    let first = report.diagnostics.first { $0.severity == .error }?.queryError
    guard let first, type == "Error" || first.type == type,
      phase == "any time" || phase == (first.phase == .compile ? "compile time" : "runtime"),
      detail == "*" || first.detail == detail
    else { throw Failure(description: "\(Self.text(report)), expected \(type) at \(phase): \(detail)") }
  }

  private func expectEffects(_ table: [[String]]) throws {
    let expected = Dictionary(
      table.compactMap { row in row.count == 2 ? Int(row[1]).map { (row[0], $0) } : nil }, uniquingKeysWith: { $1 })
    let found = GraphContents(try workspace.graph()).effects(since: before)
    if found != expected { throw Failure(description: "side effects \(found), expected \(expected)") }
  }

  private static func text(_ report: FailureReport) -> String {
    report.diagnostics.map { diagnostic in
      let code = diagnostic.queryError.map { " (\($0.type) at \($0.phase): \($0.detail))" } ?? ""
      return diagnostic.rendered() + code
    }.joined(separator: "\n")
  }

  private static func text(_ rows: [[FeatureValue]]) -> String {
    rows.map { "| " + $0.map(\.description).joined(separator: " | ") + " |" }.joined(separator: "\n")
  }
}
