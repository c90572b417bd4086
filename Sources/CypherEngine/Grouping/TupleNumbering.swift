import CypherSemantics
import GraphModel

/// Numbers rows by the values of some columns, from 0 in the order in which they first came: rows have the same number
/// exactly if DISTINCT takes them for equal.
///
/// Ids and codes are compared packed as long as every batch has the same kinds of columns; from the first that has
/// others on, the values themselves are.
struct TupleNumbering {
  /// What the words of a packed column mean.
  enum Kind {
    case nodes, relationships
    case texts(TextSource)

    static func isSame(_ a: Kind, _ b: Kind) -> Bool {
      switch (a, b) {
      case (.nodes, .nodes), (.relationships, .relationships): true
      case (.texts(let x), .texts(let y)): x === y
      default: false
      }
    }
  }

  private let width: Int
  private var kinds: [Kind]?
  private var packed: PackedTuples
  /// Every tuple, once there is one that is not packed.
  private var values: ValueTuples?
  private let held: HeldMemory
  /// What the budget was told of the tables, and of what the values in them hold.
  private var countedBytes = 0
  private var valueBytes = 0

  /// - Parameter width: how many columns, at least one.
  init(width: Int, held: HeldMemory) {
    self.width = width
    self.held = held
    packed = PackedTuples(width: width)
  }

  /// How many different tuples there were.
  var count: Int { values?.count ?? packed.count }

  /// The numbers of a batch's rows. Numbers that were not there before come in order.
  /// - Throws: when there is no room for more.
  mutating func numbers(of columns: [Column], count: Int, _ budget: BudgetMeter) throws(EvaluationError) -> [UInt32] {
    if values == nil, let (words, kinds) = Self.packed(columns), isAsBefore(kinds) {
      self.kinds = kinds
      let numbers = packed.numbers(of: words)
      try note(packed.bytes)
      return numbers
    }
    if values == nil { try unpack(budget) }
    return try numbersOfValues(columns, count: count, budget)
  }

  /// The tuples in order of number, as columns.
  func columns() -> [Column] {
    if let values {
      return (0..<width).map { position in .values((0..<values.count).map { values[$0, position] }) }
    }
    guard let kinds else { return [Column](repeating: .values([]), count: width) }
    return zip(packed.columns(), kinds).map { words, kind in
      switch kind {
      case .nodes: .nodes(words.map { NodeIndex($0) })
      case .relationships: .relationships(words.map { RelationshipIndex($0) })
      case .texts(let source): .texts(words, source)
      }
    }
  }

  /// Forgets everything.
  mutating func removeAll() {
    kinds = nil
    packed = PackedTuples(width: width)
    values = nil
    held.release(bytes: countedBytes + valueBytes)
    countedBytes = 0
    valueBytes = 0
  }

  // MARK: Packed

  /// The columns as words; `nil` if one holds values.
  static func packed(_ columns: [Column]) -> (words: [[UInt32]], kinds: [Kind])? {
    var words: [[UInt32]] = []
    var kinds: [Kind] = []
    for column in columns {
      switch column {
      case .nodes(let nodes):
        words.append(nodes.map(\.raw))
        kinds.append(.nodes)
      case .relationships(let relationships):
        words.append(relationships.map(\.raw))
        kinds.append(.relationships)
      case .texts(let codes, let source):
        words.append(codes)
        kinds.append(.texts(source))
      case .unused, .values: return nil
      }
    }
    return (words, kinds)
  }

  private func isAsBefore(_ kinds: [Kind]) -> Bool {
    self.kinds.map { zip($0, kinds).allSatisfy(Kind.isSame) } ?? true
  }

  // MARK: Values

  private mutating func unpack(_ budget: BudgetMeter) throws(EvaluationError) {
    let columns = columns()
    let count = packed.count
    kinds = nil
    packed = PackedTuples(width: width)
    values = ValueTuples(width: width)
    // They keep their numbers, being different.
    _ = try numbersOfValues(columns, count: count, budget)
  }

  private mutating func numbersOfValues(
    _ columns: [Column], count: Int, _ budget: BudgetMeter
  ) throws(EvaluationError) -> [UInt32] {
    var values = self.values ?? ValueTuples(width: width)
    self.values = nil
    defer { self.values = values }
    var numbers: [UInt32] = []
    numbers.reserveCapacity(count)
    var bytes = 0
    for row in 0..<count {
      let known = values.count
      let number = values.number(of: columns, row: row)
      numbers.append(number)
      if values.count > known {
        for column in columns { bytes += budget.footprint.bytes(of: column[row]) }
      }
      try budget.check()
    }
    valueBytes += bytes
    try held.add(bytes: bytes)
    try note(values.bytes)
    return numbers
  }

  /// Tells the budget how large the tables are now.
  private mutating func note(_ bytes: Int) throws(EvaluationError) {
    let more = bytes - countedBytes
    guard more != 0 else { return }
    countedBytes = bytes
    try held.add(bytes: more)
  }
}
