import CypherSemantics
import Diagnostics
import GraphModel

/// One run of a query: the graph, the names looked up in it, the values of expression variables, the budget.
final class QueryRun {
  let query: PlannedQuery
  let context: EvaluationContext
  let batchCapacity: Int
  /// The values of expression variables, by number.
  var locals: [Value]
  private var propertyKeys: [PropertyKeyID?]
  private var labels: [LabelID?]
  private var types: [TypeID?]
  private var subqueryRunners: [SubqueryRunner?]
  var budget: BudgetMeter
  /// Counts rows and time, if that was asked for.
  var profile: PlanProfile?
  /// What the first DELETE without DETACH deletes, as the place of a node that kept relationships.
  var deletionSpan: SourceSpan?

  init(query: PlannedQuery, context: EvaluationContext, budget: BudgetMeter, batchCapacity: Int) {
    self.query = query
    self.context = context
    self.budget = budget
    self.batchCapacity = batchCapacity
    locals = [Value](repeating: .null, count: query.localCount)
    let symbols = context.graph.symbols
    propertyKeys = query.names.properties.map(symbols.propertyKey)
    labels = query.names.labels.map(symbols.label)
    types = query.names.types.map(symbols.type)
    subqueryRunners = [SubqueryRunner?](repeating: nil, count: query.subplans.count)
  }

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

  func subqueryRunner(_ number: Int) -> SubqueryRunner {
    if let runner = subqueryRunners[number] { return runner }
    let runner = SubqueryRunner(plan: query.subplans[number], run: self)
    subqueryRunners[number] = runner
    return runner
  }
}
