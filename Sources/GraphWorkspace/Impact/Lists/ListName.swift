/// Names for the files of lists: made from keys, fit for every file system, each given once.
struct ListNames {
  private var taken: Set<String>

  /// - Parameter taken: names without their ending that something else has.
  init(taken: [String]) {
    self.taken = Set(taken)
  }

  /// So many bytes at most, before a number that tells equal ones apart: file systems take 255 with everything.
  private static let longest = 180

  /// The key itself where it is a plain word; each other byte as `_` and two hexadecimal digits; cut where it is long.
  mutating func name(for key: String) -> String {
    var name = ""
    for byte in key.utf8 {
      let next: String
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        next = String(Unicode.Scalar(byte))
      default: next = "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
      if name.utf8.count + next.utf8.count > Self.longest { break }
      name += next
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
