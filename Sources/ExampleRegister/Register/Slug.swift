/// The readable part of a key: ASCII letters and digits, words joined by hyphens, small words left out.
///
/// - Parameter limit: words that would make the slug longer than this are left out.
func slug(_ text: String, limit: Int = 56) -> String {
  var words: [String] = [""]
  for scalar in text.lowercased().unicodeScalars {
    switch scalar {
    case "å", "ä", "á", "à": words[words.count - 1].append("a")
    case "ö": words[words.count - 1].append("o")
    case "é", "è": words[words.count - 1].append("e")
    case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
    default: words.append("")
    }
  }
  var slug = ""
  for word in words where !word.isEmpty && !smallWords.contains(word) {
    if slug.utf8.count + word.utf8.count + 1 > limit { break }
    slug += slug.isEmpty ? word : "-\(word)"
  }
  return slug
}

private let smallWords: Set<String> = [
  "av", "att", "den", "efter", "enligt", "for", "fran", "hos", "i", "inom", "med", "och", "om", "pa", "som", "till",
  "vid",
]
