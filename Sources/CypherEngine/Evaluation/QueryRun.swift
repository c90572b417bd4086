import CypherSemantics
import Diagnostics
import GraphModel

/// One run of a query: the graph, the names looked up in it, the values of expression variables, the budget.
final class QueryRun {
  private let runnable: RunnableQuery
  let context: EvaluationContext
  let batchCapacity: Int
  /// Where LOAD CSV finds its files; `nil`: nowhere.
  let tables: (any TableSource)?
  /// The values of expression variables, by number.
  var locals: [Value]
  /// The property under which the ledger keeps nodes, where a writing query may have to make it.
  let keyName: PropertyName?
  private var numbers: NameNumbers
  private var subqueryRunners: [SubqueryRunner?]
  private(set) lazy var overlayMarks = OverlayMarks(context.graph)
  let budget: BudgetMeter
  let slotCount: Int
  /// The regular expressions met so far.
  private(set) lazy var patterns = PatternCache()
  /// Counts rows and time, if that was asked for.
  var profile: PlanProfile?
  /// What the first DELETE without DETACH deletes, as the place of a node that kept relationships.
  var deletionSpan: SourceSpan?

  init(_ runnable: RunnableQuery, context: EvaluationContext, options: RunOptions) {
    self.runnable = runnable
    self.context = context
    budget = context.budget
    batchCapacity = options.batchCapacity
    tables = options.tables
    slotCount = runnable.slotCount
    locals = runnable.localCount == 0 ? [] : [Value](repeating: .null, count: runnable.localCount)
    keyName =
      runnable.isWriting && context.graph.schema != nil ? runnable.planned.names.knownProperty("key") : nil
    numbers = runnable.numbers(in: context.graph)
    subqueryRunners = runnable.subplanCount == 0 ? [] : [SubqueryRunner?](repeating: nil, count: runnable.subplanCount)
  }

  var query: PlannedQuery { runnable.planned }

  /// Tells the profile how many rows the running operator holds.
  func note(heldRows count: Int) { profile?.note(heldRows: count) }

  // A writing query may add names to the graph while it runs; a name that was missing is looked up again.

  func key(_ name: PropertyName) -> PropertyKeyID? {
    if let known = numbers.propertyKeys[name.raw] { return known }
    guard query.isWriting else { return nil }
    numbers.propertyKeys[name.raw] = context.graph.symbols.propertyKey(query.names.text(of: name))
    return numbers.propertyKeys[name.raw]
  }

  func label(_ name: LabelName) -> LabelID? {
    if let known = numbers.labels[name.raw] { return known }
    guard query.isWriting else { return nil }
    numbers.labels[name.raw] = context.graph.symbols.label(query.names.text(of: name))
    return numbers.labels[name.raw]
  }

  func type(_ name: TypeName) -> TypeID? {
    if let known = numbers.types[name.raw] { return known }
    guard query.isWriting else { return nil }
    numbers.types[name.raw] = context.graph.symbols.type(query.names.text(of: name))
    return numbers.types[name.raw]
  }

  /// The types that a pattern allows and the graph has; `nil`: every type.
  func types(_ names: [TypeName]?) -> [TypeID]? { names?.compactMap(type) }

  /// Lets go of the operators of subqueries, which hold the run as it holds them.
  func end() { subqueryRunners.removeAll() }

  func subqueryRunner(_ number: Int) -> SubqueryRunner {
    if let runner = subqueryRunners[number] { return runner }
    func make() -> SubqueryRunner { SubqueryRunner(plan: query.subplans[number], run: self) }
    let runner = profile?.making(subquery: number, make) ?? make()
    subqueryRunners[number] = runner
    return runner
  }
}
