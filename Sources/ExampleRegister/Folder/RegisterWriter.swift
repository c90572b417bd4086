import GraphModel
import Interchange

/// Writes the register as a folder of tables, every row marked as an example.
struct RegisterWriter {
  private let schema: Schema
  private var writer: GraphFolderWriter

  init(directory: String, schema: Schema) {
    self.schema = schema
    writer = GraphFolderWriter(directory: directory, schema: schema)
  }

  /// - Throws: a `Diagnostic` or `CellMistake` for what the schema does not take, and what the writing itself throws.
  mutating func write(_ register: Register) throws -> GraphFolderWriter.Summary {
    for organisation in ExampleOrganisation.allCases { try add(organisation) }
    for document in register.documents { try add(document) }
    for link in register.links { try add(link) }
    for item in register.items { try add(item) }
    for relationship in register.relationships {
      try writer.addRelationship(
        type: relationship.type.rawValue, from: relationship.from, to: relationship.to,
        properties: ["basis": "example"])
    }
    return try writer.finish(writingSchema: false)
  }

  private mutating func add(_ organisation: ExampleOrganisation) throws {
    try add(organisation.key, kind: "Organisation", ["name": organisation.rawValue, "type": organisation.type])
  }

  private mutating func add(_ document: RegisterDocument) throws {
    try add(
      document.key, kind: "Document",
      [
        "name": document.name, "type": document.form.rawValue, "level": document.level.rawValue,
        "status": document.status.rawValue, "diarienummer": document.diarienummer, "date": document.date,
        "review_by": document.reviewBy, "topic": document.subject, "url": document.url,
        "valid_from": document.validFrom, "valid_to": document.validTo,
      ])
  }

  private mutating func add(_ link: RegisterLink) throws {
    try add(
      link.key, kind: "DesignLink",
      [
        "name": link.name, "url": link.url, "outcome": link.outcome.rawValue, "reviewed_on": link.reviewedOn,
        "comment": link.comment,
      ])
  }

  private mutating func add(_ item: RegisterItem) throws {
    try add(
      item.key, kind: "DesignItem",
      ["name": item.name, "type": item.type.rawValue.lowercased(), "status": item.status])
  }

  /// Adds a node; the schema says of which type each text is.
  private mutating func add(_ key: String, kind: String, _ texts: KeyValuePairs<String, String?>) throws {
    let definition = schema.kind(named: kind)
    var properties: [String: Value] = ["basis": "example"]
    for case (let name, let text?) in texts {
      properties[name] = try CellReader.value(of: text, as: definition?.property(named: name)?.type ?? .string)
    }
    try writer.addNode(kind: kind, key: key, properties: properties)
  }
}
