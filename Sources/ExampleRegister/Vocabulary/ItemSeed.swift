/// A design item to be built on a topic: its type, and what sets it apart from others of the type.
struct ItemSeed: Sendable {
  let type: ItemType
  let detail: String?

  static func workflow(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .workflow, detail: detail) }
  static func plan(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .carePlan, detail: detail) }
  static func orders(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .orderSet, detail: detail) }
  static func samples(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .samplePanel, detail: detail) }
  static func checklist(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .checklist, detail: detail) }
  static func form(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .form, detail: detail) }
  static func note(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .noteTemplate, detail: detail) }
  static func referral(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .referral, detail: detail) }
  static func decision(_ detail: String? = nil) -> ItemSeed { ItemSeed(type: .decisionSupport, detail: detail) }

  func name(for subject: String) -> String {
    let base = "\(type.rawValue): \(subject)"
    return detail.map { "\(base), \($0)" } ?? base
  }
}

/// The types of design items, in Swedish as the items are named.
enum ItemType: String, Sendable {
  case workflow = "Arbetsflöde"
  case carePlan = "Vårdplan"
  case orderSet = "Ordinationsmall"
  case samplePanel = "Provtagningspaket"
  case checklist = "Checklista"
  case form = "Formulär"
  case noteTemplate = "Journalmall"
  case referral = "Remissmall"
  case decisionSupport = "Beslutsstöd"
  case leaflet = "Patientinformation"

  /// How deep an item of the type stands among the items of its topic: a workflow contains care plans, a care plan
  /// order sets, an order set the rest; nothing contains a referral, a decision support or a leaflet.
  var depth: Int? {
    switch self {
    case .workflow: 0
    case .carePlan: 1
    case .orderSet: 2
    case .samplePanel, .checklist, .form, .noteTemplate: 3
    case .referral, .decisionSupport, .leaflet: nil
    }
  }
}
