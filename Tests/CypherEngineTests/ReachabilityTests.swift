import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom
import Testing

/// The reachability search against walking every path, on random graphs.
@Suite struct ReachabilityTests {
  static let patterns = [
    "(a)-[*]->(x)", "(a)<-[*]-(x)", "(a)-[*]-(x)", "(a)-[*0..]-(x)", "(a)-[*1..2]-(x)", "(a)-[*1..3]->(x)",
    "(a)-[:T|U*]-(x)", "(a)-[*..4]-(x)", "(a)-[:T*0..2]->(x)", "(a)-[*1..3 {w: 1}]-(x)",
  ]

  @Test(arguments: patterns, 0..<25)
  func agreesWithAllPaths(_ pattern: String, seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed) &* 7919 &+ 1)
    let nodes = 2 + Int(random.next() % 5)
    let relationships = Int(random.next() % 8)
    var parts = (0..<nodes).map { "(n\($0):N {key: \($0)})" }
    for _ in 0..<relationships {
      let (from, to) = (Int(random.next() % UInt64(nodes)), Int(random.next() % UInt64(nodes)))
      parts.append("(n\(from))-[:\(random.next() % 2 == 0 ? "T" : "U") {w: \(random.next() % 2)}]->(n\(to))")
    }
    let graph = try TestGraph.made(by: ["CREATE " + parts.joined(separator: ", ")])
    let text = "MATCH (a:N {key: 0}), \(pattern) RETURN DISTINCT x.key AS key ORDER BY key"
    func answer(_ rewrites: PlanRewrites) throws -> [[Value]] {
      try PreparedQuery(SourceText(name: "query", text: text), for: graph, rewrites: rewrites).run(on: graph).table.rows
    }
    let plan = try PreparedQuery(SourceText(name: "query", text: text), for: graph).plan.text
    #expect(plan.contains("Reachability"))
    #expect(try answer(.all) == answer(.none))
  }
}
