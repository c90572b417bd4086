public import CypherSemantics
import CypherSyntax
public import Diagnostics
public import GraphModel
public import Temporals

/// A query that has been read, checked and planned for a graph, and can be run any number of times.
public struct PreparedQuery: Sendable {
  public let source: SourceText
  public let planned: PlannedQuery

  /// Reads, binds and plans a query.
  /// - Parameters:
  ///   - source: the text, with the name by which diagnostics call it.
  ///   - graph: what the names are checked against and the plan is made for; the query may run on another one.
  ///   - procedures: what CALL can run.
  /// - Throws: `DiagnosticsError` with all mistakes.
  public init(
    _ source: SourceText, for graph: GraphView, procedures: ProcedureRegistry = .standard,
    rewrites: PlanRewrites = .all
  ) throws(DiagnosticsError) {
    let parsed = QueryParser.parse(source)
    let bound = try QueryBinder.bind(parsed, options: BindingOptions(graph: graph, procedures: procedures))
    let plan = QueryPlanner.plan(bound, statistics: GraphStatistics(graph))
    self.source = source
    planned = rewrites.apply(to: plan)
  }

  public var columns: [String] { isExplaining ? ["plan"] : planned.columns }
  public var isWriting: Bool { planned.isWriting && !isExplaining }
  /// Whether the text begins with EXPLAIN: it is answered with its plan, and not run.
  public var isExplaining: Bool { planned.mode == .explain }
  /// What is odd but not wrong, such as a label that nothing has.
  public var warnings: [Diagnostic] { planned.warnings }
  /// How the query will be answered.
  public var plan: PlanDescription { PlanDescription(planned) }

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
    if isExplaining {
      let lines = plan.text.split(separator: "\n").map { [Value.string(String($0))] }
      return QueryOutcome(table: ResultTable(columns: columns, rows: lines), graph: graph)
    }
    let context = EvaluationContext(
      graph: graph, parameters: parameters, statementTime: options.statementTime ?? PreparedQuery.now)
    let run = QueryRun(
      query: planned, context: context, budget: BudgetMeter(budget), batchCapacity: options.batchCapacity)
    if options.isProfiling || planned.mode == .profile { run.profile = PlanProfile() }
    do throws(EvaluationError) {
      let (rows, truncation) = try collect(run)
      if planned.isWriting, let node = context.graph.danglingDeletion() {
        throw EvaluationError.danglingDeletion(node, in: context.graph, span: run.deletionSpan)
      }
      var table = ResultTable(
        columns: planned.columns, rows: rows, changes: planned.isWriting ? context.counts : nil,
        truncation: truncation)
      table.elements = ElementCollector.elements(of: rows, in: context.graph)
      return QueryOutcome(table: table, graph: context.graph, plan: run.profile?.describe(planned))
    } catch {
      throw DiagnosticsError([diagnostic(for: error)])
    }
  }

  private func collect(_ run: QueryRun) throws(EvaluationError) -> ([[Value]], Truncation?) {
    let root = OperatorBuilder(run: run, argument: nil).build(planned.plan)
    var rows: [[Value]] = []
    do throws(EvaluationError) {
      while let batch = try root.next() {
        if planned.output.isEmpty { continue }
        let columns = planned.output.map { batch[$0] }
        for row in 0..<batch.count {
          if let limit = run.budget.rowLimit, rows.count >= limit {
            throw EvaluationError.stopped(by: .rows(limit: limit), "the answer has more than \(limit) rows")
          }
          rows.append(columns.map { $0[row] })
        }
      }
      return (rows, nil)
    } catch {
      guard let truncation = error.truncation, !planned.isWriting else { throw error }
      return (rows, truncation)
    }
  }

  /// This moment; in UTC where the system's zone cannot be read.
  private static var now: ZonedDateTime {
    if let now = try? ZonedDateTime.now() { return now }
    let day = CalendarDate(daysSinceEpoch: 0)
    return ZonedDateTime(
      local: LocalDateTime(date: day, time: LocalTime(nanosecondOfDay: 0)), offsetSeconds: 0)
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

  public init(batchCapacity: Int = 1024, isProfiling: Bool = false, statementTime: ZonedDateTime? = nil) {
    self.batchCapacity = batchCapacity
    self.isProfiling = isProfiling
    self.statementTime = statementTime
  }
}

/// What a query gave.
public struct QueryOutcome: Sendable {
  public var table: ResultTable
  /// The graph after the query: its overlay holds what a writing query changed.
  public var graph: GraphView
  /// The plan with rows and times, if the run was profiled.
  public var plan: PlanDescription?
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
