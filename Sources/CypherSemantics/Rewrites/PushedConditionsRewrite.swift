/// Conditions on one node go to the operator that finds it, a scan or a step along a relationship: what they do not let
/// through is never made a row. They are asked in the same order as before.
extension PlanRewrite {
  static let pushedConditions = PlanRewrite(name: "pushed-conditions") { query in
    var result = query
    result.plan = query.plan.pushingConditions
    result.subplans = query.subplans.map(\.pushingConditions)
    return result
  }
}

extension LogicalPlan {
  fileprivate var pushingConditions: LogicalPlan {
    let plan = mappingInputs(\.pushingConditions)
    guard case .filter(let input, let condition) = plan else { return plan }
    switch input {
    case .nodeScan(let below, var scan):
      let (pushed, left) = condition.split { $0.speaks(onlyOf: [scan.slot]) }
      scan.conditions += pushed
      return .nodeScan(below, scan).filtered(by: left)
    case .expand(let below, var expand) where !expand.isInto && !expand.isBound:
      let (pushed, left) = condition.split { $0.speaks(onlyOf: [expand.to, expand.relationship]) }
      expand.conditions += pushed
      return .expand(below, expand).filtered(by: left)
    default: return plan
    }
  }

  private func filtered(by conditions: [BoundExpression]) -> LogicalPlan {
    switch conditions.count {
    case 0: self
    case 1: .filter(self, conditions[0])
    default: .filter(self, BoundExpression(.and(conditions), type: .boolean, span: conditions[0].span))
    }
  }
}

extension BoundExpression {
  /// The parts of a conjunction up to the first that cannot be taken, and the others.
  fileprivate func split(_ isTaken: (BoundExpression) -> Bool) -> (taken: [BoundExpression], left: [BoundExpression]) {
    var parts = [self]
    if case .and(let operands) = kind { parts = operands }
    let end = parts.firstIndex { !isTaken($0) } ?? parts.endIndex
    return (Array(parts[..<end]), Array(parts[end...]))
  }

  /// Whether it reads some of these slots, and nothing else of a row.
  func speaks(onlyOf slots: Set<Slot>) -> Bool {
    let own = self.slots
    return !own.isEmpty && own.isSubset(of: slots) && !containsSubquery
  }
}
