import CypherSemantics
import GraphModel

/// Some rows, column by column: what operators hand to each other.
struct RowBatch {
  /// By slot.
  var columns: [Column]
  var count: Int

  init(slotCount: Int) {
    columns = [Column](repeating: .unused, count: slotCount)
    count = 0
  }

  var isEmpty: Bool { count == 0 }

  /// Lets go of all rows and values.
  mutating func clear() {
    for slot in columns.indices { columns[slot] = .unused }
    count = 0
  }

  subscript(slot: Slot) -> Column {
    get { columns[slot.number] }
    set { columns[slot.number] = newValue }
  }

  /// Whether any of some slots has values; `nil`: of all.
  func holdsAnything(in slots: [Slot]?) -> Bool {
    func holds(_ column: Column) -> Bool {
      if case .unused = column { false } else { true }
    }
    return slots.map { $0.contains { holds(self[$0]) } } ?? columns.contains(where: holds)
  }

  /// The chosen rows, in order.
  /// - Parameter slots: those whose values are carried on; `nil`: all.
  func gathering(_ rows: [Int32], carrying slots: [Slot]? = nil) -> RowBatch {
    guard let slots else {
      var batch = RowBatch(slotCount: 0)
      batch.columns = columns.map { $0.gathering(rows) }
      batch.count = rows.count
      return batch
    }
    var batch = RowBatch(slotCount: columns.count)
    for slot in slots { batch[slot] = self[slot].gathering(rows) }
    batch.count = rows.count
    return batch
  }

  mutating func append(_ other: RowBatch) {
    for slot in columns.indices {
      columns[slot].append(other.columns[slot], count: count, otherCount: other.count)
    }
    count += other.count
  }
}
