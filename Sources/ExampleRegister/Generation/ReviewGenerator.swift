import SeededRandom

/// Gives links the outcome of the councils' review, with the data each outcome asks for.
struct ReviewGenerator {
  let region: RegionReferences

  func review(_ register: inout Register) throws(UnknownReference) {
    let documents = Dictionary(uniqueKeysWithValues: register.documents.map { ($0.key, $0) })
    let successors = Dictionary(
      register.relationships.filter { $0.type == .supersedes }.map { ($0.to, $0.from) },
      uniquingKeysWith: { first, _ in first })
    let targets = Dictionary(
      register.relationships.filter { $0.type == .linksTo }.map { ($0.from, $0.to) },
      uniquingKeysWith: { first, _ in first })

    for index in register.links.indices where !register.links[index].isWrittenOut {
      var link = register.links[index]
      var random = SplitMix64("review \(link.key) \(link.name)")
      let document = targets[link.key].flatMap { documents[$0] }
      link.outcome = outcome(of: link, to: document, &random)
      let documentYear = document?.date.flatMap { Int($0.prefix(4)) } ?? 2022
      let years = max(documentYear, 2022)...max(documentYear, 2025)
      if link.outcome != .unreviewed { link.reviewedOn = PartialDates.reviewDay(in: years, &random) }
      switch link.outcome {
      case .unreviewed, .approved: break
      case .remove: link.comment = random.pick(Self.removals)
      case .underRevision:
        let isPromised = documentYear <= 2022 && random.chance(percent: 90)
        if isPromised { link.reviewedOn = PartialDates.reviewDay(in: 2022...2023, &random) }
        link.comment =
          isPromised ? random.pick(weighted: Self.revisions, otherwise: Self.latestRevision) : Self.latestRevision
      case .move:
        guard let area = random.pick(neighbouringAreas[link.area] ?? []) else { break }
        link.comment = "Hör till \(try region.name(of: area))"
        register.relate(link.key, .moveTo, area)
      case .replace:
        if let successor = document.flatMap({ successors[$0.key] }) {
          link.comment = "Ersätts av det nyare dokumentet"
          register.relate(link.key, .replaceWith, successor)
        } else {
          link.comment = random.pick(Self.replacements)
        }
      }
      register.links[index] = link
    }
  }

  private func outcome(
    of link: RegisterLink, to document: RegisterDocument?, _ random: inout SplitMix64
  ) -> RegisterLink.Outcome {
    guard let document else { return random.chance(percent: 60) ? .unreviewed : .remove }
    if random.chance(percent: 40) { return .unreviewed }
    switch (document.status, document.level) {
    case (.retired, _): return random.pick(weighted: [.replace: 62, .remove: 26, .approved: 12], otherwise: .replace)
    case (.underRevision, _): return random.pick(weighted: [.underRevision: 75, .approved: 25], otherwise: .approved)
    case (_, .local):
      return random.pick(
        weighted: [.approved: 46, .replace: 28, .remove: 12, .move: 8, .underRevision: 6], otherwise: .approved)
    default:
      return random.pick(
        weighted: [.approved: 76, .move: 9, .underRevision: 7, .replace: 4, .remove: 4], otherwise: .approved)
    }
  }

  private static let removals = [
    "Ska inte användas i regionen", "Dokumentet gäller inte längre", "Dubblett av annan länk",
    "Texten behövs inte i designen",
  ]

  /// Most promise a new guideline within 2023, as the review's instruction had it.
  private static let revisions: KeyValuePairs<String, Int> = [
    "Revideras, ersätts under 2023": 52,
    "Riktlinjen är under revidering och ersätts under 2023": 26,
    "Arbetsgrupp tillsatt, ny riktlinje hösten 2023": 12,
  ]
  private static let latestRevision = "Revidering pågår, klar 2027"

  private static let replacements = [
    "Ersätts av regional riktlinje när den är beslutad", "Ny länk lämnas till medicinsk redaktion",
    "Bör ersättas av länsgemensam rutin", "Ersätts när den nationella riktlinjen har införts",
  ]
}
