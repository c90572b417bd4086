import SeededRandom

/// Who owns a document: the owner follows from its level, and some have none.
struct DocumentOwners {
  let region: RegionReferences

  /// - Parameter site: which hospital's a local document is.
  /// - Returns: a key; `nil` where nobody has taken the document on.
  func owner(of document: RegisterDocument, team: String?, site: Int) -> String? {
    var random = SplitMix64("owner \(document.key)")
    if random.chance(percent: 4) { return nil }
    switch document.level {
    case .national: return ExampleOrganisation.authority.key
    case .local: return ExampleOrganisation.author(ofLocalDocumentsIn: document.area, site: site).key
    case .county:
      if random.chance(percent: 50) { return ExampleOrganisation.cooperation.key }
      return random.pick(region.councils[document.area] ?? [])
    case .regional:
      if let team, random.chance(percent: 70) { return team }
      return random.pick(region.councils[document.area] ?? []) ?? team
    }
  }
}
