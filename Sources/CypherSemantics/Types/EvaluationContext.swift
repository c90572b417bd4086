import Diagnostics
public import GraphModel
public import Temporals

/// What a running statement works on: the graph, the parameters, the moment it began.
///
/// A function that needs more than its arguments finds it here. Used from one thread at a time.
public final class EvaluationContext {
  public var graph: GraphView
  public private(set) var parameters: [String: Value]
  /// What the clock showed when the statement began; few statements ask what that is in a calendar.
  private var began: ClockReading
  private var knownTime: ZonedDateTime?
  public var counts = ChangeCounts()
  var newKeys = NewKeys()
  public private(set) var budget: BudgetMeter
  /// The day that the graph shows, if it shows only what is valid on one.
  public private(set) var validOn: CalendarDate?

  /// - Parameter statementTime: the moment to take for that at which the statement begins; `nil`: now.
  public init(
    graph: GraphView, parameters: [String: Value], statementTime: ZonedDateTime? = nil,
    budget: BudgetMeter = BudgetMeter(), validOn: CalendarDate? = nil
  ) {
    self.graph = graph
    self.parameters = parameters
    self.budget = budget
    self.validOn = validOn
    knownTime = statementTime
    began = .now()
  }

  /// The moment at which the statement began, the same for all of its rows.
  public var statementTime: ZonedDateTime {
    if let knownTime { return knownTime }
    let time = Self.time(of: began)
    knownTime = time
    return time
  }

  /// Begins with another statement.
  /// - Parameter statementTime: the moment to take for that at which the statement begins; `nil`: now.
  public func begin(
    on graph: GraphView, parameters: [String: Value], statementTime: ZonedDateTime?, budget: BudgetMeter,
    validOn: CalendarDate? = nil
  ) {
    self.graph = graph
    self.parameters = parameters
    self.budget = budget
    self.validOn = validOn
    knownTime = statementTime
    began = .now()
    counts = ChangeCounts()
    newKeys = NewKeys()
  }

  /// Lets go of the graph and of all that belongs to who asked, until the next statement begins.
  public func end(_ budget: BudgetMeter) {
    graph = .empty
    parameters = [:]
    self.budget = budget
    validOn = nil
    knownTime = nil
  }

  /// A moment in UTC, or where no time of the calendar can be had for it the beginning of 1970.
  private static func time(of reading: ClockReading) -> ZonedDateTime {
    if let time = try? ZonedDateTime.now(at: reading) { return time }
    let day = CalendarDate(daysSinceEpoch: 0)
    return ZonedDateTime(
      local: LocalDateTime(date: day, time: LocalTime(nanosecondOfDay: 0)), offsetSeconds: 0)
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
