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
  /// What runs leave to those that come after them.
  private struct Kept {
    /// The names' numbers in the snapshot that the query ran on last.
    var numbers: NameNumbers?
    var idle: [ReadyRun] = []
  }

  private let kept = Mutex(Kept())
  /// Whether operators are used again.
  private let canWait: Bool
  /// How many runs may wait: as many threads as ask one query at once, mostly.
  private static let mostIdle = 4

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
    canWait = !planned.isWriting && planned.plan.canWait
  }

  /// The operators of the query, about to give their first row: those of an earlier run, if any wait.
  func start(
    on graph: GraphView, parameters: [String: Value], budget: BudgetMeter, options: RunOptions
  ) -> ReadyRun {
    let isProfiling = options.isProfiling || isProfiled
    if canWait, !isProfiling, let waiting = kept.withLock({ $0.idle.popLast() }) {
      if !waiting.run.numbers.hold(in: graph) { waiting.run.numbers = numbers(in: graph) }
      waiting.run.begin(on: graph, parameters: parameters, budget: budget, options: options)
      return waiting
    }
    let context = EvaluationContext(
      graph: graph, parameters: parameters, statementTime: options.statementTime, budget: budget,
      validOn: options.validOn)
    let run = QueryRun(self, context: context, numbers(in: graph), options: options)
    if isProfiling { run.profile = PlanProfile(planned) }
    return ReadyRun(run: run, root: OperatorBuilder(run: run, argument: nil).buildRoot(plan))
  }

  /// Ends a run, and keeps its operators if they can be used again: one that failed may have stopped anywhere, and is let
  /// go. Nobody may use it any more.
  func finish(_ ready: ReadyRun) {
    ready.run.end()
    guard canWait, ready.isDone, ready.run.profile == nil else { return }
    ready.isDone = false
    ready.root.reset()
    ready.root.rest()
    ready.run.rest()
    kept.withLock { kept in
      if kept.idle.count < Self.mostIdle { kept.idle.append(ready) }
    }
  }

  /// The numbers that the query's names have in a graph.
  private func numbers(in graph: GraphView) -> NameNumbers {
    let mark = graph.snapshot.mark
    let numbers = kept.withLock { kept in
      if let known = kept.numbers, known.snapshot === mark { return known }
      let numbers = NameNumbers(planned.names, in: graph.snapshot.symbols, of: mark)
      kept.numbers = numbers
      return numbers
    }
    return numbers.hold(in: graph) ? numbers : NameNumbers(planned.names, in: graph.symbols)
  }
}

/// The numbers that a query's names of labels, types and properties have in one graph; `nil` for a name that it lacks.
final class NameNumbers: Sendable {
  /// The snapshot whose names these are; `nil` for those of an overlay. It is told by its mark, so that an idle query
  /// keeps no graph alive.
  let snapshot: SnapshotMark?
  let labels: [LabelID?]
  let types: [TypeID?]
  let propertyKeys: [PropertyKeyID?]
  /// Whether the graph has every name.
  private let isComplete: Bool

  init(_ names: QueryNames, in symbols: GraphSymbols, of snapshot: SnapshotMark? = nil) {
    self.snapshot = snapshot
    labels = names.labels.map(symbols.label)
    types = names.types.map(symbols.type)
    propertyKeys = names.properties.map(symbols.propertyKey)
    isComplete = !labels.contains(nil) && !types.contains(nil) && !propertyKeys.contains(nil)
  }

  /// Whether they are the numbers in a graph, too: an overlay's names are its snapshot's, with the same numbers, and
  /// some more.
  func hold(in graph: GraphView) -> Bool {
    snapshot === graph.snapshot.mark && (isComplete || !graph.hasOverlay)
  }
}
