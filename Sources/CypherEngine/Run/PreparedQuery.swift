public import CypherSemantics
import CypherSyntax
public import Diagnostics
public import GraphModel
public import Temporals

/// A query that has been read, checked and planned for a graph, and can be run any number of times.
public struct PreparedQuery: Sendable {
  public let source: SourceText
  private let runnable: RunnableQuery

  public var planned: PlannedQuery { runnable.planned }

  /// Reads, binds and plans a query.
  /// - Parameters:
  ///   - source: the text, with the name by which diagnostics call it.
  ///   - graph: what the names are checked against and the plan is made for; the query may run on another one.
  ///   - procedures: what CALL can run.
  ///   - budget: may end the work on a query that is very large.
  /// - Throws: `DiagnosticsError` with all mistakes.
  public init(
    _ source: SourceText, for graph: GraphView, procedures: ProcedureRegistry = .standard,
    rewrites: PlanRewrites = .all, budget: BudgetMeter = BudgetMeter()
  ) throws(DiagnosticsError) {
    let parsed = QueryParser.parse(source)
    let bound = try QueryBinder.bind(
      parsed, options: BindingOptions(graph: graph, procedures: procedures), budget: budget)
    let plan = try QueryPlanner.plan(bound, statistics: GraphStatistics(graph), budget: budget)
    self.source = source
    runnable = RunnableQuery(rewrites.apply(to: plan))
  }

  public var columns: [String] { isExplaining ? ["plan"] : planned.columns }
  public var isWriting: Bool { runnable.isWriting && !isExplaining }
  /// Whether the text begins with EXPLAIN: it is answered with its plan, and not run.
  public var isExplaining: Bool { runnable.isExplaining }
  /// What is odd but not wrong, such as a label that nothing has.
  public var warnings: [Diagnostic] { planned.warnings }
  /// How the query will be answered, without estimates.
  public var plan: PlanDescription { PlanDescription(planned) }

  /// How the query will be answered on a graph, with the rows that are expected of each step.
  public func plan(on graph: GraphView) -> PlanDescription {
    PlanDescription(planned, statistics: GraphStatistics(graph))
  }

  /// Runs the query.
  ///
  /// A reading query that runs out of its budget answers with the rows it has and says so in `truncation`; a writing
  /// one fails and changes nothing.
  /// - Returns: the answer, and the graph with the query's changes in its overlay.
  /// - Throws: `DiagnosticsError` with the place in the query.
  public func run(
    on graph: GraphView, parameters: [String: Value] = [:], budget: QueryBudget = .unlimited,
    options: RunOptions = RunOptions()
  ) throws(DiagnosticsError) -> QueryOutcome {
    try run(on: graph, parameters: parameters, budget: BudgetMeter(budget), options: options)
  }

  /// Runs the query under a budget whose clock may have begun to run before.
  public func run(
    on graph: GraphView, parameters: [String: Value] = [:], budget: BudgetMeter, options: RunOptions = RunOptions()
  ) throws(DiagnosticsError) -> QueryOutcome {
    if isExplaining {
      let plan = plan(on: graph)
      let lines = plan.lines.map { [Value.string($0)] }
      return QueryOutcome(table: ResultTable(columns: columns, rows: lines), graph: graph, plan: plan)
    }
    let ready = runnable.start(on: graph, parameters: parameters, budget: budget, options: options)
    defer { runnable.finish(ready) }
    let run = ready.run
    do throws(EvaluationError) {
      var outcome = QueryOutcome(table: ResultTable(columns: runnable.columns), graph: graph)
      try collect(ready, into: &outcome.table)
      // With what the planner knew: the graph as it was before the query.
      outcome.plan = run.profile?.describe(statistics: GraphStatistics(graph))
      guard runnable.isWriting else { return outcome }
      if let node = run.context.graph.danglingDeletion() {
        throw EvaluationError.danglingDeletion(node, in: run.context.graph, span: run.deletionSpan)
      }
      outcome.graph = run.context.graph
      outcome.table.changes = run.context.counts
      // What a later row changed shows in what an earlier one returns.
      try ElementCollector.add(outcome.table.rows, in: run.context.graph, budget, to: &outcome.table.elements)
      return outcome
    } catch {
      throw DiagnosticsError([diagnostic(for: error)])
    }
  }

