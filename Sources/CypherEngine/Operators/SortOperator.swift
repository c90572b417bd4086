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
  private var held: HeldMemory

  init(run: QueryRun, input: any PhysicalOperator, keys: [BoundProjection.SortKey]) {
    held = HeldMemory(run)
    self.run = run
    self.input = input
    self.keys = keys
  }

  func next() throws(EvaluationError) -> RowBatch? {
    if sorted == nil {
      let rows = try input.drain(run, into: &held)
      let columns = try SortColumns(keys, of: rows, run: run)
      // The order, and the room that sorting takes.
      try held.add(bytes: 8 * rows.count)
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
}

/// The values of the sort keys, for comparing rows.
struct SortColumns {
  private let columns: [(values: Column, isDescending: Bool)]
  private let rowCount: Int
  private let budget: BudgetMeter

  init(_ keys: [BoundProjection.SortKey], of rows: RowBatch, run: QueryRun) throws(EvaluationError) {
    let evaluator = Evaluator(run)
    var columns: [(Column, Bool)] = []
    for key in keys {
      columns.append((try evaluator.column(key.expression, of: rows).unpacked(rows.count), key.isDescending))
    }
    self.columns = columns
    rowCount = rows.count
    budget = run.budget
  }

  /// All rows in order.
  func sortedRows() throws(EvaluationError) -> [Int32] {
    do {
      return try (0..<Int32(rowCount)).sorted { a, b in
        try budget.check()
        return precedes(Int(a), Int(b))
      }
    } catch let error as EvaluationError {
      throw error
    } catch {
      preconditionFailure("comparing throws nothing else")
    }
  }

  /// Whether a row comes before another; rows that are equal keep their order.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    for (values, isDescending) in columns {
      switch values[a].orderability(against: values[b]) {
      case .less: return !isDescending
      case .greater: return isDescending
      case .equal: continue
      }
    }
    return a < b
  }
}
