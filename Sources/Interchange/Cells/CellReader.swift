public import GraphModel
import Temporals

/// The text of a cell as a value of a declared type.
///
/// - Source: contract §2. A list has `|` between its items; `\|` and `\\` are the characters themselves, any other
///   backslash is one. The empty text is the empty list, and a lone backslash the list of one empty text.
public enum CellReader {
  /// - Throws: `CellMistake` where the text is no value of the type.
  public static func value(of text: String, as type: PropertyType) throws(CellMistake) -> Value {
    switch type {
    case .string: return .string(text)
    case .integer: return try integer(text)
    case .float: return try float(text)
    case .boolean: return try boolean(text)
    case .date: return try date(text)
    case .datetime: return try dateTime(text)
    case .edtf: return try extendedDate(text)
    case .url: return try url(text)
    case .list(let item):
      var values: [Value] = []
      for part in items(of: text) { values.append(try value(of: part, as: item)) }
      return .list(values)
    }
  }

  /// The items of a list's text.
  static func items(of text: String) -> [String] {
    if text.isEmpty { return [] }
    let separator = UInt8(ascii: "|")
    let backslash = UInt8(ascii: "\\")
    if text.utf8.elementsEqual([backslash]) { return [""] }
    var items: [String] = []
    var item: [UInt8] = []
    var isEscaped = false
    for byte in text.utf8 {
      if isEscaped {
        isEscaped = false
        if byte != separator, byte != backslash { item.append(backslash) }
        item.append(byte)
      } else if byte == backslash {
        isEscaped = true
      } else if byte == separator {
        items.append(String(decoding: item, as: UTF8.self))
        item.removeAll(keepingCapacity: true)
      } else {
        item.append(byte)
      }
    }
    if isEscaped { item.append(backslash) }
    items.append(String(decoding: item, as: UTF8.self))
    return items
  }

  private static func integer(_ text: String) throws(CellMistake) -> Value {
    if let number = Int64(text) { return .integer(number) }
    let bare = withoutGrouping(text)
    let hint: String? =
      if isDigits(bare) {
        Int64(bare) == nil ? "an integer has 64 bits" : "did you mean '\(bare)'?"
      } else if isDecimal(text) { "an integer has no decimals" } else { nil }
    throw mistake(text, "an integer", hint: hint)
  }

  private static func float(_ text: String) throws(CellMistake) -> Value {
    switch text {
    case "NaN": return .float(.nan)
    case "Infinity": return .float(.infinity)
    case "-Infinity": return .float(-.infinity)
    default: break
    }
    if isDecimal(text), let number = Double(text) {
      if number.isFinite { return .float(number) }
      throw mistake(text, "a number", hint: "it is too large for a float of 64 bits")
    }
    let pointed = replacing(UInt8(ascii: ","), by: UInt8(ascii: "."), in: withoutBlanks(text))
    if isDecimal(pointed) {
      throw mistake(text, "a number", hint: "the decimal separator is a point: did you mean '\(pointed)'?")
    }
    throw mistake(text, "a number", hint: nil)
  }

  private static func boolean(_ text: String) throws(CellMistake) -> Value {
    switch text {
    case "true", "TRUE", "True": return .boolean(true)
    case "false", "FALSE", "False": return .boolean(false)
    default: break
    }
    let hint: String =
      switch text.lowercased() {
      case "ja", "j", "sant", "sann", "yes", "y", "1", "x", "true": "did you mean 'true'?"
      case "nej", "n", "falskt", "falsk", "no", "0", "false": "did you mean 'false'?"
      default: "write 'true' or 'false'"
      }
    throw mistake(text, "a boolean", hint: hint)
  }

  private static func date(_ text: String) throws(CellMistake) -> Value {
    let date: CalendarDate? = try? CalendarDate(parsing: text)
    if let date, date.description == text { return .date(date) }
    let hint = date != nil && text.utf8.count == 8 && isDigits(text) ? date.map { "did you mean '\($0)'?" } : nil
    throw mistake(text, "a date", hint: hint ?? "a date is written as 2024-12-31")
  }

  private static func dateTime(_ text: String) throws(CellMistake) -> Value {
    if text.utf8.contains(UInt8(ascii: "T")) {
      if let local = try? LocalDateTime(parsing: text) { return .localDateTime(local) }
      if let zoned = try? ZonedDateTime(parsing: text) { return .dateTime(zoned) }
    }
    throw mistake(
      text, "a date with a time",
      hint: "it is written as 2024-12-31T08:30, with '+01:00' or 'Z' after it if the offset is known")
  }

  private static func extendedDate(_ text: String) throws(CellMistake) -> Value {
    if ExtendedDate(text) != nil { return .string(text) }
    throw mistake(
      text, "a date of EDTF",
      hint: "it is written as 2018, 2018-05, 2018-05-22, 2018-23 (autumn 2018) or 2022-08-23? (uncertain)")
  }

  private static func url(_ text: String) throws(CellMistake) -> Value {
    if text.isEmpty { throw CellMistake(message: "an empty text is no address", hint: "leave the cell empty") }
    if PropertyType.url.accepts(.string(text)) { return .string(text) }
    throw mistake(text, "an address", hint: "an address has no blanks; a blank in it is written '%20'")
  }

  private static func mistake(_ text: String, _ expected: String, hint: String?) -> CellMistake {
    let trimmed = withoutOuterBlanks(text)
    if text.isEmpty {
      return CellMistake(message: "an empty text is not \(expected)", hint: "leave the cell empty, without quotes")
    }
    if trimmed.utf8.count < text.utf8.count {
      return CellMistake(message: "'\(text.shortened)' is not \(expected)", hint: "remove the blanks around it")
    }
    return CellMistake(message: "'\(text.shortened)' is not \(expected)", hint: hint)
  }
}

extension CellReader {
  private static func isDigits(_ text: String) -> Bool {
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    return !digits.isEmpty && digits.allSatisfy { isDigit($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  /// `[+-] digits [. digits] [e [+-] digits]`, with digits on one side of the point at least.
  private static func isDecimal(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func skipSign() {
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
    }
    func skipDigits() -> Int {
      let count = rest.prefix { isDigit($0) }.count
      rest = rest.dropFirst(count)
      return count
    }
    skipSign()
    var digits = skipDigits()
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      digits += skipDigits()
    }
    if digits == 0 { return false }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      rest.removeFirst()
      skipSign()
      if skipDigits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func withoutBlanks(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  private static func withoutGrouping(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "," && $0 != "'" }))
  }

  private static func withoutOuterBlanks(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func replacing(_ old: UInt8, by new: UInt8, in text: String) -> String {
    String(decoding: text.utf8.map { $0 == old ? new : $0 }, as: UTF8.self)
  }
}

extension String {
  /// The text for a message: long ones are cut.
  var shortened: String {
    unicodeScalars.count <= 60 ? self : String(unicodeScalars.prefix(57)) + "…"
  }
}
