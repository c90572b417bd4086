/// Makes the whole register: what the vocabulary gives, and what is planted in it.
enum RegisterGenerator {
  static func register(region: RegionReferences) throws(UnknownReference) -> Register {
    let vocabulary = AreaVocabulary.all
    try region.check(vocabulary)
    var register = Register()
    DocumentGenerator(owners: DocumentOwners(region: region)).addDocuments(of: vocabulary, to: &register)
    try PlantedDocuments.add(to: &register)
    try PlantedCitations.add(to: &register)
    CitationGenerator().addCitations(to: &register)
    ItemGenerator(region: region).addItems(of: vocabulary, to: &register)
    Demonstration.addLinksAndItems(to: &register)
    LinkGenerator().addLinks(of: vocabulary, to: &register)
    UsageGenerator().addUsages(to: &register)
    try ReviewGenerator(region: region).review(&register)
    try PlantedLinkFaults.add(to: &register)
    try checkKeys(of: register, region: region)
    return register
  }

  /// Every key is there once, and every end of a relationship is a key of the register or of the region.
  private static func checkKeys(of register: Register, region: RegionReferences) throws(UnknownReference) {
    let keys =
      ExampleOrganisation.allCases.map(\.key) + register.documents.map(\.key) + register.links.map(\.key)
      + register.items.map(\.key)
    var known = Set<String>()
    for key in keys where !known.insert(key).inserted { throw UnknownReference(key: key, isDuplicate: true) }
    for relationship in register.relationships {
      for end in [relationship.from, relationship.to] where !known.contains(end) { _ = try region.name(of: end) }
    }
  }
}

extension AreaVocabulary {
  static let all = acuteAndSurgical + medical + lifeCourse + mindAndSenses + supporting
}
