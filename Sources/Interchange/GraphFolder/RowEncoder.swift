import GraphModel

/// Writes the cells of a row as the properties that the ledger stores.
///
/// Texts, integers, dates and booleans in their usual form go from byte to byte; a row with any other cell is read into
/// values first.
struct RowEncoder {
  /// What a cell's bytes can be without being read as a value.
  private enum Form: UInt8 {
    case string, url, extendedDate, integer, date, boolean, other
  }

  /// Nothing in it counts references: it is looked at for every cell.
  private struct Column {
    var cell: Int
    /// Its position among the columns of the table.
    var position: Int
    var form: Form
    var isRequired: Bool
    /// Where its name and a colon stand in `names`.
    var name: Range<Int>
    /// Where its allowed values stand in `allowed`; `nil` allows any.
    var allowed: Range<Int>?
  }

  /// In the order in which properties are stored.
  private let columns: [Column]
  private let names: [UInt8]
  private let allowed: [[UInt8]]

  init(_ properties: [TableColumns.Property]) {
    var names: [UInt8] = []
    var allowed: [[UInt8]] = []
    columns = properties.indices
      .sorted { properties[$0].definition.name.precedesByCodePoints(properties[$1].definition.name) }
      .map { position in
        let definition = properties[position].definition
        let nameStart = names.count
        TaggedJSON.appendKey(definition.name, to: &names)
        let allowedStart = allowed.count
        for value in definition.allowedValues ?? [] {
          var bytes: [UInt8] = []
          TaggedJSON.append(value, to: &bytes)
          allowed.append(bytes)
        }
        return Column(
          cell: properties[position].column, position: position, form: Self.form(of: definition.type),
          isRequired: definition.isRequired, name: nameStart..<names.count,
          allowed: definition.allowedValues == nil ? nil : allowedStart..<allowed.count)
      }
    self.names = names
    self.allowed = allowed
  }

  private static func form(of type: PropertyType) -> Form {
    switch type {
    case .string: .string
    case .url: .url
    case .edtf: .extendedDate
    case .integer: .integer
    case .date: .date
    case .boolean: .boolean
    case .float, .datetime, .list: .other
    }
  }

  // MARK: From bytes

  /// - Returns: `false` where a cell has to be read as a value, or has a mistake; the row says nothing then.
  func encode(_ reader: borrowing CSVReader, into row: inout EncodedRow) -> Bool {
    row.properties.removeAll(keepingCapacity: true)
    row.properties.append(UInt8(ascii: "{"))
    for column in columns {
      let cell = reader.cell(column.cell)
      if cell.isAbsent {
        if column.isRequired { return false }
        row.values[column.position] = 0..<0
        continue
      }
      if row.properties.count > 1 { row.properties.append(UInt8(ascii: ",")) }
      unsafe names.withUnsafeBufferPointer {
        unsafe row.properties.append(contentsOf: UnsafeBufferPointer(rebasing: $0[column.name]))
      }
      let start = row.properties.count
      let isWritten = unsafe reader.withBytes(of: cell) { bytes in
        unsafe Self.append(bytes, as: column.form, to: &row.properties)
      }
      guard isWritten else { return false }
      let value = start..<row.properties.count
      if let range = column.allowed, !isAllowed(row.properties, value, range) { return false }
      row.values[column.position] = value
    }
    row.properties.append(UInt8(ascii: "}"))
    return true
  }

  private func isAllowed(_ bytes: [UInt8], _ value: Range<Int>, _ range: Range<Int>) -> Bool {
    for number in range where allowed[number].count == value.count {
      if allowed[number].elementsEqual(bytes[value]) { return true }
    }
    return false
  }

  private static func append(
    _ cell: UnsafeBufferPointer<UInt8>, as form: Form, to bytes: inout [UInt8]
  ) -> Bool {
    let quote = UInt8(ascii: "\"")
    switch form {
    case .string, .url, .extendedDate:
      let isPlain =
        switch form {
        case .string: unsafe PlainCell.isText(cell)
        case .url: unsafe PlainCell.isAddress(cell)
        default: unsafe PlainCell.isExtendedDate(cell)
        }
      guard isPlain else { return false }
      bytes.append(quote)
      unsafe bytes.append(contentsOf: cell)
      bytes.append(quote)
    case .integer:
      guard unsafe PlainCell.isInteger(cell) else { return false }
      unsafe bytes.append(contentsOf: cell)
    case .date:
      guard unsafe PlainCell.isDate(cell) else { return false }
      unsafe bytes.append(
        contentsOf: dateStart.utf8Start.withMemoryRebound(to: UInt8.self, capacity: dateStart.utf8CodeUnitCount) {
          unsafe UnsafeBufferPointer(start: $0, count: dateStart.utf8CodeUnitCount)
        })
      unsafe bytes.append(contentsOf: cell)
      bytes.append(quote)
      bytes.append(UInt8(ascii: "}"))
    case .boolean:
      guard unsafe PlainCell.isBoolean(cell) else { return false }
      unsafe bytes.append(contentsOf: cell)
    case .other: return false
    }
    return true
  }

  private static let dateStart: StaticString = "{\"~date\":\""

  // MARK: From values

  /// - Parameter values: one for each column of the table, in its order; null for an empty cell.
  func encode(_ values: [Value], into row: inout EncodedRow) {
    row.properties.removeAll(keepingCapacity: true)
    row.properties.append(UInt8(ascii: "{"))
    for column in columns {
      row.values[column.position] = 0..<0
      let value = values[column.position]
      if value.isNull { continue }
      if row.properties.count > 1 { row.properties.append(UInt8(ascii: ",")) }
      row.properties.append(contentsOf: names[column.name])
      let start = row.properties.count
      TaggedJSON.append(value, to: &row.properties)
      row.values[column.position] = start..<row.properties.count
    }
    row.properties.append(UInt8(ascii: "}"))
  }
}
