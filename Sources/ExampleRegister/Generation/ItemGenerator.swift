import SeededRandom

/// Makes the design items of the vocabulary, nested by type, with their owners and the documents read into them.
struct ItemGenerator {
  let region: RegionReferences

  func addItems(of vocabulary: [AreaVocabulary], to register: inout Register) {
    for area in vocabulary {
      for topic in area.topics {
        let items = topic.items.map { seed in
          let name = seed.name(for: topic.subject)
          let key = "ex-item-\(slug(name))"
          return RegisterItem(
            key: key, name: name, type: seed.type, area: area.area, subject: topic.subject, status: status(of: key))
        }
        add(items, to: &register)
      }
    }
  }

  private func status(of key: String) -> String {
    var random = SplitMix64("status \(key)")
    return random.pick(weighted: ["in_use": 62, "built": 22, "draft": 13, "retired": 3], otherwise: "in_use")
  }

  /// Adds the items of one topic; each contains those of the next depth.
  private func add(_ items: [RegisterItem], to register: inout Register) {
    for item in items {
      register.items.append(item)
      var random = SplitMix64("item \(item.key)")
      if !random.chance(percent: 2) { register.relate(item.key, .belongsTo, item.area) }
      if random.chance(percent: 30), let council = random.pick(region.councils[item.area] ?? []) {
        register.relate(item.key, .ownedBy, council)
      }
      if random.chance(percent: 35) {
        let sources = register.documents.filter { $0.area == item.area && $0.subject == item.subject }
        if let source = random.pick(sources) { register.relate(item.key, .basedOn, source.key) }
      }
    }
    let depths = Set(items.compactMap(\.type.depth)).sorted()
    for (outer, inner) in zip(depths, depths.dropFirst()) {
      guard let container = items.first(where: { $0.type.depth == outer }), outer < 3 else { continue }
      for item in items where item.type.depth == inner { register.relate(container.key, .contains, item.key) }
    }
  }
}
