/// Makes a synthetic country of regions: one region has about 50,000 nodes and 260,000 relationships.
///
/// The same scale and seed give the same bytes on every machine. A scale below 1 is one region of that share.
struct CountryGenerator {
  typealias Node = CountryWriter.Node

  struct Summary {
    var nodes: Int
    var relationships: Int
  }

  var writer: CountryWriter
  var random: CountryRandom
  let regions: Int
  /// What share of a full region each region has.
  let share: Double

  // The national layer, which every region cites.
  private var nationalAreas: [Node] = []
  private(set) var nationalDocuments: Range<Node> = 0..<0

  static func generate(scale: Double, seed: UInt64, into directory: String) throws -> Summary {
    var generator = CountryGenerator(
      writer: try CountryWriter(directory: directory), random: CountryRandom(seed: seed),
      regions: max(1, Int(scale)), share: min(1, scale))
    try generator.addNation()
    for region in 1...generator.regions { try generator.addRegion(region) }
    try generator.writer.finish()
    return Summary(nodes: generator.writer.nodeCount, relationships: generator.writer.relationshipCount)
  }

  private init(writer: CountryWriter, random: CountryRandom, regions: Int, share: Double) {
    self.writer = writer
    self.random = random
    self.regions = regions
    self.share = share
  }

  /// A full region's number of something, in a region of this share.
  func part(of count: Int) -> Int { max(1, Int(Double(count) * share)) }

  // MARK: The nation

  private mutating func addNation() throws {
    let agencies = try ["Socialstyrelsen", "Läkemedelsverket", "Nationell kunskapsstyrning"].map { name in
      try writer.addNode(.organisation, ["Exempel \(name)", "agency", "1"])
    }
    var councils: [Node] = []
    for area in CountryVocabulary.areas {
      let programmeArea = try writer.addNode(.programmeArea, ["NPO \(area)"])
      let council = try writer.addNode(.council, ["Nationellt råd \(area)", "national"])
      nationalAreas.append(programmeArea)
      councils.append(council)
      try relate(.partOf, council, agencies[2])
      try relate(.responsibleFor, council, programmeArea)
    }
    let count = part(of: 600 + 100 * regions)
    let first = writer.nodeCount
    nationalDocuments = first..<first + count
    for number in 0..<count {
      let owner = random.chance(0.3) ? agencies[random.below(2)] : councils[random.below(26)]
      let document = try addDocument(level: "national", owner: owner)
      var cited: Set<Node> = []
      if number > 0, random.chance(0.25) {
        for _ in 0..<1 + random.count(rate: 1) {
          cited.insert(document - 1 - random.skewed(below: min(number, 400), 2))
        }
      }
      try cite(document, &cited, first: first)
    }
  }

  // MARK: A region

  private mutating func addRegion(_ region: Int) throws {
    let organisations = try addOrganisations(region)
    let councils = try addCouncils(region, organisations)
    try addPeople(region, organisations: organisations, councils: councils)
    let documents = try addDocuments(organisations: organisations, councils: councils)
    let links = try addLinks(region, documents)
    try addItems(region, links: links)
  }

  struct Organisations {
    var region: Node
    var administrations: [Node]
    /// The units of the region's own administrations, then those of the municipalities.
    var units: [Node]
    var ownUnits: Int
  }

  private mutating func addOrganisations(_ region: Int) throws -> Organisations {
    func name(_ word: String, _ number: Int) -> String { "\(word) \(region).\(number)" }
    let top = try writer.addNode(.organisation, ["Region \(region < 10 ? "0" : "")\(region)", "region", "1"])
    var levels: [[Node]] = [[top]]
    for (count, word, level) in [
      (8, "Förvaltning", "administration"), (40, "Sjukhus", "hospital"), (320, "Klinik", "department"),
      (1600, "Enhet", "unit"),
    ] {
      let above = levels[levels.count - 1]
      var nodes: [Node] = []
      for number in 0..<part(of: count) {
        let node = try writer.addNode(.organisation, [name(word, number + 1), level, "0"])
        nodes.append(node)
        try relate(
          .partOf, node, number < above.count ? above[number] : above[random.skewed(below: above.count, 1.5)])
      }
      levels.append(nodes)
    }
    var units = levels[4]
    for number in 0..<8 {
      let municipality = try writer.addNode(.organisation, [name("Kommun", number + 1), "municipality", "1"])
      for home in 0..<4 {
        let unit = try writer.addNode(.organisation, [name("Äldreboende", number + 1) + ".\(home + 1)", "unit", "0"])
        try relate(.partOf, unit, municipality)
        units.append(unit)
      }
    }
    return Organisations(
      region: top, administrations: levels[1], units: units, ownUnits: levels[4].count)
  }

