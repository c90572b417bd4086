/// The kinds and relationship types of the synthetic country.
enum CountryKind: Int, CaseIterable {
  case organisation, council, programmeArea, processTeam, person, document, designItem, designLink

  var name: String {
    switch self {
    case .organisation: "Organisation"
    case .council: "Council"
    case .programmeArea: "ProgrammeArea"
    case .processTeam: "ProcessTeam"
    case .person: "Person"
    case .document: "Document"
    case .designItem: "DesignItem"
    case .designLink: "DesignLink"
    }
  }

  var keyPrefix: String {
    switch self {
    case .organisation: "ORG"
    case .council: "COU"
    case .programmeArea: "PA"
    case .processTeam: "PT"
    case .person: "PER"
    case .document: "DOC"
    case .designItem: "ITM"
    case .designLink: "LNK"
    }
  }

  /// The columns behind `key`.
  var columns: [String] {
    switch self {
    case .organisation: ["name", "orglevel", "top"]
    case .council: ["name", "level"]
    case .programmeArea, .processTeam: ["name"]
    case .person: ["name", "role"]
    case .document: ["title", "level", "status", "doctype", "valid_from", "valid_to", "owner"]
    case .designItem: ["name", "itemtype"]
    case .designLink: ["url", "reviewed", "outcome"]
    }
  }
}

enum CountryType: String, CaseIterable {
  case belongsTo = "BELONGS_TO"
  case cites = "CITES"
  case contains = "CONTAINS"
  case linksTo = "LINKS_TO"
  case memberOf = "MEMBER_OF"
  case owns = "OWNS"
  case partOf = "PART_OF"
  case responsibleFor = "RESPONSIBLE_FOR"
  case supersedes = "SUPERSEDES"
  case uses = "USES"

  /// The types along which a retirement breaks things.
  var isDependency: Bool {
    switch self {
    case .cites, .contains, .linksTo, .uses: true
    default: false
    }
  }
}

/// `schema.yaml` of the synthetic country.
enum CountrySchema {
  static func yaml(ends: [CountryType: (from: Set<CountryKind>, to: Set<CountryKind>)]) -> String {
    var text = "version: 1\nkinds:\n"
    for kind in CountryKind.allCases {
      let properties = (kind.columns.contains("name") ? [] : ["name"]) + kind.columns
      let list = properties.map { "\($0): {type: \(propertyType(of: $0))}" }.joined(separator: ", ")
      text += "  \(kind.name):\n    properties: {\(list)}\n"
    }
    text += "relationships:\n"
    for type in CountryType.allCases {
      guard let ends = ends[type] else { continue }
      text += "  \(type.rawValue):\n    from: \(list(ends.from))\n    to: \(list(ends.to))\n"
      text += "    properties: {since: {type: date}}\n"
      if type.isDependency { text += "    impact: {retired: broken, broken: broken}\n" }
    }
    return text
  }

  private static func list(_ kinds: Set<CountryKind>) -> String {
    "[" + kinds.map(\.name).sorted().joined(separator: ", ") + "]"
  }

  private static func propertyType(of column: String) -> String {
    switch column {
    case "top": "integer"
    case "valid_from", "valid_to", "reviewed": "date"
    default: "string"
    }
  }
}
