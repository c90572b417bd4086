/// Reads the properties of one row after another straight into columns, without values between.
///
/// Rows of a ledger mostly have the same names in the same order; each name is compared with that of the row before.
@safe
final class PropertyScanner {
  private struct Member {
    var name: [UInt8]
    var key: PropertyKeyID
  }

  @exclusivity(unchecked) private var members: [Member] = []

  /// A column's number for a name that was not expected.
  typealias Naming = (String) -> PropertyKeyID

  /// - Throws: `JSONError` for anything but one object of values that a property can have.
  func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, element: UInt32, naming: Naming, columns: ColumnSet
  ) throws(JSONError) {
    var offset = 0
    var position = 0
    guard let base = bytes.baseAddress else { throw JSONError("a value is missing", at: 0) }
    let end = bytes.count
    if end == 2, unsafe base[0] == UInt8(ascii: "{"), unsafe base[1] == UInt8(ascii: "}") { return }
    guard end > 2, unsafe base[0] == UInt8(ascii: "{") else {
      return try unsafe readSlowly(bytes, from: 0, element: element, naming: naming, columns: columns)
    }
    offset = 1
    while true {
      let memberStart = offset
      guard let key = unsafe expectedName(base, end, &offset, position),
        unsafe readValue(base, end, &offset, columns[key], element)
      else {
        // Blanks, escapes, other names, types without a short way: once, from this member on, by the grammar.
        return try unsafe readSlowly(
          bytes, from: position == 0 ? 0 : memberStart, position: position, element: element, naming: naming,
          columns: columns)
      }
      position += 1
      guard offset < end else { break }
      let byte = unsafe base[offset]
      offset += 1
      if byte == UInt8(ascii: ",") { continue }
      if byte == UInt8(ascii: "}"), offset == end { return }
      break
    }
    throw JSONError("expected ',' or '}'", at: offset)
  }

  /// `"name":` if it is the one that stood here in the row before.
  @inline(__always)
  private func expectedName(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ offset: inout Int, _ position: Int
  ) -> PropertyKeyID? {
    guard unsafe position < members.count else { return nil }
    return unsafe members.withUnsafeBufferPointer { (members) -> PropertyKeyID? in
      let count = unsafe members[position].name.count
      guard offset + count <= end else { return nil }
      for index in 0..<count where unsafe base[offset + index] != members[position].name[index] { return nil }
      offset += count
      return unsafe members[position].key
    }
  }

  /// A value that needs no grammar. Nothing is read where it returns `false`.
  @inline(__always)
  private func readValue(
    _ base: UnsafePointer<UInt8>, _ end: Int, _ offset: inout Int, _ column: PropertyColumnBuilder,
    _ element: UInt32
  ) -> Bool {
    guard offset < end else { return false }
    switch unsafe base[offset] {
    case UInt8(ascii: "\""):
      let start = offset + 1
      var next = start
      while next < end {
        let byte = unsafe base[next]
        if byte == UInt8(ascii: "\"") {
          let text = unsafe UnsafeBufferPointer(start: base + start, count: next - start)
          guard unsafe column.append(text: text, to: element, isValid: { unsafe PropertyScanner.isUTF8($0) }) else {
            return false
          }
          offset = next + 1
          return true
        }
        if byte == UInt8(ascii: "\\") || byte < 0x20 { return false }
        next += 1
      }
      return false
    case UInt8(ascii: "{"):
      guard let day = unsafe PropertyScanner.day(base + offset, end - offset) else { return false }
      column.append(day: day, to: element)
      offset += PropertyScanner.dateLength
      return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      var next = offset
      var number: Int64 = 0
      while next < end, case let digit = unsafe base[next] &- UInt8(ascii: "0"), digit < 10 {
        number = number &* 10 &+ Int64(digit)
        next += 1
      }
      let length = next - offset
      guard length <= 18, next < end, unsafe length == 1 || base[offset] != UInt8(ascii: "0"),
        unsafe base[next] == UInt8(ascii: ",") || base[next] == UInt8(ascii: "}")
      else { return false }
      column.append(number, to: element)
      offset = next
      return true
    default: return false
    }
  }

  private static func isUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    (try? UTF8Span(validating: unsafe text.span)) != nil
  }

  /// `{"~date":"2012-03-03"}` and nothing else.
  private static let dateLength = 22

  @inline(__always)
  private static func day(_ base: UnsafePointer<UInt8>, _ count: Int) -> Int32? {
    guard count >= dateLength else { return nil }
    let raw = unsafe UnsafeRawPointer(base)
    // {"~date" and :"YYYY-M as the words they are in memory.
    let head = unsafe raw.loadUnaligned(as: UInt64.self)
    guard UInt64(littleEndian: head) == 0x2265_7461_647E_227B, unsafe base[8] == UInt8(ascii: ":"),
      unsafe base[9] == UInt8(ascii: "\""), unsafe base[14] == UInt8(ascii: "-"),
      unsafe base[17] == UInt8(ascii: "-"), unsafe base[20] == UInt8(ascii: "\""),
      unsafe base[21] == UInt8(ascii: "}")
    else { return nil }
    var isNumber = true
    func digit(_ position: Int) -> Int {
      let digit = unsafe base[position] &- UInt8(ascii: "0")
      if digit > 9 { isNumber = false }
      return Int(digit)
    }
    let year = ((digit(10) * 10 + digit(11)) * 10 + digit(12)) * 10 + digit(13)
    let month = digit(15) * 10 + digit(16)
    let day = digit(18) * 10 + digit(19)
    guard isNumber, (1...12).contains(month), day >= 1, day <= 28 || day <= length(month, of: year) else { return nil }
    return daysSinceEpoch(year, month, day)
  }

  private static func length(_ month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// - Source: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
  @inline(__always)
  private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }

  // MARK: By the grammar

  /// Reads members from an offset on, and keeps their names for the next row.
  @inline(never)
  private func readSlowly(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, position: Int = 0, element: UInt32, naming: Naming,
    columns: ColumnSet
  ) throws(JSONError) {
    let span = unsafe bytes.span
    var parser = TaggedJSONParser(offset: start)
    var position = position
    if start == 0, !(try parser.beginObject(in: span)) { return try parser.finish(in: span) }
    repeat {
      let name = try parser.memberName(in: span)
      let value = try parser.value(in: span)
      let key = naming(name)
      if !value.isNull { columns[key].append(value, to: element) }
      remember(name, key, at: position)
      position += 1
    } while try parser.nextMember(in: span)
    try parser.finish(in: span)
  }

  private func remember(_ name: String, _ key: PropertyKeyID, at position: Int) {
    var bytes: [UInt8] = []
    TaggedJSON.appendKey(name, to: &bytes)
    let member = Member(name: bytes, key: key)
    if unsafe position < members.count {
      unsafe members[position] = member
    } else if position < 256 {
      unsafe members.append(member)
    }
  }
}

/// The columns of nodes or of relationships that are being built, by property key.
@safe
final class ColumnSet {
  @exclusivity(unchecked) private(set) var builders: [PropertyColumnBuilder] = []

  @inline(__always)
  subscript(key: PropertyKeyID) -> PropertyColumnBuilder {
    let number = Int(key.raw)
    if unsafe number >= builders.count { grow(to: number) }
    return unsafe builders[number]
  }

  @inline(never)
  private func grow(to number: Int) {
    while unsafe builders.count <= number { unsafe builders.append(PropertyColumnBuilder()) }
  }
}
