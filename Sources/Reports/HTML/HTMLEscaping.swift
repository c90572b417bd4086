/// What text becomes in HTML, between tags and in quoted attributes alike.
enum HTMLEscaping {
  /// Appends text so that it is read as text. Characters that HTML does not allow become `U+FFFD`.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: bytes += "\u{FFFD}".utf8
      case 0x0D: bytes += " ".utf8
      default: bytes.append(byte)
      }
    }
  }
}

extension String {
  /// The text, or its beginning and an ellipsis.
  /// - Parameter limit: the most code points that are kept.
  func clipped(to limit: Int) -> String {
    // As many bytes at least: most names need no counting.
    if utf8.count <= limit { return self }
    let scalars = unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return self }
    return String(scalars[..<end]) + "…"
  }
}
