/// Collects the bytes of a canonical text.
struct TextWriter {
  private var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(48) }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// The number with leading zeros up to `width`, without its sign.
  mutating func append(magnitudeOf number: Int64, width: Int = 1) {
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while bytes.count - start < width { bytes.append(UInt8(ascii: "0")) }
    bytes[start...].reverse()
  }

  mutating func append(_ number: Int64) {
    if number < 0 { append(UInt8(ascii: "-")) }
    append(magnitudeOf: number)
  }
}
