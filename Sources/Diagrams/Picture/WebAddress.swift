/// An address that a picture may lead to: of a page or a mailbox, in the signs that an address may have.
///
/// Anything else, such as `javascript:`, is no address and becomes no link.
/// - Source: RFC 3986, §2 and §3.1.
struct WebAddress: Hashable, Sendable {
  let text: String

  private static let schemes = ["https://", "http://", "mailto:"]
  private static let greatestLength = 2000

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.greatestLength, bytes.allSatisfy(Self.isAllowed) else { return nil }
    let start = text.lowercased()
    guard Self.schemes.contains(where: { start.hasPrefix($0) && $0.utf8.count < bytes.count }) else { return nil }
    self.text = text
  }

  /// Letters, digits and what RFC 3986 lists; the apostrophe is left out, since a quotation mark ends an attribute.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~:/?#[]@!$&()*+,;=%".utf8.contains(byte)
    }
  }
}
