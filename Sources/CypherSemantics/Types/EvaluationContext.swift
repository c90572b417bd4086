import Diagnostics
public import GraphModel
public import Temporals

/// What a running statement works on: the graph, the parameters, the moment it began.
///
/// A function that needs more than its arguments finds it here. Used from one thread at a time.
public final class EvaluationContext {
  // Checked for exclusive access at run time, these would take a tenth of the time of a small question: nobody keeps
  // hold of one while another is asked for.
  @safe @exclusivity(unchecked) public var graph: GraphView
  @safe @exclusivity(unchecked) public private(set) var parameters: [String: Value]
  @safe @exclusivity(unchecked) public private(set) var budget: BudgetMeter
  /// What the clock showed when the statement began; few statements ask what that is in a calendar.
  @safe @exclusivity(unchecked) private var began: ClockReading
  @safe @exclusivity(unchecked) private var knownTime: ZonedDateTime?
  public var counts = ChangeCounts()
  var newKeys = NewKeys()
  /// The day that the graph shows, if it shows only what is valid on one.
  @safe @exclusivity(unchecked) public private(set) var validOn: CalendarDate?

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

  /// The value of a parameter; `nil` for one that was not given.
  public func parameter(_ name: String) -> Value? {
    // Comparing with the only name costs less than hashing this one.
    if parameters.count == 1 {
      let only = parameters[parameters.startIndex]
      return only.key == name ? only.value : nil
    }
    return parameters[name]
  }

  /// The moment at which the statement began, the same for all of its rows.
  public var statementTime: ZonedDateTime {
    if let knownTime { return knownTime }
    let time = Self.time(of: began)
    knownTime = time
    return time
  }

  /// Begins with another statement, behind one that wrote nothing.
  /// - Parameter statementTime: the moment to take for that at which the statement begins; `nil`: now.
  public func begin(
    on graph: GraphView, parameters: [String: Value], statementTime: ZonedDateTime?, budget: BudgetMeter,
    validOn: CalendarDate? = nil
  ) {
    self.graph = graph
    self.parameters = parameters
    self.budget = budget
    self.validOn = validOn
    if statementTime != nil || knownTime != nil { knownTime = statementTime }
    began = .now()
  }

  /// Lets go of the graph and of all that belongs to who asked, until the next statement begins.
  public func end(_ budget: BudgetMeter) {
    graph = .empty
    parameters = [:]
    self.budget = budget
    if knownTime != nil { knownTime = nil }
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
