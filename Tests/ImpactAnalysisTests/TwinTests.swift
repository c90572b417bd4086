import GraphModel
import ImpactAnalysis
import SeededRandom
import TestGraphs
import Testing

/// Random graphs, random tables, random scenarios: the fast analysis says what the slow twin says.
@Suite struct TwinTests {
  /// A graph both ways, and what to ask of it.
  struct Case {
    var sketch: GraphSketch
    var twin: SlowTwin
    var retired: Set<Int> = []
    var reviewed: Set<Int> = []
    var replaced: [Int: Int] = [:]
  }

  static func randomTable(_ random: inout SplitMix64) -> ImpactTable {
    while true {
      var entries: [ImpactState: ImpactState] = [:]
      for state in ImpactState.allCases where Bool.random(using: &random) {
        entries[state] = [.review, .degraded, .broken].randomElement(using: &random)
      }
      if ImpactTable.isMonotone(entries) { return ImpactTable(entries) }
    }
  }

  static func randomCase(seed: UInt64, nodes: Int? = nil) -> Case {
    var random = SplitMix64(seed: seed)
    let nodeCount = nodes ?? Int.random(in: 2...12, using: &random)
    let typeNames = ["T1", "T2", "B", "Å"].prefix(Int.random(in: 1...4, using: &random))
    var types: [RelationshipType] = []
    for name in typeNames {
      types.append(
        RelationshipType(
          name: name, from: ["Thing"], to: ["Thing"], dependentEnd: Bool.random(using: &random) ? .from : .to,
          impact: randomTable(&random)))
    }
    let schema = Schema(
      kinds: [NodeKind(name: "Thing", inactive: ["status": ["gone"]])], relationshipTypes: types)
    var sketch = GraphSketch(schema: schema)
    // Keys of different lengths and beyond the first sixteen bytes, in no order.
    let keys = (0..<nodeCount).map {
      ["n\($0)", "a-very-long-key-\(nodeCount - $0)", "é\($0)", "z"][$0 % 4] + "\($0 % 3)-\($0)"
    }
    var inactive: Set<Int> = []
    for (number, key) in keys.enumerated() {
      let isInactive = Int.random(in: 0..<7, using: &random) == 0
      if isInactive { inactive.insert(number) }
      sketch.node(key, "Thing", ["status": isInactive ? "gone" : "here"])
    }
    var links: [SlowTwin.Link] = []
    for _ in 0..<Int.random(in: 0...(3 * nodeCount), using: &random) {
      guard let type = types.randomElement(using: &random) else { continue }
      let from = Int.random(in: 0..<nodeCount, using: &random)
      let to = Int.random(in: 0..<nodeCount, using: &random)
      sketch.link(keys[from], type.name, keys[to])
      let isFrom = type.dependentEnd == .from
      links.append(SlowTwin.Link(type: type.name, dependent: isFrom ? from : to, other: isFrom ? to : from))
    }
    var result = Case(
      sketch: sketch,
      twin: SlowTwin(
        keys: keys, tables: Dictionary(uniqueKeysWithValues: types.map { ($0.name, $0.impact) }), links: links,
        inactive: inactive))
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      result.retired.insert(Int.random(in: 0..<nodeCount, using: &random))
    }
    if Int.random(in: 0..<4, using: &random) == 0 {
      result.reviewed.insert(Int.random(in: 0..<nodeCount, using: &random))
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      let old = Int.random(in: 0..<nodeCount, using: &random)
      let new = Int.random(in: 0..<nodeCount, using: &random)
      result.retired.insert(old)
      if !result.retired.contains(new), !inactive.contains(new) { result.replaced[old] = new }
    }
    result.reviewed.subtract(result.retired)
    return result
  }

  func check(_ example: Case, on graph: GraphView, seed: UInt64) throws {
    for packing in [ImpactAnalysis.Packing.never, .always] {
      try check(example, on: graph, seed: seed, ImpactAnalysis(graph: graph, packing: packing))
    }
  }

  func check(_ example: Case, on graph: GraphView, seed: UInt64, _ analysis: ImpactAnalysis) throws {
    let keys = example.twin.keys
    let nodes = try keys.map { try graph.node($0) }
    let report = analysis.retire(
      ImpactScenario(
        retired: example.retired.map { nodes[$0] }, underReview: example.reviewed.map { nodes[$0] },
        replacements: example.replaced.map { .init(old: nodes[$0.key], new: nodes[$0.value]) }))
    var starts: [Int: Int] = [:]
    for node in example.reviewed { starts[node] = 2 }
    for node in example.retired { starts[node] = 5 }
    let expected = example.twin.affected(starts: starts, replaced: Set(example.replaced.keys))

    var found: [Int: SlowTwin.Affected] = [:]
    for element in report.affected {
      let number = try #require(keys.firstIndex { $0.isIdenticalText(to: element.key) })
      let chain = try report.because(element).map { key in
        try #require(keys.firstIndex { $0.isIdenticalText(to: key) })
      }
      #expect(element.distance == chain.count - 1)
      found[number] = SlowTwin.Affected(
        level: element.effect.rawValue, chain: SlowTwin.Chain(nodes: chain, via: report.via(element)),
        already: element.already)
    }
    #expect(found == expected, "seed \(seed)")
    #expect(report.affected.count == found.count)
    #expect(report.counts.total == found.count)
    try checkChains(of: report, on: graph)
    checkOrder(of: report)
    // The scratch space is used again.
    let again = analysis.retire(ImpactScenario(retired: example.retired.map { nodes[$0] }))
    let fresh = ImpactAnalysis(graph: graph).retire(ImpactScenario(retired: example.retired.map { nodes[$0] }))
    #expect(again.json(language: .english) == fresh.json(language: .english))
  }

  /// Each chain is there relationship by relationship, and makes its effect state by state.
  func checkChains(of report: ImpactReport, on graph: GraphView) throws {
    let schema = try #require(graph.schema)
    let replaced = Set(report.replaced.map(\.old.node))
    for element in report.affected {
      let chain = element.chain
      let (nodes, states) = (chain.nodes, chain.states)
      #expect(states.last == .some(ImpactState(rawValue: element.effect.rawValue - 1)))
      for (step, relationship) in chain.relationships.enumerated() {
        let type = try #require(schema.relationshipType(named: graph.symbols.name(of: graph.type(of: relationship))))
        let ends = (graph.start(of: relationship), graph.end(of: relationship))
        let isFrom = type.dependentEnd == .from
        #expect((isFrom ? ends.0 : ends.1) == nodes[step + 1])
        #expect((isFrom ? ends.1 : ends.0) == nodes[step])
        let effect = type.impact.effect(of: try #require(states[step]))
        let repoints = effect == .broken && replaced.contains(nodes[step])
        #expect(states[step + 1] == (repoints ? nil : effect))
      }
    }
  }

  func checkOrder(of report: ImpactReport) {
    for (a, b) in zip(report.affected, report.affected.dropFirst()) {
      if a.effect != b.effect {
        #expect(a.effect > b.effect)
      } else if a.distance != b.distance {
        #expect(a.distance < b.distance)
      } else {
        #expect(a.key.precedesByCodePoints(b.key))
      }
    }
  }

  @Test(arguments: 0..<10)
  func agreesWithTheSlowTwin(block: UInt64) throws {
    for seed in (block * 300)..<(block * 300 + 300) {
      let example = TwinTests.randomCase(seed: seed)
      try check(example, on: example.sketch.graph, seed: seed)
    }
  }

  @Test func agreesWithTheSlowTwinOnAnOverlay() throws {
    for seed in UInt64(100_000)..<100_300 {
      let example = TwinTests.randomCase(seed: seed)
      try check(example, on: example.sketch.graphInOverlay, seed: seed)
    }
  }

  /// Large enough that small questions sort by keys and large ones by ranks.
  @Test func agreesWithTheSlowTwinOnLargerGraphs() throws {
    for seed in UInt64(200_000)..<200_016 {
      let example = TwinTests.randomCase(seed: seed, nodes: 160)
      try check(example, on: example.sketch.graph, seed: seed)
    }
  }

  /// A node on which all others hang, over several types at once, in a ring that leads back.
  @Test func agreesWithTheSlowTwinOnHubs() throws {
    for seed in UInt64(300_000)..<300_008 {
      var example = TwinTests.randomCase(seed: seed, nodes: 120)
      var random = SplitMix64(seed: seed)
      let types = example.sketch.schema?.relationshipTypes ?? []
      let keys = example.twin.keys
      func link(_ dependent: Int, on other: Int) {
        guard let type = types.randomElement(using: &random) else { return }
        let isFrom = type.dependentEnd == .from
        example.sketch.link(keys[isFrom ? dependent : other], type.name, keys[isFrom ? other : dependent])
        example.twin.links.append(SlowTwin.Link(type: type.name, dependent: dependent, other: other))
      }
      for node in 1..<120 {
        link(node, on: 0)
        link(node, on: (node + 1) % 120)
      }
      example.retired = seed % 2 == 0 ? [0] : [0, 7, 40]
      example.reviewed = []
      example.replaced = [:]
      try check(example, on: example.sketch.graph, seed: seed)
    }
  }

  @Test func askingFromManyThreadsIsSafe() async throws {
    let example = TwinTests.randomCase(seed: 200_007, nodes: 250)
    let graph = example.sketch.graph
    let analysis = ImpactAnalysis(graph: graph)
    let alone = (0..<50).map { node in
      ImpactAnalysis(graph: graph).retire(ImpactScenario(retired: [NodeIndex(node)])).json(language: .english)
    }
    await withTaskGroup(of: Bool.self) { group in
      for node in 0..<50 {
        group.addTask {
          analysis.retire(ImpactScenario(retired: [NodeIndex(UInt32(node))])).json(language: .english) == alone[node]
        }
      }
      for await same in group { #expect(same) }
    }
  }
}
