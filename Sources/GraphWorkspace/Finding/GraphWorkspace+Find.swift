public import GraphModel
public import Temporals

/// A node that a search found.
public struct FoundNode: Sendable {
  public var node: NodeIndex
  public var key: String
  public var kind: String
  public var name: String
  /// The alias, title, key, record number or address in which the text was found; `nil` where it was the name.
  public var matched: String?
}

extension GraphWorkspace {
  /// The nodes that a text names, best first: any part of a name, alias, title, key, record number or address, in any
  /// case and without regard to marks on letters. Of several words each must occur; a record number may be written with
  /// other signs between its parts.
  /// - Complexity: O(text of all names).
  public func find(
    _ text: String, validOn date: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> [FoundNode] {
    NodeSearch(try graph(validOn: date, after: scenario)).find(text)
  }
}

/// The search for nodes by what they are called.
struct NodeSearch {
  private static let fields = ["name", "title", "aliases", "key", "diarienummer", "address", "url"]

  private static let addresses: Set = ["address", "url"]

  private let graph: GraphView
  private let keys: [(name: String, id: PropertyKeyID)]

  init(_ graph: GraphView) {
    self.graph = graph
    keys = Self.fields.compactMap { name in graph.symbols.propertyKey(name).map { (name, $0) } }
  }

  func find(_ text: String) -> [FoundNode] {
    let wanted = SearchText(text)
    if wanted.isEmpty { return [] }
    var hits: [(rank: MatchRank, node: FoundNode)] = []
    var buffer = FoldedText()
    for node in graph.nodes {
      guard let match = bestMatch(wanted, node, &buffer) else { continue }
      hits.append((match.rank, found(node, match)))
    }
    let names = hits.map { SwedishOrder.key($0.node.name) }
    let order = hits.indices.sorted { a, b in
      if hits[a].rank != hits[b].rank { return hits[a].rank < hits[b].rank }
      if names[a] != names[b] { return names[a].lexicographicallyPrecedes(names[b]) }
      return hits[a].node.key.precedesByCodePoints(hits[b].node.key)
    }
    return order.map { hits[$0].node }
  }

  private struct Match {
    var rank: MatchRank
    var field: String
    var text: String
  }

  private func bestMatch(_ wanted: SearchText, _ node: NodeIndex, _ buffer: inout FoldedText) -> Match? {
    var best: Match?
    var missing = wanted.words.count > 1 ? wanted.words : []
    func consider(_ text: String, _ field: String) {
      buffer.fold(text)
      missing.removeAll { buffer.firstOffset(of: $0) != nil }
      guard
        var rank = wanted.rank(of: buffer, original: text, field: field)
          ?? wanted.rankOfWords(in: buffer, field: field)
          ?? wanted.rankOfNumber(in: buffer, field: field)
      else { return }
      // Words in an address say less of what a thing is than any part of its name.
      if Self.addresses.contains(field) { rank = max(rank, MatchRank(.inKey, length: rank.length)) }
      if let best, best.rank <= rank { return }
      best = Match(rank: rank, field: field, text: text)
    }
    for (field, key) in keys {
      switch graph.property(key, of: node) {
      case .string(let text): consider(text, field)
      case .list(let items):
        for case .string(let text) in items { consider(text, field) }
      default: break
      }
    }
    if best == nil, wanted.words.count > 1, missing.isEmpty {
      return Match(rank: MatchRank(.scattered), field: "name", text: "")
    }
    return best
  }

  private func found(_ node: NodeIndex, _ match: Match) -> FoundNode {
    let labels = NodeLabels(graph)
    return FoundNode(
      node: node, key: labels.key(of: node), kind: labels.kind(of: node), name: labels.name(of: node),
      matched: match.field == "name" ? nil : match.text)
  }
}

/// How well a text names a node; the smaller the better.
struct MatchRank: Comparable {
  enum Grade: Int {
    case key, name, alias
    /// The name begins with the text, as whole words; then as a part of a word.
    case nameStartWhole, nameStart
    case aliasStart
    /// All words stand in it as whole words; then as beginnings of words.
    case wholeWords, wordStarts
    /// The same apart in another text than the name.
    case aliasWords
    case within, inKey, scattered
  }

  var grade: Grade
  /// Whether marks on letters differ.
  var isLoose: Bool
  /// The length of a text that holds the words within it: the shorter, the more of it was meant.
  var length: Int

  init(_ grade: Grade, isLoose: Bool = false, length: Int = 0) {
    self.grade = grade
    self.isLoose = isLoose
    self.length = length
  }

  static func < (a: MatchRank, b: MatchRank) -> Bool {
    (a.grade.rawValue, a.isLoose ? 1 : 0, a.length) < (b.grade.rawValue, b.isLoose ? 1 : 0, b.length)
  }
}

/// What somebody searches for.
struct SearchText {
  let folded: FoldedText
  let words: [FoldedText]
  /// The letters and figures of a record number, where it is one.
  private let recordNumber: FoldedText?
  private let lowered: String

  init(_ text: String) {
    let trimmed = String(
      String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }).reversed())
    folded = FoldedText(trimmed)
    words = folded.words
    recordNumber = folded.isRecordNumber ? folded.bare : nil
    lowered = trimmed.lowercased()
  }

  var isEmpty: Bool { folded.bytes.isEmpty }

  func rank(of text: FoldedText, original: String, field: String) -> MatchRank? {
    guard let offset = text.firstOffset(of: folded) else { return nil }
    let isLoose = !original.lowercased().contains(lowered)
    if text == folded {
      let grade: MatchRank.Grade = field == "key" ? .key : field == "name" ? .name : .alias
      return MatchRank(grade, isLoose: isLoose)
    }
    if field == "key" { return MatchRank(.inKey, isLoose: isLoose) }
    if offset == 0 {
      let isWhole = text.isWordEnd(folded.bytes.count)
      return MatchRank(field != "name" ? .aliasStart : isWhole ? .nameStartWhole : .nameStart, isLoose: isLoose)
    }
    return switch text.place(of: folded) {
    case .wholeWord: MatchRank(.wholeWords, isLoose: isLoose, length: text.bytes.count)
    case .wordStart: MatchRank(.wordStarts, isLoose: isLoose)
    case .within, nil: MatchRank(.within, isLoose: isLoose)
    }
  }

  /// Of several words that stand apart in one text, each as a word, the beginning of one, or, in a name, within one.
  func rankOfWords(in text: FoldedText, field: String) -> MatchRank? {
    if words.count < 2 || field == "key" { return nil }
    var areWhole = true
    var areStarts = true
    for word in words {
      switch text.place(of: word) {
      case .wholeWord: continue
      case .wordStart: areWhole = false
      case .within:
        areStarts = false
        if field != "name" { return nil }
      case nil: return nil
      }
    }
    guard areStarts else { return MatchRank(.within, isLoose: true, length: text.bytes.count) }
    let grade: MatchRank.Grade = field != "name" ? .aliasWords : areWhole ? .wholeWords : .wordStarts
    return MatchRank(grade, isLoose: true, length: text.bytes.count)
  }

  /// A record number with other signs between its parts, or none.
  func rankOfNumber(in text: FoldedText, field: String) -> MatchRank? {
    guard let recordNumber else { return nil }
    let bare = text.bare
    if bare == recordNumber { return MatchRank(field == "key" ? .inKey : .alias, isLoose: true) }
    return bare.firstOffset(of: recordNumber) == nil ? nil : MatchRank(field == "key" ? .inKey : .within, isLoose: true)
  }
}
