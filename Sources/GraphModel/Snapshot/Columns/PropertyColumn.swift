import Temporals

/// The values of one property, for a stretch of neighbouring elements: packed where one type rules, else as texts of
/// JSON. Elements outside the stretch have no such property.
public enum PropertyColumn: Sendable {
  /// Codes into a dictionary of distinct texts; 0 is *absent*, code *c* is text *c* − 1.
  case strings(first: UInt32, codes: PackedArray<UInt32>, dictionary: TextDictionary)
  case integers(first: UInt32, numbers: PackedArray<Int64>, present: PresenceBits)
  case floats(first: UInt32, numbers: PackedArray<Double>, present: PresenceBits)
  /// Days since 1970-01-01.
  case dates(first: UInt32, days: PackedArray<Int32>, present: PresenceBits)
  /// 0 absent, 1 false, 2 true.
  case booleans(first: UInt32, states: PackedArray<UInt8>)
  /// Lists, times, and types that mix: codes as for strings, into distinct values as tagged JSON.
  case mixed(first: UInt32, codes: PackedArray<UInt32>, values: TextDictionary)
  /// Few of a wide stretch have a value: those, in order of number, and the column of their values by position.
  indirect case sparse(elements: PackedArray<UInt32>, values: PropertyColumn)

  public enum Kind: UInt8, Sendable {
    case strings, integers, floats, dates, booleans, mixed, sparse
  }

  public var kind: Kind {
    switch self {
    case .strings: .strings
    case .integers: .integers
    case .floats: .floats
    case .dates: .dates
    case .booleans: .booleans
    case .mixed: .mixed
    case .sparse: .sparse
    }
  }

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
      return .date(CalendarDate(daysSinceEpoch: Int64(days[offset])))
    case .booleans(let first, let states):
      guard let offset = states.offset(of: element, from: first) else { return .null }
      return states[offset] == 0 ? .null : .boolean(states[offset] == 2)
    case .mixed(let first, let codes, let values):
      guard let offset = codes.offset(of: element, from: first), codes[offset] > 0 else { return .null }
      return PropertyColumn.value(Int(codes[offset]) - 1, of: values)
    case .sparse(let elements, let values):
      guard let position = elements.sortedPosition(of: element) else { return .null }
      return values.value(at: UInt32(position))
    }
  }

  /// A value of a mixed column.
  static func value(_ position: Int, of values: TextDictionary) -> Value {
    unsafe values.withBytes(of: position) { bytes in unsafe (try? TaggedJSON.parse(bytes.span)) ?? .null }
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
      case .mixed(let first, let codes, _): (first, codes.count)
      case .sparse(let elements, _): (elements.first ?? 0, Int(elements.last ?? 0) + 1 - Int(elements.first ?? 1))
      }
    return first..<first + UInt32(count)
  }

  /// The code of a text in a column of strings: two elements of the column have the same text exactly if they have the
  /// same code. `nil` if no element has the text, or the column is no column of strings.
  public func code(for text: String) -> UInt32? {
    guard case .strings(_, _, let dictionary) = self else { return nil }
    return dictionary.position(of: text).map { $0 + 1 }
  }
}

/// One bit per position of a column.
@frozen
public struct PresenceBits: Sendable {
  /// Empty where every position has a value.
  @usableFromInline let words: PackedArray<UInt64>

  init(words: PackedArray<UInt64>) { self.words = words }

  /// Whether every position has a value, so that nobody need ask for each.
  @inlinable public var isFull: Bool { words.isEmpty }

  @inlinable
  public func contains(_ position: Int) -> Bool {
    words.isEmpty || words[position >> 6] >> (UInt64(position) & 63) & 1 == 1
  }
}

extension PackedArray {
  fileprivate func offset(of element: UInt32, from first: UInt32) -> Int? {
    let offset = Int(element) - Int(first)
    return offset >= 0 && offset < count ? offset : nil
  }
}

extension PackedArray where Element: Comparable {
  /// The position of an element in rising order.
  func sortedPosition(of element: Element) -> Int? {
    sortedPosition(of: element, in: 0..<count)
  }

  func sortedPosition(of element: Element, in range: Range<Int>) -> Int? {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && self[low] == element ? low : nil
  }
}
