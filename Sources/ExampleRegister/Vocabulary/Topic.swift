/// What the register holds for one programme area: the topics its documents and design items are about.
struct AreaVocabulary: Sendable {
  /// The area's name as the region's graph spells it.
  let area: String
  /// A short word for the area in the keys of links.
  let slug: String
  let topics: [Topic]
}

/// One governing document, the design items built on it, and its look-alikes.
struct Topic: Sendable {
  let form: DocumentForm
  let subject: String
  let aspect: String?
  let items: [ItemSeed]
  /// The process team that owns the document, by name; otherwise the owner follows from the document's level.
  let team: String?
  /// Titles under which single hospitals have written down nearly the same thing.
  let locals: [String]
  /// The title of a retired document that this one supersedes.
  let earlier: String?

  init(
    _ form: DocumentForm, _ subject: String, _ aspect: String?, _ items: [ItemSeed] = [], team: String? = nil,
    locals: [String] = [], earlier: String? = nil
  ) {
    self.form = form
    self.subject = subject
    self.aspect = aspect
    self.items = items
    self.team = team
    self.locals = locals
    self.earlier = earlier
  }

  var title: String { aspect.map { "\(subject) – \($0)" } ?? subject }
}

/// The type of a governing document; its level follows from it.
enum DocumentForm: String, Sendable {
  case nationalProgramme = "nationellt vårdprogram"
  case nationalGuideline = "nationell riktlinje"
  case regionalGuideline = "regional medicinsk riktlinje"
  case regionalProgramme = "regionalt vårdprogram"
  case regionalRoutine = "regional rutin"
  case countyGuideline = "länsgemensam riktlinje"
  case countyRoutine = "länsgemensam rutin"
  case localGuideline = "riktlinje"
  case localRoutine = "rutin"
  case localMemo = "PM"

  var level: DocumentLevel {
    switch self {
    case .nationalProgramme, .nationalGuideline: .national
    case .regionalGuideline, .regionalProgramme, .regionalRoutine: .regional
    case .countyGuideline, .countyRoutine: .county
    case .localGuideline, .localRoutine, .localMemo: .local
    }
  }

  /// How a link in the design abbreviates it.
  var abbreviation: String {
    switch self {
    case .nationalProgramme, .regionalProgramme: "Vårdprogram"
    case .nationalGuideline: "Nationell riktlinje"
    case .regionalGuideline: "RMR"
    case .regionalRoutine, .countyRoutine, .localRoutine: "Rutin"
    case .countyGuideline, .localGuideline: "Riktlinje"
    case .localMemo: "PM"
    }
  }
}

/// From the narrowest to the widest.
enum DocumentLevel: String, Sendable, Comparable {
  case local, county, regional, national

  private var rank: Int {
    switch self {
    case .local: 0
    case .county: 1
    case .regional: 2
    case .national: 3
    }
  }

  static func < (a: DocumentLevel, b: DocumentLevel) -> Bool { a.rank < b.rank }
}
