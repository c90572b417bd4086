public import GraphModel

/// The machine-readable forms of a result.
public enum ResultFormat: String, CaseIterable, Sendable {
  /// One object `{"columns": […], "rows": […]}`.
  case json
  /// One object per row, a member for each column.
  case jsonLines = "jsonl"
  /// A header and one line per row.
  case csv

  /// Writes a result in portions, so that a large one is never in memory twice.
  ///
  /// In CSV a text stands as it is, null is an absent cell, and a list of plain values is written as in the folder
  /// format, `a|b` with `\\|` for a bar within; maps, elements and other lists stand as `ValueText` writes them. The JSON object tells, beyond the contract, what a query changed (`stats`) and what cut it (`truncated`).
  /// - Source: contract §3.
  public func write(_ table: ResultTable, to take: ([UInt8]) throws -> Void) rethrows {
    switch self {
    case .json: try ResultFormat.writeJSON(table, to: take)
    case .jsonLines: try ResultFormat.writeJSONLines(table, to: take)
    case .csv: try ResultFormat.writeCSV(table, to: take)
    }
  }

  /// The members `columns` and `rows`, into an object that has more.
  public static func writeMembers(of table: ResultTable, to writer: inout JSONWriter) {
    writer.key("columns")
    writer.array(table.columns) { writer, name in writer.string(name) }
    writer.key("rows")
    writer.beginArray()
    write(table.rows.startIndex..<table.rows.endIndex, of: table, to: &writer)
    writer.endArray()
  }

  private static func write(_ rows: Range<Int>, of table: ResultTable, to writer: inout JSONWriter) {
    writer.rows(rows, of: table.rows) { value, writer in
      ElementJSON.write(value, elements: table.elements, to: &writer)
    }
  }

  /// The whole result as text.
  public func text(of table: ResultTable) -> String {
    var bytes: [UInt8] = []
    write(table) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let portion = 1 << 16
  private static let rowsAtOnce = 64

  private static func writeJSON(_ table: ResultTable, to take: ([UInt8]) throws -> Void) rethrows {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("columns")
    writer.array(table.columns) { writer, name in writer.string(name) }
    writer.key("rows")
    writer.beginArray()
    for start in stride(from: 0, to: table.rows.count, by: rowsAtOnce) {
      write(start..<min(table.rows.count, start + rowsAtOnce), of: table, to: &writer)
      if writer.bytes.count > portion { try take(writer.takeBytes()) }
    }
    writer.endArray()
    if let changes = table.changes {
      writer.key("stats")
      write(changes, to: &writer)
    }
    if let truncation = table.truncation {
      writer.key("truncated")
      write(truncation, advice: table.truncationAdvice, to: &writer)
    }
    writer.endObject()
    writer.endLine()
    try take(writer.takeBytes())
  }

  private static func writeJSONLines(_ table: ResultTable, to take: ([UInt8]) throws -> Void) rethrows {
    var writer = JSONWriter()
    for row in table.rows {
      writer.object { writer in
        for (name, value) in zip(table.columns, row) {
          writer.key(name)
          ElementJSON.write(value, elements: table.elements, to: &writer)
        }
      }
      writer.endLine()
      if writer.bytes.count > portion { try take(writer.takeBytes()) }
    }
    try take(writer.takeBytes())
  }

  private static func cell(of value: Value, _ elements: Subgraph) -> String? {
    switch value {
    case .null: return nil
    case .list(let items) where items.allSatisfy(isPlain): return items.isEmpty ? "" : list(items)
    default: return ValueText.text(of: value, elements: elements)
    }
  }

  private static func list(_ items: [Value]) -> String {
    var text = String.UnicodeScalarView()
    for (position, item) in items.enumerated() {
      if position > 0 { text.append("|") }
      for scalar in ValueText.text(of: item).unicodeScalars {
        if scalar == "|" || scalar == "\\" { text.append("\\") }
        text.append(scalar)
      }
    }
    // A list of one empty text, as the folder format tells it from an empty list.
    return text.isEmpty ? "\\" : String(text)
  }

  private static func isPlain(_ value: Value) -> Bool {
    switch value {
    case .null, .list, .map, .node, .relationship, .path: false
    default: true
    }
  }

  private static func writeCSV(_ table: ResultTable, to take: ([UInt8]) throws -> Void) rethrows {
    if table.columns.isEmpty { return }
    var writer = CSVWriter()
    for name in table.columns { writer.cell(name) }
    writer.endRow()
    for row in table.rows {
      for value in row { writer.cell(cell(of: value, table.elements)) }
      writer.endRow()
      if writer.bytes.count > portion { try take(writer.takeBytes()) }
    }
    try take(writer.takeBytes())
  }

  /// The counts of a writing query, by the names of the line protocol.
  public static func write(_ changes: ChangeCounts, to writer: inout JSONWriter) {
    let counts = [
      ("nodesCreated", changes.nodesCreated), ("nodesDeleted", changes.nodesDeleted),
      ("relationshipsCreated", changes.relationshipsCreated), ("relationshipsDeleted", changes.relationshipsDeleted),
      ("labelsAdded", changes.labelsAdded), ("labelsRemoved", changes.labelsRemoved),
      ("propertiesSet", changes.propertiesSet), ("propertiesRemoved", changes.propertiesRemoved),
    ]
    writer.object { writer in
      for (name, count) in counts {
        writer.key(name)
        writer.integer(count)
      }
    }
  }

  /// What cut an answer: `{"by": "time", "seconds": 30}`.
  public static func write(_ truncation: Truncation, advice: TruncationAdvice?, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("by")
      switch truncation {
      case .rows(let limit):
        writer.string("rows")
        writer.key("limit")
        writer.integer(limit)
      case .time(let seconds):
        writer.string("time")
        writer.key("seconds")
        writer.number(seconds)
      case .memory(let bytes):
        writer.string("memory")
        writer.key("bytes")
        writer.integer(bytes)
      case .patternSteps:
        writer.string("pattern-steps")
      case .cancelled:
        writer.string("cancelled")
      }
      if case .distinctEnds? = advice {
        writer.key("hint")
        writer.string("use-distinct")
      }
    }
  }
}
