public import Diagnostics

/// What one row of a graph folder says of a node. The node is found, or made, by its key.
public struct NodeRecord: Sendable {
  public var key: String
  public var kind: String
  /// Columns that the file has: a value replaces the property, null removes it; what is absent is kept.
  public var properties: [PropertyAssignment]
  public var place: RecordPlace
  /// The column of the key on its line.
  public var keyColumn: Int

  public init(
    key: String, kind: String, properties: [PropertyAssignment], place: RecordPlace, keyColumn: Int = 1
  ) {
    self.key = key
    self.kind = kind
    self.properties = properties
    self.place = place
    self.keyColumn = keyColumn
  }
}

/// What one row of a graph folder says of a relationship, which is found by type, ends and identity.
public struct RelationshipRecord: Sendable {
  public var type: String
  public var from: String
  public var to: String
  public var properties: [PropertyAssignment]
  public var place: RecordPlace
  /// The columns of the two ends on their line.
  public var fromColumn: Int
  public var toColumn: Int

  public init(
    type: String, from: String, to: String, properties: [PropertyAssignment], place: RecordPlace,
    fromColumn: Int = 1, toColumn: Int = 1
  ) {
    self.type = type
    self.from = from
    self.to = to
    self.properties = properties
    self.place = place
    self.fromColumn = fromColumn
    self.toColumn = toColumn
  }
}

public struct PropertyAssignment: Sendable {
  public var name: String
  public var value: Value

  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }
}

/// Where a record stands: the file, and the physical line on which it begins. Columns count from 1.
public struct RecordPlace: Hashable, Sendable {
  public var file: String
  public var line: Int

  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }

  public func diagnosticPlace(column: Int = 1) -> DiagnosticPlace {
    DiagnosticPlace(source: file, line: line, column: column)
  }
}
