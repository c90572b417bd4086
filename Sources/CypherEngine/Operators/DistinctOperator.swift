import CypherSemantics
import GraphModel

/// Leaves out rows that have come before.
final class DistinctOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let slots: [Slot]
  private var seen: TupleNumbering

  init(run: QueryRun, input: any PhysicalOperator, slots: [Slot]) {
    self.run = run
    self.input = input
    self.slots = slots
    seen = TupleNumbering(width: max(1, slots.count), held: HeldMemory(run))
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    if batch.isEmpty { return batch }
    let known = seen.count
    // Rows without columns are all the same.
    let columns = slots.isEmpty ? [.nodes([NodeIndex](repeating: .none, count: batch.count))] : slots.map { batch[$0] }
    let numbers = try seen.numbers(of: columns, count: batch.count, run.budget)
    try run.budget.check()
    let rows = numbers.rowsOfFirst(after: known)
    return rows.count == batch.count ? batch : batch.gathering(rows)
  }

  func reset() {
    seen.removeAll()
    input.reset()
  }
}

extension [UInt32] {
  /// The rows whose number was not there before; `count` numbers were.
  func rowsOfFirst(after count: Int) -> [Int32] {
    var rows: [Int32] = []
    var next = UInt32(count)
    for row in indices where self[row] == next {
      rows.append(Int32(row))
      next += 1
    }
    return rows
  }
}
