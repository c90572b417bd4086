import GraphModel

/// One step of a chain: a node, the level it got there, and the step it got it from.
struct ImpactStep: BitwiseCopyable {
  let node: NodeIndex
  /// Where the chain begins it is none of the graph.
  let relationship: RelationshipIndex
  /// -1 where the chain begins.
  let previous: Int32
  let distance: Int32
  let level: UInt8
}

/// Carries the levels of a scenario's nodes through the graph, nearest first.
///
/// The meaning is the least fixpoint: a node has the worst effect that reaches it. Since tables never fall, a table of
/// the worse of two states is the worse of the two tables' effects; so the fixpoint is also the worst over all chains,
/// and a breadth-first walk over pairs of node and level finds it together with the shortest chain to each. A pair is
/// walked on from only if no level as bad had reached its node before: what an earlier, worse one brings is no later and
/// no less. A node is therefore walked on from at most three times.
///
/// Among chains of one length the first by keys must win, then the first by types' names. The walk takes each layer in
/// the order of its chains, so whatever reaches a pair first is its chain. That order needs no comparing of chains:
/// it is the order of the chains they extend, then of the new keys. `Place` says which chains of a layer are alike.
///
/// - Complexity: O(*r* + *t* log *t*) for *t* nodes touched and *r* relationships at them.
struct Propagation {
  /// Where a chain stands in its layer.
  private struct Place {
    var step: Int32
    /// Equal for chains with the same keys.
    var keys: UInt32
    /// Among those, equal for chains with the same types; rising with their order.
    var types: UInt32
  }

  struct Start {
    var node: NodeIndex
    var level: UInt8
    /// What would break here repoints instead.
    var isReplaced = false
  }

  private let graph: GraphView
  private let rules: PropagationRules
  private let names: ElementNames?
  private let hasOverlay: Bool
  private(set) var steps: [ImpactStep] = []
  private var scratch: PropagationScratch
  private var replaced: Set<NodeIndex> = []
  /// Inactive nodes that were met.
  private var closed: [NodeIndex] = []
  private var ranks: [UInt32]?
  private var next: [Place] = []
  private var buffer: [Neighbour] = []

  /// - Parameter names: gives the order of chains; without it chains are not the first of their length, but levels and
  ///   distances are the same.
  init(graph: GraphView, rules: PropagationRules, names: ElementNames?, scratch: PropagationScratch) {
    self.graph = graph
    self.rules = rules
    self.names = names
    self.scratch = scratch
    hasOverlay = graph.overlay != nil
  }

  /// - Parameter starts: in order of key, each node once, all of them present.
  mutating func run(_ starts: [Start]) {
    var layer: [Place] = []
    for (number, start) in starts.enumerated() {
      let step = append(start.node, RelationshipIndex(.max), previous: -1, distance: 0, level: start.level)
      if start.level != ImpactLevel.closed { layer.append(Place(step: step, keys: UInt32(number), types: 0)) }
      if start.isReplaced { replaced.insert(start.node) }
    }
    while !layer.isEmpty {
      next.removeAll(keepingCapacity: true)
      var classes: UInt32 = 0
      var position = 0
      while position < layer.count {
        let keys = layer[position].keys
        var end = position + 1
        while end < layer.count, layer[end].keys == keys { end += 1 }
        let first = next.count
        extend(layer[position..<end])
        order(from: first, classes: &classes)
        position = end
      }
      swap(&layer, &next)
    }
  }

  /// Whether a step gives its node the level that stays. A node gets each level once only.
  func isFinal(_ step: ImpactStep) -> Bool { scratch[step.node] == step.level }

  /// Gives the scratch space back, wiped out for the next run; what has levels to be asked for is over.
  mutating func returnScratch() -> PropagationScratch {
    for step in steps { scratch[step.node] = ImpactLevel.none }
    for node in closed { scratch[node] = ImpactLevel.none }
    defer { scratch = PropagationScratch(nodes: 0) }
    return scratch
  }

  /// What the run found; before the scratch space is returned.
  func findings() -> ImpactFindings {
    var layers: [Int] = []
    for (number, step) in steps.enumerated() where Int(step.distance) == layers.count { layers.append(number) }
    let order = affectedSteps()
    var counts = ImpactCounts()
    for step in order { ImpactEffect(rawValue: Int(steps[Int(step)].level)).map { counts.count($0) } }
    return ImpactFindings(
      steps: ImpactSteps(
        places: steps.map(\.node.raw), slots: steps.map(\.relationship.raw),
        previous: steps.map { $0.previous < 0 ? ImpactSteps.none : UInt32($0.previous) }, levels: steps.map(\.level),
        layers: layers),
      order: order, counts: counts)
  }

