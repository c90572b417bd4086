import CypherSemantics
import Diagnostics
import GraphModel

/// One run of a query: the graph, the names looked up in it, the values of expression variables, the budget.
final class QueryRun {
  /// Alive while anybody runs it; it holds the runs that wait.
  private unowned let runnable: RunnableQuery
  let context: EvaluationContext
  // What is asked for in inner loops: checks of exclusive access at run time would cost more than reading it.
  /// The graph when the run began.
  @safe @exclusivity(unchecked) private var start: GraphView
  @safe @exclusivity(unchecked) private(set) var budget: BudgetMeter
  let isWriting: Bool
  @safe @exclusivity(unchecked) private(set) var batchCapacity: Int
  /// Where LOAD CSV finds its files; `nil`: nowhere.
  @safe @exclusivity(unchecked) private(set) var tables: (any TableSource)?
  /// The values of expression variables, by number.
  @safe @exclusivity(unchecked) var locals: [Value]
  /// The property under which the ledger keeps nodes, where a writing query may have to make it.
  let keyName: PropertyName?
  @safe @exclusivity(unchecked) var numbers: NameNumbers
  /// The names that a writing query added while it ran.
  private var added = AddedNames()
  private var subqueryRunners: [SubqueryRunner?]
  private var knownOverlayMarks: OverlayMarks?
  /// Stands for the budget between two runs.
  private let idleBudget = BudgetMeter()
  /// No row, and nothing in any slot.
  let emptyBatch: RowBatch
  /// The like of `emptyBatch` that nobody else holds, so that it can be filled without being copied.
  @safe @exclusivity(unchecked) private var ownBatch: RowBatch?
  private var knownPatterns: PatternCache?
  /// Counts rows and time, if that was asked for.
  var profile: PlanProfile?
  /// What the first DELETE without DETACH deletes, as the place of a node that kept relationships.
  var deletionSpan: SourceSpan?

  init(_ runnable: RunnableQuery, context: EvaluationContext, _ numbers: NameNumbers, options: RunOptions) {
    self.runnable = runnable
    self.context = context
    start = context.graph
    budget = context.budget
    isWriting = runnable.isWriting
    batchCapacity = options.batchCapacity
    tables = options.tables
    emptyBatch = runnable.emptyBatch
    locals = runnable.localCount == 0 ? [] : [Value](repeating: .null, count: runnable.localCount)
    keyName =
      isWriting && context.graph.schema != nil ? runnable.planned.names.knownProperty("key") : nil
    self.numbers = numbers
    subqueryRunners = runnable.subplanCount == 0 ? [] : [SubqueryRunner?](repeating: nil, count: runnable.subplanCount)
  }

  /// Begins anew, after `rest`, on a graph in which `numbers` hold.
  func begin(on graph: GraphView, parameters: [String: Value], budget: BudgetMeter, options: RunOptions) {
    context.begin(
      on: graph, parameters: parameters, statementTime: options.statementTime, budget: budget, validOn: options.validOn)
    start = graph
    self.budget = budget
    batchCapacity = options.batchCapacity
    tables = options.tables
  }

  /// Lets go of the operators of subqueries, which hold the run as it holds them.
  func end() {
    for number in subqueryRunners.indices { subqueryRunners[number] = nil }
  }

  /// After `end`: lets go of the graph and of all that belongs to who asked, and waits for the next run.
  func rest() {
    for number in locals.indices { locals[number] = .null }
    if knownOverlayMarks != nil { knownOverlayMarks = nil }
    if knownPatterns != nil { knownPatterns = nil }
    tables = nil
    start = .empty
    budget = idleBudget
    context.end(idleBudget)
  }

  var query: PlannedQuery { runnable.planned }

  /// The regular expressions met so far.
  var patterns: PatternCache {
    if let knownPatterns { return knownPatterns }
    let made = PatternCache()
    knownPatterns = made
    return made
  }

  var overlayMarks: OverlayMarks {
    if let knownOverlayMarks { return knownOverlayMarks }
    let made = OverlayMarks(graph)
    knownOverlayMarks = made
    return made
  }

  /// The graph as it is now, which only a writing query changes.
  var graph: GraphView { isWriting ? context.graph : start }

  /// A batch with nothing in any slot, to be filled.
  func freshBatch() -> RowBatch {
    guard let batch = ownBatch else { return emptyBatch }
    ownBatch = nil
    return batch
  }

  /// Takes back a batch whose rows were read, for `freshBatch`.
  func reuse(_ batch: consuming RowBatch) {
    guard batch.columns.count == emptyBatch.columns.count else { return }
    var batch = batch
    batch.clear()
    ownBatch = batch
  }

  /// Tells the profile how many rows the running operator holds.
  func note(heldRows count: Int) { profile?.note(heldRows: count) }

  // A writing query may add names to the graph while it runs; a name that was missing is looked up again.

  func key(_ name: PropertyName) -> PropertyKeyID? {
    if let known = numbers.propertyKeys[name.raw] { return known }
    guard isWriting else { return nil }
    if let known = added.propertyKeys[name] { return known }
    let found = context.graph.symbols.propertyKey(query.names.text(of: name))
    added.propertyKeys[name] = found
    return found
  }

  func label(_ name: LabelName) -> LabelID? {
    if let known = numbers.labels[name.raw] { return known }
    guard isWriting else { return nil }
    if let known = added.labels[name] { return known }
    let found = context.graph.symbols.label(query.names.text(of: name))
    added.labels[name] = found
    return found
  }

  func type(_ name: TypeName) -> TypeID? {
    if let known = numbers.types[name.raw] { return known }
    guard isWriting else { return nil }
    if let known = added.types[name] { return known }
    let found = context.graph.symbols.type(query.names.text(of: name))
    added.types[name] = found
    return found
  }

  /// The types that a pattern allows and the graph has; `nil`: every type.
  func types(_ names: [TypeName]?) -> [TypeID]? { names?.compactMap(type) }

  func subqueryRunner(_ number: Int) -> SubqueryRunner {
    if let runner = subqueryRunners[number] { return runner }
    func make() -> SubqueryRunner { SubqueryRunner(plan: query.subplans[number], run: self) }
    let runner = profile?.making(subquery: number, make) ?? make()
    subqueryRunners[number] = runner
    return runner
  }
}

/// Numbers of names that a graph lacked when a run began.
private struct AddedNames {
  var labels: [LabelName: LabelID] = [:]
  var types: [TypeName: TypeID] = [:]
  var propertyKeys: [PropertyName: PropertyKeyID] = [:]
}
