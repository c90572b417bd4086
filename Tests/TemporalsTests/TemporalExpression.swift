import Temporals

/// Enough of the query language to write test cases in it: calls of the temporal functions, maps, texts, numbers.
struct TemporalExpression {
  enum Item {
    case integer(Int64)
    case float(Double)
    case text(String)
    case temporal(TemporalValue)
    case duration(CalendarDuration)
    case map([(String, Item)])
  }

  struct Mistake: Error, CustomStringConvertible {
    var description: String
  }

  /// The canonical text of the value.
  static func evaluate(_ source: String, where names: [String: Item] = [:]) throws -> String {
    switch try item(source, where: names) {
    case .temporal(let value): return value.description
    case .duration(let value): return value.description
    case .text(let text): return text
    case .integer(let number): return number.description
    case .float, .map: throw Mistake(description: "no temporal value")
    }
  }

  static func item(_ source: String, where names: [String: Item] = [:]) throws -> Item {
    var expression = TemporalExpression(rest: Substring(source), names: names)
    let item = try expression.parseSum()
    guard expression.rest.isEmpty else { throw Mistake(description: "left over: \(expression.rest)") }
    return item
  }

  private var rest: Substring
  private let names: [String: Item]

  private mutating func skipBlanks() { rest = rest.drop { $0 == " " } }

  private mutating func take(_ text: String) -> Bool {
    skipBlanks()
    guard rest.hasPrefix(text) else { return false }
    rest.removeFirst(text.count)
    skipBlanks()
    return true
  }

  private mutating func expect(_ text: String) throws {
    guard take(text) else { throw Mistake(description: "expected \(text) before: \(rest)") }
  }

  private mutating func parseSum() throws -> Item {
    var left = try parsePrimary()
    while let sign = rest.first, "+-*/".contains(sign) {
      rest.removeFirst()
      skipBlanks()
      left = try TemporalExpression.combine(left, sign, try parsePrimary())
    }
    return left
  }

  private mutating func parsePrimary() throws -> Item {
    skipBlanks()
    if take("{") { return .map(try parseMap()) }
    if take("'") {
      let text = rest.prefix { $0 != "'" }
      rest.removeFirst(text.count)
      try expect("'")
      return .text(String(text))
    }
    let number = rest.prefix { $0.isNumber || $0 == "-" || $0 == "." }
    if !number.isEmpty {
      rest.removeFirst(number.count)
      skipBlanks()
      if let integer = Int64(number) { return .integer(integer) }
      guard let float = Double(number) else { throw Mistake(description: "no number: \(number)") }
      return .float(float)
    }
    let name = String(rest.prefix { $0.isLetter || $0.isNumber || $0 == "." })
    rest.removeFirst(name.count)
    guard take("(") else {
      skipBlanks()
      guard let item = names[name] else { throw Mistake(description: "unknown name \(name)") }
      return item
    }
    var arguments: [Item] = []
    while !take(")") {
      arguments.append(try parseSum())
      _ = take(",")
    }
    return try TemporalExpression.call(name, arguments)
  }

  private mutating func parseMap() throws -> [(String, Item)] {
    var entries: [(String, Item)] = []
    while !take("}") {
      skipBlanks()
      let key = String(rest.prefix { $0.isLetter })
      rest.removeFirst(key.count)
      try expect(":")
      entries.append((key, try parseSum()))
      _ = take(",")
    }
    return entries
  }

  private static func combine(_ left: Item, _ sign: Character, _ right: Item) throws -> Item {
    switch (left, sign, right) {
    case (.duration(let a), "+", .duration(let b)): return .duration(try a.adding(b))
    case (.duration(let a), "-", .duration(let b)): return .duration(try a.subtracting(b))
    case (.duration(let a), "*", .integer(let b)): return .duration(try a.multiplied(by: b))
    case (.duration(let a), "*", .float(let b)): return .duration(try a.multiplied(by: b))
    case (.duration(let a), "/", .integer(let b)): return .duration(try a.divided(by: b))
    case (.duration(let a), "/", .float(let b)): return .duration(try a.divided(by: b))
    case (.temporal(let value), _, .duration(let duration)):
      let isSum = sign == "+"
      switch value {
      case .date(let a): return .temporal(.date(try isSum ? a.adding(duration) : a.subtracting(duration)))
      case .localTime(let a): return .temporal(.localTime(isSum ? a.adding(duration) : a.subtracting(duration)))
      case .time(let a): return .temporal(.time(isSum ? a.adding(duration) : a.subtracting(duration)))
      case .localDateTime(let a):
        return .temporal(.localDateTime(try isSum ? a.adding(duration) : a.subtracting(duration)))
      case .dateTime(let a): return .temporal(.dateTime(try isSum ? a.adding(duration) : a.subtracting(duration)))
      }
    default: throw Mistake(description: "cannot compute with \(sign)")
    }
  }

