import Diagnostics
import GraphModel

/// Plays the undo of a change set through: every element that it touched as it was before, if it still is as the change
/// set left it.
extension CommitSession {
  /// What a change set did to one element.
  private enum Touch {
    case added, changed, removed
  }

  /// - Returns: how many nodes come back, change and go.
  func restoreNodes(before revision: Int64) throws -> ChangeCount {
    var count = ChangeCount()
    for (id, touch) in try touched("node", same: "label_set = new.label_set", revision) {
      switch touch {
      case .added:
        _ = try loadedNode(id)
        nodes[id]?.isDeleted = true
        count.removed += 1
      case .changed:
        guard try loadedNode(id) != nil, let before = try formerNode(id, until: revision) else { continue }
        nodes[id]?.labels = before.labels
        nodes[id]?.properties = before.properties
        count.changed += 1
      case .removed:
        guard let before = try formerNode(id, until: revision) else { continue }
        nodes[id] = before
        nodeOrder.append(id)
        count.added += 1
      }
    }
    return count
  }

  /// After the nodes, which they need. What no longer has both its ends is a conflict.
  func restoreRelationships(before revision: Int64) throws -> ChangeCount {
    var count = ChangeCount()
    let same = "type = new.type"
    for (id, touch) in try touched("relationship", same: same, revision) {
      switch touch {
      case .added:
        _ = try loadedRelationship(id)
        relationships[id]?.isDeleted = true
        count.removed += 1
      case .changed:
        guard try loadedRelationship(id) != nil, let before = try formerRelationship(id, until: revision) else {
          continue
        }
        relationships[id]?.properties = before.properties
        count.changed += 1
      case .removed:
        guard let before = try formerRelationship(id, until: revision) else { continue }
        guard try isThere(before.start), try isThere(before.end) else {
          let gone = try [before.start, before.end].filter { try !isThere($0) }.map { try formerTitle(ofNode: $0) }
          reject(
            "undo-conflict",
            "\(before.type) cannot come back: \(gone.joined(separator: " and ")) was removed by a later change set")
          continue
        }
        relationships[id] = before
        relationshipOrder.append(id)
        count.added += 1
      }
    }
    return count
  }

  // MARK: What was touched

  /// By id. Elements that later change sets touched, and that are not as the change set left them, are conflicts.
  private func touched(_ table: String, same: String, _ revision: Int64) throws -> [(id: Int64, touch: Touch)] {
    var found: [Int64: Touch] = [:]
    // Written by the change set, with whether something ended there, and whether it still stands so.
    let written = try connection.statement(
      """
      SELECT id, EXISTS (SELECT 1 FROM \(table)_history AS old WHERE old.id = new.id AND old.until = ?1), 1
      FROM \(table) AS new WHERE since = ?1
      UNION ALL
      SELECT id, EXISTS (SELECT 1 FROM \(table)_history AS old WHERE old.id = new.id AND old.until = ?1),
        EXISTS (SELECT 1 FROM \(table) AS now WHERE now.id = new.id AND now.\(same) AND now.properties = new.properties)
      FROM \(table)_history AS new WHERE since = ?1
      """)
    written.bind(revision, at: 1)
    try written.forEachRow { (row: Statement) in
      let id = row.integer(0)
      found[id] = row.integer(1) != 0 ? .changed : .added
      if row.integer(2) == 0 { try noteConflict(table, id) }
    }
    let ended = try connection.statement(
      "SELECT id, EXISTS (SELECT 1 FROM \(table) AS now WHERE now.id = old.id) FROM \(table)_history AS old WHERE until = ?1"
    )
    ended.bind(revision, at: 1)
    try ended.forEachRow { (row: Statement) in
      let id = row.integer(0)
      if found[id] != nil { return }
      found[id] = .removed
      if row.integer(1) != 0 { try noteConflict(table, id) }
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func noteConflict(_ table: String, _ id: Int64) throws {
    let row = try connection.statement(
      """
      SELECT max(revision) FROM (
        SELECT since AS revision FROM \(table) WHERE id = ?1
        UNION ALL SELECT until FROM \(table)_history WHERE id = ?1)
      """)
    row.bind(id, at: 1)
    defer { row.reset() }
    let latest = try row.step() ? row.integer(0) : 0
    let title = table == "node" ? try formerTitle(ofNode: id) : try formerTitle(ofRelationship: id)
    reject(
      "undo-conflict", "\(title) was touched again by revision \(latest)", hint: "undo revision \(latest) first")
  }

  // MARK: Earlier states

  private func formerNode(_ id: Int64, until revision: Int64) throws -> PendingNode? {
    let row = try connection.statement(
      "SELECT label_set, key, properties FROM node_history WHERE id = ?1 AND until = ?2")
    row.bind(id, at: 1)
    row.bind(revision, at: 2)
    defer { row.reset() }
    guard try row.step() else { return nil }
    let key = row.optionalText(1)
    var properties = PendingProperties(
      try row.withText(2) { (bytes) throws(StoreError) in
        try PropertyText.read(bytes, fileName: connection.fileName)
      })
    if let key { properties["key"] = .string(key) }
    return PendingNode(id: id, labels: names.labelSets[row.integer(0)] ?? [], properties: properties)
  }

  private func formerRelationship(_ id: Int64, until revision: Int64) throws -> PendingRelationship? {
    let row = try connection.statement(
      "SELECT type, start_node, end_node, properties FROM relationship_history WHERE id = ?1 AND until = ?2")
    row.bind(id, at: 1)
    row.bind(revision, at: 2)
    defer { row.reset() }
    guard try row.step() else { return nil }
    let properties = try row.withText(3) { (bytes) throws(StoreError) in
      try PropertyText.read(bytes, fileName: connection.fileName)
    }
    return PendingRelationship(
      id: id, type: names.types[row.integer(0)] ?? "", start: row.integer(1), end: row.integer(2),
      properties: PendingProperties(properties))
  }

  private func isThere(_ node: Int64) throws -> Bool {
    if let pending = nodes[node] { return !pending.isDeleted }
    return try loadedNode(node) != nil
  }

  private func formerTitle(ofNode id: Int64) throws -> String {
    let row = try connection.statement(
      "SELECT key FROM node WHERE id = ?1 UNION ALL SELECT key FROM node_history WHERE id = ?1 LIMIT 1")
    row.bind(id, at: 1)
    defer { row.reset() }
    return try row.step() ? row.optionalText(0).map { "'\($0)'" } ?? "node \(id)" : "node \(id)"
  }

  private func formerTitle(ofRelationship id: Int64) throws -> String {
    let row = try connection.statement(
      """
      SELECT type, start_node, end_node FROM relationship WHERE id = ?1
      UNION ALL SELECT type, start_node, end_node FROM relationship_history WHERE id = ?1 LIMIT 1
      """)
    row.bind(id, at: 1)
    defer { row.reset() }
    guard try row.step() else { return "relationship \(id)" }
    let type = names.types[row.integer(0)] ?? "relationship \(id)"
    return "\(type) from \(try formerTitle(ofNode: row.integer(1))) to \(try formerTitle(ofNode: row.integer(2)))"
  }
}
