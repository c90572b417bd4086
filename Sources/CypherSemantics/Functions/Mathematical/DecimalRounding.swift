/// Rounding of floats as the decimal numbers that a person sees: 1.005 to two decimals is 1.01.
enum DecimalRounding {
  enum Mode: String, CaseIterable {
    case up = "UP"
    case down = "DOWN"
    case ceiling = "CEILING"
    case floor = "FLOOR"
    case halfUp = "HALF_UP"
    case halfDown = "HALF_DOWN"
    case halfEven = "HALF_EVEN"
  }

  /// The nearest whole number, halves toward positive infinity.
  static func up(_ number: Double) -> Double {
    let lower = number.rounded(.down)
    return number - lower >= 0.5 ? lower + 1 : lower
  }

  static func round(_ number: Double, _ decimals: Int, _ mode: Mode) -> Double {
    guard number.isFinite, let (digits, places) = decimalText(of: number.magnitude), places > decimals else {
      return number
    }
    // Where more is cut off than there are digits, it is less than half of the last place.
    let cut = places - decimals
    let unit = cut <= 18 ? (0..<cut).reduce(UInt64(1)) { power, _ in power * 10 } : nil
    let (quotient, rest) = unit.map { digits.quotientAndRemainder(dividingBy: $0) } ?? (0, digits)
    let isNegative = number < 0
    let half: Int =
      if let unit { rest > unit - rest ? 1 : (rest == unit - rest ? 0 : -1) } else { -1 }
    let goesOut =
      switch mode {
      case .up: rest > 0
      case .down: false
      case .ceiling: rest > 0 && !isNegative
      case .floor: rest > 0 && isNegative
      case .halfUp: half >= 0
      case .halfDown: half > 0
      case .halfEven: half > 0 || (half == 0 && quotient % 2 == 1)
      }
    let magnitude = Double("\(goesOut ? quotient + 1 : quotient)e-\(decimals)") ?? number.magnitude
    return isNegative ? -magnitude : magnitude
  }

  /// The number as `digits` ÷ 10^`places`, by the shortest text that reads back as it.
  private static func decimalText(of magnitude: Double) -> (digits: UInt64, places: Int)? {
    var digits: UInt64 = 0
    var places = 0
    var isPastPoint = false
    var rest = magnitude.description.utf8[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (shifted, didOverflow) = digits.multipliedReportingOverflow(by: 10)
        guard !didOverflow else { return nil }
        digits = shifted + UInt64(byte - UInt8(ascii: "0"))
        if isPastPoint { places += 1 }
      case UInt8(ascii: "."): isPastPoint = true
      default:
        guard let exponent = Int(Substring(rest)) else { return nil }
        return (digits, places - exponent)
      }
    }
    return (digits, places)
  }
}
