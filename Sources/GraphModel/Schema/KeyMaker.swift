/// Makes readable keys from a kind and a name: `document-hjartsvikt`.
public enum KeyMaker {
  private static let lengthLimit = 80

  /// A first proposal; whoever uses it makes it unique.
  public static func key(kind: String, name: String?) -> String {
    let words = [kind, name ?? ""].map(slug).filter { !$0.isEmpty }
    return words.isEmpty ? "node" : words.joined(separator: "-")
  }

  /// Lower-case letters a–z and digits; letters lose their marks, everything else becomes one hyphen.
  static func slug(_ text: String) -> String {
    var slug = String.UnicodeScalarView()
    var hasGap = false
    for scalar in text.unicodeScalars {
      if scalar.properties.generalCategory == .nonspacingMark { continue }
      let letters = plainLetters(scalar)
      if letters.isEmpty {
        hasGap = true
        continue
      }
      if hasGap, !slug.isEmpty { slug.append("-") }
      hasGap = false
      slug.append(contentsOf: letters.unicodeScalars)
      if slug.count >= lengthLimit { break }
    }
    return String(slug)
  }

  /// `e` for `É`, `ae` for `Æ`; nothing for what is no Latin letter or digit.
  private static func plainLetters(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "a"..."z", "0"..."9": return String(scalar)
    case "A"..."Z": return scalar.properties.lowercaseMapping
    case "ß": return "ss"
    default:
      // The Unicode name tells the letter under the marks: LATIN SMALL LETTER O WITH DIAERESIS.
      let words = (scalar.properties.name ?? "").split(separator: " ")
      guard words.count >= 4, words[0] == "LATIN", ["LETTER", "LIGATURE"].contains(words[2]) else { return "" }
      guard words.count == 4 || words[4] == "WITH", words[3].utf8.count <= 2 else { return "" }
      return words[3].lowercased()
    }
  }
}
