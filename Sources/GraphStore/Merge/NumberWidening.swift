import GraphModel

/// Rewrites stored integers of properties that a new schema declares as floats, so that every number of such a
/// property is stored in the one form that files and views have.
///
/// It runs before a load reads what is stored: what the files say is compared with the new form.
struct NumberWidening {
  private let connection: Connection
  private let writer: ElementWriter
  private let old: Schema
  private let new: Schema

  init(_ connection: Connection, from old: Schema, to new: Schema, revision: Int64) throws {
    self.connection = connection
    self.old = old
    self.new = new
    writer = try ElementWriter(connection, revision: revision)
  }

  func run() throws {
    let names = try NameTables(connection)
    for (number, labels) in names.labelSets where labels.count == 1 {
      guard let before = old.kind(named: labels[0]), let after = new.kind(named: labels[0]),
        isWidened(before.properties, after.properties)
      else { continue }
      let rewritten = try rewritten(
        "SELECT id, properties FROM node WHERE label_set = ?", number, by: PropertyRules(after))
      for (id, properties) in rewritten { try writer.updateNode(id: id, labelSet: number, properties: properties) }
    }
    for (number, name) in names.types {
      guard let before = old.relationshipType(named: name), let after = new.relationshipType(named: name),
        isWidened(before.properties, after.properties)
      else { continue }
      let rewritten = try rewritten(
        "SELECT id, properties FROM relationship WHERE type = ?", number, by: PropertyRules(after))
      for (id, properties) in rewritten { try writer.updateRelationship(id: id, properties: properties) }
    }
  }

  /// Whether a property became one of floats.
  private func isWidened(_ before: [PropertyDefinition], _ after: [PropertyDefinition]) -> Bool {
    after.contains { property in
      (property.type == .float || property.type == .list(of: .float))
        && before.contains { $0.name.isIdenticalText(to: property.name) && $0.type != property.type }
    }
  }

  private func rewritten(
    _ sql: String, _ number: Int64, by rules: PropertyRules
  ) throws -> [(id: Int64, properties: [UInt8])] {
    let rows = try connection.prepare(sql)
    rows.bind(number, at: 1)
    var result: [(id: Int64, properties: [UInt8])] = []
    while try rows.step() {
      let stored = rows.withText(1) { [UInt8](copying: $0) }
      var properties = PendingProperties(try PropertyText.read(stored.span, fileName: connection.fileName))
      properties.normalize(by: rules)
      let normalized = properties.encoded()
      if normalized != stored { result.append((rows.integer(0), normalized)) }
    }
    return result
  }
}
