import CypherSemantics
import CypherSyntax
import GraphModel
import Synchronization

/// A planned query with what its runs share.
final class RunnableQuery: Sendable {
  let planned: PlannedQuery
  // Of the planned query, so that a run need not take hold of all of it.
  let plan: LogicalPlan
  let isExplaining: Bool
  let isProfiled: Bool
  let isWriting: Bool
  /// A batch of no row, made once: making an array costs more than copying one.
  let emptyBatch: RowBatch
  let localCount: Int
  let subplanCount: Int
  let output: [Slot]
  let columns: [String]
  /// The names' numbers in the snapshot that the query ran on last. It is told by its mark, so that an idle query keeps
  /// no graph alive.
  private let known = Mutex<(snapshot: SnapshotMark, numbers: NameNumbers)?>(nil)

  init(_ planned: PlannedQuery) {
    self.planned = planned
    plan = planned.plan
    isExplaining = planned.mode == .explain
    isProfiled = planned.mode == .profile
    isWriting = planned.isWriting
    emptyBatch = RowBatch(slotCount: planned.slots.count)
    localCount = planned.localCount
    subplanCount = planned.subplans.count
    output = planned.output
    columns = planned.columns
  }

  /// The numbers that the query's names have in a graph.
  func numbers(in graph: GraphView) -> NameNumbers {
    let mark = graph.snapshot.mark
    let numbers = known.withLock { known in
      if let known, known.snapshot === mark { return known.numbers }
      let numbers = NameNumbers(planned.names, in: graph.snapshot.symbols)
      known = (mark, numbers)
      return numbers
    }
    guard graph.hasOverlay, !numbers.isComplete else { return numbers }
    // The overlay's names are the snapshot's, with the same numbers, and some more.
    return NameNumbers(planned.names, in: graph.symbols)
  }
}

/// The numbers that a query's names of labels, types and properties have in one graph; `nil` for a name that it lacks.
final class NameNumbers: Sendable {
  let labels: [LabelID?]
  let types: [TypeID?]
  let propertyKeys: [PropertyKeyID?]
  /// Whether the graph has every name.
  let isComplete: Bool

  init(_ names: QueryNames, in symbols: GraphSymbols) {
    labels = names.labels.map(symbols.label)
    types = names.types.map(symbols.type)
    propertyKeys = names.properties.map(symbols.propertyKey)
    isComplete = !labels.contains(nil) && !types.contains(nil) && !propertyKeys.contains(nil)
  }
}
