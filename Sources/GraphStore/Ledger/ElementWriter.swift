/// Writes nodes and relationships in one transaction, and keeps the history: what a revision supersedes or deletes
/// moves there, unless the same revision had written it.
struct ElementWriter {
  let revision: Int64
  private let insertNode: Statement
  private let archiveNode: Statement
  private let updateNode: Statement
  private let deleteNode: Statement
  private let insertRelationship: Statement
  private let archiveRelationship: Statement
  private let updateRelationship: Statement
  private let deleteRelationship: Statement

  init(_ connection: Connection, revision: Int64) throws(StoreError) {
    self.revision = revision
    insertNode = try connection.statement(
      "INSERT INTO node (id, label_set, key, properties, since) VALUES (?1, ?2, ?3, ?4, ?5)")
    archiveNode = try connection.statement(
      """
      INSERT INTO node_history SELECT id, label_set, key, properties, since, ?2 FROM node
      WHERE id = ?1 AND since < ?2
      """)
    updateNode = try connection.statement("UPDATE node SET label_set = ?2, properties = ?3, since = ?4 WHERE id = ?1")
    deleteNode = try connection.statement("DELETE FROM node WHERE id = ?1")
    insertRelationship = try connection.statement(
      "INSERT INTO relationship (id, type, start_node, end_node, properties, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
    archiveRelationship = try connection.statement(
      """
      INSERT INTO relationship_history SELECT id, type, start_node, end_node, properties, since, ?2 FROM relationship
      WHERE id = ?1 AND since < ?2
      """)
    updateRelationship = try connection.statement("UPDATE relationship SET properties = ?2, since = ?3 WHERE id = ?1")
    deleteRelationship = try connection.statement("DELETE FROM relationship WHERE id = ?1")
  }

  func insertNode(id: Int64, labelSet: Int64, key: [UInt8]?, properties: [UInt8]) throws(StoreError) {
    insertNode.bind(id, at: 1)
    insertNode.bind(labelSet, at: 2)
    insertNode.bind(revision, at: 5)
    if let key {
      try insertNode.run(lending: key, at: 3, properties, at: 4)
    } else {
      insertNode.bindNull(at: 3)
      try insertNode.run(lending: properties, at: 4)
    }
  }

  /// The key of a node never changes.
  func updateNode(id: Int64, labelSet: Int64, properties: [UInt8]) throws(StoreError) {
    try archive(archiveNode, id)
    updateNode.bind(id, at: 1)
    updateNode.bind(labelSet, at: 2)
    updateNode.bind(properties.span, at: 3)
    updateNode.bind(revision, at: 4)
    try updateNode.run()
  }

  func deleteNode(id: Int64) throws(StoreError) {
    try archive(archiveNode, id)
    deleteNode.bind(id, at: 1)
    try deleteNode.run()
  }

  func insertRelationship(
    id: Int64, type: Int64, start: Int64, end: Int64, properties: [UInt8]
  ) throws(StoreError) {
    insertRelationship.bind(id, at: 1)
    insertRelationship.bind(type, at: 2)
    insertRelationship.bind(start, at: 3)
    insertRelationship.bind(end, at: 4)
    insertRelationship.bind(revision, at: 6)
    try insertRelationship.run(lending: properties, at: 5)
  }

  func updateRelationship(id: Int64, properties: [UInt8]) throws(StoreError) {
    try archive(archiveRelationship, id)
    updateRelationship.bind(id, at: 1)
    updateRelationship.bind(properties.span, at: 2)
    updateRelationship.bind(revision, at: 3)
    try updateRelationship.run()
  }

  func deleteRelationship(id: Int64) throws(StoreError) {
    try archive(archiveRelationship, id)
    deleteRelationship.bind(id, at: 1)
    try deleteRelationship.run()
  }

  private func archive(_ statement: Statement, _ id: Int64) throws(StoreError) {
    statement.bind(id, at: 1)
    statement.bind(revision, at: 2)
    try statement.run()
  }
}
