import CypherSemantics
import CypherSyntax
public import Diagnostics
public import GraphModel
public import Temporals

/// A query with all that belongs to asking it.
public struct QueryRequest: Sendable {
  /// The text of the query.
  public let text: String
  /// The name by which diagnostics call the text.
  let name: String
  private let givenSource: SourceText?
  public var parameters: [String: Value]
  /// Commits what the query writes, for this reason; `nil` refuses a query that writes.
  public var writing: ChangeContext?
  /// Only what is valid on this day.
  public var validOn: CalendarDate?
  /// Asks the world after this scenario; such a query only reads.
  public var scenario: Scenario?
  public var limits: QueryLimits
  /// Set from another thread or a signal handler to stop the query.
  public var cancellation: Cancellation?
  public var isProfiling: Bool

  public init(
    _ source: SourceText, parameters: [String: Value] = [:], writing: ChangeContext? = nil,
    validOn: CalendarDate? = nil, limits: QueryLimits = .interactive, isProfiling: Bool = false
  ) {
    self.init(
      name: source.name, text: source.text, source: source, parameters: parameters, writing: writing,
      validOn: validOn, limits: limits, isProfiling: isProfiling)
  }

  /// A query without a file; a text that was asked before need not be taken apart again.
  public init(
    text: String, parameters: [String: Value] = [:], writing: ChangeContext? = nil, limits: QueryLimits = .interactive
  ) {
    self.init(
      name: "query", text: text, source: nil, parameters: parameters, writing: writing, validOn: nil, limits: limits,
      isProfiling: false)
  }

  private init(
    name: String, text: String, source: SourceText?, parameters: [String: Value], writing: ChangeContext?,
    validOn: CalendarDate?, limits: QueryLimits, isProfiling: Bool
  ) {
    self.name = name
    self.text = text
    givenSource = source
    self.parameters = parameters
    self.writing = writing
    self.validOn = validOn
    self.limits = limits
    self.isProfiling = isProfiling
  }

  public var source: SourceText { givenSource ?? SourceText(name: name, text: text) }

  /// Whether the answer comes with its plan: because it is to be profiled, or the text begins with EXPLAIN or PROFILE.
  public var asksForPlan: Bool { isProfiling || QueryParser.parse(source).query.mode != .run }
}

/// How much a query may take; `nil` is without bound.
public struct QueryLimits: Hashable, Sendable {
  public var seconds: Double?
  /// Rows of the answer.
  public var rows: Int?
  /// Bytes that the query may hold at once.
  public var memory: Int?

  public init(seconds: Double? = nil, rows: Int? = nil, memory: Int? = nil) {
    self.seconds = seconds
    self.rows = rows
    self.memory = memory
  }

  public static let unlimited = QueryLimits()
  /// What a person at a terminal gets unless they ask otherwise.
  public static let interactive = QueryLimits(seconds: 30, rows: 1_000_000, memory: 1_000_000_000)
}

extension QueryLimits {
  func budget(cancellation: Cancellation? = nil) -> QueryBudget {
    QueryBudget(seconds: seconds, rows: rows, memory: memory, cancellation: cancellation)
  }
}

/// The answer to a query.
public struct QueryAnswer: Sendable {
  public var table: ResultTable
  /// What is odd but not wrong, such as a label that nothing has.
  public var warnings: [Diagnostic]
  /// The plan, where EXPLAIN, PROFILE or the request asked for it.
  public var plan: QueryPlan?
  /// The ledger's revision after the query.
  public var revision: Int64
}
