import SeededRandom

/// Makes queries out of others: drops, doubles, swaps and replaces tokens, joins halves, spoils single characters.
struct QueryMutator {
  /// The texts that are changed and from which tokens are taken.
  let corpus: [String]
  private let pieces: [[String]]

  init(corpus: [String]) {
    self.corpus = corpus
    pieces = corpus.map(QueryMutator.pieces).filter { !$0.isEmpty }
  }

  func mutant(random: inout SplitMix64) -> String {
    guard !pieces.isEmpty else { return "" }
    return changed(random.one(of: pieces), random: &random)
  }

  func mutant(of text: String, random: inout SplitMix64) -> String {
    changed(QueryMutator.pieces(of: text), random: &random)
  }

  private func changed(_ original: [String], random: inout SplitMix64) -> String {
    var parts = original
    for _ in 0...(random.chance(oneIn: 3) ? random.number(below: 4) : 0) where !parts.isEmpty {
      let place = random.number(below: parts.count)
      switch random.number(below: 9) {
      case 0: parts.remove(at: place)
      case 1: parts.insert(parts[place], at: place)
      case 2: parts.swapAt(place, random.number(below: parts.count))
      case 3, 4: parts[place] = random.one(of: random.one(of: pieces))
      case 5: parts.insert(random.one(of: random.one(of: pieces)), at: place)
      case 6:
        let other = random.one(of: pieces)
        parts = Array(parts[..<place] + other[random.number(below: other.count)...])
      case 7: parts.removeSubrange(place..<min(parts.count, place + 1 + random.number(below: 5)))
      default: parts[place] = spoiled(parts[place], random: &random)
      }
    }
    return parts.joined()
  }

  private func spoiled(_ text: String, random: inout SplitMix64) -> String {
    var scalars = Array(text.unicodeScalars)
    let strange: [Unicode.Scalar] = [
      "\0", "'", "\"", "`", "\\", "{", "(", "[", "]", ")", "}", "$", "\u{30A}", "\u{2014}", "😀", ".", "*", "9", "-",
      "/",
      ":", "|", "\u{FEFF}", "\n",
    ]
    scalars.insert(random.one(of: strange), at: random.number(below: scalars.count + 1))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// A text cut into words, numbers, quoted texts, blanks and single other characters.
  static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let start = index
      index = end(of: scalars, from: start)
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<index])
      pieces.append(String(view))
    }
    return pieces
  }

  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int {
    let first = scalars[start]
    var index = start + 1
    if first == "'" || first == "\"" || first == "`" {
      while index < scalars.count, scalars[index] != first { index += scalars[index] == "\\" ? 2 : 1 }
      return min(scalars.count, index + 1)
    }
    let isWord: (Unicode.Scalar) -> Bool = { $0.properties.isAlphabetic || $0 == "_" || ("0"..."9").contains($0) }
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\n" || $0 == "\t" }
    for isSame in [isWord, isBlank] where isSame(first) {
      while index < scalars.count, isSame(scalars[index]) { index += 1 }
      return index
    }
    return index
  }
}
