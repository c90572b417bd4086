import GraphModel

/// A node as a list of changes leaves it. `key` is among its properties.
struct PendingNode {
  var id: Int64
  var labels: [String]
  var properties: PendingProperties
  /// As the ledger has it; `nil` for a new node.
  var stored: Stored?
  var isDeleted = false

  struct Stored {
    var labelSet: Int64
    var key: String?
    var properties: [UInt8]
  }
}

/// A relationship as a list of changes leaves it.
struct PendingRelationship {
  var id: Int64
  var type: String
  var start: Int64
  var end: Int64
  var properties: PendingProperties
  /// The stored properties; `nil` for a new relationship.
  var stored: [UInt8]?
  var isDeleted = false
}

/// Properties under change: few, so a list does.
struct PendingProperties {
  private(set) var list: [(name: String, value: Value)]

  init(_ list: [(name: String, value: Value)] = []) { self.list = list }

  init(_ members: [String: Value]) { list = members.filter { !$0.value.isNull }.map { ($0.key, $0.value) } }

  subscript(name: String) -> Value? {
    get { list.first { $0.name.isIdenticalText(to: name) }?.value }
    set {
      list.removeAll { $0.name.isIdenticalText(to: name) }
      if let newValue, !newValue.isNull { list.append((name, newValue)) }
    }
  }

  /// Null removes a property; what is absent is kept.
  mutating func set(_ changes: [String: Value]) {
    for (name, value) in changes { self[name] = value }
  }

  /// The properties as they are stored: numbers as their declared type has them.
  mutating func normalize(by rules: PropertyRules) {
    for position in list.indices {
      guard let definition = rules.definition(of: list[position].name) else { continue }
      list[position].value = PropertyRules.normalized(list[position].value, for: definition.type)
    }
  }

  func encoded(without excluded: String? = nil) -> [UInt8] {
    var bytes: [UInt8] = []
    let written = excluded.map { excluded in list.filter { !$0.name.isIdenticalText(to: excluded) } } ?? list
    PropertyText.append(written, to: &bytes)
    return bytes
  }
}
