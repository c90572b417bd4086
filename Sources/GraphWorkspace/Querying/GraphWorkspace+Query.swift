import CypherEngine
import CypherSemantics
public import Diagnostics
import GraphModel
import GraphStore
public import Temporals

extension GraphWorkspace {
  /// Asks a query; what it writes is committed as one revision, or nothing is.
  /// - Throws: `DiagnosticsError` for a mistake in the query, a failing run, and writes that the schema forbids or
  ///   nobody asked for; `StoreError`.
  ///
  /// Where another process committed in between, a writing query is asked again on what stands now, a few times.
  public func query(_ request: QueryRequest) throws -> QueryAnswer {
    let budget = BudgetMeter(request.limits.budget(cancellation: request.cancellation))
    for _ in 0..<Self.attempts - 1 {
      do {
        return try attempt(request, budget)
      } catch let error as StoreError where error.code == .ledgerMoved {
        continue
      }
    }
    return try attempt(request, budget)
  }

  private static let attempts = 20

  private func attempt(_ request: QueryRequest, _ budget: BudgetMeter) throws -> QueryAnswer {
    var graph = try graph(validOn: request.validOn, after: request.scenario)
    let prepared = try plans.query(
      request.text, name: request.name, source: request.source, for: graph, procedures: procedures,
      rewrites: engine.rewrites, budget: budget)
    if prepared.isWriting {
      guard request.writing != nil else { throw DiagnosticsError([.writesUnasked(request.source)]) }
      if request.validOn != nil { throw DiagnosticsError([.writesOnPartOfGraph]) }
      if request.scenario != nil { throw DiagnosticsError([.writesAfterScenario]) }
      let next = try ledger().nextIDs
      graph.reserveIDs(node: next.node, relationship: next.relationship)
    }
    let outcome = try prepared.run(
      on: graph, parameters: request.parameters, budget: budget,
      options: RunOptions(
        batchCapacity: engine.rowsPerBatch, isProfiling: request.isProfiling, tables: tables,
        validOn: request.validOn))
    var table = outcome.table
    var revision = graph.revision
    if prepared.isWriting, let context = request.writing {
      // What was cancelled while it ran changes nothing; from here on it is done to the end.
      do throws(EvaluationError) { try budget.checkNow() } catch {
        throw DiagnosticsError([Diagnostic(id: "budget-exceeded", message: error.message, hint: error.hint)])
      }
      revision = try commit(outcome.graph, context, updating: &table)
    }
    let plan = outcome.plan.map {
      QueryPlan(description: $0, query: request.text, graph: graph, validOn: request.validOn)
    }
    return QueryAnswer(table: table, warnings: prepared.warnings, plan: plan, revision: revision)
  }

  /// Asks a query that only reads in a view of the caller's, such as an earlier revision's.
  /// - Throws: as `query`; what is asked to be written is refused.
  func read(_ request: QueryRequest, in graph: GraphView) throws -> ResultTable {
    let budget = BudgetMeter(request.limits.budget(cancellation: request.cancellation))
    let prepared = try plans.query(
      request.text, name: request.name, source: request.source, for: graph, procedures: procedures,
      rewrites: engine.rewrites, budget: budget)
    if prepared.isWriting { throw DiagnosticsError([.writesUnasked(request.source)]) }
    return try prepared.run(
      on: graph, parameters: request.parameters, budget: budget,
      options: RunOptions(batchCapacity: engine.rowsPerBatch, tables: tables, validOn: request.validOn)
    ).table
  }

  /// How a query would be answered, and what is odd about it; it is not run.
  /// - Throws: `DiagnosticsError` for a mistake in the query, `StoreError`.
  public func explain(
    _ source: SourceText, validOn: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> (plan: QueryPlan, warnings: [Diagnostic]) {
    let graph = try graph(validOn: validOn, after: scenario)
    let prepared = try plans.query(
      source.text, name: source.name, source: source, for: graph, procedures: procedures, rewrites: engine.rewrites)
    let plan = QueryPlan(
      description: prepared.plan(on: graph), query: source.text, graph: graph, validOn: validOn)
    return (plan, prepared.warnings)
  }

  /// Commits what a query changed. Under a schema the elements of its answer that it made are shown as they were stored:
  /// with keys, and numbers as their type has them.
  private func commit(
    _ graph: GraphView, _ context: ChangeContext, updating table: inout ResultTable
  ) throws -> Int64 {
    if graph.changes().isEmpty { return graph.revision }
    let revision = try ledger().commit(graph, context: context, history: historyIdentity(of: graph)).revision
    let made = table.elements.nodes.keys.filter { !graph.isCommitted($0) }
    if graph.schema != nil, !made.isEmpty {
      let committed = try self.graph()
      for node in made {
        guard let index = committed.node(withID: graph.id(of: node)) else { continue }
        table.elements.nodes[node] = committed.data(of: index)
      }
    }
    return revision
  }
}

extension SourceText {
  var text: String { String(decoding: utf8, as: UTF8.self) }
}

extension Diagnostic {
  static func writesUnasked(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      id: "writes-not-allowed", message: "the query writes, and only reading was asked for",
      place: source.place(of: SourceSpan(at: 0)), hint: "allow it with --write, and say why with --reason",
      queryError: QueryErrorCode(type: "AccessMode", phase: .compile, detail: "WritesNotAllowed"))
  }

  fileprivate static var writesAfterScenario: Diagnostic {
    Diagnostic(
      id: "writes-after-scenario", message: "a query cannot write into the world after a scenario, which is not real",
      hint: "apply the scenario first, or leave --scenario out",
      queryError: QueryErrorCode(type: "AccessMode", phase: .compile, detail: "WritesNotAllowed"))
  }

  fileprivate static var writesOnPartOfGraph: Diagnostic {
    Diagnostic(
      id: "writes-on-part", message: "a query cannot write where only what is valid on a date is seen",
      hint: "leave --valid-on out",
      queryError: QueryErrorCode(type: "AccessMode", phase: .compile, detail: "WritesNotAllowed"))
  }
}
