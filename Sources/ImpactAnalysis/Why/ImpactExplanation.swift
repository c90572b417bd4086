public import GraphModel

/// Why a scenario affects one node, or why it does not.
public struct ImpactExplanation: Sendable {
  /// A relationship whose mending alone makes the effect less, or go away.
  public struct Mending: Sendable {
    public let relationship: RelationshipIndex
    public let type: String
    /// The end that hangs on the other.
    public let dependent: ImpactElement
    public let other: ImpactElement
    /// What happens to the target without it; `nil`: nothing any more.
    public let remaining: ImpactEffect?
  }

  /// Why a node is not affected.
  public enum Reason: String, Sendable {
    /// The scenario retires it, or puts it under review.
    case named
    /// It is inactive beforehand.
    case inactive
    /// What the scenario names is inactive beforehand.
    case nothingActive = "nothing-active"
    /// The schema declares no consequences at all.
    case noRules = "no-rules"
    /// It hangs on what is retired only over nodes that are inactive.
    case inactiveBetween = "inactive-between"
    /// It hangs on what is retired, but the schema's tables pass nothing so far.
    case passesNothing = "passes-nothing"
    /// It does not hang on what is retired.
    case noChain = "no-chain"
  }

  public let target: ImpactElement
  /// What happens to it; `nil`: nothing.
  public let effect: ImpactEffect?
  /// Why nothing happens to it.
  public let reason: Reason?
  /// Shortest chains that produce exactly the effect, by keys and then by types.
  public let chains: [ImpactChain]
  /// How many there are in all, at most `UInt64.max`.
  public let chainCount: UInt64
  /// In the order of the first chain, from the beginning.
  public let mendings: [Mending]
  /// The answer to the whole scenario.
  public let report: ImpactReport

  public var distance: Int { chains.first?.length ?? 0 }
}

extension ImpactAnalysis {
  /// So many chains are told unless more are asked for.
  public static let usualChains = 20

  /// Why a node is affected as a report says: all shortest chains that produce exactly its effect, and the single
  /// relationships without which the effect is less.
  ///
  /// Such a relationship stands on every chain; each that does is left out in turn, and the levels are propagated anew.
  /// - Parameters:
  ///   - report: what `retire` answered for the same graph.
  ///   - limit: of the chains that are told; all are counted.
  /// - Complexity: O(*r* · *d*) for *r* relationships at what the scenario touches and *d* steps of a chain.
  public func explain(_ target: NodeIndex, in report: ImpactReport, limit: Int = usualChains) -> ImpactExplanation {
    let graph = engine.packed()
    let starts = packedStarts(of: report, on: graph)
    let place = UInt32(graph.place(of: target))
    var walk = LevelWalk(graph: graph)
    walk.add(starts)
    let level = walk.levels[Int(place)]
    func answer(
      _ effect: ImpactEffect?, _ reason: ImpactExplanation.Reason?, _ chains: [ImpactChain] = [], _ count: UInt64 = 0,
      _ mendings: [ImpactExplanation.Mending] = []
    ) -> ImpactExplanation {
      ImpactExplanation(
        target: names.element(target), effect: effect, reason: reason, chains: chains, chainCount: count,
        mendings: mendings, report: report)
    }
    let isNamed = starts.contains { $0.place == place && $0.level == level }
    guard !isNamed, let effect = ImpactEffect(rawValue: Int(level)) else {
      return answer(nil, reason(for: target, isNamed: isNamed, in: report))
    }
    let minimal = MinimalChains(graph: graph, starts: starts, target: place, level: level)
    let chains = minimal.chains(limit: max(1, limit))
    var mendings: [ImpactExplanation.Mending] = []
    for position in chains[0] where chains.allSatisfy({ $0.contains(position) }) {
      walk.takeBack(to: 0)
      walk.add(starts, without: position)
      let left = walk.levels[Int(place)]
      if left < level { mendings.append(mending(at: position, of: graph, left)) }
    }
    return answer(
      effect, nil, chains.prefix(max(0, limit)).map { chain(along: $0, starts, on: graph) }, minimal.count, mendings)
  }

