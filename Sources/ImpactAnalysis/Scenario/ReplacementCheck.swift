import GraphModel

/// Decides which replacements of a scenario hold.
struct ReplacementCheck {
  let graph: GraphView
  let rules: PropagationRules
  let names: ElementNames
  let policy: (any ReplacementRules)?

  struct Outcome {
    var accepted: [ImpactReport.Replacement] = []
    var refused: [ImpactReport.RefusedReplacement] = []
    var notes: [ImpactNote] = []
  }

  /// - Parameter retired: everything the scenario retires, the replaced nodes included.
  func outcome(of replacements: [ImpactScenario.Replacement], retired: Set<NodeIndex>) -> Outcome {
    var wanted: [NodeIndex: [NodeIndex]] = [:]
    for replacement in replacements where wanted[replacement.old]?.contains(replacement.new) != true {
      wanted[replacement.old, default: []].append(replacement.new)
    }
    var outcome = Outcome()
    for old in names.sortedByKey(Array(wanted.keys)) {
      for new in wanted[old] ?? [] {
        let (oldElement, newElement) = (names.element(old), names.element(new))
        if let refusal = generalRefusal(old: oldElement, new: newElement, wanted: wanted, retired: retired) {
          outcome.refused.append(ImpactReport.RefusedReplacement(old: oldElement, new: newElement, reason: refusal))
          continue
        }
        let judgement = policy?.judgement(onReplacing: old, with: new) ?? ReplacementJudgement()
        outcome.notes += judgement.notes
        if let refusal = judgement.refusal {
          outcome.refused.append(ImpactReport.RefusedReplacement(old: oldElement, new: newElement, reason: refusal))
        } else {
          outcome.accepted.append(ImpactReport.Replacement(old: oldElement, new: newElement))
        }
      }
    }
    return outcome
  }

  private func generalRefusal(
    old: ImpactElement, new: ImpactElement, wanted: [NodeIndex: [NodeIndex]], retired: Set<NodeIndex>
  ) -> ReplacementRefusal? {
    func refusal(_ code: ReplacementRefusal.Code) -> ReplacementRefusal {
      ReplacementRefusal(code: code, text: ImpactPhrases.refusal(code, old: old, new: new))
    }
    if old.node == new.node { return refusal(.same) }
    if !graph.isPresent(new.node) { return refusal(.missing) }
    if (wanted[old.node]?.count ?? 0) > 1 { return refusal(.ambiguous) }
    if leadsBack(from: new.node, to: old.node, wanted) { return refusal(.cycle) }
    if retired.contains(new.node) { return refusal(.retired) }
    if rules.isInactive(new.node, in: graph) { return refusal(.inactive) }
    let (oldLabels, newLabels) = (graph.labels(of: old.node), graph.labels(of: new.node))
    if !(oldLabels.isEmpty && newLabels.isEmpty), !oldLabels.contains(where: newLabels.contains) {
      return refusal(.otherKind)
    }
    return nil
  }

  private func leadsBack(from start: NodeIndex, to goal: NodeIndex, _ wanted: [NodeIndex: [NodeIndex]]) -> Bool {
    var seen: Set<NodeIndex> = []
    var open = [start]
    while let node = open.popLast() {
      if node == goal { return true }
      if seen.insert(node).inserted { open += wanted[node] ?? [] }
    }
    return false
  }
}

extension GraphView {
  /// Whether a number stands for a node that is there.
  func isPresent(_ node: NodeIndex) -> Bool { Int(node.raw) < nodeNumberBound && !isDeleted(node) }
}
