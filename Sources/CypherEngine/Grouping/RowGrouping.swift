import CypherSemantics
import GraphModel

/// Numbers the groups of rows, whose keys are expressions.
///
/// Where a key is more than a variable or a property, and all keys depend on nodes and relationships alone, rows are
/// told apart by these first, and the keys computed once for each different tuple of them.
struct RowGrouping {
  private let run: QueryRun
  private let keys: [BoundExpression]
  private let evaluator: Evaluator
  private var groups: TupleNumbering
  /// The variables that the keys depend on; `nil`: the keys are computed for every row.
  private var elements: (slots: [Slot], tuples: TupleNumbering)?
  /// By tuple of elements: its group.
  private var groupOfTuple: [UInt32] = []
  private var rowCount = 0

  /// - Parameter keys: at least one.
  init(_ keys: [BoundExpression], run: QueryRun, held: HeldMemory) {
    self.run = run
    self.keys = keys
    evaluator = Evaluator(run)
    groups = TupleNumbering(width: keys.count, held: held)
    let slots = Set(keys.flatMap(\.slots)).sorted { $0.number < $1.number }
    // What a writing query reads may be another value in the next batch.
    if !run.isWriting, (1...3).contains(slots.count), !keys.allSatisfy(Self.isPlain),
      !keys.contains(where: { $0.isRandom || $0.containsSubquery || !$0.locals.isEmpty })
    {
      elements = (slots, TupleNumbering(width: slots.count, held: held))
    }
  }

  var count: Int { groups.count }
  /// The keys of the groups, as columns.
  func columns() -> [Column] { groups.columns() }

  /// The groups of a batch's rows. Groups that were not there before come in order.
  mutating func numbers(of batch: RowBatch) throws(EvaluationError) -> [UInt32] {
    if let tuples = try tuples(of: batch) { return tuples.map { groupOfTuple[Int($0)] } }
    return try groups(of: batch)
  }

  private mutating func groups(of batch: RowBatch) throws(EvaluationError) -> [UInt32] {
    var columns: [Column] = []
    for key in keys { columns.append(try evaluator.column(key, of: batch)) }
    return try groups.numbers(of: columns, count: batch.count, run.budget)
  }

  /// The numbers of the rows' elements, whose groups are known then.
  /// - Returns: `nil` where the keys must be computed for every row.
  private mutating func tuples(of batch: RowBatch) throws(EvaluationError) -> [UInt32]? {
    guard let slots = elements?.slots, var tuples = elements?.tuples else { return nil }
    let columns = slots.map { batch[$0] }
    rowCount += batch.count
    // It does not pay where nearly every row has elements of its own.
    guard TupleNumbering.packed(columns) != nil, rowCount < 4096 || tuples.count * 2 < rowCount else {
      tuples.removeAll()
      elements = nil
      groupOfTuple = []
      return nil
    }
    elements = nil
    let numbers = try tuples.numbers(of: columns, count: batch.count, run.budget)
    elements = (slots, tuples)
    var new: [Int32] = []
    for row in numbers.indices where Int(numbers[row]) == groupOfTuple.count + new.count { new.append(Int32(row)) }
    if !new.isEmpty { groupOfTuple += try groups(of: batch.gathering(new)) }
    return numbers
  }

  /// Whether the values come packed, or cost little.
  private static func isPlain(_ key: BoundExpression) -> Bool {
    switch key.kind {
    case .slot: true
    case .property(let base, _): if case .slot = base.kind { true } else { false }
    default: false
    }
  }
}
