import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Testing

/// Every example of the manual's procedures gives what it says.
@Suite struct ProcedureExampleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var example: Procedure.Example
    var testDescription: String { example.query }
  }

  static let cases = ProcedureRegistry.standard.all.flatMap { $0.examples.map(Case.init) }

  @Test(arguments: cases)
  func example(_ example: Case) throws {
    var graph = GraphView(.empty(schema: SampleSchema.schema))
    if !example.example.setup.isEmpty {
      let setup = SourceText(name: "setup", text: example.example.setup)
      graph = GraphView(TestGraph.snapshot(of: try PreparedQuery(setup, for: graph).run(on: graph).graph))
    }
    let query = try PreparedQuery(SourceText(name: "query", text: example.example.query), for: graph)
    #expect(try query.run(on: graph).table.rows.map(\.self) == example.example.rows)
  }

  /// What a statement has changed before the call is seen by the call.
  @Test(arguments: [
    ("CALL db.labels() YIELD label AS value", ["Made"]),
    ("CALL db.schema.nodeTypeProperties() YIELD propertyName AS value", ["name"]),
    ("CALL db.info() YIELD nodes AS value", ["2"]),
    ("CALL db.schema.visualization() YIELD nodes WITH nodes[0].count AS value", ["2"]),
  ])
  func seesTheStatementsOwnChanges(_ call: String, _ expected: [String]) throws {
    let graph = GraphView(.empty())
    let text = "CREATE (:Made {name: 'a'}), (:Made {name: 'b'}) WITH 1 AS one \(call) RETURN DISTINCT value"
    let rows = try PreparedQuery(SourceText(name: "query", text: text), for: graph).run(on: graph).table.rows
    #expect(rows.map { $0[0].plainText } == expected)
  }

  /// A procedure of the product: a list and an optional map as inputs, a node and its reasons as outputs.
  @Test func takesProceduresOfTheProduct() throws {
    var registry = ProcedureRegistry.standard
    registry.add(
      Procedure(
        name: "impact.retire", summary: "What breaks.",
        inputs: [.init("keys", .list(of: .string)), .init("replacements", .map, default: .map([:]))],
        outputs: [
          .init("node", .node), .init("effect", .string), .init("distance", .integer),
          .init("because", .list(of: .string)), .init("responsible", .list(of: .string)),
        ]
      ) { context, arguments throws(EvaluationError) in
        guard case .list(let keys) = arguments[0], let property = context.graph.symbols.propertyKey("key") else {
          return []
        }
        return keys.flatMap { context.graph.nodes(where: property, equals: $0) }.map { node in
          [.node(node), .string("broken"), .integer(1), .list([]), arguments[1]]
        }
      })
    let graph = GraphView(.empty())
    let text = """
      CREATE (:Document {key: 'd-1', name: 'Plan'}) WITH 1 AS one
      CALL impact.retire(['d-1']) YIELD node, effect, responsible RETURN node.name, effect, responsible
      """
    let prepared = try PreparedQuery(SourceText(name: "query", text: text), for: graph, procedures: registry)
    #expect(try prepared.run(on: graph).table.rows == [[.string("Plan"), .string("broken"), .map([:])]])
    #expect(
      registry.procedure(named: "impact.retire")?.signature
        == """
        impact.retire(keys :: LIST<STRING>, replacements = {} :: MAP) :: (node :: NODE, effect :: STRING, \
        distance :: INTEGER, because :: LIST<STRING>, responsible :: LIST<STRING>)
        """)
    #expect(throws: DiagnosticsError.self) {
      _ = try PreparedQuery(
        SourceText(name: "query", text: "CALL impact.retire([], {}, 1)"), for: graph, procedures: registry)
    }
  }

  @Test func aProcedureThatWritesMakesTheQueryWrite() throws {
    let registry = ProcedureRegistry([
      Procedure(name: "made.up", summary: "Writes.", mode: .write) { _, _ throws(EvaluationError) in [] }
    ])
    let graph = GraphView(.empty())
    let prepared = try PreparedQuery(
      SourceText(name: "query", text: "CALL made.up()"), for: graph, procedures: registry)
    #expect(prepared.isWriting)
  }
}
