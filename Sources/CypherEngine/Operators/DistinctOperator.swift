import CypherSemantics
import GraphModel

/// Leaves out rows that have come before.
final class DistinctOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let slots: [Slot]
  private var seen: Set<[Value]> = []
  private var held: HeldMemory

  init(run: QueryRun, input: any PhysicalOperator, slots: [Slot]) {
    held = HeldMemory(run)
    self.run = run
    self.input = input
    self.slots = slots
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    var bytes = 0
    for row in 0..<batch.count {
      let key = slots.map { batch[$0][row] }
      guard seen.insert(key).inserted else { continue }
      rows.append(Int32(row))
      bytes += HeldMemory.setEntry + run.budget.footprint.bytes(ofKey: key)
    }
    try held.add(bytes: bytes)
    try run.budget.check()
    return rows.count == batch.count ? batch : batch.gathering(rows)
  }

  func reset() {
    seen = []
    held.release()
    input.reset()
  }
}
