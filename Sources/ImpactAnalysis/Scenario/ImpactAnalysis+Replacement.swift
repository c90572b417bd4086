public import GraphModel

extension ImpactAnalysis {
  /// Whether one node may replace another, if nothing else is replaced: by what holds in every graph, and by the graph's
  /// own rules.
  /// - Parameter retired: everything that a scenario retires.
  public func judgement(
    onReplacing old: NodeIndex, with new: NodeIndex, retired: Set<NodeIndex>,
    replacementRules: (any ReplacementRules)? = nil
  ) -> ReplacementJudgement {
    let check = ReplacementCheck(graph: graph, rules: rules, names: names, policy: replacementRules)
    let outcome = check.outcome(of: [ImpactScenario.Replacement(old: old, new: new)], retired: retired)
    return ReplacementJudgement(refusal: outcome.refused.first?.reason, notes: outcome.notes)
  }
}
