import Temporals

/// Gathers one property's values in order of arrival and packs them once all elements have their final number.
@safe
final class PropertyColumnBuilder {
  private enum Layout {
    case empty, strings, integers, floats, dates, booleans, mixed
  }

  /// The elements that have a value; `nil` while they are the first ones without a gap.
  @exclusivity(unchecked) private var elements: GrowingArray<UInt32>?
  @exclusivity(unchecked) private var layout: Layout = .empty
  @exclusivity(unchecked) private(set) var count = 0
  // One of these grows, as the layout says.
  @exclusivity(unchecked) private var texts = TextInterner()
  @exclusivity(unchecked) private var codes = GrowingArray<UInt32>()
  @exclusivity(unchecked) private var integers = GrowingArray<Int64>()
  @exclusivity(unchecked) private var floats = GrowingArray<Double>()
  @exclusivity(unchecked) private var days = GrowingArray<Int32>()
  @exclusivity(unchecked) private var booleans = GrowingArray<UInt8>()

  // MARK: Gathering

  /// - Precondition: elements rise; no nulls, nothing that `TaggedJSON` cannot hold.
  func append(_ value: Value, to element: UInt32) {
    switch value {
    case .string(var text): text.withUTF8 { bytes in _ = unsafe append(text: bytes, to: element) { _ in true } }
    case .integer(let number): append(number, to: element)
    case .float(let number):
      if begins(.floats, element) { unsafe floats.append(number) } else { appendMixed(value) }
    case .date(let date):
      if let day = Int32(exactly: date.daysSinceEpoch) {
        append(day: day, to: element)
      } else {
        fallBack(value, element)
      }
    case .boolean(let flag): append(flag, to: element)
    default: fallBack(value, element)
    }
  }

  /// - Parameter isValid: asked once for each distinct text.
  /// - Returns: `false` for a text that is not valid; nothing is added then.
  @inline(__always)
  func append(
    text: UnsafeBufferPointer<UInt8>, to element: UInt32, isValid: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    if unsafe layout == .strings || layout == .empty {
      guard let code = unsafe texts.number(of: text, isValid: isValid) else { return false }
      _ = begins(.strings, element)
      unsafe codes.append(code + 1)
      return true
    }
    guard unsafe isValid(text) else { return false }
    fallBack(.string(unsafe String(decoding: text, as: UTF8.self)), element)
    return true
  }

  @inline(__always)
  func append(_ number: Int64, to element: UInt32) {
    if begins(.integers, element) { unsafe integers.append(number) } else { appendMixed(.integer(number)) }
  }

  @inline(__always)
  func append(day: Int32, to element: UInt32) {
    if begins(.dates, element) {
      unsafe days.append(day)
    } else {
      appendMixed(.date(CalendarDate(daysSinceEpoch: Int64(day))))
    }
  }

  @inline(__always)
  func append(_ flag: Bool, to element: UInt32) {
    if begins(.booleans, element) { unsafe booleans.append(flag ? 2 : 1) } else { appendMixed(.boolean(flag)) }
  }

  private func fallBack(_ value: Value, _ element: UInt32) {
    _ = begins(.mixed, element)
    appendMixed(value)
  }

  /// Notes an element, and says whether its value fits the layout; else the column is a mixed one from now on.
  @inline(__always)
  private func begins(_ wanted: Layout, _ element: UInt32) -> Bool {
    if let elements = unsafe elements {
      elements.append(element)
    } else if unsafe Int(element) != count {
      noteGap(before: element)
    }
    unsafe count += 1
    if unsafe layout == wanted { return true }
    if unsafe layout == .empty {
      unsafe layout = wanted
      return true
    }
    if unsafe layout != .mixed { becomeMixed() }
    return false
  }

  @inline(never)
  private func noteGap(before element: UInt32) {
    let listed = unsafe GrowingArray<UInt32>(capacity: count + 16)
    for position in unsafe 0..<UInt32(count) { listed.append(position) }
    listed.append(element)
    unsafe elements = listed
  }

  private func appendMixed(_ value: Value) {
    var bytes: [UInt8] = []
    TaggedJSON.append(value, to: &bytes)
    let code = unsafe bytes.withUnsafeBufferPointer { unsafe texts.number(of: $0) }
    unsafe codes.append((code ?? 0) + 1)
  }

  /// Writes what was gathered anew, as JSON.
  private func becomeMixed() {
    let before = unsafe layout
    unsafe layout = .mixed
    switch before {
    case .empty, .mixed: break
    case .strings:
      let (strings, old) = unsafe (texts, codes)
      unsafe texts = TextInterner()
      unsafe codes = unsafe GrowingArray(capacity: old.count + 1)
      for position in unsafe 0..<old.count {
        appendMixed(.string(unsafe String(decoding: strings.text(Int(old[position]) - 1), as: UTF8.self)))
      }
    case .integers: for position in unsafe 0..<integers.count { unsafe appendMixed(.integer(integers[position])) }
    case .floats: for position in unsafe 0..<floats.count { unsafe appendMixed(.float(floats[position])) }
    case .dates:
      for position in unsafe 0..<days.count {
        unsafe appendMixed(.date(CalendarDate(daysSinceEpoch: Int64(days[position]))))
      }
    case .booleans: for position in unsafe 0..<booleans.count { unsafe appendMixed(.boolean(booleans[position] == 2)) }
    }
    unsafe integers = GrowingArray()
    unsafe floats = GrowingArray()
    unsafe days = GrowingArray()
    unsafe booleans = GrowingArray()
  }

