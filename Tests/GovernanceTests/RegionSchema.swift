import GraphModel
import TestGraphs

extension Schema {
  /// The part of the region's schema that this target's rules are about.
  static let region = Schema(
    kinds: [
      "Council", "ProgrammeArea", "ProcessTeam", "Organisation", "DesignLink", "Policy", "Source",
    ].map { NodeKind(name: $0) } + [
      NodeKind(
        name: "Document",
        properties: [
          PropertyDefinition(name: "level", type: .string, caption: Caption(["en": "Level", "sv": "Nivå"]))
        ], inactive: ["status": ["retired"]]),
      NodeKind(name: "DesignItem", inactive: ["status": ["retired"]]),
    ],
    relationshipTypes: [
      RelationshipType(name: "RESPONSIBLE_FOR", from: ["Council"], to: ["ProgrammeArea"]),
      RelationshipType(
        name: "BELONGS_TO", from: ["ProcessTeam", "Document", "DesignLink", "DesignItem"], to: ["ProgrammeArea"]),
      RelationshipType(
        name: "OWNED_BY", from: ["Document", "DesignItem"], to: ["Council", "Organisation", "ProcessTeam"]),
      RelationshipType(
        name: "LINKS_TO", from: ["DesignLink"], to: ["Document"],
        impact: ImpactTable([.review: .review, .retired: .broken])),
      RelationshipType(
        name: "USES", from: ["DesignItem"], to: ["DesignLink"],
        impact: ImpactTable([.review: .review, .degraded: .degraded, .broken: .broken])),
      RelationshipType(
        name: "BASED_ON", from: ["DesignItem"], to: ["Document"],
        impact: ImpactTable([.review: .review, .retired: .degraded])),
      RelationshipType(
        name: "CONTAINS", from: ["DesignItem"], to: ["DesignItem"], impact: ImpactTable([.degraded: .degraded])),
    ])
}

extension GraphSketch {
  /// Areas with one council, with three and with none; teams, and an organisation.
  static var region: GraphSketch {
    var sketch = GraphSketch(schema: .region)
    for council in ["sor-ortopedi", "sor-a", "sor-b", "sor-c"] { sketch.node(council, "Council") }
    for area in ["po-rorelse", "po-psykisk-halsa", "po-tandvard"] { sketch.node(area, "ProgrammeArea") }
    sketch.node("org", "Organisation")
    sketch.node("rpt-hoft", "ProcessTeam")
    sketch.node("rpt-kake", "ProcessTeam")
    sketch.link("sor-ortopedi", "RESPONSIBLE_FOR", "po-rorelse")
    for council in ["sor-c", "sor-a", "sor-b"] { sketch.link(council, "RESPONSIBLE_FOR", "po-psykisk-halsa") }
    sketch.link("rpt-hoft", "BELONGS_TO", "po-rorelse", ["basis": "inferred"])
    sketch.link("rpt-kake", "BELONGS_TO", "po-tandvard")
    return sketch
  }
}
