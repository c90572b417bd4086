import GraphModel

/// How rows with the same columns are checked and written; made once for the columns of a file.
final class RecordPlan {
  struct Column {
    let name: String
    /// The name and its colon as JSON.
    let encodedName: [UInt8]
    /// `nil`: not declared.
    let definition: PropertyDefinition?
    let isFloat: Bool
  }

  let columns: [Column]
  /// The columns in the order in which properties are stored.
  private let canonicalOrder: [Int]
  /// Required properties without a column.
  let missingRequired: [String]
  /// The columns of the identity, in its order; `nil`: no such column.
  let identityColumns: [Int?]

  init(columns names: [String], rules: PropertyRules, identity: [String] = []) {
    columns = names.map { name in
      let definition = rules.definition(of: name)
      var encodedName: [UInt8] = []
      TaggedJSON.appendKey(name, to: &encodedName)
      let isFloat = definition?.type == .float || definition?.type == .list(of: .float)
      return Column(name: name, encodedName: encodedName, definition: definition, isFloat: isFloat)
    }
    canonicalOrder = names.indices.sorted { names[$0].precedesByCodePoints(names[$1]) }
    missingRequired = rules.required.filter { required in !names.contains { $0.isIdenticalText(to: required) } }
    identityColumns = identity.map { wanted in names.firstIndex { $0.isIdenticalText(to: wanted) } }
  }

  func fits(_ assignments: [PropertyAssignment]) -> Bool {
    guard assignments.count == columns.count else { return false }
    for position in columns.indices where !assignments[position].name.isIdenticalText(to: columns[position].name) {
      return false
    }
    return true
  }

  private func value(_ column: Int, of assignments: [PropertyAssignment]) -> Value {
    let value = assignments[column].value
    guard columns[column].isFloat else { return value }
    return PropertyRules.normalized(value, for: columns[column].definition?.type ?? .string)
  }

  /// The record's properties as a row has them: as the ledger stores them, without nulls.
  func encode(_ assignments: [PropertyAssignment], into row: inout EncodedRow) {
    row.properties.removeAll(keepingCapacity: true)
    row.values = columns.map { _ in 0..<0 }
    row.properties.append(UInt8(ascii: "{"))
    for column in canonicalOrder {
      let value = value(column, of: assignments)
      if value.isNull { continue }
      if row.properties.count > 1 { row.properties.append(UInt8(ascii: ",")) }
      row.properties.append(contentsOf: columns[column].encodedName)
      let start = row.properties.count
      TaggedJSON.append(value, to: &row.properties)
      row.values[column] = start..<row.properties.count
    }
    row.properties.append(UInt8(ascii: "}"))
  }

  /// The values of the identity as JSON; a column that the file does not have is null.
  func encodeIdentity(_ row: borrowing EncodedRow, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    for column in identityColumns {
      bytes.append(UInt8(ascii: ","))
      if let column, !row.values[column].isEmpty {
        bytes.append(contentsOf: row.properties[row.values[column]])
      } else {
        bytes.append(contentsOf: "null".utf8)
      }
    }
  }

  /// Stored properties with the row's columns laid over them.
  func merged(
    _ stored: [(name: String, value: Value)], with properties: [(name: String, value: Value)]
  ) -> [(name: String, value: Value)] {
    stored.filter { property in !columns.contains { $0.name.isIdenticalText(to: property.name) } } + properties
  }
}

/// The identity of a stored relationship, in the same bytes as `RecordPlan.encodeIdentity` writes.
enum RelationshipIdentity {
  static func encode(
    _ identity: [String], of properties: [(name: String, value: Value)], into bytes: inout [UInt8]
  ) {
    bytes.removeAll(keepingCapacity: true)
    for name in identity {
      bytes.append(UInt8(ascii: ","))
      let value = properties.first { $0.name.isIdenticalText(to: name) }?.value ?? .null
      TaggedJSON.append(value, to: &bytes)
    }
  }
}
