import CypherSemantics
import Diagnostics
import GraphModel

/// One run of a query: the graph, the names looked up in it, the values of expression variables, the budget.
final class QueryRun {
  let query: PlannedQuery
  let context: EvaluationContext
  let batchCapacity: Int
  /// Where LOAD CSV finds its files; `nil`: nowhere.
  let tables: (any TableSource)?
  /// The values of expression variables, by number.
  var locals: [Value]
  /// The property under which the ledger keeps nodes, where a writing query may have to make it.
  let keyName: PropertyName?
  private var propertyKeys: [PropertyKeyID?]
  private var labels: [LabelID?]
  private var types: [TypeID?]
  private var subqueryRunners: [SubqueryRunner?]
  private(set) lazy var overlayMarks = OverlayMarks(context.graph)
  private var textSources: [PropertyKeyID: TextSource] = [:]
  let budget: BudgetMeter
  /// The regular expressions met so far.
  let patterns = PatternCache()
  /// Counts rows and time, if that was asked for.
  var profile: PlanProfile?
  /// What the first DELETE without DETACH deletes, as the place of a node that kept relationships.
  var deletionSpan: SourceSpan?

  init(query: PlannedQuery, context: EvaluationContext, options: RunOptions) {
    self.query = query
    self.context = context
    budget = context.budget
    batchCapacity = options.batchCapacity
    tables = options.tables
    locals = [Value](repeating: .null, count: query.localCount)
    let symbols = context.graph.symbols
    keyName = query.isWriting && context.graph.schema != nil ? query.names.knownProperty("key") : nil
    propertyKeys = query.names.properties.map(symbols.propertyKey)
    labels = query.names.labels.map(symbols.label)
    types = query.names.types.map(symbols.type)
    subqueryRunners = [SubqueryRunner?](repeating: nil, count: query.subplans.count)
  }

  /// Tells the profile how many rows the running operator holds.
  func note(heldRows count: Int) { profile?.note(heldRows: count) }

  var slotCount: Int { query.slots.count }

  // A writing query may add names to the graph while it runs; a name that was missing is looked up again.

  func key(_ name: PropertyName) -> PropertyKeyID? {
    if let known = propertyKeys[name.raw] { return known }
    guard query.isWriting else { return nil }
    propertyKeys[name.raw] = context.graph.symbols.propertyKey(query.names.text(of: name))
    return propertyKeys[name.raw]
  }

  func label(_ name: LabelName) -> LabelID? {
    if let known = labels[name.raw] { return known }
    guard query.isWriting else { return nil }
    labels[name.raw] = context.graph.symbols.label(query.names.text(of: name))
    return labels[name.raw]
  }

  func type(_ name: TypeName) -> TypeID? {
    if let known = types[name.raw] { return known }
    guard query.isWriting else { return nil }
    types[name.raw] = context.graph.symbols.type(query.names.text(of: name))
    return types[name.raw]
  }

  /// The types that a pattern allows and the graph has; `nil`: every type.
  func types(_ names: [TypeName]?) -> [TypeID]? { names?.compactMap(type) }

  /// The dictionary of a property of nodes: the same object each time.
  func textSource(_ key: PropertyKeyID, _ dictionary: TextDictionary) -> TextSource {
    if let known = textSources[key] { return known }
    let source = TextSource(dictionary)
    textSources[key] = source
    return source
  }

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
