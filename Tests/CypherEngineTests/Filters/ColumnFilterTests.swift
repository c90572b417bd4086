import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom
import Testing

/// Conditions asked of whole columns select the same rows as the evaluator row by row, which a projection always asks:
/// over typed, mixed and sparse columns, with nulls, NaN, integers against floats and wrong types, in the map and under
/// an overlay.
@Suite struct ColumnFilterTests {
  /// The properties of the nodes: `mixed` takes any type, `rare` few have, `none` nobody has.
  static let properties = ["text", "word", "number", "float", "date", "flag", "mixed", "rare", "list", "none"]

  static let operands = [
    "'b'", "'ab'", "'zz'", "''", "'Å'", "1", "2", "0", "-1", "1.0", "1.5", "2.0", "0.0/0.0", "1.0/0.0", "-1.0/0.0",
    "9223372036854775807", "9007199254740993", "9007199254740992.0", "true", "false", "null", "date('2024-02-29')",
    "date('2020-01-01')", "[1]", "[1, null]", "$text", "$number", "$list", "$null",
  ]

  static let lists = [
    "['a', 'b']", "['a', null]", "[1, 2.0, 'b']", "[]", "[null]", "$list", "$null", "[true, 1.5]",
    "[date('2024-02-29')]",
    "[0.0/0.0, 1]", "[[1]]", "['a', 'b', 'ab', 'zz', 'bb']",
  ]

  static let parameters: [String: Value] = [
    "text": "ab", "number": 2, "null": .null, "list": ["ab", "b", 1, .float(.nan)],
  ]

  private static func value(_ property: String, _ random: inout SplitMix64) -> String? {
    let texts = ["''", "'a'", "'b'", "'ab'", "'bb'", "'abc'", "'Åäö'", "'b a b'"]
    let numbers = ["0", "1", "2", "-1", "9223372036854775807", "9007199254740993", "-9223372036854775807"]
    let floats = ["0.0", "-0.0", "1.0", "1.5", "2.0", "0.0/0.0", "1.0/0.0", "-1.0/0.0", "9007199254740992.0"]
    let dates = ["date('2024-02-29')", "date('2020-01-01')", "date('1969-12-31')"]
    func one(_ values: [String]) -> String { values[random.number(below: values.count)] }
    if random.number(below: 4) == 0 { return nil }
    switch property {
    // Nearly all different, so that its dictionary is as long as the column.
    case "text": return "'\(one(["a", "b", "ab", "Å"]))\(random.number(below: 1000))\(one(["b", "zz", ""]))'"
    case "word": return one(texts)
    case "number": return one(numbers)
    case "float": return one(floats)
    case "date": return one(dates)
    case "flag": return one(["true", "false"])
    case "mixed": return one(texts + numbers + floats + dates + ["true", "[1]", "[1, 2]", "localtime('10:00')"])
    case "rare": return random.number(below: 12) == 0 ? one(texts + numbers) : nil
    case "list": return one(["[1]", "[1, 2]", "['a']", "[]"])
    default: return nil
    }
  }

  private static func node(_ key: Int, _ random: inout SplitMix64) -> String {
    let entries = properties.compactMap { property in value(property, &random).map { "\(property): \($0)" } }
    let labels = [":A", ":B", ":A:B", ""][random.number(below: 4)]
    return "(n\(key)\(labels) {\((["id: \(key)"] + entries).joined(separator: ", "))})"
  }

  private static func graph(seed: UInt64) throws -> GraphView {
    var random = SplitMix64(seed: seed &* 7919 &+ 11)
    let count = 70
    let nodes = (0..<count).map { node($0, &random) }
    let relationships = (0..<3 * count).map { number in
      let weight = value("number", &random).map { ", number: \($0)" } ?? ""
      let word = value("word", &random).map { ", word: \($0)" } ?? ""
      let (from, to) = (random.number(below: count), random.number(below: count))
      return "(n\(from))-[:\(random.number(below: 3) == 0 ? "U" : "T") {id: \(number)\(weight)\(word)}]->(n\(to))"
    }
    return try TestGraph.made(by: ["CREATE " + (nodes + relationships).joined(separator: ", ")])
  }

