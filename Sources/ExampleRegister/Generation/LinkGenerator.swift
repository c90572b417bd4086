import SeededRandom

/// Makes the links from the design to the documents: one or more for each document, some to nothing.
struct LinkGenerator {
  /// How many links the register has, those made before included.
  static let total = 700

  func addLinks(of vocabulary: [AreaVocabulary], to register: inout Register) {
    let linked = Set(register.relationships.filter { $0.type == .linksTo }.map(\.to))
    let documents = register.documents.filter { !linked.contains($0.key) }
    var wanted = Dictionary(uniqueKeysWithValues: documents.map { ($0.key, 1) })
    // The rest go to the documents in an order of chance, so that some are linked often.
    var rest = Self.total - register.links.count - documents.count - PlantedLinkFaults.dangling.count
    var random = SplitMix64("links")
    while rest > 0, let document = random.pick(documents) {
      guard document.status != .draft, (wanted[document.key] ?? 0) < 6 else { continue }
      wanted[document.key, default: 0] += 1
      rest -= 1
    }

    for area in vocabulary {
      var ordinal = 0
      func key() -> String {
        ordinal += 1
        return "ex-link-\(area.slug)-\(String(1_000 + ordinal).dropFirst())"
      }
      for document in documents where document.area == area.area {
        for variant in 0..<(wanted[document.key] ?? 0) {
          let link = link(key: key(), to: document, variant: variant)
          add(link, to: document, in: &register)
        }
      }
      for dangling in PlantedLinkFaults.dangling where dangling.area == area.slug {
        let address = "https://example.org/borttagen/\(slug(dangling.name))"
        let link = RegisterLink(key: key(), name: dangling.name, area: area.area, url: address)
        register.links.append(link)
        register.relate(link.key, .belongsTo, area.area)
      }
    }
  }

  private func add(_ link: RegisterLink, to document: RegisterDocument, in register: inout Register) {
    register.links.append(link)
    register.relate(link.key, .linksTo, document.key)
    register.relate(link.key, .belongsTo, link.area)
  }

  private func link(key: String, to document: RegisterDocument, variant: Int) -> RegisterLink {
    var random = SplitMix64("link \(document.key) \(variant)")
    let names = [
      "\(document.form.abbreviation): \(document.subject)",
      document.name,
      "\(document.name) (\(document.form.rawValue))",
      "Läs mer: \(document.name)",
      "Styrande dokument: \(document.subject)",
      "Till dokumentet: \(document.name)",
    ]
    let start = random.number(below: names.count)
    let address = random.pick(
      weighted: [
        document.url: 84, "\(document.url)?version=1": 8, "https://example.org/arkiv/\(slug(document.name)).pdf": 8,
      ], otherwise: document.url)
    return RegisterLink(
      key: key, name: names[(start + variant) % names.count], area: document.area, url: address)
  }
}
