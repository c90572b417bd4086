import Diagnostics
import GraphModel

extension CommitSession {
  /// Holds what the changes leave against the schema, and gives new nodes their keys.
  func check(against schema: Schema) throws {
    var takenKeys: [TextKey: Int64] = [:]
    for id in nodeOrder {
      guard let node = nodes[id], !node.isDeleted else { continue }
      guard let kind = declaredKind(of: node, schema) else { continue }
      try checkKey(of: node, &takenKeys)
      checkProperties(of: id, kind)
    }
    for id in nodeOrder { try giveKey(to: id, &takenKeys) }
    for id in relationshipOrder {
      guard let relationship = relationships[id], !relationship.isDeleted else { continue }
      try check(relationship, schema)
    }
    for id in nodeOrder { try checkNeighbours(of: id, schema) }
    try checkIdentities(schema)
  }

  private func declaredKind(of node: PendingNode, _ schema: Schema) -> NodeKind? {
    guard node.labels.count == 1, let label = node.labels.first else {
      let labels = node.labels.isEmpty ? "none" : node.labels.joined(separator: ", ")
      reject("one-kind", "a node has exactly one kind under a schema; \(title(ofNode: node.id)) would have \(labels)")
      return nil
    }
    guard let kind = schema.kind(named: label) else {
      reject(
        "unknown-kind", "the schema has no kind '\(label)'",
        hint: NameSuggestion.hint(for: label, among: schema.kinds.map(\.name)))
      return nil
    }
    return kind
  }

  // MARK: Keys

  private func checkKey(of node: PendingNode, _ taken: inout [TextKey: Int64]) throws {
    let key = node.properties["key"]
    if let stored = node.stored?.key {
      if key != .string(stored) { reject("key-change", "the key of '\(stored)' never changes") }
      return
    }
    guard let key else { return }
    guard case .string(let text) = key, !text.isEmpty else {
      reject("empty-key", "a key is a text that is not empty, not \(key.inMessage)")
      return
    }
    if try !isFree(text, taken) { reject("duplicate-key", "there is a node with the key '\(text)' already") }
    taken[TextKey(text)] = node.id
  }

  private func giveKey(to id: Int64, _ taken: inout [TextKey: Int64]) throws {
    guard let node = nodes[id], !node.isDeleted, node.properties["key"] == nil, node.stored?.key == nil,
      let kind = node.labels.first
    else { return }
    var name: String?
    if case .string(let text)? = node.properties["name"] { name = text }
    let proposal = KeyMaker.key(kind: kind, name: name)
    var key = proposal
    var number = 1
    while try !isFree(key, taken) {
      number += 1
      key = "\(proposal)-\(number)"
    }
    taken[TextKey(key)] = id
    nodes[id]?.properties["key"] = .string(key)
  }

  /// Whether no node has the key, those that the changes delete left out.
  private func isFree(_ key: String, _ taken: [TextKey: Int64]) throws -> Bool {
    if taken[TextKey(key)] != nil { return false }
    let row = try connection.statement("SELECT id FROM node WHERE key = ?")
    row.bind(key, at: 1)
    defer { row.reset() }
    guard try row.step() else { return true }
    return nodes[row.integer(0)]?.isDeleted ?? false
  }

  // MARK: Properties

  private func checkProperties(of id: Int64, _ kind: NodeKind) {
    let rules = PropertyRules(kind)
    nodes[id]?.properties.normalize(by: rules)
    let properties = (nodes[id]?.properties.list ?? []).filter { $0.name != "key" }
    for problem in rules.problems(of: properties) {
      let title = title(ofNode: id)
      let element = title.hasPrefix("'") ? "\(kind.name) \(title)" : "\(title) of kind \(kind.name)"
      collector.add(rules.diagnostic(for: problem, of: element, at: nil))
    }
  }

  // MARK: Relationships

  private func check(_ relationship: PendingRelationship, _ schema: Schema) throws {
    guard let type = schema.relationshipType(named: relationship.type) else {
      reject(
        "unknown-relationship-type", "the schema has no relationship type '\(relationship.type)'",
        hint: NameSuggestion.hint(for: relationship.type, among: schema.relationshipTypes.map(\.name)))
      return
    }
    try checkEnds(type, relationship.start, relationship.end)
    let rules = PropertyRules(type)
    relationships[relationship.id]?.properties.normalize(by: rules)
    for problem in rules.problems(of: relationships[relationship.id]?.properties.list ?? []) {
      collector.add(rules.diagnostic(for: problem, of: title(type.name, relationship), at: nil))
    }
  }

  private func checkEnds(_ type: RelationshipType, _ start: Int64, _ end: Int64) throws {
    for (side, kinds, node) in [("from", type.from, start), ("to", type.to, end)] {
      let labels = try labels(ofNode: node)
      if labels.count == 1, kinds.contains(where: { $0.isIdenticalText(to: labels[0]) }) { continue }
      reject(
        "wrong-end",
        "\(title(ofNode: node)) is a \(labels.joined(separator: ":")); '\(side)' of \(type.name) is "
          + kinds.joined(separator: " or "))
    }
  }

  /// A node that changes its kind may not leave a relationship that the new kind cannot have.
  private func checkNeighbours(of id: Int64, _ schema: Schema) throws {
    guard let node = nodes[id], let stored = node.stored, !node.isDeleted, node.labels.count == 1,
      names.labelSets[stored.labelSet] != node.labels
    else { return }
    let map = try standing()
    for relationship in map.committedRelationships(ofNodeWithID: id) {
      if relationships[map.id(of: relationship)] != nil { continue }
      guard let type = schema.relationshipType(named: map.symbols.name(of: map.type(of: relationship))) else {
        continue
      }
      try checkEnds(type, map.id(of: map.start(of: relationship)), map.id(of: map.end(of: relationship)))
    }
  }