  /// What the scenario of a report begins with, as far as it was active: by place.
  func packedStarts(of report: ImpactReport, on graph: DependencyGraph) -> [PackedStart] {
    let replaced = Set(report.replaced.map(\.old.node))
    let retired = report.retired.map { ($0.node, ImpactLevel.retired) }
    let reviewed = report.underReview.map { ($0.node, ImpactLevel.level(.review)) }
    return (retired + reviewed).filter { !rules.isInactive($0.0, in: self.graph) }
      .map {
        PackedStart(place: UInt32(graph.place(of: $0.0)), level: $0.1, isReplaced: replaced.contains($0.0))
      }
      .sorted { $0.place < $1.place }
  }

  private func mending(at position: Int, of packed: DependencyGraph, _ left: UInt8) -> ImpactExplanation.Mending {
    let relationship = RelationshipIndex(packed.relationships[position])
    let dependent = packed.node(at: Int(packed.dependents[position]))
    let ends = (graph.start(of: relationship), graph.end(of: relationship))
    return ImpactExplanation.Mending(
      relationship: relationship, type: graph.symbols.name(of: graph.type(of: relationship)),
      dependent: names.element(dependent), other: names.element(ends.0 == dependent ? ends.1 : ends.0),
      remaining: ImpactEffect(rawValue: Int(left)))
  }

  private func chain(along positions: [Int], _ starts: [PackedStart], on packed: DependencyGraph) -> ImpactChain {
    let first = RelationshipIndex(packed.relationships[positions[0]])
    let next = packed.dependents[positions[0]]
    let ends = [graph.start(of: first), graph.end(of: first)].map { UInt32(packed.place(of: $0)) }
    let place = ends[0] == next ? ends[1] : ends[0]
    let start = starts.first { $0.place == place }
    var places = [place]
    var slots = [ImpactSteps.none]
    var levels = [start?.level ?? ImpactLevel.retired]
    for (step, position) in positions.enumerated() {
      var level = packed.effect(at: position, of: levels[step])
      if step == 0, start?.isReplaced == true, level == ImpactLevel.broken { level = ImpactLevel.repoint }
      places.append(packed.dependents[position])
      slots.append(UInt32(position))
      levels.append(level)
    }
    let steps = ImpactSteps(
      places: places, slots: slots, previous: places.indices.map { $0 == 0 ? ImpactSteps.none : UInt32($0 - 1) },
      levels: levels, layers: Array(places.indices), packed: packed)
    return ImpactChain(steps: ChainSteps(steps), last: places.count - 1)
  }

  // MARK: Why not

  private func reason(for target: NodeIndex, isNamed: Bool, in report: ImpactReport) -> ImpactExplanation.Reason {
    let starts = (report.retired + report.underReview).map(\.node)
    if isNamed { return .named }
    if rules.isInactive(target, in: graph) { return .inactive }
    if starts.contains(target) { return .named }
    if rules.carriers.isEmpty { return .noRules }
    let active = starts.filter { !rules.isInactive($0, in: graph) }
    if active.isEmpty { return .nothingActive }
    if hangs(target, on: active, overInactive: false) { return .passesNothing }
    return hangs(target, on: active, overInactive: true) ? .inactiveBetween : .noChain
  }

  /// Whether a node hangs on others by relationships that could pass something on, whatever their tables say.
  private func hangs(_ target: NodeIndex, on starts: [NodeIndex], overInactive: Bool) -> Bool {
    var seen = Set(starts)
    var open = starts
    var neighbours: [Neighbour] = []
    while let node = open.popLast() {
      for carrier in rules.carriers {
        neighbours.removeAll(keepingCapacity: true)
        graph.appendRelationships(
          of: node, carrier.dependentEnd == .from ? .incoming : .outgoing, types: [carrier.type], to: &neighbours)
        for neighbour in neighbours where !graph.isDeleted(neighbour.node) {
          if neighbour.node == target { return true }
          if !overInactive, rules.isInactive(neighbour.node, in: graph) { continue }
          if seen.insert(neighbour.node).inserted { open.append(neighbour.node) }
        }
      }
    }
    return false
  }
}
