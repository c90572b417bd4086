import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import SeededRandom
import Testing

/// Quantified paths, selectors and modes against trying every way, on random graphs with cycles, self-loops and parallel
/// relationships.
@Suite struct PathPropertyTests {
  @Test(arguments: 0..<150)
  func quantifiedPathsAreAllFound(_ seed: Int) throws {
    try check(seed, selectors: [{ _ in .none }], modes: [.trail, .acyclic, .walk])
  }

  @Test(arguments: 0..<250)
  func selectorsTakeTheShortest(_ seed: Int) throws {
    try check(
      seed &+ 10_000,
      selectors: [{ _ in .paths(1) }, { .paths(1 + $0 % 4) }, { _ in .groups(1) }, { .groups(1 + $0 % 3) }],
      modes: [.trail, .acyclic])
  }

  /// Under DISTINCT a quantified path becomes a search for nodes.
  @Test(arguments: 0..<150)
  func endsAreAllReached(_ seed: Int) throws {
    var (twin, graph) = random(seed &+ 20_000, selectors: [{ _ in .none }], modes: [.trail, .acyclic, .walk])
    twin.parts = [twin.parts[0]]
    twin.parts[0].directions = [twin.parts[0].directions[0]]
    twin.leastLength = nil
    let expected = Set(twin.ways(in: graph).map(\.ends)).sorted { $0.lexicographicallyPrecedes($1) }
    let view = try view(of: graph)
    for (capacity, rewrites) in [(1, PlanRewrites.all), (2, .all), (1024, .all), (1024, .none)] {
      let rows = try PreparedQuery(
        SourceText(name: "query", text: twin.reachabilityQuery), for: view, rewrites: rewrites
      ).run(on: view, options: RunOptions(batchCapacity: capacity)).table.rows
      let found = rows.map { row in row.map { $0 == .integer(0) ? 0 : $0.plainText.flatMap { Int($0) } ?? -1 } }
      #expect(found == expected, "\(twin.reachabilityQuery) on \(graph)")
    }
  }

  @Test(arguments: [
    ("((s)-->(t {key: 1}))+", true), ("((s)-->(t) WHERE s.key < t.key){0,3}", true), ("-[r:T WHERE r.w = 1]->+", true),
    ("((s)-->(t)-->(u))+", false), ("((s)--(t {key: 1}))+", false), ("((s)-->(t)){2,}", false),
  ])
  func searchesForNodesWhereThatIsAllowed(_ step: String, isReachability: Bool) throws {
    let view = try TestGraph.made(by: ["CREATE (:N {key: 0})"])
    let text = "MATCH p = (a {key: 0})\(step)(b) RETURN count(DISTINCT b)"
    let plan = try PreparedQuery(SourceText(name: "query", text: text), for: view).plan.text
    #expect(plan.contains("Reachability") == isReachability, "\(plan)")
  }

  private func check(_ seed: Int, selectors: [(Int) -> PathTwin.Selector], modes: [PathTwin.Mode]) throws {
    let (twin, graph) = random(seed, selectors: selectors, modes: modes)
    try compare(twin, graph)
  }

