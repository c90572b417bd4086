/// The stem of a Swedish word, so that *rutin*, *rutinen* and *rutinerna* are one.
///
/// Works on folded text (lower case, å and ä as a, ö as o).
/// - Source: M. Porter, the Snowball Swedish stemmer: a suffix of the first list within R1 goes, then a doubled
///   consonant is made single, then a suffix of adjectives goes.
enum SwedishStem {
  private static func bytes(_ words: String) -> [[UInt8]] {
    words.split(separator: " ").map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  private static let endings = bytes(
    "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas "
      + "es ades andes ens arens hetens erns at andet het ast")
  private static let beforeGenitive = Set("bcdfghjklmnoprtvy".utf8)
  private static let doubles = bytes("dd gd nn dt gt kt tt")
  private static let adjectives = bytes("lig els ig")
  private static let vowels = Set("aeiouy".utf8)

  static func stem(of word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let start = firstRegion(of: word)
    var stem = word
    if let ending = endings.first(where: { ends(stem, with: $0, from: start) }) {
      stem.removeLast(ending.count)
    } else if stem.endIndex - 1 > start, stem.last == UInt8(ascii: "s"),
      beforeGenitive.contains(stem[stem.endIndex - 2])
    {
      stem.removeLast()
    }
    if doubles.contains(where: { ends(stem, with: $0, from: start) }) { stem.removeLast() }
    if let ending = adjectives.first(where: { ends(stem, with: $0, from: start) }) { stem.removeLast(ending.count) }
    return stem
  }

  /// R1: what follows the first consonant after a vowel, and the first three letters at least.
  private static func firstRegion(of word: ArraySlice<UInt8>) -> Int {
    var position = word.startIndex
    while position < word.endIndex, !vowels.contains(word[position]) { position += 1 }
    while position < word.endIndex, vowels.contains(word[position]) { position += 1 }
    return max(position + 1, word.startIndex + 3)
  }

  private static func ends(_ word: ArraySlice<UInt8>, with ending: [UInt8], from start: Int) -> Bool {
    word.endIndex - ending.count >= start && word.suffix(ending.count).elementsEqual(ending)
  }
}
