/// A whole number and a fraction, so that parts of months and days are carried without the noise of binary fractions.
struct ExactAmount {
  /// Far from the limit of 128 bits, since it comes from 64 bits and some factors.
  let whole: Int128
  /// In units of 1 ÷ `denominator`, of a smaller magnitude than one and of the sign of the whole number.
  let fraction: Int128
  /// Positive.
  let denominator: Int128

  /// Eighteen decimal places.
  static let decimal: Int128 = 1_000_000_000_000_000_000

  init(whole: Int128 = 0, fraction: Int128 = 0, denominator: Int128 = ExactAmount.decimal) {
    var (carry, rest) = fraction.quotientAndRemainder(dividingBy: denominator)
    carry += whole
    if carry > 0, rest < 0 {
      carry -= 1
      rest += denominator
    } else if carry < 0, rest > 0 {
      carry += 1
      rest -= denominator
    }
    (self.whole, self.fraction, self.denominator) = (carry, rest, denominator)
  }

  /// In decimal places.
  init(_ number: ExactRatio) {
    let (whole, rest) = number.numerator.quotientAndRemainder(dividingBy: number.denominator)
    self.init(whole: whole, fraction: rest * ExactAmount.decimal / number.denominator)
  }

  /// In the ratio's denominator.
  init(_ number: Int64, times ratio: ExactRatio) {
    let product = Int128(number) * ratio.numerator
    let (whole, rest) = product.quotientAndRemainder(dividingBy: ratio.denominator)
    self.init(whole: whole, fraction: rest, denominator: ratio.denominator)
  }

  func scaled(by factor: Int128) -> ExactAmount {
    ExactAmount(whole: whole * factor, fraction: fraction * factor, denominator: denominator)
  }

  var negated: ExactAmount { scaled(by: -1) }

  /// - Precondition: both have the same denominator.
  static func + (a: ExactAmount, b: ExactAmount) -> ExactAmount {
    ExactAmount(whole: a.whole + b.whole, fraction: a.fraction + b.fraction, denominator: a.denominator)
  }
}
