import GraphModel
import ImpactAnalysis
import TestGraphs
import Testing

@Suite struct ExplanationTests {
  /// All shortest chains with exactly the final effect, by listing every walk of that length.
  func slowChains(_ example: TwinTests.Case, to target: Int, level: Int, length: Int) -> [[Int]] {
    let twin = example.twin
    var walks: [(node: Int, level: Int, links: [Int])] = []
    for node in example.retired where !twin.inactive.contains(node) { walks.append((node, 5, [])) }
    for node in example.reviewed where !twin.inactive.contains(node) { walks.append((node, 2, [])) }
    for _ in 0..<length {
      var longer: [(node: Int, level: Int, links: [Int])] = []
      for walk in walks {
        for (number, link) in twin.links.enumerated()
        where link.other == walk.node && !twin.inactive.contains(link.dependent) {
          guard let state = ImpactState(rawValue: walk.level - 1),
            let effect = twin.tables[link.type]?.effect(of: state)
          else { continue }
          let isReplaced = walk.links.isEmpty && example.replaced[walk.node] != nil
          let level = isReplaced && effect == .broken ? 1 : effect.rawValue + 1
          if example.retired.contains(link.dependent) { continue }
          longer.append((link.dependent, level, walk.links + [number]))
        }
      }
      walks = longer
    }
    return walks.filter { $0.node == target && $0.level == level }.map(\.links)
  }

  @Test(arguments: 0..<6)
  func agreesWithAllWalks(block: UInt64) throws {
    for seed in (block * 60)..<(block * 60 + 60) {
      let example = TwinTests.randomCase(seed: 400_000 + seed, nodes: 7)
      let graph = example.sketch.graph
      let nodes = try example.twin.keys.map { try graph.node($0) }
      let analysis = ImpactAnalysis(graph: graph, packing: .always)
      let report = analysis.retire(
        ImpactScenario(
          retired: example.retired.map { nodes[$0] }, underReview: example.reviewed.map { nodes[$0] },
          replacements: example.replaced.map { .init(old: nodes[$0.key], new: nodes[$0.value]) }))
      var starts: [Int: Int] = [:]
      for node in example.reviewed { starts[node] = 2 }
      for node in example.retired { starts[node] = 5 }
      let replaced = Set(example.replaced.keys)
      for number in nodes.indices {
        let explanation = analysis.explain(nodes[number], in: report, limit: 500)
        let element = report.affected.first { $0.node == nodes[number] }
        #expect(explanation.effect == element?.effect)
        guard let element else {
          #expect(explanation.reason != nil && explanation.chains.isEmpty)
          continue
        }
        let slow = slowChains(example, to: number, level: element.effect.rawValue, length: element.distance)
        #expect(explanation.chainCount == UInt64(slow.count), "seed \(seed)")
        #expect(explanation.chains.count == min(500, slow.count))
        #expect(explanation.chains.first?.nodes == element.chain.nodes)
        #expect(Set(explanation.chains.map(\.relationships)).count == explanation.chains.count)
        for chain in explanation.chains {
          #expect(chain.length == element.distance)
          #expect(chain.states.last == .some(ImpactState(rawValue: element.effect.rawValue - 1)))
        }
        try checkMendings(explanation, example, starts, replaced, number, element.effect)
      }
    }
  }

  /// Every relationship in turn is taken out of the slow twin.
  func checkMendings(
    _ explanation: ImpactExplanation, _ example: TwinTests.Case, _ starts: [Int: Int], _ replaced: Set<Int>,
    _ target: Int, _ effect: ImpactEffect
  ) throws {
    var expected: [String: Int] = [:]
    for (number, link) in example.twin.links.enumerated() {
      var twin = example.twin
      twin.links.remove(at: number)
      let level = twin.levels(starts: starts, replaced: replaced)[target]
      if level < effect.rawValue {
        expected["\(link.type) \(twin.keys[link.dependent]) \(twin.keys[link.other])"] = level
      }
    }
    let found = Dictionary(
      uniqueKeysWithValues: explanation.mendings.map {
        ("\($0.type) \($0.dependent.key) \($0.other.key)", $0.remaining?.rawValue ?? 0)
      })
    #expect(found == expected)
  }

  @Test func chainsBeyondTheLimitAreCounted() throws {
    var sketch = GraphSketch(schema: .clinic)
    sketch.node("d", "Document")
    sketch.node("i", "DesignItem")
    for number in 0..<30 {
      sketch.node("l\(number)", "DesignLink")
      sketch.link("l\(number)", "LINKS_TO", "d")
      sketch.link("i", "USES", "l\(number)")
    }
    let graph = sketch.graph
    let analysis = ImpactAnalysis(graph: graph)
    let report = analysis.retire(ImpactScenario(retired: [try graph.node("d")]))
    let explanation = analysis.explain(try graph.node("i"), in: report)
    #expect(explanation.chainCount == 30 && explanation.chains.count == 20)
    #expect(explanation.mendings.isEmpty)
    #expect(
      ImpactNarrative(report, language: .swedish).sentences(on: explanation).last
        == "Ingen enskild koppling botar det: följden kommer flera vägar.")
  }

  @Test func saysWhyNot() throws {
    let graph = GraphSketch.clinic.graph
    let analysis = ImpactAnalysis(graph: graph)
    func reason(_ target: String, retiring keys: String...) throws -> ImpactExplanation.Reason? {
      let report = analysis.retire(ImpactScenario(retired: try keys.map(graph.node)))
      return analysis.explain(try graph.node(target), in: report).reason
    }
    #expect(try reason("doc-a", retiring: "doc-a") == .named)
    #expect(try reason("di-gone", retiring: "doc-a") == .inactive)
    #expect(try reason("dl-old", retiring: "doc-old") == .nothingActive)
    #expect(try reason("doc-b", retiring: "doc-a") == .noChain)
    #expect(try reason("di-4", retiring: "doc-c") == nil)
    let gap = GraphSketch.clinicWithGap
    let package = try gap.node("di-9")
    let report = ImpactAnalysis(graph: gap).retire(ImpactScenario(retired: [try gap.node("dl-9")]))
    #expect(ImpactAnalysis(graph: gap).explain(package, in: report).reason == .inactiveBetween)
  }

  @Test func mendingIsToldInWords() throws {
    let graph = GraphSketch.clinic.graph
    let analysis = ImpactAnalysis(graph: graph)
    let report = analysis.retire(ImpactScenario(retired: [try graph.node("doc-a")]))
    let explanation = analysis.explain(try graph.node("di-1"), in: report)
    #expect(explanation.mendings.map(\.type) == ["LINKS_TO", "USES"])
    #expect(
      explanation.mendings.map(ImpactNarrative(report, language: .swedish).sentence(on:)) == [
        "Åtgärda detta, så händer inget med det: designlänk ”Länk till rutinen” länkar till styrande dokument ”Rutin "
          + "höftfraktur”.",
        "Åtgärda detta, så händer inget med det: designobjekt ”Ordinationsmall höft” använder designlänk ”Länk till "
          + "rutinen”.",
      ])
  }
}

extension GraphSketch {
  /// An item that contains an inactive one, which uses a link.
  fileprivate static var clinicWithGap: GraphView {
    var sketch = GraphSketch(schema: .clinic)
    sketch.node("dl-9", "DesignLink")
    sketch.node("di-8", "DesignItem", ["status": "retired"])
    sketch.node("di-9", "DesignItem")
    sketch.link("di-8", "USES", "dl-9")
    sketch.link("di-9", "CONTAINS", "di-8")
    return sketch.graph
  }
}
