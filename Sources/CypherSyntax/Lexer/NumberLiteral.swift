/// The value of a number as written.
enum NumberLiteral {
  /// An integer of any notation: decimal, `0x1F`, `0o17`, and the older `017`.
  /// - Returns: `nil` where it does not fit in 64 bits with its sign, or is no number (`089`).
  static func integer(_ digits: ArraySlice<UInt8>, isNegative: Bool) -> Int64? {
    let text = String(decoding: digits, as: UTF8.self)
    let magnitude: UInt64?
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      magnitude = UInt64(text.dropFirst(2), radix: 16)
    } else if text.hasPrefix("0o") || text.hasPrefix("0O") {
      magnitude = UInt64(text.dropFirst(2), radix: 8)
    } else {
      magnitude = UInt64(text, radix: digits.count > 1 && digits.first == UInt8(ascii: "0") ? 8 : 10)
    }
    guard let magnitude else { return nil }
    if isNegative { return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil }
    return Int64(exactly: magnitude)
  }

  /// Whether digits that begin with `0` hold an 8 or a 9 and so are no octal number.
  static func isBrokenOctal(_ digits: ArraySlice<UInt8>) -> Bool {
    digits.count > 1 && digits.first == UInt8(ascii: "0") && digits.allSatisfy(CharacterClasses.isDigit)
      && !digits.allSatisfy(CharacterClasses.isOctalDigit)
  }

  /// - Returns: `nil` where it is too large for 64 bits.
  static func float(_ digits: ArraySlice<UInt8>) -> Double? {
    guard let value = Double(String(decoding: digits, as: UTF8.self)), value.isFinite else { return nil }
    return value
  }
}
