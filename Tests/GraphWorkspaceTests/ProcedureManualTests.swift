import CypherSemantics
import Diagnostics
import FoundationEssentials
import GraphModel
import Testing

@testable import GraphWorkspace

/// `docs/procedures.md` says what the declarations say. `RECORD=1` rewrites it, and fails so that nobody forgets.
@Suite struct ProcedureManualTests {
  @Test func manualIsUpToDate() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/procedures.md")
    let manual = ProcedureManual.text
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try Data(manual.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD")
      return
    }
    let stored = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(stored == manual, "docs/procedures.md differs from the declarations; RECORD=1 rewrites it")
  }

  @Test func everyProcedureIsDescribedAndHasAnExample() {
    for procedure in ProcedureManual.registry.all {
      #expect(procedure.summary.hasSuffix("."), "\(procedure.name)")
      #expect(!procedure.examples.isEmpty, "\(procedure.name)")
      let optional = procedure.inputs.map { $0.defaultValue != nil }
      #expect(optional == optional.filter { !$0 } + optional.filter(\.self), "\(procedure.name)")
    }
  }
}

/// The manual of the procedures, in Markdown.
enum ProcedureManual {
  /// All that a workspace offers.
  static var registry: ProcedureRegistry { GraphWorkspace(database: ":memory:").procedures }

  static var text: String {
    var text = """
      # Procedures

      Written from the declarations in `Sources/CypherSemantics/Procedures` and `Sources/GraphWorkspace/Impact/Procedures`
      by a test; change it there. A procedure is run with `CALL`, and gives rows:
      `CALL db.labels() YIELD label RETURN label`. It sees the graph as the running statement has it, its own changes
      included. `SHOW PROCEDURES` lists them. The examples run on a schema with two kinds, `Document` and
      `DesignLink`, and one relationship type, `LINKS_TO`.

      """
    for procedure in ProcedureManual.registry.all { text += entry(procedure) }
    return text
  }

  private static func entry(_ procedure: Procedure) -> String {
    var text = "\n## \(procedure.name)\n\n`\(procedure.signature)`\n\n\(procedure.summary) Mode: "
    text += "\(procedure.mode.rawValue).\n"
    for example in procedure.examples {
      text += "\n```cypher\n"
      if !example.setup.isEmpty { text += "// after \(example.setup)\n" }
      text += "\(example.query)\n"
      for row in example.rows { text += "// " + row.map(literal).joined(separator: " | ") + "\n" }
      text += "```\n"
    }
    return text
  }

  private static func literal(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .string(let text): return "'\(text)'"
    case .list(let items): return "[" + items.map(literal).joined(separator: ", ") + "]"
    case .map(let map):
      let entries = map.sorted { $0.key < $1.key }.map { "\($0.key): \(literal($0.value))" }
      return "{" + entries.joined(separator: ", ") + "}"
    default: return value.plainText ?? value.typeName
    }
  }
}
