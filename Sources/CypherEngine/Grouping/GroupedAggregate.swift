import CypherSemantics
import GraphModel

/// One aggregate of all groups, taken batch by batch.
protocol GroupedAggregate: AnyObject {
  /// Takes the rows of a batch.
  /// - Parameters:
  ///   - rows: which of them, in order; `nil`: all.
  ///   - groups: the group of every row of the batch.
  ///   - count: how many groups there are now.
  func add(_ batch: RowBatch, rows: [Int32]?, groups: [UInt32], count: Int) throws(EvaluationError)
  /// The results of all groups, by number.
  func results(count: Int) throws(EvaluationError) -> Column
}

enum GroupedAggregates {
  static func make(_ call: AggregateCall, run: QueryRun, held: HeldMemory) -> any GroupedAggregate {
    guard let argument = call.argument else { return RowCounts(held) }
    let inner: any GroupedAggregate =
      switch call.function.name {
      case "count": ValueCounts(argument, run, held)
      case "sum", "avg": NumberAggregate(call, argument, run, held)
      case "min", "max": ExtremeAggregate(argument, wanted: call.function.name == "min" ? .less : .greater, run, held)
      default: AccumulatedAggregate(call, argument, run, held)
      }
    guard call.isDistinct, !call.function.ignoresDuplicates else { return inner }
    return DistinctAggregate(argument, of: inner, run, held)
  }
}

/// `count(*)`
final class RowCounts: GroupedAggregate {
  private var counts: [Int64] = []
  private let held: HeldMemory

  init(_ held: HeldMemory) { self.held = held }

  func add(_ batch: RowBatch, rows: [Int32]?, groups: [UInt32], count: Int) throws(EvaluationError) {
    try counts.grow(to: count, filling: 0, held)
    // Taken out, so that the array has one owner while it changes.
    var totals: [Int64] = []
    swap(&totals, &counts)
    // Neighbouring rows are often of one group.
    var (last, number): (UInt32, Int64) = (groups.first ?? 0, 0)
    for group in groups {
      if group != last {
        totals[Int(last)] &+= number
        (last, number) = (group, 0)
      }
      number += 1
    }
    if number > 0 { totals[Int(last)] &+= number }
    swap(&totals, &counts)
  }

  func results(count: Int) throws(EvaluationError) -> Column {
    try counts.grow(to: count, filling: 0, held)
    return .values(counts.map { .integer($0) })
  }
}

/// `count(x)`
final class ValueCounts: GroupedAggregate {
  private let argument: BoundExpression
  private let evaluator: Evaluator
  private var counts: [Int64] = []
  private let held: HeldMemory

  init(_ argument: BoundExpression, _ run: QueryRun, _ held: HeldMemory) {
    self.argument = argument
    evaluator = Evaluator(run)
    self.held = held
  }

  func add(_ batch: RowBatch, rows: [Int32]?, groups: [UInt32], count: Int) throws(EvaluationError) {
    try counts.grow(to: count, filling: 0, held)
    // Rows that were chosen as different ones have a value.
    if let rows {
      for row in rows { counts[Int(groups[Int(row)])] &+= 1 }
      return
    }
    switch try evaluator.column(argument, of: batch) {
    case .unused: return
    case .nodes(let nodes): for row in nodes.indices where nodes[row] != .none { counts[Int(groups[row])] &+= 1 }
    case .relationships(let relationships):
      for row in relationships.indices where relationships[row] != .none { counts[Int(groups[row])] &+= 1 }
    case .texts(let codes, _): for row in codes.indices where codes[row] != 0 { counts[Int(groups[row])] &+= 1 }
    case .values(let values): for row in values.indices where !values[row].isNull { counts[Int(groups[row])] &+= 1 }
    }
  }

  func results(count: Int) throws(EvaluationError) -> Column {
    try counts.grow(to: count, filling: 0, held)
    return .values(counts.map { .integer($0) })
  }
}

/// An aggregate with DISTINCT: gives on the rows whose value is a new one of its group.
final class DistinctAggregate: GroupedAggregate {
  private let argument: BoundExpression
  private let inner: any GroupedAggregate
  private let evaluator: Evaluator
  private let budget: BudgetMeter
  private var values: TupleNumbering
  /// A group and the number of a value.
  private var seen = PairTable()
  private var seenBytes = 0
  private let held: HeldMemory

  init(_ argument: BoundExpression, of inner: any GroupedAggregate, _ run: QueryRun, _ held: HeldMemory) {
    self.argument = argument
    self.inner = inner
    budget = run.budget
    evaluator = Evaluator(run)
    values = TupleNumbering(width: 1, held: held)
    self.held = held
  }

  func add(_ batch: RowBatch, rows: [Int32]?, groups: [UInt32], count: Int) throws(EvaluationError) {
    let column = try evaluator.column(argument, of: batch)
    let numbers = try values.numbers(of: [column], count: batch.count, budget)
    var new: [Int32] = []
    for row in 0..<batch.count {
      let known = seen.count
      _ = seen.number(of: PairTable.pair(groups[row], numbers[row]))
      if seen.count > known, !column[row].isNull { new.append(Int32(row)) }
    }
    try held.add(bytes: seen.bytes - seenBytes)
    seenBytes = seen.bytes
    try inner.add(batch, rows: new, groups: groups, count: count)
  }

  func results(count: Int) throws(EvaluationError) -> Column { try inner.results(count: count) }
}

extension Array {
  /// Makes room for more groups.
  mutating func grow(to count: Int, filling element: Element, _ held: HeldMemory) throws(EvaluationError) {
    guard count > self.count else { return }
    let before = capacity
    append(contentsOf: repeatElement(element, count: count - self.count))
    if capacity > before { try held.add(bytes: (capacity - before) * MemoryLayout<Element>.stride) }
  }
}
