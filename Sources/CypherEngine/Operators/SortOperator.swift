import CypherSemantics
import GraphModel

/// Gives all rows in order; equal rows keep the order in which they came.
final class SortOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let keys: [BoundProjection.SortKey]
  private var sorted: RowBatch?
  private var order: [Int32] = []
  private var position = 0
  private let held: HeldMemory

  init(run: QueryRun, input: any PhysicalOperator, keys: [BoundProjection.SortKey]) {
    held = HeldMemory(run)
    self.run = run
    self.input = input
    self.keys = keys
  }

  func next() throws(EvaluationError) -> RowBatch? {
    if sorted == nil {
      let rows = try input.drain(run, into: held)
      let columns = try SortColumns(keys, of: rows, run: run)
      // The order, the room that sorting takes, and the keys as numbers.
      try held.add(bytes: (8 + 8 * keys.count) * rows.count)
      order = try columns.sortedRows()
      sorted = rows
    }
    guard let sorted, position < order.count else { return nil }
    let end = min(order.count, position + run.batchCapacity)
    defer { position = end }
    return sorted.gathering(Array(order[position..<end]))
  }

  func reset() {
    sorted = nil
    order = []
    position = 0
    held.release()
    input.reset()
  }

  func rest() { input.rest() }
}
