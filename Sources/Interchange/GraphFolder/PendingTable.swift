import GraphModel

/// The rows of one table on the way into a file, encoded and in any order.
///
/// All declared columns are held; when the table is written, those that no row has are left out.
struct PendingTable {
  private let properties: [PropertyDefinition]
  private let endNames: [String]
  /// Columns in the order in which they are written: indices of `properties`.
  private let order: [Int]
  private let identity: [Int]
  private var bytes: [UInt8] = []
  /// For each row where it begins; its sort key comes first, then the cells.
  private var rows: [Row] = []
  /// For each row and column, where the cell ends, counted from the row's first cell.
  private var cellEnds: [UInt32] = []
  private var isUsed: [Bool]

  private struct Row {
    var start: Int
    var cells: Int
    var index: Int
  }

  /// - Parameter identity: the properties that, after the ends, decide the order of rows.
  init(ends: [String], properties: [PropertyDefinition], identity: [String] = []) {
    self.properties = properties
    endNames = ends
    // The name stands first: it is what a reader looks for.
    let name = ends == ["key"] ? properties.firstIndex { $0.name == "name" } : nil
    order = (name.map { [$0] } ?? []) + properties.indices.filter { $0 != name }
    self.identity = identity.compactMap { wanted in properties.firstIndex { $0.name.isIdenticalText(to: wanted) } }
    isUsed = properties.map { _ in false }
  }

  var rowCount: Int { rows.count }

  /// - Parameter values: in the order of the properties; null is absent.
  mutating func add(ends: [String], values: [Value]) throws(CellMistake) {
    var texts: [String?] = []
    for (definition, value) in zip(properties, values) {
      do throws(CellMistake) {
        texts.append(try CellWriter.text(of: value, as: definition.type))
      } catch {
        throw CellMistake(message: "property '\(definition.name)': \(error.message)", hint: error.hint)
      }
    }
    let start = bytes.count
    for text in ends + identity.map({ texts[$0] ?? "" }) {
      bytes.append(contentsOf: text.utf8)
      bytes.append(0)
    }
    let cells = bytes.count
    for end in ends {
      CSVWriter.append(end, to: &bytes)
      cellEnds.append(UInt32(truncatingIfNeeded: bytes.count - cells))
    }
    for (index, text) in texts.enumerated() {
      if let text {
        CSVWriter.append(text, to: &bytes)
        isUsed[index] = true
      }
      cellEnds.append(UInt32(truncatingIfNeeded: bytes.count - cells))
    }
    rows.append(Row(start: start, cells: cells, index: rows.count))
  }

  /// The whole file in portions, rows in the order of their ends' bytes.
  func write(_ take: ([UInt8]) throws -> Void) throws {
    let columns = order.filter { isUsed[$0] }
    var writer = CSVWriter()
    for name in endNames { writer.header(name) }
    for column in columns { writer.header(properties[column].name) }
    writer.endRow()
    let width = endNames.count + properties.count
    for row in sortedRows() {
      func cell(_ position: Int) -> ArraySlice<UInt8> {
        let lower = position == 0 ? 0 : Int(cellEnds[row.index * width + position - 1])
        return bytes[row.cells + lower..<row.cells + Int(cellEnds[row.index * width + position])]
      }
      for position in endNames.indices { writer.encodedCell(cell(position)) }
      for column in columns { writer.encodedCell(cell(endNames.count + column)) }
      writer.endRow()
      if writer.bytes.count > 1 << 18 { try take(writer.takeBytes()) }
    }
    try take(writer.takeBytes())
  }

  private func sortedRows() -> [Row] {
    rows.sorted { a, b in
      bytes[a.start..<a.cells].lexicographicallyPrecedes(bytes[b.start..<b.cells])
    }
  }
}
