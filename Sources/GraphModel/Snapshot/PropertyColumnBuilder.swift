import Temporals

/// Gathers one property's values in order of arrival and packs them once all elements have their final number.
struct PropertyColumnBuilder {
  private enum Layout {
    case empty, strings, integers, floats, dates, booleans, mixed
  }

  private var elements: [UInt32] = []
  private var layout: Layout = .empty
  // One of these grows, as the layout says.
  private var codes: [UInt32] = []
  private var dictionary: [String] = []
  private var codesByText: [TextKey: UInt32] = [:]
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var booleans: [UInt8] = []
  private var values: [Value] = []

  /// - Precondition: each element at most once, no nulls.
  mutating func append(_ value: Value, to element: UInt32) {
    elements.append(element)
    if case .empty = layout { layout = PropertyColumnBuilder.layout(for: value) }
    switch (layout, value) {
    case (.strings, .string(let text)): codes.append(code(of: text))
    case (.integers, .integer(let number)): integers.append(number)
    case (.floats, .float(let number)): floats.append(number)
    case (.dates, .date(let date)): integers.append(date.daysSinceEpoch)
    case (.booleans, .boolean(let flag)): booleans.append(flag ? 2 : 1)
    case (.mixed, _): values.append(value)
    default:
      fallBackToMixed()
      values.append(value)
    }
  }

  private static func layout(for value: Value) -> Layout {
    switch value {
    case .string: .strings
    case .integer: .integers
    case .float: .floats
    case .date: .dates
    case .boolean: .booleans
    default: .mixed
    }
  }

  private mutating func code(of text: String) -> UInt32 {
    let key = TextKey(text)
    if let code = codesByText[key] { return code }
    dictionary.append(text)
    let code = UInt32(dictionary.count)
    codesByText[key] = code
    return code
  }

  private mutating func fallBackToMixed() {
    values =
      switch layout {
      case .strings: codes.map { .string(dictionary[Int($0) - 1]) }
      case .integers: integers.map { .integer($0) }
      case .floats: floats.map { .float($0) }
      case .dates: integers.map { .date(CalendarDate(daysSinceEpoch: $0)) }
      case .booleans: booleans.map { .boolean($0 == 2) }
      case .empty, .mixed: values
      }
    codes = []
    dictionary = []
    codesByText = [:]
    integers = []
    floats = []
    booleans = []
    layout = .mixed
  }

  /// Packs the column. `final` maps an element's number of arrival to its final number.
  func build(final: (UInt32) -> UInt32) -> PropertyColumn {
    let places = elements.map(final)
    let first = places.min() ?? 0
    let count = places.isEmpty ? 0 : Int(places.max()! - first) + 1
    func scatter<T>(_ source: [T], absent: T) -> [T] {
      var target = [T](repeating: absent, count: count)
      for (place, element) in zip(places, source) { target[Int(place - first)] = element }
      return target
    }
    func presence() -> PresenceBits {
      var words = [UInt64](repeating: 0, count: (count + 63) / 64)
      for place in places {
        let position = place - first
        words[Int(position >> 6)] |= 1 << UInt64(position & 63)
      }
      return PresenceBits(words: PackedArray(words))
    }
    switch layout {
    case .empty: return .mixed(first: 0, values: [])
    case .strings:
      return .strings(first: first, codes: PackedArray(scatter(codes, absent: 0)), dictionary: dictionary)
    case .integers:
      return .integers(first: first, numbers: PackedArray(scatter(integers, absent: 0)), present: presence())
    case .floats:
      return .floats(first: first, numbers: PackedArray(scatter(floats, absent: 0)), present: presence())
    case .dates:
      return .dates(first: first, days: PackedArray(scatter(integers, absent: 0)), present: presence())
    case .booleans:
      return .booleans(first: first, states: PackedArray(scatter(booleans, absent: 0)))
    case .mixed: return .mixed(first: first, values: scatter(values, absent: .null))
    }
  }
}
