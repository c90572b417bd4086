/// The organisations the register invents, so that nothing is said of a real one.
enum ExampleOrganisation: String, CaseIterable {
  case hospitalNorth = "Exempelsjukhuset Norr"
  case hospitalSouth = "Exempelsjukhuset Söder"
  case hospitalWest = "Exempelsjukhuset Väst"
  case primaryCare = "Exempelprimärvården"
  case dentalCare = "Exempeltandvården"
  case authority = "Nationella exempelmyndigheten"
  case cooperation = "Exempelsamverkan region och kommuner"

  static let hospitals: [ExampleOrganisation] = [.hospitalNorth, .hospitalSouth, .hospitalWest]

  var key: String { "ex-org-\(slug(rawValue))" }

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
