import GraphModel
import ImpactAnalysis
import SeededRandom
import TestGraphs
import Testing

@Suite struct LookingAheadTests {
  func counts(_ report: ImpactReport) -> [Int] { [report.counts.broken, report.counts.degraded, report.counts.review] }

  /// More nodes than are walked from one by one, and few.
  @Test(arguments: [(1, 150), (2, 150), (3, 90), (4, 12), (5, 12), (6, 200)])
  func countsAreThoseOfEachRetirementByItself(seed: UInt64, size: Int) throws {
    let graph = TwinTests.randomCase(seed: 500_000 + seed, nodes: size).sketch.graph
    let analysis = ImpactAnalysis(graph: graph)
    let nodes = Array(graph.nodes)
    let found = analysis.counts(ifRetired: nodes)
    for (node, counts) in zip(nodes, found) {
      let report = analysis.retire(ImpactScenario(retired: [node]))
      #expect([counts.broken, counts.degraded, counts.review] == self.counts(report))
    }
    let ranking = analysis.ranking(of: nodes, limit: 10)
    #expect(ranking.count <= 10 && ranking.allSatisfy { $0.counts.total > 0 })
    for (a, b) in zip(ranking, ranking.dropFirst()) {
      let (x, y) = (a.counts, b.counts)
      #expect((x.broken, x.degraded, x.review) >= (y.broken, y.degraded, y.review))
    }
  }

  @Test func safeIsWhatMakesNothingWorse() throws {
    for seed in UInt64(600_000)..<600_120 {
      let graph = TwinTests.randomCase(seed: seed).sketch.graph
      let analysis = ImpactAnalysis(graph: graph)
      // Where the schema says nothing, nothing is called safe.
      if !analysis.hasImpactRules { continue }
      let safe = Set(analysis.safeToRetire(among: Array(graph.nodes)).map(\.element.node))
      for node in graph.nodes where !analysis.isInactive(node) {
        let report = analysis.retire(ImpactScenario(retired: [node]))
        #expect(safe.contains(node) == report.affected.allSatisfy(\.already), "seed \(seed)")
      }
    }
  }

  @Test func safeSaysWhy() throws {
    let graph = GraphSketch.clinic.graph
    let safe = ImpactAnalysis(graph: graph).safeToRetire(among: Array(graph.nodes))
    #expect(
      safe.map { "\($0.element.key) \($0.reason.rawValue)" } == [
        "di-2 unused", "di-3 unused", "di-4 unused", "doc-b unused", "di-1 already-affected", "dl-2 already-affected",
        "dl-old already-affected",
      ])
  }

  /// The least sum of broken nodes over all orders.
  func leastCost(_ nodes: [NodeIndex], _ analysis: ImpactAnalysis) -> Int {
    var best = Int.max
    func cost(of retired: [NodeIndex]) -> Int {
      analysis.retire(ImpactScenario(retired: retired)).counts.broken
    }
    func extend(_ order: [NodeIndex], _ sum: Int) {
      if order.count == nodes.count { best = min(best, sum) }
      for node in nodes where !order.contains(node) { extend(order + [node], sum + cost(of: order + [node])) }
    }
    extend([], 0)
    return best
  }

  @Test func planIsTheBestOfAllOrders() throws {
    for seed in UInt64(700_000)..<700_060 {
      var random = SplitMix64(seed: seed)
      let graph = TwinTests.randomCase(seed: seed, nodes: 12).sketch.graph
      let analysis = ImpactAnalysis(graph: graph, packing: .always)
      let nodes = Array(graph.nodes).filter { !analysis.isInactive($0) }.shuffled(using: &random).prefix(4)
      let plan = analysis.plan(retiring: Array(nodes))
      #expect(plan.method == .exact && plan.steps.count == nodes.count)
      #expect(plan.cost == leastCost(Array(nodes), analysis), "seed \(seed)")
      var retired: [NodeIndex] = []
      var brokenBefore: Set<NodeIndex> = []
      for step in plan.steps {
        retired.append(step.element.node)
        let report = analysis.retire(ImpactScenario(retired: retired))
        let broken = Set(report.affected.filter { $0.effect == .broken }.map(\.node))
        #expect(step.broken == broken.count)
        #expect(Set(step.newlyBroken.map(\.node)) == broken.subtracting(brokenBefore))
        brokenBefore = broken
      }
    }
  }

  @Test func usersGoBeforeWhatTheyUse() throws {
    var sketch = GraphSketch(schema: .clinic)
    sketch.node("a-doc", "Document")
    sketch.node("b-link", "DesignLink")
    sketch.node("c-item", "DesignItem")
    sketch.link("b-link", "LINKS_TO", "a-doc")
    sketch.link("c-item", "USES", "b-link")
    let graph = sketch.graph
    let plan = ImpactAnalysis(graph: graph).plan(retiring: Array(graph.nodes))
    #expect(plan.steps.map(\.element.key) == ["c-item", "b-link", "a-doc"])
    #expect(plan.cost == 0)
  }

  /// Each step looked at anew for every member that is left; of equal ones the first by key.
  func exhaustivelyGreedy(_ nodes: [NodeIndex], _ analysis: ImpactAnalysis) -> [String] {
    var left = analysis.retire(ImpactScenario(retired: nodes)).retired
    var retired: [NodeIndex] = []
    var order: [String] = []
    while !left.isEmpty {
      let broken = left.map { analysis.retire(ImpactScenario(retired: retired + [$0.node])).counts.broken }
      guard let least = broken.min(), let position = broken.firstIndex(of: least) else { break }
      let next = left.remove(at: position)
      retired.append(next.node)
      order.append(next.key)
    }
    return order
  }

  @Test func eachGreedyStepIsTheBestByItself() throws {
    for seed in UInt64(900_000)..<900_080 {
      var random = SplitMix64(seed: seed)
      let graph = TwinTests.randomCase(seed: seed, nodes: Int.random(in: 20...45, using: &random)).sketch.graph
      let analysis = ImpactAnalysis(graph: graph)
      let active = graph.nodes.filter { !analysis.isInactive($0) }.shuffled(using: &random)
      let nodes = Array(active.prefix(Int.random(in: 13...25, using: &random)))
      if nodes.count < 13 { continue }
      let plan = analysis.plan(retiring: nodes)
      #expect(plan.method == .greedy)
      #expect(plan.steps.map(\.element.key) == exhaustivelyGreedy(nodes, analysis), "seed \(seed)")
    }
  }

  @Test func longWorkStopsWhenItIsTold() {
    struct Stop: Error {}
    let graph = TwinTests.randomCase(seed: 800_002, nodes: 90).sketch.graph
    let analysis = ImpactAnalysis(graph: graph)
    #expect(throws: Stop.self) { try analysis.plan(retiring: Array(graph.nodes)) { throw Stop() } }
    #expect(throws: Stop.self) { try analysis.counts(ifRetired: Array(graph.nodes)) { throw Stop() } }
  }

  /// Sets too large to try all orders: each step is told as it is.
  @Test(arguments: [30, 230])
  func largeSetsArePlannedGreedily(size: Int) throws {
    let graph = TwinTests.randomCase(seed: 800_001, nodes: size + 60).sketch.graph
    let analysis = ImpactAnalysis(graph: graph)
    let nodes = Array(graph.nodes).filter { !analysis.isInactive($0) }.prefix(size)
    let plan = analysis.plan(retiring: Array(nodes))
    #expect(plan.method != .exact && plan.steps.count == nodes.count)
    let all = analysis.retire(ImpactScenario(retired: Array(nodes)))
    #expect(plan.steps.last?.broken == all.counts.broken)
  }
}
