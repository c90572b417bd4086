import GraphModel

/// The register as the records of a graph folder, every one marked as an example.
struct RegisterRecords {
  let nodes: [NodeRecord]
  let relationships: [RelationshipRecord]

  init(_ register: Register) {
    nodes =
      ExampleOrganisation.allCases.map(Self.record) + register.documents.map(Self.record)
      + register.links.map(Self.record) + register.items.map(Self.record)
    relationships = register.relationships.map { relationship in
      RelationshipRecord(
        type: relationship.type.rawValue, from: relationship.from, to: relationship.to,
        properties: [PropertyAssignment(name: "basis", value: "example")], place: Self.place)
    }
  }

  private static let place = RecordPlace(file: "styrgraf-example", line: 1)

  private static func record(_ organisation: ExampleOrganisation) -> NodeRecord {
    record(
      organisation.key, kind: "Organisation", ["name": organisation.rawValue, "type": organisation.type])
  }

  private static func record(_ document: RegisterDocument) -> NodeRecord {
    record(
      document.key, kind: "Document",
      [
        "name": document.name, "type": document.form.rawValue, "level": document.level.rawValue,
        "status": document.status.rawValue, "diarienummer": document.diarienummer, "date": document.date,
        "review_by": document.reviewBy, "topic": document.subject, "url": document.url,
        "valid_from": document.validFrom, "valid_to": document.validTo,
      ])
  }

  private static func record(_ link: RegisterLink) -> NodeRecord {
    record(
      link.key, kind: "DesignLink",
      [
        "name": link.name, "url": link.url, "outcome": link.outcome.rawValue, "reviewed_on": link.reviewedOn,
        "comment": link.comment,
      ])
  }

  private static func record(_ item: RegisterItem) -> NodeRecord {
    record(
      item.key, kind: "DesignItem",
      ["name": item.name, "type": item.type.rawValue.lowercased(), "status": item.status])
  }

  private static func record(
    _ key: String, kind: String, _ properties: KeyValuePairs<String, String?>
  ) -> NodeRecord {
    var assignments = properties.compactMap { name, value in
      value.map { PropertyAssignment(name: name, value: .string($0)) }
    }
    assignments.append(PropertyAssignment(name: "basis", value: "example"))
    return NodeRecord(key: key, kind: kind, properties: assignments, place: place)
  }
}
