import Temporals

/// The values of one property, for a stretch of neighbouring elements: packed where one type rules, else as values.
/// Elements outside the stretch have no such property.
public enum PropertyColumn: Sendable {
  /// Codes into a dictionary of distinct texts; 0 is *absent*, code *c* is text *c* − 1.
  case strings(first: UInt32, codes: PackedArray<UInt32>, dictionary: [String])
  case integers(first: UInt32, numbers: PackedArray<Int64>, present: PresenceBits)
  case floats(first: UInt32, numbers: PackedArray<Double>, present: PresenceBits)
  /// Days since 1970-01-01.
  case dates(first: UInt32, days: PackedArray<Int64>, present: PresenceBits)
  /// 0 absent, 1 false, 2 true.
  case booleans(first: UInt32, states: PackedArray<UInt8>)
  case mixed(first: UInt32, values: [Value])

  /// The value of an element; null where it has none.
  public func value(at element: UInt32) -> Value {
    switch self {
    case .strings(let first, let codes, let dictionary):
      guard let offset = codes.offset(of: element, from: first) else { return .null }
      let code = codes[offset]
      return code == 0 ? .null : .string(dictionary[Int(code) - 1])
    case .integers(let first, let numbers, let present):
      guard let offset = numbers.offset(of: element, from: first), present.contains(offset) else { return .null }
      return .integer(numbers[offset])
    case .floats(let first, let numbers, let present):
      guard let offset = numbers.offset(of: element, from: first), present.contains(offset) else { return .null }
      return .float(numbers[offset])
    case .dates(let first, let days, let present):
      guard let offset = days.offset(of: element, from: first), present.contains(offset) else { return .null }
      return .date(CalendarDate(daysSinceEpoch: days[offset]))
    case .booleans(let first, let states):
      guard let offset = states.offset(of: element, from: first) else { return .null }
      return states[offset] == 0 ? .null : .boolean(states[offset] == 2)
    case .mixed(let first, let values):
      let offset = Int(element) - Int(first)
      return offset >= 0 && offset < values.count ? values[offset] : .null
    }
  }

  /// The elements the column covers; others have no such property.
  public var coverage: Range<UInt32> {
    let (first, count) =
      switch self {
      case .strings(let first, let codes, _): (first, codes.count)
      case .integers(let first, let numbers, _): (first, numbers.count)
      case .floats(let first, let numbers, _): (first, numbers.count)
      case .dates(let first, let days, _): (first, days.count)
      case .booleans(let first, let states): (first, states.count)
      case .mixed(let first, let values): (first, values.count)
      }
    return first..<first + UInt32(count)
  }
}

/// One bit per position of a column.
public struct PresenceBits: Sendable {
  private let words: PackedArray<UInt64>

  init(words: PackedArray<UInt64>) { self.words = words }

  func contains(_ position: Int) -> Bool { words[position >> 6] >> (UInt64(position) & 63) & 1 == 1 }
}

extension PackedArray {
  fileprivate func offset(of element: UInt32, from first: UInt32) -> Int? {
    let offset = Int(element) - Int(first)
    return offset >= 0 && offset < count ? offset : nil
  }
}
