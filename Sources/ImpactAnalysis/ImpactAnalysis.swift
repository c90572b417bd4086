public import GraphModel
import Synchronization

/// Tells what happens to a graph when some of its nodes are taken away.
///
/// Everything it knows stands in the graph's schema: which relationship types pass what on, from which end, and which
/// nodes are inactive. A graph without a schema has no impact at all.
///
/// A node has the worst effect that reaches it. Nodes that are inactive beforehand are neither affected nor pass
/// anything on, also where the scenario names them. An affected node is marked *already* if it was at least as bad
/// before: if the same or a worse effect reaches it from the inactive nodes alone, taken as retired, without the
/// scenario. For *repoint* that is: if it was broken before.
///
/// It can be asked any number of times and from any number of threads, and remembers what is common to all questions.
/// - Source: contract §4.
public final class ImpactAnalysis: Sendable {
  let graph: GraphView
  let rules: PropagationRules
  let names: ElementNames
  private let scratch: PropagationScratchPool
  /// What each node suffers from the inactive nodes alone.
  private let levelsBefore = Mutex<[UInt8]?>(nil)

  public init(graph: GraphView) {
    self.graph = graph
    rules = PropagationRules(graph: graph)
    names = ElementNames(graph)
    scratch = PropagationScratchPool(nodes: graph.nodeNumberBound)
  }

  /// Whether any relationship type of the graph passes anything on.
  public var hasImpactRules: Bool {
    graph.schema?.relationshipTypes.contains { !$0.impact.isEmpty } ?? false
  }

  /// The consequences of a scenario. Nodes that it names and the graph does not have are left out.
  /// - Parameters:
  ///   - replacementRules: what the graph's own rules say of replacements, beyond what always holds: the new node is
  ///     there, active, another one, of the same kind, and not retired by the scenario.
  ///   - ownershipRules: what loses whom by the graph's own rules, beside the relationship types that say `unowned`.
  /// - Complexity: O(*r* + *t* log *t*) for *t* nodes touched and *r* relationships at them; once per graph that has
  ///   inactive nodes, also what these touch.
  public func retire(
    _ scenario: ImpactScenario, replacementRules: (any ReplacementRules)? = nil,
    ownershipRules: (any OwnershipRules)? = nil
  ) -> ImpactReport {
    let retiredSet = Set(scenario.retired + scenario.replacements.map(\.old)).filter(graph.isPresent)
    let reviewedSet = Set(scenario.underReview).filter(graph.isPresent).subtracting(retiredSet)
    let check = ReplacementCheck(graph: graph, rules: rules, names: names, policy: replacementRules)
    let replacements = check.outcome(
      of: scenario.replacements.filter { graph.isPresent($0.old) }, retired: retiredSet)
    let replaced = Set(replacements.accepted.map(\.old.node))

    let starts = names.sortedByKey(Array(retiredSet.union(reviewedSet))).map { node in
      Propagation.Start(
        node: node, level: level(ofStart: node, isRetired: retiredSet.contains(node)),
        isReplaced: replaced.contains(node))
    }
    var propagation = Propagation(graph: graph, rules: rules, names: names, scratch: scratch.take())
    propagation.run(starts)
    let affected = affectedElements(of: propagation)
    scratch.put(back: propagation.returnScratch())

    let retired = names.sortedByKey(Array(retiredSet)).map(names.element)
    let underReview = names.sortedByKey(Array(reviewedSet)).map(names.element)
    return ImpactReport(
      retired: retired, underReview: underReview, replaced: replacements.accepted, refused: replacements.refused,
      notes: replacements.notes + notes(on: retired + underReview, replacements.accepted, affected),
      kindsWithoutImpact: kindsWithoutImpact(among: retired + underReview),
      affected: affected,
      unowned: unownedElements(retired: retiredSet, replacements: replacements.accepted, ownershipRules),
      graph: graph, names: names)
  }

  private func unownedElements(
    retired: Set<NodeIndex>, replacements: [ImpactReport.Replacement], _ more: (any OwnershipRules)?
  ) -> [UnownedElement] {
    if more == nil, rules.ownerships.isEmpty { return [] }
    let active = names.sortedByKey(retired.filter { !rules.isInactive($0, in: graph) })
    let successors = Dictionary(
      replacements.map { ($0.old.node, $0.new.node) }, uniquingKeysWith: { first, _ in first })
    let search = OwnershipSearch(graph: graph, rules: rules, names: names)
    let losses = search.losses(retired: retired, active: active, replacements: successors)
    return search.elements(losses + (more?.losses(retiring: active, replacements: successors) ?? []))
  }

