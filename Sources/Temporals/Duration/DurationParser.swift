/// The texts of durations.
///
/// - Source: ISO 8601-1 §5.5.2.
enum DurationParser {
  /// Duration ::= ("+" | "-")? "P" (Alternative | (Amount "Y")? (Amount "M")? … ("T" (Amount "H")? …)?)
  /// - Returns: `nil` if the form is not a duration's.
  static func parse(_ scanner: inout TextScanner) throws(TemporalError) -> DurationComponents? {
    let isNegative = scanner.take(UInt8(ascii: "-"))
    if !isNegative { _ = scanner.take(UInt8(ascii: "+")) }
    guard scanner.take(UInt8(ascii: "P")) else { return nil }
    if !isNegative, let alternative = try parseAlternative(&scanner) { return alternative }

    var components = DurationComponents()
    guard let dateParts = try parseParts(dateDesignators, isNegative, &scanner, into: &components) else { return nil }
    if scanner.take(UInt8(ascii: "T")) {
      guard let timeParts = try parseParts(timeDesignators, isNegative, &scanner, into: &components), timeParts > 0
      else { return nil }
    } else if dateParts == 0 {
      return nil
    }
    return components
  }

  private static let dateDesignators: [(UInt8, String)] = [
    (UInt8(ascii: "Y"), "years"), (UInt8(ascii: "M"), "months"), (UInt8(ascii: "W"), "weeks"),
    (UInt8(ascii: "D"), "days"),
  ]
  private static let timeDesignators: [(UInt8, String)] = [
    (UInt8(ascii: "H"), "hours"), (UInt8(ascii: "M"), "minutes"), (UInt8(ascii: "S"), "seconds"),
  ]

  /// Each designator at most once and in order.
  /// - Returns: how many parts there were; `nil` if one is malformed.
  private static func parseParts(
    _ designators: [(UInt8, String)], _ isNegative: Bool, _ scanner: inout TextScanner,
    into components: inout DurationComponents
  ) throws(TemporalError) -> Int? {
    var count = 0
    var rest = designators[...]
    while let next = scanner.next, next != UInt8(ascii: "T") {
      guard let amount = parseAmount(&scanner), let designator = scanner.next else { return nil }
      guard let index = rest.firstIndex(where: { $0.0 == designator }) else { return nil }
      scanner.advance()
      try components.add(rest[index].1, isNegative ? amount.negated : amount)
      rest = rest[(index + 1)...]
      count += 1
    }
    return count
  }

  /// Amount ::= ("+" | "-")? digit{1,20} (("." | ",") digit{1,18})?
  private static func parseAmount(_ scanner: inout TextScanner) -> ExactAmount? {
    let isNegative = scanner.take(UInt8(ascii: "-"))
    if !isNegative { _ = scanner.take(UInt8(ascii: "+")) }
    guard let whole = parseDigits(upTo: 20, &scanner) else { return nil }
    var fraction: Int128 = 0
    if scanner.take(UInt8(ascii: ".")) || scanner.take(UInt8(ascii: ",")) {
      let count = scanner.digitsAhead
      guard let digits = parseDigits(upTo: 18, &scanner) else { return nil }
      fraction = digits
      for _ in count..<18 { fraction *= 10 }
    }
    let amount = ExactAmount(whole: whole, fraction: fraction)
    return isNegative ? amount.negated : amount
  }

  private static func parseDigits(upTo limit: Int, _ scanner: inout TextScanner) -> Int128? {
    guard (1...limit).contains(scanner.digitsAhead) else { return nil }
    var value: Int128 = 0
    while let digit = scanner.number(digits: 1) { value = value * 10 + Int128(digit) }
    return value
  }

  /// Alternative ::= YYYY "-" MM "-" DD ("T" hh ":" mm ":" ss Fraction?)? | YYYYMMDD ("T" hhmmss Fraction?)?
  /// - Returns: `nil`, with nothing passed, if it is another form.
  private static func parseAlternative(_ scanner: inout TextScanner) throws(TemporalError) -> DurationComponents? {
    var trial = scanner
    let digits = trial.digitsAhead
    guard digits == 4 || digits == 8, let years = trial.number(digits: 4) else { return nil }
    let isExtended = digits == 4
    guard trial.take(isExtended ? "-" : nil), let months = trial.number(digits: 2), trial.take(isExtended ? "-" : nil),
      let days = trial.number(digits: 2)
    else { return nil }
    var components = DurationComponents()
    if trial.take(UInt8(ascii: "T")) {
      guard let hours = trial.number(digits: 2), trial.take(isExtended ? ":" : nil),
        let minutes = trial.number(digits: 2), trial.take(isExtended ? ":" : nil),
        let seconds = trial.number(digits: 2), let nanoseconds = trial.fraction()
      else { return nil }
      try require("hours", hours, in: 0...24)
      try require("minutes", minutes, in: 0...60)
      try require("seconds", seconds, in: 0...60)
      try components.add("hours", hours)
      try components.add("minutes", minutes)
      try components.add("seconds", seconds)
      try components.add("nanoseconds", nanoseconds)
    }
    guard trial.isAtEnd else { return nil }
    try require("months", months, in: 0...12)
    try require("days", days, in: 0...31)
    try components.add("years", years)
    try components.add("months", months)
    try components.add("days", days)
    scanner = trial
    return components
  }
}

extension TextScanner {
  /// As `take(_:)`; `nil` always succeeds and passes nothing.
  fileprivate mutating func take(_ separator: Unicode.Scalar?) -> Bool {
    guard let separator else { return true }
    return take(UInt8(ascii: separator))
  }
}
