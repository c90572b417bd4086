import CypherSyntax
import GraphModel

extension CardinalityEstimator {
  func expand(_ expand: LogicalPlan.Expand, _ rows: inout RowEstimate) {
    if expand.isBound { return }
    let step = step(expand.types, expand.direction)
    let from = rows.nodes[expand.from] ?? nodes(withLabel: nil).distribution
    rows.count *= step.fanOut(from, sizes)
    arrive(at: expand.to, isInto: expand.isInto, step.ends, &rows)
    for condition in expand.conditions { filter(condition, &rows) }
  }

  func expand(_ expand: LogicalPlan.ExpandVariable, _ rows: inout RowEstimate) {
    let step = step(expand.types, expand.direction)
    let share = expand.stepConditions.reduce(1) { $0 * self.share($1, rows) }
    let starts = rows.count
    walk([step], expand.length, share: share, from: expand.from, to: expand.to, isInto: expand.isInto, &rows)
    if expand.isReachability { rows.count = min(rows.count, starts * max(1, statistics.nodeCount)) }
    if let labels = expand.endLabels { filter(labels, of: expand.to, &rows) }
    for condition in expand.endConditions { filter(condition, &rows) }
  }

  /// A repetition leads through all steps of its body each time.
  func repeatPath(_ repetition: LogicalPlan.RepeatPath, _ rows: inout RowEstimate) {
    let steps = orderedSteps(repetition.body, isReversed: repetition.isReversed)
    let starts = rows.count
    let share = repetition.body.conditions.reduce(1) { $0 * self.share($1, rows) }
    walk(
      steps, repetition.length, share: share, from: repetition.from, to: repetition.to, isInto: repetition.isInto, &rows
    )
    if repetition.isReachability { rows.count = min(rows.count, starts * max(1, statistics.nodeCount)) }
    if let labels = repetition.endLabels { filter(labels, of: repetition.to, &rows) }
    for condition in repetition.endConditions { filter(condition, &rows) }
  }

  /// Of all paths between two nodes only a few are wanted: at most that many for each node that can be reached.
  func search(_ plan: LogicalPlan.SearchPaths, _ rows: inout RowEstimate) {
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

  /// Relationships of some types in some direction, seen from the nodes that they are followed from.
  struct Step {
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
}
