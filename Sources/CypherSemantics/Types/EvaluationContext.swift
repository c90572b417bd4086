import Diagnostics
public import GraphModel
public import Temporals

/// What a running statement works on: the graph, the parameters, the moment it began.
///
/// A function that needs more than its arguments finds it here. Used from one thread at a time.
public final class EvaluationContext {
  public var graph: GraphView
  public let parameters: [String: Value]
  /// The moment at which the statement began, the same for all of its rows.
  public let statementTime: ZonedDateTime
  public var counts = ChangeCounts()
  var newKeys = NewKeys()
  public let budget: BudgetMeter

  public init(
    graph: GraphView, parameters: [String: Value], statementTime: ZonedDateTime, budget: BudgetMeter = BudgetMeter()
  ) {
    self.graph = graph
    self.parameters = parameters
    self.statementTime = statementTime
    self.budget = budget
  }

  /// - Throws: `EntityNotFound` for a node that this statement deleted.
  public func requireLive(_ node: NodeIndex) throws(EvaluationError) {
    if graph.hasOverlay, graph.isDeleted(node) { throw .deletedEntity("node") }
  }

  /// - Throws: `EntityNotFound` for a relationship that this statement deleted.
  public func requireLive(_ relationship: RelationshipIndex) throws(EvaluationError) {
    if graph.hasOverlay, graph.isDeleted(relationship) { throw .deletedEntity("relationship") }
  }
}

extension EvaluationError {
  static func deletedEntity(_ what: String) -> EvaluationError {
    EvaluationError(
      code: QueryErrorCode(type: "EntityNotFound", phase: .runtime, detail: "DeletedEntityAccess"),
      message: "the \(what) was deleted earlier in this statement")
  }
}
