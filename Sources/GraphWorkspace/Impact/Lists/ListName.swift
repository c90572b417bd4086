/// Names for the files of lists: made from keys, fit for every file system, each given once.
struct ListNames {
  private var taken: Set<String>

  /// - Parameter taken: names without their ending that something else has.
  init(taken: [String]) {
    self.taken = Set(taken)
  }

  /// The key itself where it is a plain word; each other byte as `_` and two hexadecimal digits.
  mutating func name(for key: String) -> String {
    var name = ""
    for byte in key.utf8.prefix(100) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default: name += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    // Not every file system tells small letters from capital ones.
    var candidate = name
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      candidate = "\(name)_\(number)"
      number += 1
    }
    return candidate
  }
}
