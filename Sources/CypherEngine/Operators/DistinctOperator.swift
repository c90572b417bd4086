import CypherSemantics
import GraphModel

/// Leaves out rows that have come before.
final class DistinctOperator: PhysicalOperator {
  private let input: any PhysicalOperator
  private let slots: [Slot]
  private var seen: Set<[Value]> = []

  init(input: any PhysicalOperator, slots: [Slot]) {
    self.input = input
    self.slots = slots
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    for row in 0..<batch.count where seen.insert(slots.map { batch[$0][row] }).inserted { rows.append(Int32(row)) }
    return rows.count == batch.count ? batch : batch.gathering(rows)
  }

  func reset() {
    seen = []
    input.reset()
  }
}
