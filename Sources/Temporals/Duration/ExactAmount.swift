/// A decimal number with 18 places, so that fractions of months and days are carried without the noise of binary ones.
struct ExactAmount {
  static let placeValue: Int128 = 1_000_000_000_000_000_000

  /// Far from the limit of 128 bits, since it comes from 64 bits and some factors.
  var whole: Int128
  /// In units of 10⁻¹⁸, of a smaller magnitude than one and of the sign of the whole number.
  private(set) var fraction: Int128

  init(whole: Int128 = 0, fraction: Int128 = 0) {
    self.whole = whole + fraction / ExactAmount.placeValue
    self.fraction = fraction % ExactAmount.placeValue
    if self.whole > 0, self.fraction < 0 {
      self.whole -= 1
      self.fraction += ExactAmount.placeValue
    } else if self.whole < 0, self.fraction > 0 {
      self.whole += 1
      self.fraction -= ExactAmount.placeValue
    }
  }

  init(_ number: Int64) { self.init(whole: Int128(number)) }

  /// The decimal number that a person sees: 0.1 is a tenth.
  /// - Throws: `overflow` if it is not finite or beyond 64 bits.
  init(_ number: Double) throws(TemporalError) {
    guard number.isFinite, number.magnitude < 0x1p63 else { throw .overflow("the number") }
    guard number != number.rounded(.towardZero) else {
      self.init(whole: Int128(number))
      return
    }
    // The shortest decimal text that gives the same number back: digits, a point, digits, perhaps an exponent.
    var digits: Int128 = 0
    var places = 0
    var isPastPoint = false
    var exponent = 0
    var rest = number.magnitude.description.utf8[...]
    while let byte = rest.popFirst() {
      if isDigit(byte) {
        digits = digits * 10 + Int128(byte - UInt8(ascii: "0"))
        if isPastPoint { places += 1 }
      } else if byte == UInt8(ascii: ".") {
        isPastPoint = true
      } else {
        exponent = Int(Substring(rest)) ?? 0
        break
      }
    }
    places -= exponent
    // There are at most 17 digits, so that shifting them to 18 places stays within 128 bits.
    var scaled = digits
    if places <= 18 {
      for _ in places..<18 { scaled *= 10 }
    } else {
      for _ in 18..<min(places, 60) { scaled /= 10 }
    }
    self.init(fraction: number < 0 ? -scaled : scaled)
  }

  func scaled(by factor: Int64) -> ExactAmount {
    ExactAmount(whole: whole * Int128(factor), fraction: fraction * Int128(factor))
  }

  var negated: ExactAmount { ExactAmount(whole: -whole, fraction: -fraction) }

  static func + (a: ExactAmount, b: ExactAmount) -> ExactAmount {
    ExactAmount(whole: a.whole + b.whole, fraction: a.fraction + b.fraction)
  }

  static func * (a: Int64, b: ExactAmount) -> ExactAmount { b.scaled(by: a) }

  /// - Precondition: `divisor` is not zero.
  static func quotient(_ a: Int64, by divisor: Int64) -> ExactAmount {
    let (quotient, remainder) = Int128(a).quotientAndRemainder(dividingBy: Int128(divisor))
    return ExactAmount(whole: quotient, fraction: remainder * placeValue / Int128(divisor))
  }

  /// - Precondition: `divisor` is not zero and below 2⁶³.
  static func quotient(_ a: Int64, by divisor: ExactAmount) -> ExactAmount {
    let units = divisor.whole * placeValue + divisor.fraction
    let (quotient, remainder) = (Int128(a) * placeValue).quotientAndRemainder(dividingBy: units)
    let (product, didOverflow) = remainder.multipliedReportingOverflow(by: placeValue)
    // Only for divisors above a hundred that are no whole number: seventeen digits are then enough.
    let fraction = didOverflow ? Int128(Double(remainder) / Double(units) * 1e18) : product / units
    return ExactAmount(whole: quotient, fraction: fraction)
  }

  var isZero: Bool { whole == 0 && fraction == 0 }
}
