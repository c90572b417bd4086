import GraphModel

/// Nodes by the words of their titles.
struct TitleIndex: Sendable {
  private var titles: [NodeIndex: TitleWords] = [:]
  private(set) var rarity = WordRarity()
  private var byHandle: [[UInt8]: [NodeIndex]] = [:]

  /// - Complexity: O(text of the titles).
  init(_ nodes: some Sequence<NodeIndex>, title: (NodeIndex) -> String) {
    var folded = FoldedText()
    for node in nodes where titles[node] == nil {
      folded.fold(title(node))
      let words = TitleWords(folded)
      titles[node] = words
      rarity.add(words)
      for handle in words.handles { byHandle[handle, default: []].append(node) }
    }
  }

  /// The nodes whose titles are at least so similar, with how similar.
  /// - Complexity: O(nodes that share a beginning or end of a word with the title).
  func nodes(similarTo title: TitleWords, atLeast least: Double) -> [(node: NodeIndex, similarity: Double)] {
    var seen: Set<NodeIndex> = []
    var found: [(NodeIndex, Double)] = []
    for handle in title.handles {
      for node in byHandle[handle] ?? [] where seen.insert(node).inserted {
        guard let words = titles[node] else { continue }
        let similarity = title.similarity(to: words, rarity)
        if similarity >= least { found.append((node, similarity)) }
      }
    }
    return found
  }
}
