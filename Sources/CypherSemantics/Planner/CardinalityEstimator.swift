import CypherSyntax
import Diagnostics
import GraphModel

/// Expects how many rows each operator of a plan will give, from counts of labels, relationships by the labels of
/// their ends, and different values of properties. Conditions are taken to be independent of each other.
struct CardinalityEstimator {
  let statistics: GraphStatistics
  let names: QueryNames
  private let sizes: [Double]
  private let known = KnownFigures()

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
      let nodes = self.nodes(withLabel: scan.label)
      rows.count *= nodes.count
      rows.nodes[scan.slot] = nodes.distribution
    case .nodeSeek(_, let seek): self.seek(seek, &rows)
    case .expand(_, let expand): self.expand(expand, &rows)
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

  private func nodes(withLabel label: LabelName?) -> (count: Double, distribution: LabelDistribution) {
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
    let share = equalityShare(seek.property, all.distribution)
    rows.count *= all.count * min(1, share * (seek.isList ? length(of: seek.value) : 1))
    rows.nodes[seek.slot] = LabelDistribution(weights: zip(all.distribution.shares, coverage).map { $0 * $1 })
  }

  /// The share of nodes whose property has a certain value.
  private func equalityShare(_ property: PropertyName, _ nodes: LabelDistribution) -> Double {
    let covered = nodes.mean(coverage(property))
    guard covered > 0 else { return 0 }
    let name = names.text(of: property)
    if name == "key" { return min(1, 1 / max(1, nodes.nodeCount(sizes: sizes))) }
    guard let distinct = statistics.distinctValues(ofProperty: name) else {
      return covered * EstimateDefaults.equality
    }
    return covered / max(1, distinct)
  }

  // MARK: Steps

  private func expand(_ expand: LogicalPlan.Expand, _ rows: inout RowEstimate) {
    if expand.isBound { return }
    let step = step(expand.types, expand.direction)
    let from = rows.nodes[expand.from] ?? nodes(withLabel: nil).distribution
    rows.count *= step.fanOut(from, sizes)
    arrive(at: expand.to, isInto: expand.isInto, step.ends, &rows)
  }

  private func expand(_ expand: LogicalPlan.ExpandVariable, _ rows: inout RowEstimate) {
    let step = step(expand.types, expand.direction)
    let share = expand.stepConditions.reduce(1) { $0 * self.share($1, rows) }
    let starts = rows.count
    walk([step], expand.length, share: share, from: expand.from, to: expand.to, isInto: expand.isInto, &rows)
    if expand.isReachability { rows.count = min(rows.count, starts * max(1, statistics.nodeCount)) }
  }

  /// A repetition leads through all steps of its body each time.
  private func repeatPath(_ repetition: LogicalPlan.RepeatPath, _ rows: inout RowEstimate) {
    let steps = orderedSteps(repetition.body, isReversed: repetition.isReversed)
    let starts = rows.count
    let share = repetition.body.conditions.reduce(1) { $0 * self.share($1, rows) }
    walk(
      steps, repetition.length, share: share, from: repetition.from, to: repetition.to, isInto: repetition.isInto, &rows
    )
    if repetition.isReachability { rows.count = min(rows.count, starts * max(1, statistics.nodeCount)) }
  }

  /// Of all paths between two nodes only a few are wanted: at most that many for each node that can be reached.
  private func search(_ plan: LogicalPlan.SearchPaths, _ rows: inout RowEstimate) {
    let search = plan.search
    let before = rows.count
    var paths = rows
    for part in plan.isReversed ? search.parts.reversed() : search.parts {
      let steps = orderedSteps(part.body, isReversed: plan.isReversed)
      walk(
        steps, part.length ?? .init(lower: 1, upper: 1), share: 1, from: plan.from, to: plan.to, isInto: false, &paths)
    }
    let perEnd: Double =
      switch search.choice {
      case .paths(let count): Double(count)
      case .groups(let count): Double(count) * EstimateDefaults.listLength
      }
    let ends = plan.isInto ? 1 : nodes(withLabel: nil).count
    rows.count = before * min(perEnd * ends, max(paths.count / max(before, 1), plan.isInto ? 1 : 0))
    if !plan.isInto { rows.nodes[plan.to] = paths.nodes[plan.to] }
  }

