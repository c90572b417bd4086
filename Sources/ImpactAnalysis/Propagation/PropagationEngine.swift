import GraphModel
import Synchronization

/// Propagates scenarios through one graph, on the relationships as they are stored or, once so much was asked that it
/// pays, on a packed form of them. Both give the same answer.
final class PropagationEngine: Sendable {
  /// Packing costs about as much as walking over so large a part of the nodes, one in so many.
  private static let packingShare = 4

  private struct State {
    var stepsTaken = 0
    var packed: DependencyGraph?
    /// What each node suffers from the inactive nodes alone.
    var levelsBefore: [UInt8]?
  }

  private let graph: GraphView
  private let rules: PropagationRules
  private let names: ElementNames
  private let packing: ImpactAnalysis.Packing
  private let scratch: PropagationScratchPool
  private let memories: PropagationMemoryPool
  private let state = Mutex(State())

  init(graph: GraphView, rules: PropagationRules, names: ElementNames, packing: ImpactAnalysis.Packing) {
    self.graph = graph
    self.rules = rules
    self.names = names
    self.packing = packing
    scratch = PropagationScratchPool(nodes: graph.nodeNumberBound)
    memories = PropagationMemoryPool(nodes: graph.nodeNumberBound)
  }

  /// The graph packed, now if it was not.
  /// - Complexity: O(*n* log *n* + *r*) for *n* nodes and *r* relationships, once.
  func packed() -> DependencyGraph {
    state.withLock { state in
      if let packed = state.packed { return packed }
      let packed = DependencyGraph(graph: graph, rules: rules, places: names.ranks())
      state.packed = packed
      return packed
    }
  }

  private func packedIfItPays() -> DependencyGraph? {
    switch packing {
    case .never: return nil
    case .always: return packed()
    case .whenItPays:
      let (known, pays) = state.withLock {
        ($0.packed, $0.stepsTaken > self.graph.nodeNumberBound / Self.packingShare)
      }
      return known ?? (pays ? packed() : nil)
    }
  }

  /// - Parameter starts: in order of key, each node once, all of them present.
  func findings(_ starts: [Propagation.Start]) -> ImpactFindings {
    if let packed = packedIfItPays() {
      return run(starts, on: packed) { propagation in
        let (order, counts) = propagation.affected()
        return ImpactFindings(steps: propagation.steps(), order: order, counts: ImpactCounts(levels: counts))
      }
    }
    var propagation = Propagation(graph: graph, rules: rules, names: names, scratch: scratch.take())
    propagation.run(starts)
    let findings = propagation.findings()
    let steps = propagation.steps.count
    scratch.put(back: propagation.returnScratch())
    state.withLock { $0.stepsTaken += steps }
    return findings
  }

  /// Walks over the packed graph, and lends the walk while its memory is not yet wiped out.
  func run<Result>(
    _ starts: [Propagation.Start], on packed: DependencyGraph, _ body: (inout PackedPropagation) -> Result
  ) -> Result {
    var propagation = PackedPropagation(graph: packed, memory: memories.take())
    propagation.run(
      starts.filter { $0.level != ImpactLevel.closed }.map {
        PackedStart(place: UInt32(packed.place(of: $0.node)), level: $0.level, isReplaced: $0.isReplaced)
      })
    let result = body(&propagation)
    memories.put(back: propagation.returnMemory())
    return result
  }

  /// By node; empty if no node is inactive.
  func levelsBeforeScenario() -> [UInt8] {
    state.withLock { state in
      if let known = state.levelsBefore { return known }
      var levels: [UInt8] = []
      let inactive = rules.inactiveNodes(in: graph)
      if !inactive.isEmpty {
        var propagation = Propagation(graph: graph, rules: rules, names: nil, scratch: scratch.take())
        propagation.run(inactive.map { Propagation.Start(node: $0, level: ImpactLevel.retired) })
        levels = [UInt8](repeating: 0, count: graph.nodeNumberBound)
        for step in propagation.steps where propagation.isFinal(step) { levels[Int(step.node.raw)] = step.level }
        scratch.put(back: propagation.returnScratch())
      }
      state.levelsBefore = levels
      return levels
    }
  }
}
