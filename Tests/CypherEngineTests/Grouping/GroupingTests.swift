import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom
import Testing

/// Groups, DISTINCT and aggregates against rows grouped by hand, on random graphs with values of all kinds.
@Suite struct GroupingTests {
  static let matches = [
    "MATCH (n)", "MATCH (n:M)", "MATCH (n)-[r]->(m)", "MATCH (n) OPTIONAL MATCH (n)-[r:T]->(m:M)", "MATCH (n:None)",
    "MATCH (n)-[*1..2]->(m)", "MATCH (n)-[*0..2]-(m:M)", "UNWIND [1, 1.0, 'a', null, [1], [1.0], {a: 1}, 0.0/0.0] AS n",
  ]

  /// Keys by what the match binds.
  static let keys: [[String]] = [
    ["n.name"], ["n"], ["n.mixed"], ["n.name", "n.size"], ["n.name", "n.other"], ["n", "n.name"],
    ["substring(n.name, 0, 1)"], ["n.size % 2", "n.name"], ["[n.mixed, n.size]"], ["{k: n.name, v: n.mixed}"],
    ["coalesce(n.name, 1)"], ["1", "n.name"], ["labels(n)"], [],
  ]
  static let pairKeys = [
    ["r"], ["n", "m"], ["m.name", "n.name"], ["n", "r", "m"], ["type(r)"], ["n.name || m.name"],
  ]

  static let arguments = ["n", "n.size", "n.name", "n.mixed", "n.amount", "n.other"]

  @Test(arguments: matches, 0..<2)
  func groupsAreThoseMadeByHand(_ match: String, seed: Int) throws {
    let graphs = try MixedGraphs.made(seed: seed)
    let isList = match.hasPrefix("UNWIND")
    var keyLists = isList ? [["n"], ["n", "1"], ["[n]"], []] : Self.keys
    if match.contains("r") && match.contains("[r") { keyLists += Self.pairKeys }
    for graph in graphs {
      for (number, keys) in keyLists.enumerated() {
        let argument = isList ? "n" : Self.arguments[number % Self.arguments.count]
        let numbers = ["n.size", "n.amount"].contains(argument)
        let twin = try Twin(match, keys: keys, argument: argument, on: graph)
        var calls = [
          "count(*)", "count(\(argument))", "count(DISTINCT \(argument))", "collect(\(argument))",
          "collect(DISTINCT \(argument))", "min(\(argument))", "max(\(argument))",
        ]
        if numbers { calls += ["sum(\(argument))", "avg(\(argument))", "sum(DISTINCT \(argument))"] }
        for capacity in [1, 2, 1024] {
          for call in calls {
            let result = keys + [call]
            let text = "\(match) RETURN " + result.enumerated().map { "\($1) AS c\($0)" }.joined(separator: ", ")
            let found = try rows(text, on: graph, capacity: capacity)
            #expect(found.map(Exact.init) == twin.rows(of: call).map(Exact.init), "\(text) by \(capacity)")
          }
        }
      }
    }
  }

  @Test(arguments: matches, 0..<2)
  func distinctRowsAreThoseKeptByHand(_ match: String, seed: Int) throws {
    for graph in try MixedGraphs.made(seed: seed) {
      for keys in match.hasPrefix("UNWIND") ? [["n"], ["[n]"]] : Self.keys where !keys.isEmpty {
        let twin = try Twin(match, keys: keys, argument: "1", on: graph)
        let items = keys.enumerated().map { "\($1) AS c\($0)" }.joined(separator: ", ")
        for capacity in [1, 2, 1024] {
          let found = try rows("\(match) RETURN DISTINCT \(items)", on: graph, capacity: capacity)
          #expect(found.map(Exact.init) == twin.groups.map { Exact($0.key) }, "\(match) \(items)")
        }
      }
    }
  }

