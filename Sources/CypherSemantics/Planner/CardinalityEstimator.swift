import CypherSyntax
import Diagnostics
import GraphModel

/// Expects how many rows each operator of a plan will give, from counts of labels, relationships by the labels of
/// their ends, and different values of properties. Conditions are taken to be independent of each other.
struct CardinalityEstimator {
  let statistics: GraphStatistics
  let names: QueryNames
  let sizes: [Double]
  let known = KnownFigures()

  init(statistics: GraphStatistics, names: QueryNames) {
    self.statistics = statistics
    self.names = names
    sizes = statistics.labelSetSizes
  }

  /// The estimates of all operators.
  /// - Parameter argument: the rows that the plan is run for, which its `argument` operators give.
  func estimates(of plan: LogicalPlan, argument: RowEstimate = .unit) -> PlanEstimates {
    var inputs: [PlanEstimates] = []
    for input in plan.inputs {
      var argument = argument
      if case .union = plan {} else if let first = inputs.first { argument = first.rows }
      inputs.append(estimates(of: input, argument: argument))
    }
    let rows =
      if case .argument = plan { argument } else { estimate(plan, inputs.map(\.rows)) }
    return PlanEstimates(rows: rows, inputs: inputs)
  }

  /// What is expected of a plan's rows, from its topmost operators alone.
  /// - Parameter depth: how many to look at; what lies below counts as one row without known variables.
  func estimate(_ plan: LogicalPlan, depth: Int) -> RowEstimate {
    guard depth > 0, let input = plan.inputs.first else { return .unit }
    return estimate(plan, [estimate(input, depth: depth - 1)])
  }

  /// The rows of one operator, from those of its inputs; of a missing one, a row for each of the first.
  func estimate(_ plan: LogicalPlan, _ inputs: [RowEstimate]) -> RowEstimate {
    guard var rows = inputs.first else { return .unit }
    switch plan {
    case .argument, .eager, .set, .delete, .sort, .restore, .forEach: break
    case .nodeScan(_, let scan):
      if scan.isCount { break }
      let nodes = self.nodes(withLabel: scan.label)
      rows.count *= nodes.count
      rows.nodes[scan.slot] = nodes.distribution
      for condition in scan.conditions { filter(condition, &rows) }
    case .nodeSeek(_, let seek): self.seek(seek, &rows)
    case .expand(_, let expand):
      let starts = rows.count
      self.expand(expand, &rows)
      if expand.count != nil { rows.count = min(starts, rows.count) }
    case .expandVariable(_, let expand): self.expand(expand, &rows)
    case .followList(_, let follow): rows.nodes[follow.to] = nil
    case .repeatPath(_, let repetition): repeatPath(repetition, &rows)
    case .searchPaths(_, let search): self.search(search, &rows)
    case .filter(_, let condition): filter(condition, &rows)
    case .project(_, let items): project(items, &rows)
    case .keep(_, let slots):
      let kept = Set(slots)
      rows.nodes = rows.nodes.filter { kept.contains($0.key) }
      rows.distinct = rows.distinct.filter { kept.contains($0.key) }
    case .aggregate(_, let keys, _):
      let groups = keys.isEmpty ? 1 : groupCount(keys.map(\.expression), rows)
      project(keys, &rows)
      rows.count = groups
    case .reachCount(_, let count):
      let groups = groupCount(count.keys.map(\.expression), rows)
      project(count.keys, &rows)
      rows.count = groups
    case .distinct(_, let slots):
      rows.count = groupCount(
        slots.map { BoundExpression(.slot($0), type: .any, span: .init(at: 0)) }, rows)
    case .top(_, _, let skip, let limit):
      rows.count = min(rows.count, number(limit) + (skip.map(number) ?? 0))
    case .skip(_, let skipped): rows.count = max(0, rows.count - number(skipped))
    case .limit(_, let limit): rows.count = min(rows.count, number(limit))
    case .unwind(_, let list, _): rows.count *= length(of: list)
    case .loadCSV: rows.count *= EstimateDefaults.tableRows
    case .apply(_, _, let apply):
      let found = inputs.dropFirst().first ?? rows
      if !apply.outputs.isEmpty { rows.count = apply.isOptional ? max(rows.count, found.count) : found.count }
      rows.nodes.merge(found.nodes) { known, _ in known }
    case .pipe: rows = inputs.dropFirst().first ?? rows
    case .call(_, let call): if !call.procedure.outputs.isEmpty { rows.count *= EstimateDefaults.listLength }
    case .optional, .merge:
      let found = inputs.dropFirst().first ?? rows
      rows.count = max(rows.count, found.count)
      rows.nodes.merge(found.nodes) { known, _ in known }
    case .union:
      rows.count = inputs.reduce(0) { $0 + $1.count }
      rows.nodes = [:]
      rows.distinct = [:]
    case .create(_, let create):
      for node in create.nodes { rows.nodes[node.slot] = nil }
    }
    return rows
  }

