/// A factor as the decimal number that a person sees: 0.1 is a tenth, and 1 ÷ 3 is a third.
struct ExactRatio {
  /// Below 2⁶⁴, as is `denominator`, so that the product with any 64-bit number stays within 128 bits.
  let numerator: Int128
  /// Positive.
  let denominator: Int128

  init(_ number: Int64) {
    numerator = Int128(number)
    denominator = 1
  }

  private init(numerator: Int128, denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// What is below 10⁻¹⁸ is dropped.
  /// - Throws: `overflow` if it is not finite or beyond 64 bits.
  init(_ number: Double) throws(TemporalError) {
    guard number.isFinite, number.magnitude < 0x1p63 else { throw .overflow("the number") }
    guard number != number.rounded(.towardZero) else {
      self.init(numerator: Int128(number), denominator: 1)
      return
    }
    // The shortest decimal text that gives the same number back: up to 17 digits, with a point, perhaps an exponent.
    var digits: Int128 = 0
    var places = 0
    var isPastPoint = false
    var rest = number.magnitude.description.utf8[...]
    while let byte = rest.popFirst() {
      if isDigit(byte) {
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        if isPastPoint { places += 1 }
      } else if byte == UInt8(ascii: ".") {
        isPastPoint = true
      } else {
        places -= Int(Substring(rest)) ?? 0
        break
      }
    }
    while places > 18 {
      digits /= 10
      places -= 1
    }
    var denominator: Int128 = 1
    for _ in 0..<places { denominator *= 10 }
    self.init(numerator: number < 0 ? -digits : digits, denominator: denominator)
  }

  /// - Throws: `divisionByZero`.
  func inverse() throws(TemporalError) -> ExactRatio {
    guard numerator != 0 else { throw .divisionByZero }
    return ExactRatio(numerator: numerator < 0 ? -denominator : denominator, denominator: abs(numerator))
  }
}
