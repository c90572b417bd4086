public import Diagnostics

/// Limits of a query as people write them. `0` and `none` mean without bound, and are `nil` here.
public enum LimitText {
  /// Seconds: `30`, `0.5`.
  /// - Throws: a `Diagnostic` for what is no such number.
  public static func seconds(_ text: String) throws(Diagnostic) -> Double? {
    if text == "none" { return nil }
    guard let seconds = Double(text), seconds >= 0, seconds.isFinite else {
      throw Diagnostic(id: "bad-limit", message: "'\(text)' is no number of seconds", hint: "0 or none lifts the limit")
    }
    return seconds > 0 ? seconds : nil
  }

  /// A number of rows.
  /// - Throws: a `Diagnostic` for what is none.
  public static func rows(_ text: String) throws(Diagnostic) -> Int? {
    if text == "none" { return nil }
    guard let rows = Int(text), rows >= 0 else {
      throw Diagnostic(id: "bad-limit", message: "'\(text)' is no number of rows", hint: "0 or none lifts the limit")
    }
    return rows > 0 ? rows : nil
  }

  /// Bytes, or an amount with a unit: `1GB`, `500 MB`, `64kB`; units are powers of 1,000.
  /// - Throws: a `Diagnostic` for what is no such amount.
  public static func bytes(_ text: String) throws(Diagnostic) -> Int? {
    if text == "none" { return nil }
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    let factors = [
      "": 1.0, "b": 1, "k": 1e3, "kb": 1e3, "m": 1e6, "mb": 1e6, "g": 1e9, "gb": 1e9, "t": 1e12, "tb": 1e12,
    ]
    guard let number = Double(digits), let factor = factors[unit], number * factor < 1e18 else {
      throw Diagnostic(
        id: "bad-limit", message: "'\(text)' is no amount of memory",
        hint: "write 500MB or 2GB; 0 or none lifts the limit")
    }
    return number > 0 ? Int(number * factor) : nil
  }
}