  /// The graph with an overlay that changes, adds and deletes some of everything.
  private static func overlaid(_ graph: GraphView, seed: UInt64) throws -> GraphView {
    var random = SplitMix64(seed: seed &+ 5)
    let fresh = (100..<120).map { node($0, &random) }.joined(separator: ", ")
    let statements = [
      "CREATE " + fresh, "MATCH (n) WHERE n.id % 7 = 0 SET n.word = 'new', n.number = 2, n.date = null, n.added = 1",
      "MATCH (n) WHERE n.id % 11 = 0 SET n:B REMOVE n:A", "MATCH (n) WHERE n.id % 13 = 0 DETACH DELETE n",
      "MATCH ()-[r]->() WHERE r.id % 5 = 0 SET r.number = 1, r.word = 'new'",
      "MATCH ()-[r]->() WHERE r.id % 9 = 0 DELETE r",
      "MATCH (a), (b) WHERE b.id = a.id + 3 AND a.id % 4 = 0 CREATE (a)-[:T {number: 2}]->(b)",
    ]
    return try statements.reduce(graph) { graph, text in
      try PreparedQuery(SourceText(name: "change", text: text), for: graph).run(on: graph).graph
    }
  }

  /// A condition about the node or relationship of a variable.
  private static func condition(
    on variable: String, _ properties: [String], depth: Int, _ random: inout SplitMix64
  ) -> String {
    func one(_ values: [String]) -> String { values[random.number(below: values.count)] }
    if depth > 0, random.number(below: 3) > 0 {
      let left = condition(on: variable, properties, depth: depth - 1, &random)
      if random.number(below: 4) == 0 { return "NOT (\(left))" }
      return "(\(left)) \(one(["AND", "OR"])) (\(condition(on: variable, properties, depth: depth - 1, &random)))"
    }
    let property = "\(variable).\(one(properties))"
    switch random.number(below: 9) {
    case 0: return "\(property) IS \(one(["NULL", "NOT NULL"]))"
    case 1: return "\(property) IN \(one(lists))"
    case 2: return "\(property) \(one(["STARTS WITH", "ENDS WITH", "CONTAINS"])) \(one(operands))"
    case 3: return "\(property) =~ \(one(["'.*b.*'", "'a+b?'", "$text", "null"]))"
    case 4 where variable == "n": return "n:\(one(["A", "B", "A&B", "!A", "A|C", "%"]))"
    case 5: return "\(one(operands)) \(one(["=", "<>", "<", "<=", ">", ">="])) \(property)"
    default: return "\(property) \(one(["=", "<>", "<", "<=", ">", ">="])) \(one(operands))"
    }
  }

  @Test(arguments: UInt64(0)..<12)
  func columnsAnswerAsRowsDo(seed: UInt64) throws {
    let graph = try Self.graph(seed: seed)
    let changed = try Self.overlaid(graph, seed: seed)
    var random = SplitMix64(seed: seed &* 31 &+ 1)
    for _ in 0..<60 {
      let onNode = Self.condition(on: "n", Self.properties, depth: 3, &random)
      let onStep = Self.condition(on: "r", ["number", "word", "none"], depth: 2, &random)
      let queries = [
        ("MATCH (n) WHERE", onNode, "n.id AS id"), ("MATCH (n:A) WHERE", onNode, "n.id AS id"),
        ("MATCH (m)-[r]->(n:B) WHERE", "(\(onNode)) AND (\(onStep))", "m.id AS a, n.id AS b, r.id AS id"),
        ("MATCH (m)-[r:T]-(n) WITH m, r, n WHERE", "(\(onNode)) OR (\(onStep))", "m.id AS a, n.id AS b, r.id AS id"),
        ("MATCH (m:A) OPTIONAL MATCH (m)-[r:U]->(n) WITH m, r, n WHERE", onNode, "m.id AS a, n.id AS b, r.id AS id"),
      ]
      for (match, condition, result) in queries {
        for graph in [graph, changed] {
          let filtered = try rows("\(match) \(condition) RETURN \(result)", on: graph, .all)
          let judged = try rows(
            "\(match.replacing(" WHERE", with: "")) RETURN \(result), \(condition) AS truth", on: graph, .none)
          let expected = judged.filter { $0.hasSuffix(" | true") }.map { String($0.dropLast(" | true".count)) }
          #expect(filtered == expected, "\(match) \(condition)")
        }
      }
    }
  }

  private func rows(_ text: String, on graph: GraphView, _ rewrites: PlanRewrites) throws -> [String] {
    let query = try PreparedQuery(SourceText(name: "query", text: text), for: graph, rewrites: rewrites)
    let table = try query.run(on: graph, parameters: Self.parameters).table
    return AnswerText.rows(table).sorted()
  }