  struct Councils {
    var councils: [Node]
    var teams: [Node]
  }

  private mutating func addCouncils(_ region: Int, _ organisations: Organisations) throws -> Councils {
    let areaNames = CountryVocabulary.areas
    let areas = try areaNames.map { try writer.addNode(.programmeArea, ["RPO \($0) \(region)"]) }
    var councils: [Node] = []
    for number in 0..<60 {
      let isRegional = number < 26
      let council = try writer.addNode(
        .council, ["Råd \(areaNames[number % 26]) \(region).\(number + 1)", isRegional ? "regional" : "local"])
      councils.append(council)
      try relate(.partOf, council, isRegional ? organisations.region : random.pick(organisations.administrations))
      try relate(.responsibleFor, council, areas[number % 26])
      if isRegional { try relate(.responsibleFor, council, nationalAreas[number]) }
    }
    var teams: [Node] = []
    for number in 0..<part(of: 150) {
      let topic = random.pick(CountryVocabulary.topics)
      let team = try writer.addNode(.processTeam, ["Processteam \(topic) \(region).\(number + 1)"])
      teams.append(team)
      try relate(.belongsTo, team, areas[number % 26])
    }
    return Councils(councils: councils, teams: teams)
  }

  private mutating func addPeople(_ region: Int, organisations: Organisations, councils: Councils) throws {
    for _ in 0..<part(of: 6000) {
      let name = "\(random.pick(CountryVocabulary.firstNames)) \(random.pick(CountryVocabulary.lastNames))"
      let person = try writer.addNode(.person, [name, random.pick(CountryVocabulary.roles)])
      try relate(.memberOf, person, organisations.units[random.skewed(below: organisations.units.count, 1.6)])
      if random.chance(0.35) {
        try relate(.memberOf, person, councils.councils[random.skewed(below: councils.councils.count, 1.3)])
      }
      if random.chance(0.6) {
        try relate(.memberOf, person, councils.teams[random.skewed(below: councils.teams.count, 1.3)])
      }
    }
  }

  // MARK: Relationships and documents

  mutating func relate(_ type: CountryType, _ from: Node, _ to: Node) throws {
    try writer.addRelationship(type, from: from, to: to, since: random.day())
  }

  mutating func addDocument(level: String, owner: Node) throws -> Node {
    let type = random.pick(CountryVocabulary.documentTypes)
    let title =
      "\(type.word) för \(random.pick(CountryVocabulary.activities)) av \(random.pick(CountryVocabulary.topics)) hos "
      + "\(random.pick(CountryVocabulary.patients)) inom \(random.pick(CountryVocabulary.settings)) "
      + String(100 + random.below(900))
    let from = random.below(CountryRandom.dayCount - 1100)
    let document = try writer.addNode(
      .document,
      [
        title, level, status(), type.type, CountryRandom.day(from),
        CountryRandom.day(from + 336 + random.below(760)), writer.key(of: owner),
      ])
    try writer.addRelationship(.owns, from: owner, to: document, since: CountryRandom.day(from))
    return document
  }

  private mutating func status() -> String {
    switch random.below(100) {
    case ..<70: "valid"
    case ..<82: "retired"
    case ..<92: "under_revision"
    default: "draft"
    }
  }

  /// Writes a document's citations, a few of them in short cycles among neighbours, and what it supersedes.
  mutating func cite(_ document: Node, _ cited: inout Set<Node>, first: Node) throws {
    if document - 2 >= first, random.chance(0.003) {
      cited.insert(document - 1)
      try relate(.cites, random.chance(0.5) ? document - 1 : document - 2, document)
    }
    // In order of number: a set has none that lasts.
    for target in cited.sorted() { try relate(.cites, document, target) }
    if document > first, random.chance(0.22) {
      try relate(.supersedes, document, max(first, document - 1 - random.below(400)))
    }
  }
}