  private func orderedSteps(_ body: PathBody, isReversed: Bool) -> [Step] {
    let steps = body.steps.map { step($0.types, isReversed ? $0.direction.reversed : $0.direction) }
    return isReversed ? steps.reversed() : steps
  }

  private func walk(
    _ steps: [Step], _ length: BoundPattern.Length, share: Double, from: Slot, to: Slot, isInto: Bool,
    _ rows: inout RowEstimate
  ) {
    guard let last = steps.last else { return }
    var at = rows.nodes[from] ?? nodes(withLabel: nil).distribution
    var frontier = rows.count
    var total = length.lower == 0 ? frontier : 0
    let times = min(length.upper ?? .max, max(EstimateDefaults.steps, length.lower))
    var number = 0
    while number < times, frontier > rows.count / 1000, total < 1e18 {
      number += 1
      for step in steps {
        frontier *= step.fanOut(at, sizes)
        at = step.ends
      }
      frontier *= share
      if number >= length.lower { total += frontier }
    }
    rows.count = total
    arrive(at: to, isInto: isInto, last.ends, &rows)
  }

  private func arrive(at slot: Slot, isInto: Bool, _ ends: LabelDistribution, _ rows: inout RowEstimate) {
    guard isInto else {
      rows.nodes[slot] = ends
      return
    }
    rows.count *= ends.coincidence(with: rows.nodes[slot] ?? nodes(withLabel: nil).distribution, sizes: sizes)
  }

  private func step(_ types: [TypeName]?, _ direction: RelationshipPatternSyntax.Direction) -> Step {
    let key = Step.Key(types: types, direction: direction)
    if let step = known.steps[key] { return step }
    let texts = types?.map(names.text)
    let (there, back): (TraversalDirection, TraversalDirection) =
      switch direction {
      case .leftToRight: (.outgoing, .incoming)
      case .rightToLeft: (.incoming, .outgoing)
      case .either: (.both, .both)
      }
    let step = Step(
      counts: statistics.relationshipCounts(types: texts, there),
      ends: LabelDistribution(weights: statistics.relationshipCounts(types: texts, back)))
    known.steps[key] = step
    return step
  }

  private func coverage(_ property: PropertyName) -> [Double] {
    if let coverage = known.coverage[property] { return coverage }
    let coverage = statistics.coverage(ofProperty: names.text(of: property))
    known.coverage[property] = coverage
    return coverage
  }

  /// What the statistics have been asked already: a plan asks for the same again and again.
  private final class KnownFigures {
    var steps: [Step.Key: Step] = [:]
    var coverage: [PropertyName: [Double]] = [:]
    var labelSets: [BoundLabelExpression: [Bool]] = [:]
  }

  /// Relationships of some types in some direction, seen from the nodes that they are followed from.
  private struct Step {
    struct Key: Hashable {
      var types: [TypeName]?
      var direction: RelationshipPatternSyntax.Direction
    }

    /// How many there are for the nodes with each set of labels.
    let counts: [Double]
    /// Where they lead.
    let ends: LabelDistribution

    /// How many relationships a node has.
    func fanOut(_ nodes: LabelDistribution, _ sizes: [Double]) -> Double {
      nodes.mean(zip(counts, sizes).map { $1 > 0 ? $0 / $1 : 0 })
    }
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

  private func length(of list: BoundExpression) -> Double {
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

// MARK: Conditions

extension CardinalityEstimator {
  private func filter(_ condition: BoundExpression, _ rows: inout RowEstimate) {
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
