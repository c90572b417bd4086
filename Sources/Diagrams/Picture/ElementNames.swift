/// Ids for the parts of a picture: made from keys, valid in XML and CSS, each given once.
struct ElementNames {
  private var taken: Set<String> = ["graph0", "page", "title", "comparison", "legend", "footer"]

  /// The key itself where it is a valid id; else each other byte as `_` and two hexadecimal digits.
  mutating func name(for key: String) -> String {
    var id = ""
    for byte in key.utf8.prefix(120) {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"):
        id.unicodeScalars.append(Unicode.Scalar(byte))
      case UInt8(ascii: "0")...UInt8(ascii: "9"): id.unicodeScalars.append(Unicode.Scalar(byte))
      default: id += "_" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
      }
    }
    let first = id.unicodeScalars.first
    if first == nil || first == "-" || first?.properties.numericType != nil { id = "k" + id }
    var candidate = id
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(id)_\(number)"
      number += 1
    }
    return candidate
  }
}