  // MARK: Identities

  /// What no two relationships may have in common.
  private struct Identity: Hashable {
    var type: TextKey
    var start: Int64
    var end: Int64
    var values: [UInt8]
  }

  /// Finds relationships that the identity of their type does not tell from another.
  private func checkIdentities(_ schema: Schema) throws {
    var counts: [Identity: Int] = [:]
    var met: [(id: Int64, type: RelationshipType, identity: Identity)] = []
    for id in relationshipOrder {
      guard let relationship = relationships[id], !relationship.isDeleted,
        let type = schema.relationshipType(named: relationship.type)
      else { continue }
      var values: [UInt8] = []
      RelationshipIdentity.encode(type.identity, of: relationship.properties.list, into: &values)
      let identity = Identity(
        type: TextKey(type.name), start: relationship.start, end: relationship.end, values: values)
      counts[identity, default: 0] += 1
      met.append((id, type, identity))
    }
    for (id, type, identity) in met {
      guard let relationship = relationships[id], relationship.stored == nil || !type.identity.isEmpty else { continue }
      let isDouble = try counts[identity, default: 0] > 1 || isStanding(identity, type)
      if !isDouble { continue }
      let same = type.identity.isEmpty ? "" : " with the same \(type.identity.joined(separator: ", "))"
      reject("duplicate-relationship", "there is a \(title(type.name, relationship))\(same) already")
    }
  }

  /// Whether the ledger has such a relationship among those that the changes do not touch.
  private func isStanding(_ identity: Identity, _ type: RelationshipType) throws -> Bool {
    // Between nodes of which one is new there are none yet.
    guard nodes[identity.start].map({ $0.stored != nil }) ?? true, nodes[identity.end].map({ $0.stored != nil }) ?? true
    else { return false }
    let map = try standing()
    for relationship in map.committedRelationships(
      ofType: type.name, fromNodeWithID: identity.start, toNodeWithID: identity.end)
    {
      let id = map.id(of: relationship)
      if relationships[id] != nil { continue }
      if type.identity.isEmpty { return true }
      var values: [UInt8] = []
      RelationshipIdentity.encode(type.identity, of: try storedProperties(ofRelationship: id), into: &values)
      if values == identity.values { return true }
    }
    return false
  }

  // MARK: Deletions

  /// Finds nodes that would go while relationships to or from them stay.
  /// - Parameter undoing: the change set that is being undone, if one is: what stands in the way came later.
  func checkDeletions(undoing: Int64? = nil) throws {
    let deleted = nodeOrder.filter { nodes[$0]?.isDeleted == true }
    if deleted.isEmpty { return }
    var created: [Int64: String] = [:]
    for id in relationshipOrder {
      guard let relationship = relationships[id], relationship.stored == nil, !relationship.isDeleted else { continue }
      for end in [relationship.start, relationship.end] where created[end] == nil { created[end] = relationship.type }
    }
    for id in deleted {
      if undoing != nil, let tie = try latestTie(toNode: id) {
        reject(
          "undo-conflict", "\(title(ofNode: id)) cannot go: revision \(tie.since) tied something to it, \(tie.title)",
          hint: "undo revision \(tie.since) first")
        continue
      }
      guard let type = try standingType(atNode: id) ?? created[id] else { continue }
      reject(
        "still-connected", "\(title(ofNode: id)) cannot be deleted: it still has relationships, such as \(type)",
        hint: "delete them first, or use DETACH DELETE")
    }
  }

  /// The type of the oldest relationship that the ledger has at a node and the changes leave.
  private func standingType(atNode id: Int64) throws -> String? {
    guard nodes[id]?.stored != nil else { return nil }
    let map = try standing()
    let left = map.committedRelationships(ofNodeWithID: id)
      .first { relationships[map.id(of: $0)]?.isDeleted != true }
    return left.map { map.symbols.name(of: map.type(of: $0)) }
  }

  /// Of the relationships that the ledger has at a node and the changes leave, the one that was written last.
  private func latestTie(toNode id: Int64) throws -> (since: Int64, title: String)? {
    guard nodes[id]?.stored != nil else { return nil }
    let map = try standing()
    let row = try connection.statement("SELECT since FROM relationship WHERE id = ?")
    var latest: (since: Int64, relationship: RelationshipIndex)?
    for relationship in map.committedRelationships(ofNodeWithID: id) {
      let stored = map.id(of: relationship)
      if relationships[stored]?.isDeleted == true { continue }
      row.bind(stored, at: 1)
      defer { row.reset() }
      guard try row.step() else { continue }
      let since = row.integer(0)
      if latest.map({ since > $0.since }) ?? true { latest = (since, relationship) }
    }
    return latest.map { since, relationship in
      let type = map.symbols.name(of: map.type(of: relationship))
      let (start, end) = (map.id(of: map.start(of: relationship)), map.id(of: map.end(of: relationship)))
      return (since, "\(type) from \(title(ofNode: start)) to \(title(ofNode: end))")
    }
  }

  func title(_ type: String, _ relationship: PendingRelationship) -> String {
    "\(type) from \(title(ofNode: relationship.start)) to \(title(ofNode: relationship.end))"
  }
}