  // MARK: Nodes

  func nodes(withLabel label: LabelName?) -> (count: Double, distribution: LabelDistribution) {
    var weights = sizes
    if let label {
      let name = names.text(of: label)
      let sets = statistics.labelSets { $0(name) }
      for set in weights.indices where !sets[set] { weights[set] = 0 }
    }
    return (weights.reduce(0, +), LabelDistribution(weights: weights))
  }

  private func seek(_ seek: LogicalPlan.NodeSeek, _ rows: inout RowEstimate) {
    let all = nodes(withLabel: seek.label)
    let coverage = coverage(seek.property)
    let property = BoundExpression(
      .property(BoundExpression(.slot(seek.slot), type: .node, span: seek.value.span), seek.property), type: .any,
      span: seek.value.span)
    let condition: BoundExpression.Kind =
      seek.isList ? .binary(.in, property, seek.value) : .comparison(.equal, property, seek.value)
    rows.nodes[seek.slot] = all.distribution
    rows.count *= all.count * share(BoundExpression(condition, type: .boolean, span: seek.value.span), rows)
    rows.nodes[seek.slot] = LabelDistribution(weights: zip(all.distribution.shares, coverage).map { $0 * $1 })
  }

  /// The share of nodes whose property has a certain value.
  func equalityShare(_ property: PropertyName, _ nodes: LabelDistribution) -> Double {
    let covered = nodes.mean(coverage(property))
    guard covered > 0 else { return 0 }
    let name = names.text(of: property)
    if name == "key" { return min(1, 1 / max(1, nodes.nodeCount(sizes: sizes))) }
    guard let distinct = statistics.distinctValues(ofProperty: name) else {
      return covered * EstimateDefaults.equality
    }
    return covered / max(1, distinct)
  }

  func coverage(_ property: PropertyName) -> [Double] {
    if let coverage = known.coverage[property] { return coverage }
    let coverage = statistics.coverage(ofProperty: names.text(of: property))
    known.coverage[property] = coverage
    return coverage
  }

  /// What the statistics have been asked already: a plan asks for the same again and again.
  final class KnownFigures {
    struct Sample: Hashable {
      var property: PropertyName
      var set: Int
      var count: Int
    }

    var samples: [Sample: [Value]] = [:]
    var steps: [Step.Key: Step] = [:]
    var coverage: [PropertyName: [Double]] = [:]
    var labelSets: [BoundLabelExpression: [Bool]] = [:]
  }

  // MARK: Projections

  private func project(_ items: [BoundProjection.Item], _ rows: inout RowEstimate) {
    for item in items {
      if case .slot(let slot) = item.expression.kind, let nodes = rows.nodes[slot] {
        rows.nodes[item.slot] = nodes
      } else if let distinct = distinctValues(of: item.expression, rows) {
        rows.distinct[item.slot] = distinct
      }
    }
  }

  private func groupCount(_ keys: [BoundExpression], _ rows: RowEstimate) -> Double {
    // What is not known is taken for the square root of the rows: between one group and a group for each row.
    let groups = keys.reduce(1) { $0 * (distinctValues(of: $1, rows) ?? rows.count.squareRoot()) }
    return min(rows.count, max(groups, min(1, rows.count)))
  }

  private func distinctValues(of expression: BoundExpression, _ rows: RowEstimate) -> Double? {
    switch expression.kind {
    case .constant, .parameter: 1
    case .slot(let slot): rows.nodes[slot]?.nodeCount(sizes: sizes) ?? rows.distinct[slot]
    case .property(let base, let property):
      switch base.kind {
      case .slot(let slot):
        rows.nodes[slot].flatMap { nodes in
          statistics.distinctValues(ofProperty: names.text(of: property)).map {
            min($0, nodes.nodeCount(sizes: sizes))
          }
        }
      default: nil
      }
    default: nil
    }
  }

  func length(of list: BoundExpression) -> Double {
    switch list.kind {
    case .constant(.list(let items)): Double(items.count)
    case .constant(.null): 0
    case .list(let items): Double(items.count)
    case .call(let reference, let arguments) where reference.function.name == "range":
      range(arguments) ?? EstimateDefaults.listLength
    default: EstimateDefaults.listLength
    }
  }

  private func range(_ arguments: [BoundExpression]) -> Double? {
    let numbers = arguments.compactMap { argument -> Double? in
      if case .constant(.integer(let number)) = argument.kind { Double(number) } else { nil }
    }
    guard numbers.count == arguments.count, numbers.count >= 2 else { return nil }
    let step = numbers.count > 2 ? numbers[2] : 1
    return step == 0 ? nil : max(0, ((numbers[1] - numbers[0]) / step).rounded(.down) + 1)
  }

  private func number(_ expression: BoundExpression) -> Double {
    if case .constant(.integer(let number)) = expression.kind { return Double(number) }
    return EstimateDefaults.rowCount
  }
}
