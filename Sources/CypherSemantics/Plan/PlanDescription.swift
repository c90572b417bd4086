import CypherSyntax
import GraphModel

/// A plan as a tree to read: the operator's name, what it works on, how many rows it is expected to give and gave,
/// what is below it.
public struct PlanDescription: Sendable {
  public var name: String
  public var details: String
  /// Rows that the operator is expected to give in all, from the graph's statistics; `nil` where none were asked.
  public var estimatedRows: Double?
  /// Rows given, and seconds spent below included, if the plan was profiled.
  public var rows: Int?
  public var seconds: Double?
  /// The most rows that the operator held at once, if it was profiled and holds any.
  public var heldRows: Int?
  /// The number of the query inside an expression whose plan is below; `nil` for an operator.
  public var subquery: Int?
  /// The operators whose rows this one takes, then the queries inside its expressions.
  public var children: [PlanDescription]

  /// Seconds spent in the operator itself.
  public var ownSeconds: Double? {
    seconds.map { max(0, $0 - children.reduce(0) { $0 + ($1.seconds ?? 0) }) }
  }

  /// The description of a query's plan.
  /// - Parameter statistics: of the graph that it would run on, for the estimates.
  public init(_ query: PlannedQuery, statistics: GraphStatistics? = nil) {
    let estimator = statistics.map { CardinalityEstimator(statistics: $0, names: query.names) }
    let describer = PlanDescriber(query: query, estimator: estimator)
    self = describer.describe(query.plan, estimator?.estimates(of: query.plan))
  }

  init(name: String, details: String, estimatedRows: Double?, subquery: Int? = nil, children: [PlanDescription]) {
    self.name = name
    self.details = details
    self.estimatedRows = estimatedRows
    self.subquery = subquery
    self.children = children
  }
}

/// What the operators of a plan are called.
public struct OperatorNames {
  private let text: PlanText

  public init(_ query: PlannedQuery) { text = PlanText(query: query) }

  public func name(of plan: LogicalPlan) -> String { text.describe(plan).name }
}

/// The work in progress of describing a query's plan.
private struct PlanDescriber {
  let query: PlannedQuery
  let estimator: CardinalityEstimator?
  private let text: PlanText

  init(query: PlannedQuery, estimator: CardinalityEstimator?) {
    self.query = query
    self.estimator = estimator
    text = PlanText(query: query)
  }

  func describe(_ plan: LogicalPlan, _ estimates: PlanEstimates?) -> PlanDescription {
    let (name, details) = text.describe(plan)
    var children = plan.inputs.enumerated().map { position, input in
      describe(input, estimates.map { $0.inputs[position] })
    }
    let incoming = estimates.flatMap { $0.inputs.first?.rows } ?? .unit
    children += plan.subqueryNumbers.map { describe(subquery: $0, incoming) }
    return PlanDescription(name: name, details: details, estimatedRows: estimates?.rows.count, children: children)
  }

  /// A query inside an expression: one line for what is asked of it, its plan below.
  private func describe(subquery number: Int, _ incoming: RowEstimate) -> PlanDescription {
    let plan = query.subplans[number]
    let estimates = estimator?.estimates(of: plan, argument: incoming)
    let name =
      switch query.subqueryAnswers[number] {
      case .exists: "Exists"
      case .count: "Count"
      case .collect: "Collect"
      }
    return PlanDescription(
      name: name, details: "for each row", estimatedRows: estimates == nil ? nil : incoming.count, subquery: number,
      children: [describe(plan, estimates)])
  }
}

extension LogicalPlan {
  /// The plans whose rows this one takes, in the order in which operators are made. All but the first of an operator
  /// other than a union are run for each row of the first.
  public var inputs: [LogicalPlan] {
    switch self {
    case .argument: []
    case .nodeScan(let input, _), .nodeSeek(let input, _), .expand(let input, _), .expandVariable(let input, _),
      .followList(let input, _), .repeatPath(let input, _), .searchPaths(let input, _), .filter(let input, _),
      .project(let input, _),
      .keep(let input, _), .aggregate(let input, _, _), .reachCount(let input, _), .distinct(let input, _),
      .sort(let input, _),
      .top(let input, _, _, _), .skip(let input, _), .limit(let input, _), .unwind(let input, _, _),
      .call(let input, _), .loadCSV(let input, _), .restore(let input, _),
      .eager(let input), .create(let input, _), .set(let input, _), .delete(let input, _, _):
      [input]
    case .optional(let input, let inner, _), .merge(let input, _, let inner), .apply(let input, let inner, _),
      .pipe(let input, let inner), .forEach(let input, _, let inner):
      [input, inner]
    case .union(let branches, _): branches.map(\.plan)
    }
  }

  /// The queries inside the operator's own expressions, by number.
  public var subqueryNumbers: [Int] {
    let expressions: [BoundExpression] =
      switch self {
      case .filter(_, let condition): [condition]
      case .project(_, let items): items.map(\.expression)
      case .aggregate(_, let keys, let aggregates):
        keys.map(\.expression) + aggregates.flatMap { [$0.call.argument].compactMap(\.self) + $0.call.furtherArguments }
      case .reachCount(_, let count): count.keys.map(\.expression)
      case .sort(_, let keys), .top(_, let keys, _, _): keys.map(\.expression)
      case .unwind(_, let list, _): [list]
      case .call(_, let call): call.arguments
      case .nodeSeek(_, let seek): [seek.value]
      case .expandVariable(_, let expand): expand.stepConditions
      case .repeatPath(_, let expand): expand.body.conditions
      case .searchPaths(_, let search): search.search.conditions
      case .forEach(_, let loop, _): [loop.list]
      case .loadCSV(_, let load): load.expressions
      default: []
      }
    return expressions.flatMap(\.subqueryNumbers)
  }
}
