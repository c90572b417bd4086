import Diagnostics
import GraphModel

/// One list of changes under way: first played through in memory, then checked, then written.
final class CommitSession {
  let connection: Connection
  let schema: Schema?
  var names: NameTables
  var ids: IDCounters
  var collector = DiagnosticCollector()
  private(set) var nodeIDs: [Int64] = []
  private(set) var relationshipIDs: [Int64] = []

  /// By id, and the ids in order of their first mention.
  var nodes: [Int64: PendingNode] = [:]
  var nodeOrder: [Int64] = []
  var relationships: [Int64: PendingRelationship] = [:]
  var relationshipOrder: [Int64] = []
  private var createdNodes: [NodeIndex: Int64] = [:]
  private var createdRelationships: [RelationshipIndex: Int64] = [:]

  /// The view whose ids new elements get.
  private let view: GraphView?
  private let makeMap: () throws -> GraphView
  private var map: GraphView?

  /// - Parameters:
  ///   - view: what the changes were made on; `nil` where they come without one.
  ///   - map: makes a view of what stands in the ledger, where there is no other.
  init(
    _ connection: Connection, schema: Schema?, view: GraphView?, map makeMap: @escaping () throws -> GraphView
  ) throws {
    self.view = view
    self.makeMap = makeMap
    map = view
    self.connection = connection
    self.schema = schema
    names = try NameTables(connection)
    ids = try IDCounters(connection)
  }

  // MARK: Playing through

  func apply(_ change: Change) throws {
    switch change {
    case .createNode(let reference, let labels, let properties):
      if case .created(let index) = reference, let view { ids.skip(toNode: view.id(of: index)) }
      let id = ids.nextNode()
      if case .created(let index) = reference { createdNodes[index] = id }
      nodeIDs.append(id)
      nodeOrder.append(id)
      nodes[id] = PendingNode(id: id, labels: labels, properties: PendingProperties(try storable(properties)))
    case .createRelationship(let reference, let type, let from, let to, let properties):
      if case .created(let index) = reference, let view { ids.skip(toRelationship: view.id(of: index)) }
      let id = ids.nextRelationship()
      if case .created(let index) = reference { createdRelationships[index] = id }
      relationshipIDs.append(id)
      relationshipOrder.append(id)
      relationships[id] = PendingRelationship(
        id: id, type: type, start: try node(from), end: try node(to),
        properties: PendingProperties(try storable(properties)))
    case .updateNode(let reference, let adding, let removing, let setting):
      let id = try node(reference)
      nodes[id]?.properties.set(try storable(setting))
      if !adding.isEmpty || !removing.isEmpty {
        let kept = (nodes[id]?.labels ?? []).filter { label in !removing.contains { $0.isIdenticalText(to: label) } }
        nodes[id]?.labels =
          kept + adding.filter { label in !kept.contains { $0.isIdenticalText(to: label) } }
      }
    case .updateRelationship(let reference, let setting):
      relationships[try relationship(reference)]?.properties.set(try storable(setting))
    case .deleteNode(let reference): nodes[try node(reference)]?.isDeleted = true
    case .deleteRelationship(let reference): relationships[try relationship(reference)]?.isDeleted = true
    }
  }

  private func storable(_ properties: [String: Value]) throws(StoreError) -> [String: Value] {
    for name in properties.keys.sorted(by: { $0.precedesByCodePoints($1) }) {
      if name.utf8.contains(0) {
        reject("null-character", "the name of a property holds the character U+0000, which no text may hold")
      } else if let value = properties[name], value.holdsNullCharacter {
        reject("null-character", "'\(name)' holds the character U+0000, which no text may hold")
      }
    }
    for (name, value) in properties where !TaggedJSON.canHold(value) {
      throw StoreError(.unstorableValue, "a \(value.typeName) cannot be stored as the property '\(name)'")
    }
    return properties
  }

  /// The id of a node that is there, with its state among `nodes`.
  private func node(_ reference: NodeReference) throws(StoreError) -> Int64 {
    switch reference {
    case .created(let index):
      guard let id = createdNodes[index], nodes[id]?.isDeleted == false else {
        throw StoreError(.noSuchElement, "a change names a new node that was not made before, or was deleted")
      }
      return id
    case .existing(let id):
      guard let node = try loadedNode(id), !node.isDeleted else {
        throw StoreError(.noSuchElement, "there is no node with id \(id) in '\(connection.fileName)'")
      }
      return id
    }
  }