  private static func components(_ entries: [(String, Item)]) throws -> TemporalComponents {
    var components = TemporalComponents()
    for (name, item) in entries {
      switch item {
      case .integer(let number): try components.set(name, .integer(number))
      case .text(let text): try components.set(name, .text(text))
      case .temporal(let value): try components.set(name, .temporal(value))
      default: throw Mistake(description: "no component: \(name)")
      }
    }
    return components
  }

  private static func call(_ name: String, _ arguments: [Item]) throws -> Item {
    switch (name, arguments.count) {
    case ("duration", 1): return .duration(try duration(arguments[0]))
    case ("duration.between", 2), ("duration.inMonths", 2), ("duration.inDays", 2), ("duration.inSeconds", 2):
      guard case .temporal(let from) = arguments[0], case .temporal(let to) = arguments[1] else { break }
      switch name {
      case "duration.between": return .duration(try .between(from, to))
      case "duration.inMonths": return .duration(try .inMonths(from, to))
      case "duration.inDays": return .duration(try .inDays(from, to))
      default: return .duration(try .inSeconds(from, to))
      }
    case ("datetime.fromepoch", 2):
      guard case .integer(let second) = arguments[0], case .integer(let nanosecond) = arguments[1] else { break }
      return .temporal(.dateTime(try ZonedDateTime(epochSecond: second, nanosecond: nanosecond)))
    case ("datetime.fromepochmillis", 1):
      guard case .integer(let millis) = arguments[0] else { break }
      return .temporal(.dateTime(try ZonedDateTime(epochMillis: millis)))
    case (_, 2...3) where name.hasSuffix(".truncate"):
      guard case .text(let unit) = arguments[0], case .temporal(let value) = arguments[1] else { break }
      var changes = TemporalComponents()
      if case .map(let entries)? = arguments.dropFirst(2).first { changes = try components(entries) }
      return .temporal(try truncate(String(name.dropLast(9)), value, TruncationUnit(parsing: unit), changes))
    case (_, 1): return .temporal(try construct(name, arguments[0]))
    default: break
    }
    throw Mistake(description: "cannot call \(name)")
  }

  private static func duration(_ argument: Item) throws -> CalendarDuration {
    switch argument {
    case .text(let text): return try CalendarDuration(parsing: text)
    case .map(let entries):
      var components = DurationComponents()
      for (name, item) in entries {
        switch item {
        case .integer(let number): try components.add(name, number)
        case .float(let number): try components.add(name, number)
        default: throw Mistake(description: "no amount: \(name)")
        }
      }
      return try CalendarDuration(components)
    default: throw Mistake(description: "no duration")
    }
  }

  private static func truncate(
    _ type: String, _ value: TemporalValue, _ unit: TruncationUnit, _ changes: TemporalComponents
  ) throws -> TemporalValue {
    switch type {
    case "date": return .date(try .truncating(value, to: unit, overriding: changes))
    case "localtime": return .localTime(try .truncating(value, to: unit, overriding: changes))
    case "time": return .time(try .truncating(value, to: unit, overriding: changes))
    case "localdatetime": return .localDateTime(try .truncating(value, to: unit, overriding: changes))
    case "datetime": return .dateTime(try .truncating(value, to: unit, overriding: changes))
    default: throw Mistake(description: "unknown type \(type)")
    }
  }

  private static func construct(_ type: String, _ argument: Item) throws -> TemporalValue {
    switch (type, argument) {
    case ("date", .text(let text)): return .date(try CalendarDate(parsing: text))
    case ("date", .map(let entries)): return .date(try CalendarDate(components(entries)))
    case ("date", .temporal(let value)): return .date(try CalendarDate(from: value))
    case ("localtime", .text(let text)): return .localTime(try LocalTime(parsing: text))
    case ("localtime", .map(let entries)): return .localTime(try LocalTime(components(entries)))
    case ("localtime", .temporal(let value)): return .localTime(try LocalTime(from: value))
    case ("time", .text(let text)): return .time(try OffsetTime(parsing: text))
    case ("time", .map(let entries)): return .time(try OffsetTime(components(entries)))
    case ("time", .temporal(let value)): return .time(try OffsetTime(from: value))
    case ("localdatetime", .text(let text)): return .localDateTime(try LocalDateTime(parsing: text))
    case ("localdatetime", .map(let entries)): return .localDateTime(try LocalDateTime(components(entries)))
    case ("localdatetime", .temporal(let value)): return .localDateTime(try LocalDateTime(from: value))
    case ("datetime", .text(let text)): return .dateTime(try ZonedDateTime(parsing: text))
    case ("datetime", .map(let entries)): return .dateTime(try ZonedDateTime(components(entries)))
    case ("datetime", .temporal(let value)): return .dateTime(try ZonedDateTime(from: value))
    default: throw Mistake(description: "cannot call \(type)")
    }
  }
}
