import GraphModel
import TestGraphs

extension Schema {
  /// Documents, links to them, and what is built from them, with the tables of the region's schema.
  static let clinic: Schema = {
    func caption(_ english: String, _ swedish: String) -> Caption { Caption(["en": english, "sv": swedish]) }
    return Schema(
      kinds: [
        NodeKind(
          name: "Document", caption: caption("Governing document", "Styrande dokument"),
          plural: caption("Governing documents", "Styrande dokument"), inactive: ["status": ["retired"]]),
        NodeKind(
          name: "DesignLink", caption: caption("Design link", "Designlänk"),
          plural: caption("Design links", "Designlänkar")),
        NodeKind(
          name: "DesignItem", caption: caption("Design item", "Designobjekt"),
          plural: caption("Design items", "Designobjekt"), inactive: ["status": ["retired"]]),
      ],
      relationshipTypes: [
        RelationshipType(
          name: "LINKS_TO", from: ["DesignLink"], to: ["Document"], caption: caption("links to", "länkar till"),
          impact: ImpactTable([.review: .review, .retired: .broken])),
        RelationshipType(
          name: "USES", from: ["DesignItem"], to: ["DesignLink"], caption: caption("uses", "använder"),
          impact: ImpactTable([.review: .review, .degraded: .degraded, .broken: .broken])),
        RelationshipType(
          name: "BASED_ON", from: ["DesignItem"], to: ["Document"], caption: caption("is based on", "bygger på"),
          impact: ImpactTable([.review: .review, .retired: .degraded])),
        RelationshipType(
          name: "CONTAINS", from: ["DesignItem"], to: ["DesignItem"], caption: caption("contains", "innehåller"),
          impact: ImpactTable([.degraded: .degraded])),
        RelationshipType(
          name: "CITES", from: ["Document"], to: ["Document"], caption: caption("cites", "hänvisar till"),
          impact: ImpactTable([.retired: .review])),
        RelationshipType(
          name: "FEEDS", from: ["Document"], to: ["DesignItem"], caption: caption("feeds", "matar"),
          inverseCaption: caption("is fed by", "matas av"), dependentEnd: .to,
          impact: ImpactTable([.review: .review])),
      ])
  }()
}

extension GraphSketch {
  /// A guideline, two links to it, what is built from them, a document that cites it, and a successor.
  static var clinic: GraphSketch {
    var sketch = GraphSketch(schema: .clinic)
    sketch.node("doc-a", "Document", ["name": "Rutin höftfraktur", "status": "valid"])
    sketch.node("doc-b", "Document", ["name": "Riktlinje höftfraktur", "status": "valid"])
    sketch.node("doc-c", "Document", ["name": "Handbok ortopedi", "status": "valid"])
    sketch.node("doc-old", "Document", ["name": "Rutin 2015", "status": "retired"])
    sketch.node("dl-1", "DesignLink", ["name": "Länk till rutinen"])
    sketch.node("dl-2", "DesignLink", ["name": "Länk i vårdplanen"])
    sketch.node("dl-old", "DesignLink", ["name": "Länk till 2015"])
    sketch.node("di-1", "DesignItem", ["name": "Ordinationsmall höft"])
    sketch.node("di-2", "DesignItem", ["name": "Vårdplan höft"])
    sketch.node("di-3", "DesignItem", ["name": "Avdelningspaket"])
    sketch.node("di-4", "DesignItem", ["name": "Inläst text"])
    sketch.node("di-gone", "DesignItem", ["name": "Gammal mall", "status": "retired"])
    sketch.link("dl-1", "LINKS_TO", "doc-a")
    sketch.link("dl-2", "LINKS_TO", "doc-a")
    sketch.link("dl-old", "LINKS_TO", "doc-old")
    sketch.link("di-1", "USES", "dl-1")
    sketch.link("di-2", "USES", "dl-2")
    sketch.link("di-2", "USES", "dl-old")
    sketch.link("di-gone", "USES", "dl-1")
    sketch.link("di-3", "CONTAINS", "di-1")
    sketch.link("di-3", "CONTAINS", "di-gone")
    sketch.link("di-4", "BASED_ON", "doc-a")
    sketch.link("doc-c", "CITES", "doc-a")
    sketch.link("doc-c", "FEEDS", "di-4")
    return sketch
  }
}
