import GraphModel

/// A small schema, on which the examples of the manual run.
enum SampleSchema {
  static let schema = Schema(
    kinds: [
      NodeKind(
        name: "Document", caption: Caption(["en": "Document", "sv": "Dokument"]),
        properties: [
          PropertyDefinition(name: "name", type: .string, isRequired: true),
          PropertyDefinition(
            name: "status", type: .string, allowedValues: [.string("valid"), .string("retired")],
            caption: Caption(["en": "status"])),
        ],
        inactive: ["status": [.string("retired")]]),
      NodeKind(name: "DesignLink", caption: Caption(["en": "Link", "sv": "Länk"])),
    ],
    relationshipTypes: [
      RelationshipType(
        name: "LINKS_TO", from: ["DesignLink"], to: ["Document"], caption: Caption(["en": "links to"]),
        inverseCaption: Caption(["en": "linked from"]),
        impact: ImpactTable([.retired: .broken, .review: .review]),
        properties: [PropertyDefinition(name: "since", type: .date)])
    ])
}