  /// Whatever the rewrites and the size of batches, steps along relationships give the same rows.
  @Test(arguments: UInt64(0)..<6)
  func stepsAreTheSameUnderEveryRewrite(seed: UInt64) throws {
    let graph = try Self.graph(seed: seed)
    let changed = try Self.overlaid(graph, seed: seed)
    let queries = [
      "MATCH (a:A)-[r:T]->(b)<-[s:T]-(c:B) WHERE b.word CONTAINS 'b' RETURN a.id, c.id",
      "MATCH (a)-[:T]-(b)-[:T]-(c) WHERE a.id < 9 AND c.number > 0 RETURN a.id, b.id, c.id",
      "MATCH (a)-->(b)-->(c)-->(a) RETURN a.id, b.id, c.id", "MATCH (a)--(b), (b)-[r]->(a) RETURN a.id, b.id, r.id",
      "MATCH (a)-[r]->(a) RETURN a.id, r.id", "MATCH (a)-[r]-(a) RETURN a.id, r.id",
      "MATCH (a:A)-[r]->(b) WITH b, r MATCH (c)-[r]-(b) RETURN b.id, c.id",
      "MATCH (a:A) OPTIONAL MATCH (a)-[:U]->(b:B {flag: true}) RETURN a.id, b.id",
      "MATCH (a:A) WHERE EXISTS { (a)-[:U]->(b) WHERE b.number > a.number } RETURN a.id",
      "MATCH (a:A) CALL { WITH a MATCH (a)-[r]->(b:B) RETURN b, count(r) AS n } RETURN a.id, b.id, n",
      "MATCH p = (a:B)-[:U]->(b)-->(c) RETURN [n IN nodes(p) | n.id] AS ids",
      "MATCH (a:A)-[r:T]->(b) RETURN b.word AS word, count(*) AS n, sum(r.id) AS ids ORDER BY n, word",
      "MATCH (a:A), (b:B) WHERE a.number = b.number AND b.word = 'ab' RETURN a.id, b.id",
      "MATCH (a)-[r]->(b) WHERE r.number > 1 AND b:A RETURN DISTINCT b.word",
      "MATCH (a:A)-[:U*0..3]->(b) RETURN a.id, b.id", "MATCH (a:B)<-[:U*2..4]-(b) WHERE a.id < 30 RETURN a.id, b.id",
      "MATCH ACYCLIC (a)-[:U*1..3]-(b) WHERE a.id < 9 RETURN a.id, b.id",
      "MATCH (a)-[*0..1]-(b)-[:T*1..2]->(c:A) WHERE a.id < 9 RETURN a.id, c.id",
    ]
    for text in queries {
      for graph in [graph, changed] {
        let expected = try rows(text, on: graph, .none)
        for name in [nil] + PlanRewrites.all.rewrites.map({ Optional($0.name) }) {
          let rewrites = name.map { PlanRewrites.all.without($0) } ?? .all
          for capacity in [1, 2, 1024] {
            let query = try PreparedQuery(SourceText(name: "query", text: text), for: graph, rewrites: rewrites)
            let table = try query.run(
              on: graph, parameters: Self.parameters, options: RunOptions(batchCapacity: capacity)
            ).table
            #expect(AnswerText.rows(table).sorted() == expected, "\(text) without \(name ?? "nothing") at \(capacity)")
          }
        }
      }
    }
  }

  /// Texts of all lengths that stand behind each other in one dictionary, so that what is searched for may also lie
  /// across the end of one and the beginning of the next.
  @Test(arguments: 0..<6) func textsAreFoundWithinTheirEnds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    func text(_ length: Int) -> String {
      (0..<length).map { _ in random.number(below: 3) == 0 ? "b" : "a" }.joined()
    }
    let nodes = (0..<150).map { number in
      "({id: \(number), text: '\(text(random.number(below: number % 5 == 0 ? 150 : 12)))\(number)'})"
    }
    let graph = try TestGraph.made(by: ["CREATE " + nodes.joined(separator: ", ")])
    for part in ["a", "b", "ab", "ba", "bab", "abba", "1a", "9b", "aaaaaaa", text(20), text(70)]
      + (0..<9).map(String.init)
    {
      for (wanted, rest) in [("", ""), ("NOT ", ""), ("", "AND n.id % 2 = 0"), ("", "AND n.id > 40 AND n.id < 61")] {
        let filtered = "MATCH (n) WHERE \(wanted)n.text CONTAINS '\(part)' \(rest) RETURN n.id AS id ORDER BY id"
        let asked = """
          MATCH (n) WITH n, \(wanted)n.text CONTAINS '\(part)' AS hit WHERE hit \(rest) RETURN n.id AS id ORDER BY id
          """
        let expected = try PreparedQuery(SourceText(name: "query", text: asked), for: graph).run(on: graph).table.rows
        let found = try PreparedQuery(SourceText(name: "query", text: filtered), for: graph).run(on: graph).table.rows
        #expect(found == expected, "\(filtered)")
      }
    }
  }
}

