import CypherSemantics

/// Rows, time and rows held of every operator of a run.
///
/// Operators are made inside each other as the plan is nested, so the figures form a tree of the plan's shape. A query
/// inside an expression is made when it is first asked, and has a tree of its own.
final class PlanProfile {
  fileprivate final class Entry {
    let operatorName: String
    var rows = 0
    var duration = Duration.zero
    var held = 0
    var inputs: [Entry] = []

    init(_ operatorName: String) { self.operatorName = operatorName }
  }

  /// A root that holds the entry of a plan.
  private let root = Entry("")
  private var subqueries: [Int: Entry] = [:]
  /// The operators that are being made.
  private var open: [Entry]
  /// The operator that is running.
  fileprivate var running: Entry?
  private let query: PlannedQuery
  private let text: OperatorNames

  init(_ query: PlannedQuery) {
    self.query = query
    text = OperatorNames(query)
    open = [root]
  }

  /// Makes an operator, and puts a counter around it.
  func counting(_ plan: LogicalPlan, _ make: () -> any PhysicalOperator) -> any PhysicalOperator {
    let entry = Entry(text.name(of: plan))
    open.last?.inputs.append(entry)
    open.append(entry)
    let inner = make()
    open.removeLast()
    return Counter(inner: inner, entry: entry, profile: self)
  }

  /// Makes the operators of a query inside an expression.
  func making<Made>(subquery number: Int, _ make: () -> Made) -> Made {
    let entry = Entry("")
    subqueries[number] = entry
    open.append(entry)
    defer { open.removeLast() }
    return make()
  }

  /// Notes how many rows the running operator holds.
  func note(heldRows count: Int) {
    guard let running, count > running.held else { return }
    running.held = count
  }

  /// The plan with the figures of the run.
  func describe(statistics: GraphStatistics) -> PlanDescription {
    var description = PlanDescription(query, statistics: statistics)
    if let entry = root.inputs.first { fill(&description, from: entry) }
    return description
  }

  private func fill(_ description: inout PlanDescription, from entry: Entry) {
    description.rows = entry.rows
    description.seconds = entry.duration.seconds
    description.heldRows = entry.held > 0 ? entry.held : nil
    var inputs = entry.inputs[...]
    for child in description.children.indices {
      if let number = description.children[child].subquery {
        fillSubquery(&description.children[child], from: subqueries[number])
      } else if let input = inputs.first, input.operatorName == description.children[child].name {
        fill(&description.children[child], from: input)
        inputs.removeFirst()
      }
    }
  }

  /// A query that nobody asked has no figures.
  private func fillSubquery(_ description: inout PlanDescription, from entry: Entry?) {
    guard let inner = entry?.inputs.first, !description.children.isEmpty else { return }
    description.seconds = inner.duration.seconds
    fill(&description.children[0], from: inner)
  }

  private final class Counter: PhysicalOperator {
    private let inner: any PhysicalOperator
    private let entry: Entry
    private let profile: PlanProfile

    init(inner: any PhysicalOperator, entry: Entry, profile: PlanProfile) {
      self.inner = inner
      self.entry = entry
      self.profile = profile
    }

    func next() throws(EvaluationError) -> RowBatch? {
      let caller = profile.running
      profile.running = entry
      let start = ContinuousClock.now
      defer {
        entry.duration += ContinuousClock.now - start
        profile.running = caller
      }
      let batch = try inner.next()
      entry.rows += batch?.count ?? 0
      return batch
    }

    func reset() { inner.reset() }
  }
}

extension Duration {
  fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
