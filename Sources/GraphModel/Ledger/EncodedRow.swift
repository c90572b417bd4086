/// Where rows come from: one table of a graph folder, and what its columns are.
public final class RowTable: Sendable {
  public let file: String
  /// The kind or the relationship type.
  public let owner: String
  /// The properties that have a column, in the order of `EncodedRow.values`.
  public let columns: [String]

  public init(file: String, owner: String, columns: [String]) {
    self.file = file
    self.owner = owner
    self.columns = columns
  }
}

/// One row of a table as bytes, in buffers that the next row overwrites: so a load of millions of rows needs neither a
/// text nor a value for each cell.
public struct EncodedRow: Sendable {
  /// The key, or the key of the end `from`.
  public var first: [UInt8] = []
  /// The key of the end `to`; empty for a node.
  public var second: [UInt8] = []
  /// The properties as the ledger stores them: a JSON object without nulls, names in order of code points.
  public var properties: [UInt8] = []
  /// For each column of the table where its value stands in `properties`; empty for an empty cell.
  public var values: [Range<Int>] = []
  /// The physical line on which the row begins.
  public var line = 0
  /// The columns of the keys on their line.
  public var firstColumn = 1
  public var secondColumn = 1

  public init() {}

  /// The row's cells as values, null for an empty one.
  public func assignments(of table: RowTable) throws(JSONError) -> [PropertyAssignment] {
    var assignments: [PropertyAssignment] = []
    for (column, range) in zip(table.columns, values) {
      let value = range.isEmpty ? .null : try TaggedJSON.parse(properties.span.extracting(range))
      assignments.append(PropertyAssignment(name: column, value: value))
    }
    return assignments
  }
}

extension NodeRecord {
  /// - Throws: `JSONError` for properties that are no JSON.
  public init(_ row: EncodedRow, of table: RowTable) throws(JSONError) {
    self.init(
      key: String(decoding: row.first, as: UTF8.self), kind: table.owner, properties: try row.assignments(of: table),
      place: RecordPlace(file: table.file, line: row.line), keyColumn: row.firstColumn)
  }
}

extension RelationshipRecord {
  /// - Throws: `JSONError` for properties that are no JSON.
  public init(_ row: EncodedRow, of table: RowTable) throws(JSONError) {
    self.init(
      type: table.owner, from: String(decoding: row.first, as: UTF8.self),
      to: String(decoding: row.second, as: UTF8.self), properties: try row.assignments(of: table),
      place: RecordPlace(file: table.file, line: row.line), fromColumn: row.firstColumn, toColumn: row.secondColumn)
  }
}