/// What the map knows of all its nodes and texts spares questions, and changes no answer.
@Suite struct SparedQuestionTests {
  private func rows(_ text: String, on graph: GraphView, capacity: Int = 1024) throws -> [[Value]] {
    let query = try PreparedQuery(SourceText(name: "query", text: text), for: graph)
    return Array(try query.run(on: graph, options: RunOptions(batchCapacity: capacity)).table.rows)
  }

  /// Many blocks of texts, of which some come again far from where they came first, asked by few and by many rows.
  @Test(arguments: 0..<3) func repeatedTextsAreFound(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var texts: [String] = []
    for number in 0..<1500 {
      let isRepeated = number > 0 && random.number(below: 5) == 0
      texts.append(isRepeated ? texts[random.number(below: number)] : "t\(random.number(below: 10))\(number)")
    }
    let nodes = texts.enumerated().map { number, text in
      let level = ["", ", level: 'a'", ", level: 'b'"][random.number(below: 3)]
      return "(:\(number % 300 < 200 ? "A" : "B") {id: \(number), text: '\(text)'\(level)})"
    }
    let graph = try TestGraph.made(by: ["CREATE " + nodes.joined(separator: ", ")])
    for test in ["n.text CONTAINS '77'", "NOT n.text CONTAINS 't1'", "n.text CONTAINS '9' OR n.text CONTAINS '42'"] {
      for other in ["true", "n.level = 'a'", "n.level <> 'a'", "NOT n.level = 'c'", "n.id % 7 = 0", "n.id < 100"] {
        for match in ["MATCH (n)", "MATCH (n:A)"] {
          let expected = try rows(
            "\(match) WITH n, \(test) AS x, \(other) AS y WHERE x AND y RETURN n.id AS id ORDER BY id", on: graph)
          for capacity in [1, 50, 1024] {
            let filtered = "\(match) WHERE (\(test)) AND \(other) RETURN n.id AS id ORDER BY id"
            let found = try rows(filtered, on: graph, capacity: capacity)
            #expect(found == expected, "\(filtered) at \(capacity)")
          }
        }
      }
    }
  }

  /// All ends of a type have a label, until a change gives it others.
  @Test func labelsThatAllEndsHaveAreAskedAgainAfterChanges() throws {
    let graph = try TestGraph.made(by: [
      "UNWIND range(1, 40) AS i CREATE (:A {id: i})-[:T {id: i}]->(:B:C {id: 100 + i})",
      "MATCH (a:A) WHERE a.id > 30 CREATE (a)-[:U]->(:A)",
    ])
    let counts: [(String, Int64)] = [
      ("(:A)-[:T]->(b:B)", 40), ("(:A)-[:T]->(b:B&C)", 40), ("(:A)-[:T]->(b:!C)", 0), ("(b:B)<-[:T]-(:A)", 40),
      ("()-[:T]-(b:B)", 40), ("()-[:U]->(b:B)", 0), ("()-[:T|U]->(b:B)", 40), ("(:A)-->(b:B)", 40),
      ("(:A)-[:None]->(b:B)", 0),
    ]
    for (pattern, count) in counts {
      let found = try rows("MATCH \(pattern) WHERE b.id > 0 RETURN count(b.id)", on: graph)
      #expect(found == [[.integer(count)]], "\(pattern)")
    }
    let changed = try [
      "MATCH (b:B) WHERE b.id > 130 REMOVE b:B", "MATCH (a:A {id: 1}) CREATE (a)-[:T]->(:D {id: 1}), (a)-[:T]->(a)",
      "MATCH (b:B {id: 102}) DETACH DELETE b",
    ].reduce(graph) { graph, text in
      try PreparedQuery(SourceText(name: "change", text: text), for: graph).run(on: graph).graph
    }
    #expect(try rows("MATCH (:A)-[:T]->(b:B) WHERE b.id > 0 RETURN count(b.id)", on: changed) == [[29]])
    #expect(try rows("MATCH (:A)-[:T]->(b:A|D) WHERE b.id > 0 RETURN count(b.id)", on: changed) == [[2]])
    let write = "MATCH (a:A)-[:T]->(b:B) WHERE b.id > 0 SET b:E REMOVE b:B WITH b MATCH ()-[:T]->(b:B) RETURN count(*)"
    #expect(try rows(write, on: graph) == [[0]])
  }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    hasSuffix(part) ? String(dropLast(part.count)) + other : self
  }
}
