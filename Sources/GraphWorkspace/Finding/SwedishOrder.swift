import GraphModel

/// The order in which Swedish readers look names up: å, ä, ö behind z, other marks and case only where all else is alike.
/// - Source: Svenska Akademiens ordlista, alphabetical order; v and w are two letters since its 13th edition.
enum SwedishOrder {
  static func precedes(_ a: String, _ b: String) -> Bool {
    let (left, right) = (key(a), key(b))
    if left == right { return a.utf8.lexicographicallyPrecedes(b.utf8) }
    return left.lexicographicallyPrecedes(right)
  }

  static func key(_ text: String) -> [UInt32] {
    var key: [UInt32] = []
    key.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xC5, 0xE5: key.append(0x7B)
      case 0xC4, 0xE4, 0xC6, 0xE6: key.append(0x7C)
      case 0xD6, 0xF6, 0xD8, 0xF8: key.append(0x7D)
      case 0x30A where key.last == 0x61: key[key.count - 1] = 0x7B
      case 0x308 where key.last == 0x61: key[key.count - 1] = 0x7C
      case 0x308 where key.last == 0x6F: key[key.count - 1] = 0x7D
      default: key.append(contentsOf: FoldedText(String(scalar)).bytes.map { UInt32($0) })
      }
    }
    return key
  }
}
