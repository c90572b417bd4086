import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The words of a title as titles are compared: folded, stemmed, without the words that every title has.
struct TitleWords: Sendable {
  /// Words that join others and tell no title from another.
  private static let joining: Set<[UInt8]> = Set(
    "av de den det efter en enligt ett for fran hos i infor med mellan mot och om pa samt som till under ur utan vid"
      .split(separator: " ").map { Array($0.utf8) })
  /// A part of a compound has at least so many letters.
  private static let shortestPart = 4
  /// Words that share fewer of their runs of three letters have nothing to do with each other.
  private static let leastOverlap = 0.5

  let stems: [ArraySlice<UInt8>]

  init(_ title: FoldedText) {
    stems = title.bytes.split { !FoldedText.isWordByte($0) }
      .filter { !Self.joining.contains(Array($0)) }
      .map(SwedishStem.stem)
  }

  init(_ title: String) { self.init(FoldedText(title)) }

  /// What words that are alike begin or end with alike, so that only titles that share any need be compared.
  var handles: Set<[UInt8]> {
    var handles: Set<[UInt8]> = []
    for stem in stems {
      handles.insert(Array(stem.prefix(Self.shortestPart)))
      handles.insert(Array(stem.suffix(Self.shortestPart)))
    }
    return handles
  }

  /// How alike two titles are, 0…1: for each word the likeness of the nearest word of the other title, long words and
  /// rare ones counting more, since they say more.
  /// - Complexity: O(words of one · words of the other · their lengths).
  func similarity(to other: TitleWords, _ rarity: WordRarity = WordRarity()) -> Double {
    let (a, b) = (matched(in: other, rarity), other.matched(in: self, rarity))
    let weight = a.weight + b.weight
    return weight == 0 ? 0 : (a.found + b.found) / weight
  }

  private func matched(in other: TitleWords, _ rarity: WordRarity) -> (found: Double, weight: Double) {
    var found = 0.0
    var weight = 0.0
    for stem in stems {
      var best = 0.0
      for candidate in other.stems where best < 1 { best = max(best, Self.likeness(stem, candidate)) }
      let own = Double(stem.count) * rarity.of(stem)
      found += best * own
      weight += own
    }
    return (found, weight)
  }

  /// 1 for the same stem; for a part of a compound and for words that share much, how much of the longer one is shared.
  static func likeness(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
    if a == b { return 1 }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    if short.count < shortestPart { return 0 }
    let share = Double(short.count) / Double(long.count)
    // Compounds are made of words that stand at their beginning or at their end.
    if long.starts(with: short) || long.suffix(short.count).elementsEqual(short) { return max(share, leastOverlap) }
    let overlap = trigramOverlap(short, long)
    return overlap < leastOverlap ? 0 : overlap
  }

  /// Dice's coefficient of the runs of three letters.
  /// - Source: L. R. Dice, 1945; on letters, as in G. Adamson and J. Boreham, 1974.
  private static func trigramOverlap(_ a: ArraySlice<UInt8>, _ b: ArraySlice<UInt8>) -> Double {
    let (x, y) = (trigrams(a), trigrams(b))
    if x.isEmpty || y.isEmpty { return 0 }
    return 2 * Double(x.intersection(y).count) / Double(x.count + y.count)
  }

  private static func trigrams(_ word: ArraySlice<UInt8>) -> Set<UInt32> {
    var trigrams: Set<UInt32> = []
    guard word.count >= 3 else { return trigrams }
    for start in word.startIndex...(word.endIndex - 3) {
      trigrams.insert(UInt32(word[start]) << 16 | UInt32(word[start + 1]) << 8 | UInt32(word[start + 2]))
    }
    return trigrams
  }
}

/// How rare the words of some titles are among them.
/// - Source: K. Spärck Jones, "A statistical interpretation of term specificity", 1972, between 0 and 1.
struct WordRarity: Sendable {
  /// As if there were so many more titles, so that few titles do not make their words common.
  private static let unseenTitles = 100

  private var counts: [[UInt8]: Int] = [:]
  private var titleCount = unseenTitles

  mutating func add(_ title: TitleWords) {
    titleCount += 1
    for stem in Set(title.stems.map { Array($0) }) { counts[stem, default: 0] += 1 }
  }

  /// 1 for a word of one title or none, near 0 for a word of all.
  func of(_ stem: ArraySlice<UInt8>) -> Double {
    let count = max(counts[Array(stem)] ?? 1, 1)
    return 1 - log(Double(count)) / log(Double(titleCount))
  }
}