  private func random(
    _ seed: Int, selectors: [(Int) -> PathTwin.Selector], modes: [PathTwin.Mode]
  ) -> (PathTwin, PathTwin.Graph) {
    var random = SplitMix64(seed: UInt64(seed) &* 6_364_136_223 &+ 1)
    func number(_ below: Int) -> Int { Int(random.next() % UInt64(below)) }
    let nodeCount = 1 + number(4)
    let graph = PathTwin.Graph(
      nodeCount: nodeCount,
      relationships: (0..<number(7)).map { _ in
        (number(nodeCount), number(nodeCount), number(2) == 0 ? "T" : "U", number(2))
      })
    let mode = modes[number(modes.count)]
    let parts = (0..<1 + number(3)).map { part in
      if part > 0, number(2) == 0 {
        return PathTwin.Part(
          directions: [[">", "<", "-"][number(3)]], types: [[nil, "T"][number(2)]], lower: 1, upper: 1,
          condition: PathTwin.Condition.allCases[number(4)], isPlain: true)
      }
      let length = 1 + number(2)
      let lower = number(3)
      return PathTwin.Part(
        directions: (0..<length).map { _ in [">", "<", "-", ">"][number(4)] },
        types: (0..<length).map { _ in [nil, nil, "T", "U"][number(4)] }, lower: lower,
        upper: mode == .walk ? max(1, lower) : number(2) == 0 ? nil : max(1, lower) + number(2),
        condition: PathTwin.Condition.allCases[number(4)])
    }
    var twin = PathTwin(
      parts: parts, mode: mode, selector: selectors[number(selectors.count)](number(100)),
      start: number(2) == 0 ? number(nodeCount) : nil, end: number(2) == 0 ? number(nodeCount) : nil,
      isClosed: number(5) == 0, leastLength: number(4) == 0 ? 1 + number(3) : nil)
    if twin.isClosed { twin.end = nil }
    return (twin, graph)
  }

  private func view(of graph: PathTwin.Graph) throws -> GraphView {
    var elements = (0..<graph.nodeCount).map { "(n\($0) {key: \($0)})" }
    for (number, item) in graph.relationships.enumerated() {
      elements.append("(n\(item.from))-[:\(item.type) {i: \(number), w: \(item.weight)}]->(n\(item.to))")
    }
    return try TestGraph.made(by: ["CREATE " + elements.joined(separator: ", ")])
  }

  private func compare(_ twin: PathTwin, _ graph: PathTwin.Graph) throws {
    let view = try view(of: graph)
    let all = twin.ways(in: graph)
    for (capacity, rewrites) in [(1, PlanRewrites.all), (2, .all), (1024, .all), (1024, .none)] {
      let rows = try PreparedQuery(SourceText(name: "query", text: twin.query), for: view, rewrites: rewrites)
        .run(on: view, options: RunOptions(batchCapacity: capacity)).table.rows
      let found = rows.map { Answer($0) }
      let expected = all.map { Answer(nodes: $0.nodes, relationships: $0.relationships, groups: twin.groups(of: $0)) }
      let words = Comment(rawValue: "\(twin.query) on \(graph)")
      switch twin.selector {
      case .none: #expect(count(found) == count(expected), words)
      case .groups(let wanted):
        var kept: [Answer] = []
        for group in Dictionary(grouping: expected, by: \.ends).values {
          let lengths = Set(group.map(\.relationships.count)).sorted().prefix(wanted)
          kept += group.filter { lengths.contains($0.relationships.count) }
        }
        #expect(count(found) == count(kept), words)
      case .paths(let wanted):
        #expect(Set(found).isSubset(of: Set(expected)) && Set(found).count == found.count, words)
        let lengths = Dictionary(grouping: expected, by: \.ends).mapValues {
          Array($0.map(\.relationships.count).sorted().prefix(wanted))
        }
        let foundLengths = Dictionary(grouping: found, by: \.ends).mapValues { $0.map(\.relationships.count).sorted() }
        #expect(foundLengths == lengths, words)
      }
    }
  }

  private func count(_ answers: [Answer]) -> [Answer: Int] { answers.reduce(into: [:]) { $0[$1, default: 0] += 1 } }

  private struct Answer: Hashable {
    var nodes: [Int]
    var relationships: [Int]
    var groups: [[Int]]

    var ends: [Int] { [nodes[0], nodes[nodes.count - 1]] }

    init(nodes: [Int], relationships: [Int], groups: [[Int]]) {
      self.nodes = nodes
      self.relationships = relationships
      self.groups = groups
    }

    init(_ row: [Value]) {
      func numbers(_ value: Value) -> [Int] {
        guard case .list(let items) = value else { return [] }
        return items.compactMap { item in
          if case .integer(let number) = item { return Int(number) }
          return nil
        }
      }
      nodes = numbers(row[0])
      relationships = numbers(row[1])
      guard case .list(let lists) = row[2] else {
        groups = []
        return
      }
      groups = lists.map(numbers)
    }
  }
}
