import CypherSyntax
import GraphModel

extension CardinalityEstimator {
  func filter(_ condition: BoundExpression, _ rows: inout RowEstimate) {
    if case .and(let parts) = condition.kind {
      for part in parts { filter(part, &rows) }
      return
    }
    rows.count *= share(condition, rows)
    if case .hasLabels(let base, let labels) = condition.kind, case .slot(let slot) = base.kind,
      let nodes = rows.nodes[slot]
    {
      rows.nodes[slot] = nodes.restricted(to: sets(labels))
    }
  }

  /// The share of rows for which a condition holds.
  func share(_ condition: BoundExpression, _ rows: RowEstimate) -> Double {
    let assumed = assumedShare(condition, rows)
    guard let sample = sampledShare(condition, rows) else { return assumed }
    // One hit may be luck, as none may be bad luck.
    return sample.isTelling ? sample.share : min(sample.share, assumed)
  }

  /// The share without a look at the nodes themselves.
  private func assumedShare(_ condition: BoundExpression, _ rows: RowEstimate) -> Double {
    switch condition.kind {
    case .constant(.boolean(let holds)): return holds ? 1 : 0
    case .constant(.null): return 0
    case .not(let operand): return 1 - share(operand, rows)
    case .and(let parts): return parts.reduce(1) { $0 * share($1, rows) }
    case .or(let parts): return 1 - parts.reduce(1) { $0 * (1 - share($1, rows)) }
    case .comparison(.equal, let left, let right): return equality(left, right, rows)
    case .comparison(.notEqual, let left, let right): return 1 - equality(left, right, rows)
    case .comparison: return EstimateDefaults.comparison
    case .binary(.in, let left, let list):
      let equality = equality(left, BoundExpression(.parameter(""), type: .any, span: list.span), rows)
      return min(equality * length(of: list), max(equality, EstimateDefaults.anyOfList))
    case .binary(.startsWith, _, _), .binary(.endsWith, _, _), .binary(.contains, _, _), .binary(.matches, _, _):
      return EstimateDefaults.textSearch
    case .isNull(let operand, let isNegated):
      let missing = missingShare(operand, rows)
      return isNegated ? 1 - missing : missing
    case .hasLabels(let base, let labels):
      guard case .slot(let slot) = base.kind, let nodes = rows.nodes[slot] else { return EstimateDefaults.condition }
      return nodes.share(of: sets(labels))
    default: return EstimateDefaults.condition
    }
  }

  private func equality(_ left: BoundExpression, _ right: BoundExpression, _ rows: RowEstimate) -> Double {
    let shares = [left, right].compactMap { side -> Double? in
      guard case .property(let base, let property) = side.kind, case .slot(let slot) = base.kind,
        let nodes = rows.nodes[slot]
      else { return nil }
      return equalityShare(property, nodes)
    }
    if let least = shares.min() { return least }
    if case .slot(let a) = left.kind, case .slot(let b) = right.kind, let first = rows.nodes[a],
      let second = rows.nodes[b]
    {
      return first.coincidence(with: second, sizes: sizes)
    }
    return EstimateDefaults.equality
  }

  private func missingShare(_ operand: BoundExpression, _ rows: RowEstimate) -> Double {
    guard case .property(let base, let property) = operand.kind, case .slot(let slot) = base.kind,
      let nodes = rows.nodes[slot]
    else { return EstimateDefaults.missingProperty }
    let covered = nodes.mean(coverage(property))
    return 1 - covered * (1 - EstimateDefaults.missingProperty)
  }

  private func sets(_ labels: BoundLabelExpression) -> [Bool] {
    if let sets = known.labelSets[labels] { return sets }
    let sets = statistics.labelSets { has in holds(labels, has) }
    known.labelSets[labels] = sets
    return sets
  }

  private func holds(_ labels: BoundLabelExpression, _ has: (String) -> Bool) -> Bool {
    switch labels {
    case .name(let label, _): has(names.text(of: label))
    case .any: true
    case .not(let inner): !holds(inner, has)
    case .and(let parts): parts.allSatisfy { holds($0, has) }
    case .or(let parts): parts.contains { holds($0, has) }
    }
  }
}
