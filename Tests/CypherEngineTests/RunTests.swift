import CypherEngine
import CypherSemantics
import Diagnostics
import Foundation
import GraphModel
import Synchronization
import Testing

/// A prepared query is run again and again: on other graphs, with other parameters, from several threads, within itself.
@Suite struct RunTests {
  private func prepare(
    _ text: String, for graph: GraphView, procedures: ProcedureRegistry = .standard
  ) throws -> PreparedQuery {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph, procedures: procedures)
  }

  private func rows(
    _ query: PreparedQuery, on graph: GraphView, _ parameters: [String: Value] = [:], capacity: Int = 1024
  ) throws -> [String] {
    AnswerText.rows(
      try query.run(on: graph, parameters: parameters, options: RunOptions(batchCapacity: capacity)).table)
  }

  /// Graphs in which the same names have other numbers, or none.
  private func graphs() throws -> [GraphView] {
    [
      try TestGraph.made(by: ["CREATE (:A {key: 'x', name: 'one'})-[:R]->(:B {key: 'y', name: 'two'})"]),
      try TestGraph.made(by: ["CREATE (:B {name: 'three', key: 'x'})-[:S]->(:A {name: 'four', key: 'x'})-[:R]->(:B)"]),
      try TestGraph.made(by: ["CREATE (:C {other: 1})"]),
    ]
  }

  private static let question =
    "MATCH (a:A {key: $k}) OPTIONAL MATCH (a)-[:R]->(b:B) RETURN a.name AS name, b.name AS to"

  @Test(arguments: [1, 2, 1024]) func namesAreLookedUpInTheGraphThatIsAsked(capacity: Int) throws {
    let graphs = try graphs()
    let query = try prepare(Self.question, for: graphs[0])
    let expected = [["'one' | 'two'"], ["'four' | null"], []]
    for round in 0..<3 {
      for number in [0, 1, 2, 1, 0, 2] {
        let answer = try rows(query, on: graphs[number], ["k": "x"], capacity: capacity)
        #expect(answer == expected[number], "round \(round), graph \(number)")
      }
    }
  }

  @Test func namesThatAnOverlayAddsAreFound() throws {
    let graph = try graphs()[2]
    let query = try prepare(Self.question, for: graph)
    #expect(try rows(query, on: graph, ["k": "x"]) == [])
    let written = try prepare("CREATE (:A {key: 'x', name: 'new'})-[:R]->(:B {name: 'end'})", for: graph)
      .run(on: graph).graph
    #expect(try rows(query, on: written, ["k": "x"]) == ["'new' | 'end'"])
    #expect(try rows(query, on: graph, ["k": "x"]) == [])
    #expect(try rows(query, on: written, ["k": "x"]) == ["'new' | 'end'"])
  }

  @Test func parametersMayChangeTheirType() throws {
    let graph = try TestGraph.made(by: [
      "CREATE (:N {v: 1, name: 'int'}), (:N {v: 'a', name: 'text'}), (:N {v: true, name: 'flag'}), (:N {v: [1, 2], name: 'list'})"
    ])
    let equal = try prepare("MATCH (n:N {v: $v}) RETURN n.name", for: graph)
    let among = try prepare("MATCH (n:N) WHERE n.v IN $v RETURN n.name ORDER BY n.name", for: graph)
    for _ in 0..<2 {
      #expect(try rows(equal, on: graph, ["v": 1]) == ["'int'"])
      #expect(try rows(equal, on: graph, ["v": 1.0]) == ["'int'"])
      #expect(try rows(equal, on: graph, ["v": "a"]) == ["'text'"])
      #expect(try rows(equal, on: graph, ["v": nil]) == [])
      #expect(try rows(equal, on: graph, ["v": true]) == ["'flag'"])
      #expect(try rows(equal, on: graph, ["v": [1, 2]]) == ["'list'"])
      #expect(try rows(equal, on: graph, ["v": [1, nil]]) == [])
      #expect(try rows(equal, on: graph, ["v": .float(.nan)]) == [])
      #expect(try rows(among, on: graph, ["v": ["a", 1, 1, 1.0, "none"]]) == ["'int'", "'text'"])
      #expect(try rows(among, on: graph, ["v": []]) == [])
      #expect(throws: DiagnosticsError.self) { try rows(among, on: graph, ["v": 1]) }
    }
  }

  @Test func aFailedRunLeavesNothingBehind() throws {
    let graph = try graphs()[1]
    let queries = [
      ("MATCH (a) RETURN a.name, 1 / $d AS x ORDER BY a.name LIMIT 1", ["'four' | 1"]),
      ("MATCH (a) WITH a.name AS name, 1 / $d AS x RETURN count(name), sum(x)", ["2 | 3"]),
      ("MATCH (a:A)-[:R*]->(b) WHERE 1 / $d = 1 RETURN count(DISTINCT b)", ["1"]),
      ("MATCH (a:A) WHERE COUNT { (a)-->(b) WHERE 1 / $d = 1 } = 1 RETURN a.name", ["'four'"]),
    ]
    for (text, expected) in queries {
      let query = try prepare(text, for: graph)
      for _ in 0..<3 {
        #expect(throws: DiagnosticsError.self) { try rows(query, on: graph, ["d": 0]) }
        #expect(throws: DiagnosticsError.self) { try rows(query, on: graph) }
        #expect(try rows(query, on: graph, ["d": 1]) == expected)
      }
    }
  }

  @Test func writesBetweenRunsAreSeen() throws {
    var graph = try graphs()[0]
    let query = try prepare("MATCH (a:A) RETURN count(a), collect(a.name)", for: graph)
    let write = try prepare("CREATE (:A {name: $name})", for: graph)
    #expect(try rows(query, on: graph) == ["1 | ['one']"])
    for (number, name) in ["p", "q"].enumerated() {
      graph = try write.run(on: graph, parameters: ["name": .string(name)]).graph
      #expect(try rows(query, on: graph) == [["2 | ['one', 'p']"], ["3 | ['one', 'p', 'q']"]][number])
    }
    #expect(try rows(query, on: GraphView(TestGraph.snapshot(of: graph))) == ["3 | ['one', 'p', 'q']"])
  }

  @Test func threadsShareAPreparedQuery() throws {
    let graphs = try graphs()
    let query = try prepare(Self.question, for: graphs[0])
    let expected = [["'one' | 'two'"], ["'four' | null"], []]
    let failures = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      for turn in 0..<200 {
        let number = (thread + turn) % 3
        let answer = try? rows(query, on: graphs[number], ["k": "x"])
        if answer != expected[number] { failures.withLock { $0 += 1 } }
      }
    }
    #expect(failures.withLock { $0 } == 0)
  }

  @Test func aQueryMayRunWithinItself() throws {
    let inner = Mutex<PreparedQuery?>(nil)
    let graph = try graphs()[0]
    var procedures = ProcedureRegistry.standard
    procedures.add(
      Procedure(
        name: "test.again", summary: "Runs the query that calls it.", inputs: [.init("depth", .integer)],
        outputs: [.init("n", .integer)]
      ) { context, arguments throws(EvaluationError) in
        guard case .integer(let depth)? = arguments.first, depth > 0, let query = inner.withLock({ $0 }) else {
          return [[.integer(0)]]
        }
        let answer = try? query.run(on: context.graph, parameters: ["depth": .integer(depth - 1)])
        return answer.map { Array($0.table.rows) } ?? []
      })
    let query = try prepare("CALL test.again($depth) YIELD n RETURN n + 1 AS n", for: graph, procedures: procedures)
    inner.withLock { $0 = query }
    #expect(try rows(query, on: graph, ["depth": 3]) == ["4"])
    inner.withLock { $0 = nil }
  }

  @Test func theMomentOfAStatementIsThatOfItsBeginning() throws {
    let graph = try graphs()[0]
    let query = try prepare(
      "UNWIND [1, 2] AS x RETURN datetime().epochMillis = timestamp() AS same, timestamp() AS t", for: graph)
    let before = Int64(Date().timeIntervalSince1970 * 1000) - 1
    for _ in 0..<2 {
      let table = try query.run(on: graph).table
      #expect(table.rows.map { $0[0] } == [true, true])
      #expect(table.rows[0][1] == table.rows[1][1])
      guard case .integer(let moment) = table.rows[0][1] else { return #expect(Bool(false)) }
      #expect(moment >= before)
    }
  }
}
