import CypherSemantics
import GraphModel

/// `count` over all rows, of a variable or of rows: column by column, where other aggregates take value by value.
struct CountState {
  private let slot: Slot?
  private let isDistinct: Bool
  private let graph: GraphView
  private var count: Int64 = 0
  /// Made when the first node comes.
  private var nodes: NodeMarks?
  /// Distinct values that are no nodes.
  private var others: Set<Value> = []

  /// - Returns: `nil` for a call that is no such count, and where nodes may come to be that have no place in a set yet.
  init?(_ call: AggregateCall, _ run: QueryRun) {
    guard call.function.name == "count", !run.isWriting else { return nil }
    switch call.argument?.kind {
    case nil: slot = nil
    case .slot(let slot)?: self.slot = slot
    default: return nil
    }
    isDistinct = call.isDistinct
    graph = run.graph
  }

  /// - Returns: the bytes that it keeps of the rows.
  mutating func add(_ batch: RowBatch, _ footprint: inout ValueFootprint) -> Int {
    guard let slot else {
      count += Int64(batch.count)
      return 0
    }
    switch batch[slot] {
    case .unused: return 0
    case .nodes(let column): return add(column)
    case .relationships(let column):
      if isDistinct { return add((0..<batch.count).lazy.map { batch[slot][$0] }, &footprint) }
      for relationship in column where relationship != .none { count += 1 }
      return 0
    case .texts(let codes, _):
      if isDistinct { return add((0..<batch.count).lazy.map { batch[slot][$0] }, &footprint) }
      for code in codes where code != 0 { count += 1 }
      return 0
    case .values(let values):
      if isDistinct { return add(values, &footprint) }
      for value in values where !value.isNull { count += 1 }
      return 0
    }
  }

  var result: Value { .integer(count) }

  private mutating func add(_ column: [NodeIndex]) -> Int {
    guard isDistinct else {
      for node in column where node != .none { count += 1 }
      return 0
    }
    let nodes = self.nodes ?? NodeMarks(graph)
    self.nodes = nodes
    let before = nodes.count
    for node in column where node != .none { nodes.insert(node) }
    count += Int64(nodes.count - before)
    return (nodes.count - before) * MemoryLayout<NodeIndex>.stride
  }

  private mutating func add(_ values: some Sequence<Value>, _ footprint: inout ValueFootprint) -> Int {
    var bytes = 0
    for value in values where !value.isNull {
      if case .node(let node) = value {
        bytes += add([node])
      } else if others.insert(value).inserted {
        count += 1
        bytes += HeldMemory.setEntry + ValueFootprint.stride + footprint.bytes(of: value)
      }
    }
    return bytes
  }
}
