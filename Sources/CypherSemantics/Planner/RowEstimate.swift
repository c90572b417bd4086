/// What is expected of the rows that an operator gives: how many, and what their variables hold.
struct RowEstimate {
  var count: Double
  /// For variables that hold nodes: which.
  var nodes: [Slot: LabelDistribution] = [:]
  /// For computed columns: how many different values they have.
  var distinct: [Slot: Double] = [:]

  /// One row without variables.
  static let unit = RowEstimate(count: 1)
}

/// The estimates of a plan, as a tree of its shape.
struct PlanEstimates {
  var rows: RowEstimate
  var inputs: [PlanEstimates]
}