  // MARK: Packing

  /// Packs the column.
  /// - Parameter final: the final number of each element by its number of arrival; `nil` where they are the same.
  func build(final: PackedArray<UInt32>?) -> (column: PropertyColumn, statistics: ColumnStatistics)? {
    guard unsafe count > 0 else { return nil }
    var places = unsafe Places(elements: elements, count: count, final: final)
    if places.isSparse {
      let rank = places.rankBySorting()
      let values = packed(rank)
      let distinct = distinctCount(values)
      return unsafe (
        .sparse(elements: places.sorted, values: values), ColumnStatistics(present: count, distinct: distinct)
      )
    }
    let column = packed(places)
    return unsafe (column, ColumnStatistics(present: count, distinct: distinctCount(column)))
  }

  private func packed(_ places: Places) -> PropertyColumn {
    let first = places.first
    switch unsafe layout {
    case .strings: return unsafe .strings(first: first, codes: places.scatter(codes), dictionary: texts.packed())
    case .mixed, .empty: return unsafe .mixed(first: first, codes: places.scatter(codes), values: texts.packed())
    case .integers:
      return unsafe .integers(first: first, numbers: places.scatter(integers), present: places.presence())
    case .floats: return unsafe .floats(first: first, numbers: places.scatter(floats), present: places.presence())
    case .dates: return unsafe .dates(first: first, days: places.scatter(days), present: places.presence())
    case .booleans: return unsafe .booleans(first: first, states: places.scatter(booleans))
    }
  }

  private func distinctCount(_ column: PropertyColumn) -> Int {
    switch column {
    case .strings(_, _, let texts), .mixed(_, _, let texts): texts.count
    case .integers(_, let numbers, _): DistinctCount.estimate(numbers.lazy.map { $0 }, present: unsafe count)
    case .floats(_, let numbers, _):
      DistinctCount.estimate(numbers.lazy.map { Int64(bitPattern: $0.bitPattern) }, present: unsafe count)
    case .dates(_, let days, _): DistinctCount.estimate(days.lazy.map { Int64($0) }, present: unsafe count)
    case .booleans(_, let states): (states.contains(1) ? 1 : 0) + (states.contains(2) ? 1 : 0)
    case .sparse(_, let values): distinctCount(values)
    }
  }
}

/// Where the gathered values of a column go.
private struct Places {
  private let elements: GrowingArray<UInt32>?
  private let count: Int
  private let final: PackedArray<UInt32>?
  private var ranks: PackedArray<UInt32>?
  private(set) var first: UInt32 = 0
  private var span = 0
  /// The final numbers in rising order, of a sparse column.
  private(set) var sorted = PackedArray<UInt32>()

  init(elements: GrowingArray<UInt32>?, count: Int, final: PackedArray<UInt32>?) {
    self.elements = elements
    self.count = count
    self.final = final
    guard count > 0 else { return }
    var lowest = UInt32.max
    var highest: UInt32 = 0
    for position in 0..<count {
      let place = place(position)
      lowest = min(lowest, place)
      highest = max(highest, place)
    }
    first = lowest
    span = Int(highest - lowest) + 1
  }

  /// Whether listing the elements takes less room than leaving gaps.
  var isSparse: Bool { span > 1024 && span / 8 > count }

  @inline(__always)
  private func place(_ position: Int) -> UInt32 {
    if let ranks { return ranks[position] }
    let element = elements?[position] ?? UInt32(position)
    return final?[Int(element)] ?? element
  }

  /// The places of the values in a column by rank.
  mutating func rankBySorting() -> Places {
    let final = (0..<count).map { place($0) }
    let order = (0..<count).sorted { final[$0] < final[$1] }
    sorted = PackedArray(order.map { final[$0] })
    var rank = [UInt32](repeating: 0, count: count)
    for (position, element) in order.enumerated() { rank[element] = UInt32(position) }
    var places = self
    places.ranks = PackedArray(rank)
    places.first = 0
    places.span = count
    return places
  }

  private var isInPlace: Bool { ranks == nil && elements == nil && final == nil }

  func scatter<Number: BitwiseCopyable & Sendable & ExpressibleByIntegerLiteral>(
    _ source: GrowingArray<Number>
  ) -> PackedArray<Number> {
    if isInPlace, unsafe source.count == span { return source.packed() }
    return unsafe PackedArray(count: span) { target in
      if unsafe source.count < span { unsafe target.initialize(repeating: 0) }
      for position in unsafe 0..<min(count, source.count) {
        unsafe target[Int(place(position) - first)] = source[position]
      }
    }
  }

  func presence() -> PresenceBits {
    if count == span { return PresenceBits(words: PackedArray()) }
    return PresenceBits(
      words: unsafe PackedArray(count: (span + 63) / 64) { words in
        unsafe words.initialize(repeating: 0)
        for position in 0..<count {
          let offset = Int(place(position) - first)
          unsafe words[offset >> 6] |= 1 << UInt64(offset & 63)
        }
      })
  }
}