  private func level(ofStart node: NodeIndex, isRetired: Bool) -> UInt8 {
    if rules.isInactive(node, in: graph) { return ImpactLevel.closed }
    return isRetired ? ImpactLevel.retired : ImpactLevel.level(.review)
  }

  // MARK: Parts of the report

  private func affectedElements(of propagation: borrowing Propagation) -> [AffectedElement] {
    let steps = propagation.steps
    var groups: [[Int]] = []
    // Steps stand in order of distance; what is left is effect and key.
    for effect in ImpactEffect.allCases.reversed() {
      var distance: Int32 = -1
      for (number, step) in steps.enumerated()
      where Int(step.level) == effect.rawValue && step.distance > 0 && propagation.isFinal(step) {
        if step.distance != distance {
          groups.append([])
          distance = step.distance
        }
        groups[groups.count - 1].append(number)
      }
    }
    if groups.isEmpty { return [] }
    let before = levelsBeforeScenario()
    let chains = ChainSteps(steps)
    var affected: [AffectedElement] = []
    for group in groups {
      for position in names.orderByKey(group.map { steps[$0].node }) {
        let number = group[position]
        let node = steps[number].node
        guard let effect = ImpactEffect(rawValue: Int(steps[number].level)) else { continue }
        affected.append(
          AffectedElement(
            node: node, effect: effect, chain: ImpactChain(steps: chains, last: number),
            already: isAlready(effect, before: before.isEmpty ? 0 : before[Int(node.raw)]), names: names))
      }
    }
    return affected
  }

  private func isAlready(_ effect: ImpactEffect, before: UInt8) -> Bool {
    let needed = effect == .repoint ? ImpactLevel.broken : UInt8(effect.rawValue)
    return before >= needed
  }

  /// By node; empty if no node is inactive.
  private func levelsBeforeScenario() -> [UInt8] {
    levelsBefore.withLock { known in
      if let known { return known }
      var levels: [UInt8] = []
      let inactive = rules.inactiveNodes(in: graph)
      if !inactive.isEmpty {
        var propagation = Propagation(graph: graph, rules: rules, names: nil, scratch: scratch.take())
        propagation.run(inactive.map { Propagation.Start(node: $0, level: ImpactLevel.retired) })
        levels = [UInt8](repeating: 0, count: graph.nodeNumberBound)
        for step in propagation.steps where propagation.isFinal(step) {
          levels[Int(step.node.raw)] = step.level
        }
        scratch.put(back: propagation.returnScratch())
      }
      known = levels
      return levels
    }
  }

  /// The kinds of nodes that no relationship type could let pass anything on, by name: of them the analysis knows
  /// nothing, which is not the same as that nothing happens.
  private func kindsWithoutImpact(among starts: [ImpactElement]) -> [String] {
    let carriers = graph.schema?.relationshipTypes.filter { !$0.impact.isEmpty } ?? []
    let sources = carriers.map { $0.dependentEnd == .from ? $0.to : $0.from }
    // A type that names no kinds may begin and end at any.
    if sources.contains(where: \.isEmpty) { return [] }
    let known = Set(sources.joined())
    var kinds: Set<String> = []
    for start in starts where !rules.isInactive(start.node, in: graph) {
      if graph.labelNames(of: start.node).allSatisfy({ !known.contains($0) }) { kinds.insert(start.kind) }
    }
    return kinds.sorted { $0.precedesByCodePoints($1) }
  }

  private func notes(
    on starts: [ImpactElement], _ accepted: [ImpactReport.Replacement], _ affected: [AffectedElement]
  ) -> [ImpactNote] {
    var notes: [ImpactNote] = []
    if !hasImpactRules {
      notes.append(ImpactNote(code: "no-impact-rules", text: ImpactPhrases.noImpactRules))
    } else {
      for kind in kindsWithoutImpact(among: starts) {
        let caption = graph.schema?.kind(named: kind)?.caption ?? Caption()
        notes.append(
          ImpactNote(code: ImpactNote.noImpactOfKind, text: ImpactPhrases.noImpact(ofKind: kind, caption)))
      }
    }
    for start in starts where rules.isInactive(start.node, in: graph) {
      notes.append(ImpactNote(code: "inactive-before", text: ImpactPhrases.inactiveBefore(start)))
    }
    let replacements = Set(accepted.map(\.new.node))
    guard !replacements.isEmpty else { return notes }
    for element in affected where element.effect >= .degraded && replacements.contains(element.node) {
      notes.append(
        ImpactNote(
          code: "replacement-affected", text: ImpactPhrases.replacementAffected(element.element, element.effect)))
    }
    return notes
  }
}
