/// The next free ids. They are counted, not derived from the rows, so that none is ever used again.
struct IDCounters {
  private(set) var node: Int64
  private(set) var relationship: Int64
  private let connection: Connection

  init(_ connection: Connection) throws(StoreError) {
    self.connection = connection
    node = try connection.integer("SELECT next FROM counter WHERE name = 'node'") ?? 1
    relationship = try connection.integer("SELECT next FROM counter WHERE name = 'relationship'") ?? 1
  }

  mutating func nextNode() -> Int64 {
    defer { node += 1 }
    return node
  }

  mutating func nextRelationship() -> Int64 {
    defer { relationship += 1 }
    return relationship
  }

  /// Passes over ids, which are then never used.
  mutating func skip(toNode id: Int64) { node = max(node, id) }
  mutating func skip(toRelationship id: Int64) { relationship = max(relationship, id) }

  func store() throws(StoreError) {
    try connection.execute(
      """
      UPDATE counter SET next = \(node) WHERE name = 'node';
      UPDATE counter SET next = \(relationship) WHERE name = 'relationship'
      """)
  }
}
