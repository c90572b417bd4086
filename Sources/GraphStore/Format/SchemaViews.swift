import GraphModel

/// The views by which plain SQL reads the graph: one per kind and one per relationship type, with a column for each
/// declared property.
enum SchemaViews {
  /// Drops the views of the last schema and makes those of this one.
  static func recreate(for schema: Schema, in connection: Connection) throws {
    let old = try connection.prepare("SELECT name FROM schema_view")
    var names: [String] = []
    try old.forEachRow { (row: Statement) in names.append(row.text(0)) }
    for name in names { try connection.execute("DROP VIEW IF EXISTS \(quoted(name))") }
    try connection.execute("DELETE FROM schema_view")

    var taken: Set<String> = []
    try connection.prepare("SELECT name FROM sqlite_master").forEachRow { (row: Statement) in
      taken.insert(folded(row.text(0)))
    }
    let insert = try connection.prepare("INSERT INTO schema_view VALUES (?)")
    for kind in schema.kinds {
      let name = free(kind.name, &taken)
      try connection.execute("CREATE VIEW \(quoted(name)) AS \(select(kind))")
      insert.bind(name, at: 1)
      try insert.run()
    }
    for type in schema.relationshipTypes {
      let name = free(type.name, &taken)
      try connection.execute("CREATE VIEW \(quoted(name)) AS \(select(type))")
      insert.bind(name, at: 1)
      try insert.run()
    }
  }

  private static func select(_ kind: NodeKind) -> String {
    // `name` stands next to the key.
    let properties =
      kind.properties.filter { $0.name == "name" } + kind.properties.filter { $0.name != "name" }
    let columns = properties.map { "\(expression($0, of: "node")) AS \(quoted($0.name))" }
    return """
      SELECT \((["node.key AS key"] + columns).joined(separator: ", ")) FROM node
      WHERE node.label_set IN (SELECT label_set.id FROM label_set, json_each(label_set.labels) AS label
        WHERE label.value = \(literal(kind.name)))
      """
  }

  private static func select(_ type: RelationshipType) -> String {
    let columns = type.properties.map { "\(expression($0, of: "relationship")) AS \(quoted($0.name))" }
    return """
      SELECT \((["a.key AS from_key", "b.key AS to_key"] + columns).joined(separator: ", ")) FROM relationship
      JOIN node AS a ON a.id = relationship.start_node JOIN node AS b ON b.id = relationship.end_node
      WHERE relationship.type = (SELECT id FROM relationship_type WHERE name = \(literal(type.name)))
      """
  }

  /// A property as plain SQL reads it: dates as text, floats as numbers, lists as JSON.
  private static func expression(_ property: PropertyDefinition, of table: String) -> String {
    let stored = stored(property.name, of: table)
    switch property.type {
    case .date: return "json_extract(\(stored), '$.\"~date\"')"
    case .datetime:
      return "coalesce(json_extract(\(stored), '$.\"~datetime\"'), json_extract(\(stored), '$.\"~localdatetime\"'))"
    case .float:
      // NaN and infinity stay text.
      let text = "json_extract(\(stored), '$.\"~float\"')"
      return "CASE WHEN typeof(\(stored)) IN ('integer', 'real') THEN CAST(\(stored) AS REAL) "
        + "WHEN \(text) GLOB '*[0-9]*' THEN CAST(\(text) AS REAL) ELSE \(text) END"
    case .string, .integer, .boolean, .url, .edtf, .list: return stored
    }
  }

  /// A path cannot name every property: one with a quote or an escape in it is looked up among all.
  private static func stored(_ name: String, of table: String) -> String {
    let isPlain =
      !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    if isPlain { return "json_extract(\(table).properties, \(literal("$.\"\(name)\"")))" }
    return "(SELECT value FROM json_each(\(table).properties) WHERE key = \(literal(name)))"
  }

  /// A name that no table, index or view has: SQLite takes `Document` and `document` for one.
  private static func free(_ name: String, _ taken: inout Set<String>) -> String {
    var name = String(String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
    while name.isEmpty || folded(name).hasPrefix("sqlite_") { name = "_" + name }
    while !taken.insert(folded(name)).inserted { name += "_" }
    return name
  }

  private static func folded(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
        }))
  }

  private static func quoted(_ name: String) -> String { enclosed(name, in: "\"") }

  private static func literal(_ text: String) -> String { enclosed(text, in: "'") }

  /// NUL would end the statement.
  private static func enclosed(_ text: String, in quote: Unicode.Scalar) -> String {
    var scalars = String.UnicodeScalarView([quote])
    for scalar in text.unicodeScalars {
      if scalar == quote { scalars.append(quote) }
      scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar)
    }
    scalars.append(quote)
    return String(scalars)
  }
}
