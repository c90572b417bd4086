/// The rows of an answer, kept column by column: a row is made when somebody asks for it, a text of the graph when
/// somebody reads it.
public struct ResultRows: RandomAccessCollection, Sendable {
  public private(set) var columns: [ResultColumn]
  public private(set) var count: Int

  /// - Precondition: all rows are of one length.
  public init(_ rows: [[Value]] = []) {
    count = rows.count
    columns = (0..<(rows.first?.count ?? 0)).map { column in .values(rows.map { $0[column] }) }
    precondition(rows.allSatisfy { $0.count == columns.count }, "the rows of an answer are of one length")
  }

  /// Rows given by their columns, which all have `count` values.
  public init(columns: [ResultColumn], count: Int) {
    self.columns = columns
    self.count = count
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { count }

  public subscript(row: Int) -> [Value] { columns.map { $0[row] } }

  /// Adds rows behind the others.
  /// - Precondition: they have as many columns, unless there are no rows yet.
  public mutating func append(_ other: ResultRows) {
    if count == 0 {
      self = other
      return
    }
    precondition(columns.count == other.columns.count, "the rows of an answer are of one length")
    for position in columns.indices { columns[position].append(other.columns[position]) }
    count += other.count
  }
}

extension ResultRows: Equatable {
  /// Whether the rows hold equivalent values, however they are kept.
  public static func == (a: ResultRows, b: ResultRows) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 }
  }

  public static func == (a: ResultRows, b: [[Value]]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { $0 == $1 }
  }
}

extension ResultRows: ExpressibleByArrayLiteral {
  public init(arrayLiteral rows: [Value]...) { self.init(rows) }
}

/// The values of one column of an answer.
public enum ResultColumn: Sendable {
  case values([Value])
  /// Texts of the graph by their codes: 0 is null, code *c* is text *c* − 1 of the dictionary.
  case texts([UInt32], TextDictionary)

  public subscript(row: Int) -> Value {
    switch self {
    case .values(let values): values[row]
    case .texts(let codes, let dictionary): codes[row] == 0 ? .null : .string(dictionary[Int(codes[row]) - 1])
    }
  }

  mutating func append(_ other: ResultColumn) {
    switch other {
    case .texts(let more, let dictionary):
      if case .texts(var codes, let own) = self, own.isSame(as: dictionary) {
        // So that the codes have one owner, and are not copied.
        self = .values([])
        codes += more
        self = .texts(codes, dictionary)
        return
      }
    case .values(let more):
      if case .values(var values) = self {
        self = .values([])
        values += more
        self = .values(values)
        return
      }
    }
    var values = all
    self = .values([])
    values += other.all
    self = .values(values)
  }

  private var all: [Value] {
    switch self {
    case .values(let values): values
    case .texts(let codes, _): codes.indices.map { self[$0] }
    }
  }
}
