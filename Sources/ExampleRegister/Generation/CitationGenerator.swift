import SeededRandom

/// Lets documents of an area cite each other, after the planted citations are in.
///
/// A document cites wider documents, and of its own level only those that were made before it, so no cycle comes about
/// by chance; documents with planted citations get no others.
struct CitationGenerator {
  func addCitations(to register: inout Register) {
    let planted = Set(PlantedCitations.citing)
    let byArea = Dictionary(grouping: register.documents, by: \.area)
    for document in register.documents where !planted.contains(document.key) {
      var random = SplitMix64("cites \(document.key)")
      guard document.status != .retired, random.chance(percent: 38) else { continue }
      let inArea = byArea[document.area] ?? []
      let before = inArea.prefix { $0.key != document.key }
      var candidates = inArea.filter { $0.level > document.level && $0.status != .draft }
      candidates += before.filter { $0.level == document.level && $0.status == .valid }
      for _ in 0..<random.number(in: 1...2) {
        if let cited = random.pick(candidates) { register.relate(document.key, .cites, cited.key) }
      }
    }
  }
}