  /// The steps that gave affected nodes their effects: worst first, then by distance and key.
  private func affectedSteps() -> [UInt32] {
    var groups: [[UInt32]] = []
    // Steps stand in order of distance; what is left is effect and key.
    for effect in ImpactEffect.allCases.reversed() {
      var distance: Int32 = -1
      for (number, step) in steps.enumerated()
      where Int(step.level) == effect.rawValue && step.distance > 0 && isFinal(step) {
        if step.distance != distance {
          groups.append([])
          distance = step.distance
        }
        groups[groups.count - 1].append(UInt32(number))
      }
    }
    guard let names else { return Array(groups.joined()) }
    return groups.flatMap { group in
      names.orderByKey(group.map { steps[Int($0)].node }).map { group[$0] }
    }
  }

  // MARK: One layer

  /// Walks on from chains with the same keys.
  private mutating func extend(_ chains: ArraySlice<Place>) {
    var order: UInt32 = 0
    var position = chains.startIndex
    while position < chains.endIndex {
      let types = chains[position].types
      var end = position + 1
      while end < chains.endIndex, chains[end].types == types { end += 1 }
      for carrier in rules.carriers {
        for place in chains[position..<end] { follow(carrier, from: place.step, order: order) }
        order += 1
      }
      position = end
    }
  }

  /// Puts the chains that `extend` added last in their order.
  private mutating func order(from first: Int, classes: inout UInt32) {
    if next.count - first > 1, let names {
      if ranks == nil { ranks = names.ranks(beforeSorting: next.count - first) }
      if let ranks {
        sort(from: first, by: ranks)
      } else {
        let places = Array(next[first...])
        let order = names.orderByKey(places.map { node($0) })
        for (offset, position) in order.enumerated() { next[first + offset] = places[position] }
      }
    }
    number(from: first, classes: &classes)
  }

  /// Sorts by rank; chains with the same keys stay in the order in which they were found.
  private mutating func sort(from first: Int, by ranks: [UInt32]) {
    func isBefore(_ a: Place, _ b: Place) -> Bool {
      let (x, y) = (ranks[Int(node(a).raw)], ranks[Int(node(b).raw)])
      return x != y ? x < y : a.step < b.step
    }
    if next.count - first > 16 {
      let places = next[first...].sorted(by: isBefore)
      for (offset, place) in places.enumerated() { next[first + offset] = place }
      return
    }
    for end in (first + 1)..<next.count {
      let place = next[end]
      var position = end
      while position > first, isBefore(place, next[position - 1]) {
        next[position] = next[position - 1]
        position -= 1
      }
      next[position] = place
    }
  }

  private mutating func number(from first: Int, classes: inout UInt32) {
    for position in first..<next.count {
      let isSame = position > first && node(next[position]) == node(next[position - 1])
      if !isSame { classes += 1 }
      next[position].keys = classes
    }
  }

  private func node(_ place: Place) -> NodeIndex { steps[Int(place.step)].node }

  private mutating func follow(_ carrier: PropagationRules.Carrier, from step: Int32, order: UInt32) {
    let source = steps[Int(step)]
    var effect = carrier.effect(of: source.level)
    if effect == ImpactLevel.none { return }
    if effect == ImpactLevel.broken, source.distance == 0, replaced.contains(source.node) {
      effect = ImpactLevel.repoint
    }
    if hasOverlay {
      buffer.removeAll(keepingCapacity: true)
      graph.appendRelationships(
        of: source.node, carrier.dependentEnd == .from ? .incoming : .outgoing, types: [carrier.type], to: &buffer)
      for neighbour in buffer where !graph.isDeleted(neighbour.node) {
        reach(neighbour.node, by: neighbour.relationship, from: step, source, effect, order)
      }
    } else {
      carrier.relationships?.forEach(at: source.node) { relationship, dependent in
        reach(dependent, by: relationship, from: step, source, effect, order)
      }
    }
  }

  @inline(__always)
  private mutating func reach(
    _ node: NodeIndex, by relationship: RelationshipIndex, from step: Int32, _ source: ImpactStep, _ level: UInt8,
    _ order: UInt32
  ) {
    let known = scratch[node]
    if known >= level { return }
    if known == ImpactLevel.none, rules.isInactive(node, in: graph) {
      closed.append(node)
      scratch[node] = ImpactLevel.closed
      return
    }
    let reached = append(node, relationship, previous: step, distance: source.distance + 1, level: level)
    if level > ImpactLevel.repoint { next.append(Place(step: reached, keys: 0, types: order)) }
  }

  private mutating func append(
    _ node: NodeIndex, _ relationship: RelationshipIndex, previous: Int32, distance: Int32, level: UInt8
  ) -> Int32 {
    let number = steps.count
    steps.append(
      ImpactStep(node: node, relationship: relationship, previous: previous, distance: distance, level: level))
    scratch[node] = level
    return Int32(number)
  }
}
