/// What the register refers to in the region's graph: programme areas, councils and process teams by key.
struct RegionReferences {
  /// The name of every area, council and team, by key.
  let names: [String: String]
  /// The councils responsible for an area, in the order of their keys.
  let councils: [String: [String]]

  /// - Throws: `UnknownReference` for the first key the region's graph does not have.
  func name(of key: String) throws(UnknownReference) -> String {
    guard let name = names[key] else { throw UnknownReference(key: key) }
    return name
  }

  /// - Throws: `UnknownReference` if the vocabulary names an area or a team that the region's graph does not have.
  func check(_ vocabulary: [AreaVocabulary]) throws(UnknownReference) {
    for area in vocabulary {
      _ = try name(of: area.area)
      for topic in area.topics {
        if let team = topic.team { _ = try name(of: team) }
      }
    }
    for (area, neighbours) in neighbouringAreas {
      _ = try name(of: area)
      for neighbour in neighbours { _ = try name(of: neighbour) }
    }
  }
}

/// A key that is referred to and missing, or given twice.
struct UnknownReference: Error, CustomStringConvertible {
  let key: String
  var isDuplicate = false

  var description: String {
    isDuplicate
      ? "the example register gives the key '\(key)' to two things"
      : "the example register refers to '\(key)', which neither it nor the region's graph has"
  }
}