  /// Batches of different kinds of columns: packed first, values later, and the other way round.
  @Test(arguments: [1, 2, 1024]) func branchesOfAUnionMeetInOneGroup(capacity: Int) throws {
    for graph in try MixedGraphs.made(seed: 1) {
      for (first, second) in [
        ("MATCH (n) RETURN n.name AS x", "UNWIND ['a', 'b', 1, null] AS x RETURN x"),
        ("UNWIND ['a', 'b', 1, null] AS x RETURN x", "MATCH (n) RETURN n.name AS x"),
        ("MATCH (n) RETURN n.name AS x", "MATCH (n) RETURN n.other AS x"),
        ("MATCH (n) RETURN n AS x", "MATCH (n) RETURN n.name AS x"),
      ] {
        let all = try rows("\(first) UNION ALL \(second)", on: graph, capacity: capacity)
        var kept: [[Value]] = []
        for row in all where !kept.contains(row) { kept.append(row) }
        let union = try rows("\(first) UNION \(second)", on: graph, capacity: capacity)
        #expect(Array(union) == kept)
        let counted = try rows(
          "CALL { \(first) UNION ALL \(second) } RETURN x, count(*) AS n, count(DISTINCT x) AS d", on: graph,
          capacity: capacity)
        #expect(
          Array(counted)
            == kept.map { key in [key[0], .integer(Int64(all.count { $0 == key })), key[0].isNull ? 0 : 1] })
      }
    }
  }

  @Test func whatCannotBeAddedIsAMistake() throws {
    let graph = GraphView(.empty())
    for (text, detail) in [
      ("UNWIND [1, 'a'] AS x RETURN sum(x) AS s", "InvalidArgumentValue"),
      ("UNWIND [9223372036854775807, 1] AS x RETURN sum(x) AS s", "IntegerOverflow"),
      ("UNWIND [1, duration('P1D')] AS x RETURN avg(x) AS s", "InvalidArgumentValue"),
      ("UNWIND [duration('P1D'), 1] AS x RETURN 1 AS k, sum(x) AS s", "InvalidArgumentValue"),
    ] {
      let failure = #expect(throws: DiagnosticsError.self) { try self.rows(text, on: graph) }
      #expect(failure?.diagnostics.first?.queryError?.detail == detail, "\(text)")
    }
    #expect(
      try rows("UNWIND [duration('P1D'), null, duration('P2D')] AS x RETURN sum(x) = duration('P3D') AS s", on: graph)
        == [[true]])
    #expect(try rows("UNWIND [-0.0] AS x RETURN toString(sum(x)) AS s", on: graph) == [["-0.0"]])
    #expect(try rows("UNWIND [1, 2.5, 3] AS x RETURN sum(x) AS s, avg(x) AS a", on: graph) == [[6.5, .float(6.5 / 3)]])
  }

  // MARK: By hand

  /// The rows of a match, grouped one by one.
  private struct Twin {
    var groups: [(key: [Value], arguments: [Value])] = []

    init(_ match: String, keys: [String], argument: String, on graph: GraphView) throws {
      let items = (keys + [argument]).enumerated().map { "\($1) AS c\($0)" }.joined(separator: ", ")
      let text = "\(match) RETURN \(items)"
      let rows = try PreparedQuery(SourceText(name: "query", text: text), for: graph, rewrites: .none)
        .run(on: graph, options: RunOptions(batchCapacity: 3)).table.rows
      if keys.isEmpty { groups = [([], [])] }
      for row in rows {
        let key = Array(row.dropLast())
        if let known = groups.firstIndex(where: { $0.key == key }) {
          groups[known].arguments.append(row[row.count - 1])
        } else {
          groups.append((key, [row[row.count - 1]]))
        }
      }
    }

    func rows(of call: String) -> [[Value]] {
      groups.map { $0.key + [Self.result(call, $0.arguments)] }
    }

    private static func result(_ call: String, _ arguments: [Value]) -> Value {
      var values = arguments.filter { !$0.isNull }
      if call.contains("DISTINCT") {
        values = values.reduce(into: []) { kept, value in if !kept.contains(value) { kept.append(value) } }
      }
      switch call.prefix(while: { $0 != "(" }) {
      case "count": return .integer(Int64(call == "count(*)" ? arguments.count : values.count))
      case "collect": return .list(values)
      case "min":
        return values.dropFirst().reduce(values.first ?? .null) { $1.orderability(against: $0) == .less ? $1 : $0 }
      case "max":
        return values.dropFirst().reduce(values.first ?? .null) { $1.orderability(against: $0) == .greater ? $1 : $0 }
      case "avg": return values.isEmpty ? .null : .float(values.reduce(0.0) { $0 + number($1) } / Double(values.count))
      default: return values.dropFirst().reduce(values.first ?? .integer(0), sum)
      }
    }

    private static func number(_ value: Value) -> Double {
      switch value {
      case .integer(let number): Double(number)
      case .float(let number): number
      default: .nan
      }
    }

    private static func sum(_ a: Value, _ b: Value) -> Value {
      if case .integer(let x) = a, case .integer(let y) = b { return .integer(x + y) }
      return .float(number(a) + number(b))
    }
  }

  /// A row whose 1 and 1.0 are different.
  private struct Exact: Equatable, CustomStringConvertible {
    var values: [Value]
    init(_ values: [Value]) { self.values = values }

    static func == (a: Exact, b: Exact) -> Bool {
      a.values == b.values && zip(a.values, b.values).allSatisfy { $0.typeName == $1.typeName }
    }

    var description: String { "\(values)" }
  }

  /// Without searches for reached nodes, whose order is another than that of paths: rows are compared in their order.
  private func rows(_ text: String, on graph: GraphView, capacity: Int = 1024) throws -> ResultRows {
    try PreparedQuery(
      SourceText(name: "query", text: text), for: graph, rewrites: PlanRewrites.all.without("reachability")
    )
    .run(on: graph, options: RunOptions(batchCapacity: capacity)).table.rows
  }
}
