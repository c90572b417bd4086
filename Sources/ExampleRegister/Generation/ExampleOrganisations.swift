import SeededRandom

/// The organisations the register invents, so that nothing is said of a real one.
enum ExampleOrganisation: String, CaseIterable {
  case hospitalNorth = "Exempelsjukhuset Norr"
  case hospitalSouth = "Exempelsjukhuset Söder"
  case hospitalWest = "Exempelsjukhuset Väst"
  case primaryCare = "Exempelprimärvården"
  case dentalCare = "Exempeltandvården"
  case authority = "Nationella exempelmyndigheten"
  case cooperation = "Exempelsamverkan region och kommuner"

  private static let hospitals: [ExampleOrganisation] = [.hospitalNorth, .hospitalSouth, .hospitalWest]

  /// Who writes the local documents of an area at one of the sites, which go round the hospitals.
  static func author(ofLocalDocumentsIn area: String, site: Int) -> ExampleOrganisation {
    switch area {
    case "po-tandvard": .dentalCare
    case "po-levnadsvanor": .primaryCare
    default: hospitals[site % hospitals.count]
    }
  }

  /// The site at which a document is at home.
  static func site(of document: String) -> Int {
    var random = SplitMix64("hospital \(document)")
    return random.number(below: hospitals.count)
  }

  var key: String { "ex-org-\(slug(rawValue))" }

  /// A word for it in the keys of its documents.
  var place: String {
    switch self {
    case .hospitalNorth: "norr"
    case .hospitalSouth: "soder"
    case .hospitalWest: "vast"
    case .primaryCare: "primarvard"
    case .dentalCare: "tandvard"
    case .authority: "nationell"
    case .cooperation: "samverkan"
    }
  }

  var type: String {
    switch self {
    case .hospitalNorth, .hospitalSouth, .hospitalWest: "sjukhus"
    case .primaryCare: "primärvård"
    case .dentalCare: "tandvård"
    case .authority: "myndighet"
    case .cooperation: "samverkan"
    }
  }
}