  private func relationship(_ reference: RelationshipReference) throws(StoreError) -> Int64 {
    switch reference {
    case .created(let index):
      guard let id = createdRelationships[index], relationships[id]?.isDeleted == false else {
        throw StoreError(.noSuchElement, "a change names a new relationship that was not made before, or was deleted")
      }
      return id
    case .existing(let id):
      guard let relationship = try loadedRelationship(id), !relationship.isDeleted else {
        throw StoreError(.noSuchElement, "there is no relationship with id \(id) in '\(connection.fileName)'")
      }
      return id
    }
  }

  // MARK: Reading the ledger

  /// A view that has all relationships of the ledger, but for those that the changes delete.
  func standing() throws -> GraphView {
    if let map { return map }
    let made = try makeMap()
    map = made
    return made
  }

  func loadedNode(_ id: Int64) throws(StoreError) -> PendingNode? {
    if let known = nodes[id] { return known }
    let row = try connection.statement("SELECT label_set, key, properties FROM node WHERE id = ?")
    row.bind(id, at: 1)
    defer { row.reset() }
    guard try row.step() else { return nil }
    let key = row.optionalText(1)
    let bytes = row.withText(2) { span in Array(copying: span) }
    var properties = PendingProperties(try PropertyText.read(bytes.span, fileName: connection.fileName))
    if let key { properties["key"] = .string(key) }
    let node = PendingNode(
      id: id, labels: names.labelSets[row.integer(0)] ?? [], properties: properties,
      stored: PendingNode.Stored(labelSet: row.integer(0), key: key, properties: bytes))
    nodes[id] = node
    nodeOrder.append(id)
    return node
  }

  func loadedRelationship(_ id: Int64) throws(StoreError) -> PendingRelationship? {
    if let known = relationships[id] { return known }
    let row = try connection.statement(
      "SELECT type, start_node, end_node, properties FROM relationship WHERE id = ?")
    row.bind(id, at: 1)
    defer { row.reset() }
    guard try row.step() else { return nil }
    let bytes = row.withText(3) { span in Array(copying: span) }
    let relationship = PendingRelationship(
      id: id, type: names.types[row.integer(0)] ?? "", start: row.integer(1), end: row.integer(2),
      properties: PendingProperties(try PropertyText.read(bytes.span, fileName: connection.fileName)),
      stored: bytes)
    relationships[id] = relationship
    relationshipOrder.append(id)
    return relationship
  }

  func storedProperties(ofRelationship id: Int64) throws(StoreError) -> [(name: String, value: Value)] {
    let row = try connection.statement("SELECT properties FROM relationship WHERE id = ?")
    row.bind(id, at: 1)
    defer { row.reset() }
    guard try row.step() else { return [] }
    return try row.withText(0) { bytes throws(StoreError) in
      try PropertyText.read(bytes, fileName: connection.fileName)
    }
  }

  /// The labels of a node as the changes leave it.
  func labels(ofNode id: Int64) throws(StoreError) -> [String] {
    if let pending = nodes[id] { return pending.labels }
    let row = try connection.statement("SELECT label_set FROM node WHERE id = ?")
    row.bind(id, at: 1)
    defer { row.reset() }
    return try row.step() ? names.labelSets[row.integer(0)] ?? [] : []
  }

  /// How a message names a node.
  func title(ofNode id: Int64) -> String {
    if case .string(let key)? = nodes[id]?.properties["key"] { return "'\(key)'" }
    if let key = try? storedKey(ofNode: id) { return "'\(key)'" }
    return nodes[id]?.stored == nil && nodes[id] != nil ? "the new node" : "node \(id)"
  }

  private func storedKey(ofNode id: Int64) throws(StoreError) -> String? {
    let row = try connection.statement("SELECT key FROM node WHERE id = ?")
    row.bind(id, at: 1)
    defer { row.reset() }
    return try row.step() ? row.optionalText(0) : nil
  }

  func reject(_ id: String, _ message: String, hint: String? = nil) {
    collector.add(Diagnostic(id: id, message: message, hint: hint))
  }
}

extension Value {
  /// Whether U+0000 stands somewhere in its texts: neither SQLite's functions nor a CSV file can hold it.
  fileprivate var holdsNullCharacter: Bool {
    switch self {
    case .string(let text): text.utf8.contains(0)
    case .list(let items): items.contains(where: \.holdsNullCharacter)
    case .map(let members): members.contains { $0.key.utf8.contains(0) || $0.value.holdsNullCharacter }
    default: false
    }
  }
}

extension Array where Element == UInt8 {
  init(copying span: Span<UInt8>) {
    self = unsafe span.withUnsafeBufferPointer { unsafe Array($0) }
  }
}
