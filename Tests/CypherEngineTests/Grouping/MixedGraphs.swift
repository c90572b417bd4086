import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom

/// Random graphs with values of all kinds.
enum MixedGraphs {
  /// A graph, an empty one, and the first with changes in its overlay.
  static func made(seed: Int) throws -> [GraphView] {
    var random = SplitMix64(seed: UInt64(seed) &* 104_729 &+ 5)
    func pick(_ texts: [String]) -> String { texts[Int(random.next() % UInt64(texts.count))] }
    let mixed = ["1", "1.0", "'1'", "true", "date('2020-01-01')", "[1, 2]", "[1.0, 2]", "0.0 / 0.0", "null", "'a'"]
    var parts: [String] = []
    let count = 4 + Int(random.next() % 6)
    for number in 0..<count {
      let name = pick(["'a'", "'b'", "'ab'", "null", "'å'"])
      let properties =
        "{name: \(name), size: \(pick(["1", "2", "3", "null"])), mixed: \(pick(mixed)), "
        + "amount: \(pick(["1", "2.5", "-1.0", "null"])), other: \(pick(["'a'", "'c'", "null"]))}"
      parts.append("(n\(number):N\(pick(["", ":M"])) \(properties))")
    }
    for _ in 0..<Int(random.next() % 9) {
      let (from, to) = (Int(random.next() % UInt64(count)), Int(random.next() % UInt64(count)))
      parts.append("(n\(from))-[:\(pick(["T", "U"]))]->(n\(to))")
    }
    let graph = try TestGraph.made(by: ["CREATE " + parts.joined(separator: ", ")])
    var changed = graph
    for statement in [
      "MATCH (n:M) WHERE n.size = 1 SET n.name = 'a', n.mixed = 1.0",
      "CREATE (:N {name: 'b', size: 2})-[:T]->(:M {name: 'z'})",
      "MATCH (n:N {name: 'ab'}) DETACH DELETE n", "MATCH (n:N {size: 3}) REMOVE n:N SET n:M, n.other = 7",
    ] {
      changed = try PreparedQuery(SourceText(name: "change", text: statement), for: changed).run(on: changed).graph
    }
    return [graph, GraphView(.empty()), changed]
  }
}
