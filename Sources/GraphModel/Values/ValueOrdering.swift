import Temporals

/// The outcome of comparing two values that can be compared.
public enum ValueOrder: Int, Sendable {
  case less = -1
  case equal = 0
  case greater = 1

  init<T: Comparable>(_ a: T, _ b: T) {
    self = a < b ? .less : (b < a ? .greater : .equal)
  }
}

extension Value {
  /// The language's `<`, `<=`, `>`, `>=`: `nil` where the two cannot be compared or one is null.
  /// NaN is neither less nor greater than any number; the caller that must answer *false* there asks for it first.
  /// - Source: openCypher CIP2016-06-14, comparability.
  public func comparison(with other: Value) -> ValueOrder? {
    switch (self, other) {
    case (.integer(let x), .integer(let y)): return ValueOrder(x, y)
    case (.float(let x), .float(let y)): return x.isNaN || y.isNaN ? nil : ValueOrder(x, y)
    case (.integer(let x), .float(let y)): return y.isNaN ? nil : Value.compareNumbers(x, y)
    case (.float(let x), .integer(let y)): return x.isNaN ? nil : Value.compareNumbers(y, x).reversed
    case (.string(let x), .string(let y)): return Value.compareText(x, y)
    case (.boolean(let x), .boolean(let y)): return ValueOrder(x ? 1 : 0, y ? 1 : 0)
    case (.date(let x), .date(let y)): return ValueOrder(x, y)
    case (.localTime(let x), .localTime(let y)): return ValueOrder(x, y)
    case (.time(let x), .time(let y)): return ValueOrder(x, y)
    case (.localDateTime(let x), .localDateTime(let y)): return ValueOrder(x, y)
    case (.dateTime(let x), .dateTime(let y)): return ValueOrder(x, y)
    case (.list(let x), .list(let y)): return Value.compareLists(x, y)
    default: return nil
    }
  }

  private static func compareLists(_ x: [Value], _ y: [Value]) -> ValueOrder? {
    for (a, b) in zip(x, y) {
      guard let equal = a.equality(with: b) else { return nil }
      if !equal { return a.comparison(with: b) }
    }
    return ValueOrder(x.count, y.count)
  }

  /// The order of ORDER BY, `min` and `max`: total, every value has its place, null last.
  /// - Source: openCypher CIP2016-06-14, orderability: map < node < relationship < list < path < datetime <
  ///   localdatetime < date < time < localtime < duration < string < boolean < number < NaN < null.
  public func orderability(against other: Value) -> ValueOrder {
    switch (self, other) {
    case (.float(let x), .float(let y)):
      if x.isNaN || y.isNaN { return ValueOrder(x.isNaN ? 1 : 0, y.isNaN ? 1 : 0) }
      return ValueOrder(x, y)
    case (.integer(let x), .float(let y)): return y.isNaN ? .less : Value.compareNumbers(x, y)
    case (.float(let x), .integer(let y)): return x.isNaN ? .greater : Value.compareNumbers(y, x).reversed
    case (.list(let x), .list(let y)):
      for (a, b) in zip(x, y) {
        let order = a.orderability(against: b)
        if order != .equal { return order }
      }
      return ValueOrder(x.count, y.count)
    case (.map(let x), .map(let y)): return Value.orderMaps(x, y)
    case (.node(let x), .node(let y)): return ValueOrder(x, y)
    case (.relationship(let x), .relationship(let y)): return ValueOrder(x, y)
    case (.path(let x), .path(let y)): return Value.orderPaths(x, y)
    case (.duration(let x), .duration(let y)): return ValueOrder(x.approximateSeconds, y.approximateSeconds)
    default:
      if let order = comparison(with: other) { return order }
      return ValueOrder(orderRank, other.orderRank)
    }
  }

  private var orderRank: Int {
    switch self {
    case .map: 0
    case .node: 1
    case .relationship: 2
    case .list: 3
    case .path: 4
    case .dateTime: 5
    case .localDateTime: 6
    case .date: 7
    case .time: 8
    case .localTime: 9
    case .duration: 10
    case .string: 11
    case .boolean: 12
    case .integer, .float: 13
    case .null: 14
    }
  }

  private static func orderMaps(_ x: [String: Value], _ y: [String: Value]) -> ValueOrder {
    let left = x.keys.sorted { $0.precedesByCodePoints($1) }
    let right = y.keys.sorted { $0.precedesByCodePoints($1) }
    for (a, b) in zip(left, right) {
      let order = compareText(a, b)
      if order != .equal { return order }
      let values = (x[a] ?? .null).orderability(against: y[b] ?? .null)
      if values != .equal { return values }
    }
    return ValueOrder(left.count, right.count)
  }

  private static func orderPaths(_ x: Path, _ y: Path) -> ValueOrder {
    for step in 0..<min(x.nodes.count, y.nodes.count) {
      let nodes = ValueOrder(x.nodes[step], y.nodes[step])
      if nodes != .equal { return nodes }
      if step < x.relationships.count, step < y.relationships.count {
        let relationships = ValueOrder(x.relationships[step], y.relationships[step])
        if relationships != .equal { return relationships }
      }
    }
    return ValueOrder(x.nodes.count, y.nodes.count)
  }

  static func compareText(_ x: String, _ y: String) -> ValueOrder {
    x.isIdenticalText(to: y) ? .equal : (x.precedesByCodePoints(y) ? .less : .greater)
  }

  /// Exact, also where the integer has no float of its own.
  private static func compareNumbers(_ integer: Int64, _ float: Double) -> ValueOrder {
    if float >= 0x1p63 { return .less }
    if float < -0x1p63 { return .greater }
    let whole = float.rounded(.towardZero)
    let order = ValueOrder(integer, Int64(whole))
    return order == .equal ? ValueOrder(0, float - whole) : order
  }
}

extension ValueOrder {
  public var reversed: ValueOrder {
    switch self {
    case .less: .greater
    case .equal: .equal
    case .greater: .less
    }
  }
}

extension CalendarDuration {
  /// For ordering only: a month counts as its average, 30.436875 days.
  fileprivate var approximateSeconds: Double {
    Double(months) * 2_629_746 + Double(days) * 86_400 + Double(seconds) + Double(nanoseconds) / 1e9
  }
}