  /// Runs a query for its answer alone, which costs less than `run`.
  /// - Throws: as `run`.
  public func table(
    on graph: GraphView, parameters: [String: Value], budget: BudgetMeter, options: RunOptions = RunOptions()
  ) throws(DiagnosticsError) -> ResultTable {
    if isExplaining || runnable.isWriting {
      return try run(on: graph, parameters: parameters, budget: budget, options: options).table
    }
    let ready = runnable.start(on: graph, parameters: parameters, budget: budget, options: options)
    defer { runnable.finish(ready) }
    var table = ResultTable(columns: runnable.columns)
    do throws(EvaluationError) { try collect(ready, into: &table) } catch {
      throw DiagnosticsError([diagnostic(for: error)])
    }
    return table
  }

  private func collect(_ ready: ReadyRun, into table: inout ResultTable) throws(EvaluationError) {
    let run = ready.run
    do throws(EvaluationError) {
      while let batch = try ready.root.next() {
        try AnswerCollector.add(batch, runnable, run, to: &table)
        run.reuse(consume batch)
        try run.budget.check()
      }
      ready.isDone = true
    } catch {
      guard let truncation = error.truncation, !runnable.isWriting else { throw error }
      table.truncation = truncation
      if truncation.isByWork, planned.plan.walksEveryPath || planned.subplans.contains(where: \.walksEveryPath) {
        table.truncationAdvice = .distinctEnds
      }
    }
  }

  private func diagnostic(for error: EvaluationError) -> Diagnostic {
    Diagnostic(
      id: error.truncation == nil ? "query-failed" : "budget-exceeded", message: error.message,
      place: error.span.map { source.place(of: $0) }, hint: error.hint, queryError: error.code)
  }
}

/// How a query is run, where it matters to tests and to the command line.
public struct RunOptions: Sendable {
  /// Rows in a batch.
  public var batchCapacity: Int
  public var isProfiling: Bool
  /// The moment that `datetime()` and its kin tell; `nil`: now.
  public var statementTime: ZonedDateTime?
  /// Where LOAD CSV finds its files; `nil`: nowhere.
  public var tables: (any TableSource)?
  /// The day that the graph shows, if it shows only what is valid on one: procedures may ask.
  public var validOn: CalendarDate?

  public init(
    batchCapacity: Int = 1024, isProfiling: Bool = false, statementTime: ZonedDateTime? = nil,
    tables: (any TableSource)? = nil, validOn: CalendarDate? = nil
  ) {
    self.batchCapacity = batchCapacity
    self.isProfiling = isProfiling
    self.statementTime = statementTime
    self.tables = tables
    self.validOn = validOn
  }
}

/// What a query gave.
public struct QueryOutcome: Sendable {
  public var table: ResultTable
  /// The graph after the query: its overlay holds what a writing query changed.
  public var graph: GraphView
  /// The plan, with rows and times if the run was profiled; `nil` where nobody asked for it.
  public var plan: PlanDescription?
}

extension Truncation {
  /// Whether another way to the same answer might have been done in time.
  fileprivate var isByWork: Bool {
    switch self {
    case .time, .memory: true
    case .rows, .patternSteps, .cancelled: false
    }
  }
}

extension LogicalPlan {
  /// Whether some step follows every path of any length, of which there may be exponentially many.
  fileprivate var walksEveryPath: Bool {
    if case .expandVariable(_, let expand) = self, !expand.isReachability, expand.length.upper ?? .max > 4 {
      return true
    }
    return inputs.contains(where: \.walksEveryPath)
  }
}

extension EvaluationError {
  fileprivate static func danglingDeletion(
    _ node: NodeIndex, in graph: GraphView, span: SourceSpan?
  ) -> EvaluationError {
    EvaluationError(
      code: QueryErrorCode(type: "ConstraintVerificationFailed", phase: .runtime, detail: "DeleteConnectedNode"),
      message: "a node that still has relationships cannot be deleted", hint: "DETACH DELETE takes them along",
      span: span)
  }
}
