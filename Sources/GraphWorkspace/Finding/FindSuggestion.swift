import Diagnostics
import GraphModel
public import Temporals

extension GraphWorkspace {
  /// What a text that nothing is called was perhaps meant to be: its words, each as the nearest word of a name is spelt.
  /// - Complexity: O(words of all names · length²).
  public func findSuggestion(for text: String, validOn date: CalendarDate? = nil) throws -> String? {
    FindSuggestion(try graph(validOn: date)).suggestion(for: text)
  }
}

/// Compares misspelt words with those that names are made of.
struct FindSuggestion {
  /// Of shorter words too many others are near.
  private static let shortest = 4

  private let words: [String]

  init(_ graph: GraphView) {
    var words: Set<String> = []
    let keys = ["name", "title", "aliases"].compactMap(graph.symbols.propertyKey)
    for node in graph.nodes {
      for key in keys {
        switch graph.property(key, of: node) {
        case .string(let text): words.formUnion(Self.words(of: text))
        case .list(let items):
          for case .string(let text) in items { words.formUnion(Self.words(of: text)) }
        default: break
        }
      }
    }
    self.words = words.sorted { $0.precedesByCodePoints($1) }
  }

  /// `nil` where a word is near to none.
  func suggestion(for text: String) -> String? {
    var isChanged = false
    var told: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace).map(String.init) {
      let folded = FoldedText(word)
      if words.contains(where: { FoldedText($0).firstOffset(of: folded) != nil }) {
        told.append(word)
        continue
      }
      guard word.count >= Self.shortest, let near = NameSuggestion.nearest(to: word, among: words) else { return nil }
      told.append(near)
      isChanged = true
    }
    return isChanged ? told.joined(separator: " ") : nil
  }

  private static func words(of text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber }.filter { $0.count >= shortest - 1 }.map(String.init)
  }
}
