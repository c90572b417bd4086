import SeededRandom

/// Lets each design item use one to four links, first those of its own topic, and finds a use for most links.
struct UsageGenerator {
  private static let mostLinks = 4

  /// Items and links that have their uses already are left alone.
  func addUsages(to register: inout Register) {
    let usedLinks = Set(register.relationships.filter { $0.type == .uses }.map(\.to))
    let topics = topicsOfLinks(in: register)
    let links = register.links.filter { !usedLinks.contains($0.key) }
    let items = register.items.filter { !$0.isWrittenOut }
    let linksByTopic = Dictionary(grouping: links.filter { topics[$0.key] != nil }) { topics[$0.key] }
    let linksByArea = Dictionary(grouping: links, by: \.area)

    var uses: [String: [String]] = [:]
    for item in items {
      var random = SplitMix64("uses \(item.key)")
      let count = random.pick(weighted: [1: 44, 2: 34, 3: 15, 4: 7], otherwise: 1)
      let own = linksByTopic[item.topic] ?? []
      let others = linksByArea[item.area] ?? []
      var chosen: [String] = []
      for turn in 0..<count {
        let isOther = turn > 0 && random.chance(percent: 25)
        let candidates = (isOther ? others : own).map(\.key).filter { !chosen.contains($0) }
        if let link = random.pick(candidates) ?? random.pick(others.map(\.key)) { chosen.append(link) }
      }
      uses[item.key] = chosen
    }

    let used = Set(uses.values.joined())
    let itemsByArea = Dictionary(grouping: items, by: \.area)
    for link in links where !used.contains(link.key) {
      var random = SplitMix64("used by \(link.key)")
      if random.chance(percent: 12) { continue }
      let free = (itemsByArea[link.area] ?? []).filter { (uses[$0.key] ?? []).count < Self.mostLinks }
      let own = free.filter { topics[link.key] == $0.topic }
      if let item = random.pick(own) ?? random.pick(free) { uses[item.key, default: []].append(link.key) }
    }
    for item in items {
      for link in uses[item.key] ?? [] { register.relate(item.key, .uses, link) }
    }
  }

  private func topicsOfLinks(in register: Register) -> [String: RegisterTopic] {
    let topics = Dictionary(uniqueKeysWithValues: register.documents.map { ($0.key, $0.topic) })
    var topicsOfLinks: [String: RegisterTopic] = [:]
    for relationship in register.relationships where relationship.type == .linksTo {
      topicsOfLinks[relationship.from] = topicsOfLinks[relationship.from] ?? topics[relationship.to]
    }
    return topicsOfLinks
  }
}
