extension CountryGenerator {
  /// A region's documents, by level.
  struct Documents {
    var regional: Range<Node>
    var county: Range<Node>
    var local: Range<Node>
  }

  mutating func addDocuments(organisations: Organisations, councils: Councils) throws -> Documents {
    func owner(councilShare: Double, _ random: inout CountryRandom) -> Node {
      random.chance(councilShare)
        ? councils.councils[random.skewed(below: councils.councils.count, 1.5)]
        : organisations.units[random.skewed(below: organisations.ownUnits, 1.3)]
    }
    let first = writer.nodeCount
    let regional = first..<first + part(of: 4600)
    for number in 0..<regional.count {
      let document = try addDocument(level: "regional", owner: owner(councilShare: 0.85, &random))
      var cited: Set<Node> = []
      for _ in 0..<1 + random.count(rate: 0.25) {
        cited.insert(
          random.chance(0.88) || number == 0
            ? skewed(nationalDocuments, 2.2) : document - 1 - random.skewed(below: min(number, 600), 1.6))
      }
      try cite(document, &cited, first: regional.lowerBound)
    }
    let county = regional.upperBound..<regional.upperBound + part(of: 2000)
    for number in 0..<county.count {
      let document = try addDocument(level: "county", owner: owner(councilShare: 0.75, &random))
      var cited: Set<Node> = []
      for _ in 0..<2 + random.count(rate: 0.2) {
        let draw = random.fraction()
        if draw < 0.35 {
          cited.insert(skewed(nationalDocuments, 2.2))
        } else if draw < 0.95 || number == 0 {
          cited.insert(skewed(regional, 2))
        } else {
          cited.insert(document - 1 - random.skewed(below: min(number, 300), 1.6))
        }
      }
      try cite(document, &cited, first: county.lowerBound)
    }
    let local = county.upperBound..<county.upperBound + part(of: 6700)
    for number in 0..<local.count {
      let document = try addDocument(level: "local", owner: owner(councilShare: 0.3, &random))
      var cited: Set<Node> = []
      for _ in 0..<3 + random.count(rate: 0.17) {
        let draw = random.fraction()
        if draw < 0.25 {
          cited.insert(skewed(nationalDocuments, 2.2))
        } else if draw < 0.80 {
          cited.insert(skewed(regional, 2))
        } else if draw < 0.95 || number == 0 {
          cited.insert(skewed(county, 1.8))
        } else {
          cited.insert(document - 1 - random.skewed(below: min(number, 300), 1.6))
        }
      }
      try cite(document, &cited, first: local.lowerBound)
    }
    return Documents(regional: regional, county: county, local: local)
  }

  mutating func addLinks(_ region: Int, _ documents: Documents) throws -> Range<Node> {
    let first = writer.nodeCount
    let links = first..<first + part(of: 10_000)
    for number in 1...links.count {
      let link = try writer.addNode(
        .designLink,
        [
          "https://journal.region\(region).example/lank/\(number)", random.day(),
          random.pick(CountryVocabulary.outcomes),
        ])
      var targets: Set<Node> = []
      for _ in 0..<(random.chance(0.8) ? 1 : 2) {
        let draw = random.fraction()
        if draw < 0.62 {
          targets.insert(skewed(documents.regional, 1.4))
        } else if draw < 0.80 {
          targets.insert(skewed(documents.county, 1.4))
        } else if draw < 0.96 {
          targets.insert(skewed(documents.local, 1.2))
        } else {
          targets.insert(skewed(nationalDocuments, 2))
        }
      }
      for target in targets.sorted() { try relate(.linksTo, link, target) }
    }
    return links
  }

  /// Design items in four tiers; an item is contained in items of the tier above, seldom of any tier.
  mutating func addItems(_ region: Int, links: Range<Node>) throws {
    let first = writer.nodeCount
    var above = first..<first
    for (tier, count) in [300, 1200, 4000, 12_000].enumerated() {
      let start = writer.nodeCount
      let words = CountryVocabulary.itemTiers[tier]
      for number in 1...part(of: count) {
        let topic = random.pick(CountryVocabulary.topics)
        let item = try writer.addNode(
          .designItem,
          ["\(words.word) \(topic) \(random.pick(CountryVocabulary.activities)) \(region).\(number)", words.type])
        var used: Set<Node> = []
        for _ in 0..<(tier == 0 ? 0 : 2) + random.count(rate: 0.26) { used.insert(skewed(links, 1.7)) }
        for link in used.sorted() { try relate(.uses, item, link) }
        guard tier > 0 else { continue }
        var parents: Set<Node> = []
        for _ in 0..<1 + random.count(rate: 0.72) {
          parents.insert(random.chance(0.9) ? skewed(above, 1.5) : first + random.below(start - first))
        }
        for parent in parents.sorted() { try relate(.contains, parent, item) }
      }
      above = start..<writer.nodeCount
    }
  }

  /// One of the nodes, the first ones far more often.
  private mutating func skewed(_ nodes: Range<Node>, _ power: Double) -> Node {
    nodes.lowerBound + random.skewed(below: nodes.count, power)
  }
}
