public import GraphModel

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
  let engine: PropagationEngine
  /// The kinds of nodes that some relationship type could let pass something on; `nil` is every kind.
  let kindsWithConsequences: Set<String>?

  public convenience init(graph: GraphView) { self.init(graph: graph, packing: .whenItPays) }

  /// When the graph is packed for walking; no answer depends on it.
  package enum Packing {
    case never, always
    /// Once walks touched as many nodes as a part of the graph.
    case whenItPays
  }

  /// - Parameter packing: of interest to tests, which ask both ways.
  package init(graph: GraphView, packing: Packing) {
    self.graph = graph
    rules = PropagationRules(graph: graph)
    names = ElementNames(graph)
    engine = PropagationEngine(graph: graph, rules: rules, names: names, packing: packing)
    kindsWithConsequences = Self.kindsWithConsequences(graph.schema)
  }

  /// Whether any relationship type of the graph passes anything on.
  public var hasImpactRules: Bool {
    graph.schema?.relationshipTypes.contains { !$0.impact.isEmpty } ?? false
  }

  /// Whether the schema calls a node inactive.
  public func isInactive(_ node: NodeIndex) -> Bool { rules.isInactive(node, in: graph) }

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
    let findings = engine.findings(starts)
    let affected = AffectedElements(
      findings, before: findings.order.isEmpty ? [] : engine.levelsBeforeScenario(), names: names)

    let retired = names.sortedByKey(Array(retiredSet)).map(names.element)
    let underReview = names.sortedByKey(Array(reviewedSet)).map(names.element)
    return ImpactReport(
      retired: retired, underReview: underReview, replaced: replacements.accepted, refused: replacements.refused,
      notes: replacements.notes + notesOnRepeats(scenario)
        + notes(on: retired + underReview, replacements.accepted, affected),
      kindsWithoutImpact: kindsWithoutImpact(among: retired + underReview),
      affected: affected, counts: findings.counts,
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
    let others = (more?.losses(retiring: active, replacements: successors) ?? []).filter {
      !retired.contains($0.node) && !rules.isInactive($0.node, in: graph)
    }
    return search.elements(losses + others)
  }

  private func level(ofStart node: NodeIndex, isRetired: Bool) -> UInt8 {
    if rules.isInactive(node, in: graph) { return ImpactLevel.closed }
    return isRetired ? ImpactLevel.retired : ImpactLevel.level(.review)
  }

  // MARK: Parts of the report

  /// The kinds of nodes that no relationship type could let pass anything on, by name: of them the analysis knows
  /// nothing, which is not the same as that nothing happens.
  private func kindsWithoutImpact(among starts: [ImpactElement]) -> [String] {
    guard let known = kindsWithConsequences else { return [] }
    var kinds: Set<String> = []
    for start in starts where !rules.isInactive(start.node, in: graph) {
      if graph.labelNames(of: start.node).allSatisfy({ !known.contains($0) }) { kinds.insert(start.kind) }
    }
    return kinds.sorted { $0.precedesByCodePoints($1) }
  }

  private static func kindsWithConsequences(_ schema: Schema?) -> Set<String>? {
    let carriers = schema?.relationshipTypes.filter { !$0.impact.isEmpty } ?? []
    let sources = carriers.map { $0.dependentEnd == .from ? $0.to : $0.from }
    // A type that names no kinds may begin and end at any.
    return sources.contains(where: \.isEmpty) ? nil : Set(sources.joined())
  }

  /// What the scenario retires twice counts once, which is told.
  private func notesOnRepeats(_ scenario: ImpactScenario) -> [ImpactNote] {
    var seen: Set<NodeIndex> = []
    let repeats = Set(scenario.retired.filter { graph.isPresent($0) && !seen.insert($0).inserted })
    return names.sortedByKey(Array(repeats)).map { node in
      ImpactNote(code: "retired-twice", text: ImpactPhrases.retiredTwice(names.element(node)))
    }
  }

  private func notes(
    on starts: [ImpactElement], _ accepted: [ImpactReport.Replacement], _ affected: AffectedElements
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
