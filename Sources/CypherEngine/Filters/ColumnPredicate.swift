import CypherSemantics
import GraphModel

/// A condition as tests of columns: selects the rows for which it is true, many at once.
///
/// *True* and *false* of three-valued logic are asked for apart, so that unknown needs no place: a conjunction is true
/// where all parts are, and false where any is.
indirect enum ColumnPredicate {
  case constant(Bool)
  case test(ColumnTest, Slot)
  case labels(LabelRanges, Slot, isInside: Bool)
  case all([ColumnPredicate])
  case any([ColumnPredicate])

  /// How much one row costs against other predicates.
  var cost: Int {
    switch self {
    case .constant: 0
    case .test(let test, _): test.cost
    case .labels: 2
    case .all(let parts): parts.first?.cost ?? 0
    case .any(let parts): parts.reduce(0) { $0 + $1.cost }
    }
  }

  /// Keeps of some rows of a batch those that are selected.
  func select(_ rows: inout [Int32], of batch: RowBatch) throws(EvaluationError) {
    switch self {
    case .constant(let flag): if !flag { rows.removeAll(keepingCapacity: true) }
    case .test(let test, let slot): try batch[slot].select(&rows, test)
    case .labels(let ranges, let slot, let isInside):
      guard case .nodes(let nodes) = batch[slot] else { return }
      ranges.select(&rows, of: nodes, isInside: isInside)
    case .all(let parts):
      for part in parts where !rows.isEmpty { try part.select(&rows, of: batch) }
    case .any(let parts):
      var isSelected = [Bool](repeating: false, count: batch.count)
      var left = rows
      for part in parts where !left.isEmpty {
        var found = left
        try part.select(&found, of: batch)
        for row in found { isSelected[Int(row)] = true }
        if !found.isEmpty { left.removeAll { isSelected[Int($0)] } }
      }
      rows.removeAll { !isSelected[Int($0)] }
    }
  }
}

extension Column {
  fileprivate func select(_ rows: inout [Int32], _ test: ColumnTest) throws(EvaluationError) {
    switch self {
    case .nodes(let nodes):
      try unsafe nodes.withUnsafeBufferPointer { (nodes) throws(EvaluationError) in
        try unsafe nodes.withMemoryRebound(to: UInt32.self) { (elements) throws(EvaluationError) in
          unsafe try test.select(&rows, of: elements)
        }
      }
    case .relationships(let relationships):
      try unsafe relationships.withUnsafeBufferPointer { (relationships) throws(EvaluationError) in
        try unsafe relationships.withMemoryRebound(to: UInt32.self) { (elements) throws(EvaluationError) in
          unsafe try test.select(&rows, of: elements)
        }
      }
    case .unused, .texts, .values: preconditionFailure("tests are made for columns of elements")
    }
  }
}
