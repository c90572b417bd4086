import CypherSemantics

/// Rows and time of every operator of a run.
final class PlanProfile {
  private final class Entry {
    var rows = 0
    var duration = Duration.zero
  }

  private var entries: [Entry] = []

  /// Puts a counter around an operator. Operators come inputs first.
  func wrap(_ inner: any PhysicalOperator, plan: LogicalPlan) -> any PhysicalOperator {
    let entry = Entry()
    entries.append(entry)
    return Counter(inner: inner, entry: entry)
  }

  /// The plan with the figures of the run.
  func describe(_ query: PlannedQuery) -> PlanDescription {
    var description = PlanDescription(query)
    var next = 0
    fill(&description, next: &next)
    return description
  }

  private func fill(_ description: inout PlanDescription, next: inout Int) {
    for child in description.children.indices { fill(&description.children[child], next: &next) }
    guard next < entries.count else { return }
    description.rows = entries[next].rows
    let (seconds, attoseconds) = entries[next].duration.components
    description.seconds = Double(seconds) + Double(attoseconds) / 1e18
    next += 1
  }

  private final class Counter: PhysicalOperator {
    private let inner: any PhysicalOperator
    private let entry: Entry

    init(inner: any PhysicalOperator, entry: Entry) {
      self.inner = inner
      self.entry = entry
    }

    func next() throws(EvaluationError) -> RowBatch? {
      let start = ContinuousClock.now
      defer { entry.duration += ContinuousClock.now - start }
      let batch = try inner.next()
      entry.rows += batch?.count ?? 0
      return batch
    }

    func reset() { inner.reset() }
  }
}
