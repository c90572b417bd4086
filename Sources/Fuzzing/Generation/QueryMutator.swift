/// Makes queries out of others: drops, doubles, swaps and replaces tokens, joins halves, spoils single characters.
struct QueryMutator {
  /// The texts that are changed and from which tokens are taken.
  let corpus: [String]
  private let pieces: [[String]]

  init(corpus: [String]) {
    self.corpus = corpus
    pieces = corpus.map(QueryMutator.pieces).filter { !$0.isEmpty }
  }

  func mutant(random: inout SeededGenerator) -> String {
    guard !pieces.isEmpty else { return "" }
    return changed(random.pick(pieces), random: &random)
  }

  func mutant(of text: String, random: inout SeededGenerator) -> String {
    changed(QueryMutator.pieces(of: text), random: &random)
  }

  private func changed(_ original: [String], random: inout SeededGenerator) -> String {
    var parts = original
    for _ in 0...random.below(4) where !parts.isEmpty {
      let place = random.below(parts.count)
      switch random.below(9) {
      case 0: parts.remove(at: place)
      case 1: parts.insert(parts[place], at: place)
      case 2: parts.swapAt(place, random.below(parts.count))
      case 3, 4: parts[place] = random.pick(random.pick(pieces))
      case 5: parts.insert(random.pick(random.pick(pieces)), at: place)
      case 6:
        let other = random.pick(pieces)
        parts = Array(parts[..<place] + other[random.below(other.count)...])
      case 7: parts.removeSubrange(place..<min(parts.count, place + 1 + random.below(5)))
      default: parts[place] = spoiled(parts[place], random: &random)
      }
    }
    return parts.joined()
  }

  private func spoiled(_ text: String, random: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    let strange: [Unicode.Scalar] = [
      "\0", "'", "\"", "`", "\\", "{", "(", "[", "]", ")", "}", "$", "\u{30A}", "\u{2014}", "😀", ".", "*", "9", "-",
      "/",
      ":", "|", "\u{FEFF}", "\n",
    ]
    scalars.insert(random.pick(strange), at: random.below(scalars.count + 1))
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
