/// Reads tagged JSON from bytes by recursive descent. The bytes come with every call, so that they can be lent.
///
/// - Source: RFC 8259 for the grammar, TCK line protocol §3 for the tags.
struct TaggedJSONParser {
  private static let depthLimit = 512

  private(set) var offset = 0
  private var depth = 0

  /// Whether a key that begins with `~` gives a value its type.
  private let understandsTags: Bool

  init(offset: Int = 0, understandsTags: Bool = true) {
    self.offset = offset
    self.understandsTags = understandsTags
  }

  // MARK: Values

  /// value ::= object | array | string | number | "true" | "false" | "null"
  mutating func value(in bytes: Span<UInt8>) throws(JSONError) -> Value {
    skipBlanks(in: bytes)
    guard offset < bytes.count else { throw JSONError("a value is missing", at: offset) }
    switch bytes[offset] {
    case JSONText.quote: return .string(try string(in: bytes))
    case UInt8(ascii: "{"): return try nested { parser throws(JSONError) in try parser.object(in: bytes) }
    case UInt8(ascii: "["): return try nested { parser throws(JSONError) in try parser.array(in: bytes) }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number(in: bytes)
    case UInt8(ascii: "t"): return try word("true", .boolean(true), in: bytes)
    case UInt8(ascii: "f"): return try word("false", .boolean(false), in: bytes)
    case UInt8(ascii: "n"): return try word("null", .null, in: bytes)
    default: throw JSONError("this is not the beginning of a value", at: offset)
    }
  }

  mutating func finish(in bytes: Span<UInt8>) throws(JSONError) {
    skipBlanks(in: bytes)
    if offset < bytes.count { throw JSONError("something follows the value", at: offset) }
  }

  private mutating func nested(
    _ read: (inout TaggedJSONParser) throws(JSONError) -> Value
  ) throws(JSONError) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > TaggedJSONParser.depthLimit {
      throw JSONError("more than \(TaggedJSONParser.depthLimit) levels deep", at: offset)
    }
    return try read(&self)
  }

  private mutating func word(
    _ word: StaticString, _ value: Value, in bytes: Span<UInt8>
  ) throws(JSONError) -> Value {
    let text = word.description.utf8
    guard bytes.count - offset >= text.count else { throw JSONError("expected '\(word)'", at: offset) }
    for (position, byte) in text.enumerated() where bytes[offset + position] != byte {
      throw JSONError("expected '\(word)'", at: offset)
    }
    offset += text.count
    return value
  }

  // MARK: Arrays and objects

  /// array ::= "[" [ value *( "," value ) ] "]"
  private mutating func array(in bytes: Span<UInt8>) throws(JSONError) -> Value {
    offset += 1
    var items: [Value] = []
    skipBlanks(in: bytes)
    if take(UInt8(ascii: "]"), in: bytes) { return .list(items) }
    while true {
      items.append(try value(in: bytes))
      skipBlanks(in: bytes)
      if take(UInt8(ascii: "]"), in: bytes) { return .list(items) }
      try expect(UInt8(ascii: ","), in: bytes)
    }
  }

  /// object ::= "{" [ member *( "," member ) ] "}"; one whose first key begins with `~` is a tagged value.
  private mutating func object(in bytes: Span<UInt8>) throws(JSONError) -> Value {
    let start = offset
    guard try beginObject(in: bytes) else { return .map([:]) }
    let first = try memberName(in: bytes)
    if understandsTags, TaggedJSON.isReserved(first) { return try tagged(first, in: bytes, start: start) }
    return .map(try members(from: first, in: bytes, reservedAllowed: !understandsTags))
  }

  private mutating func members(
    from first: String, in bytes: Span<UInt8>, reservedAllowed: Bool
  ) throws(JSONError) -> [String: Value] {
    var members = [String: Value](minimumCapacity: 3)
    var name = first
    while true {
      let place = offset
      if members.updateValue(try value(in: bytes), forKey: name) != nil {
        throw JSONError("the key '\(name)' is given twice", at: place)
      }
      guard try nextMember(in: bytes) else { return members }
      let namePlace = offset
      name = try memberName(in: bytes)
      if !reservedAllowed, TaggedJSON.isReserved(name) {
        throw JSONError("a tag such as '\(name)' stands alone", at: namePlace)
      }
    }
  }

  /// - Returns: whether the object has a member.
  mutating func beginObject(in bytes: Span<UInt8>) throws(JSONError) -> Bool {
    skipBlanks(in: bytes)
    try expect(UInt8(ascii: "{"), in: bytes)
    skipBlanks(in: bytes)
    return !take(UInt8(ascii: "}"), in: bytes)
  }

  /// The name of a member with its colon.
  mutating func memberName(in bytes: Span<UInt8>) throws(JSONError) -> String {
    skipBlanks(in: bytes)
    guard offset < bytes.count, bytes[offset] == JSONText.quote else {
      throw JSONError("a key in quotes is missing", at: offset)
    }
    let name = try string(in: bytes)
    skipBlanks(in: bytes)
    try expect(UInt8(ascii: ":"), in: bytes)
    return name
  }

  /// - Returns: whether another member follows; the closing brace is taken.
  mutating func nextMember(in bytes: Span<UInt8>) throws(JSONError) -> Bool {
    skipBlanks(in: bytes)
    if take(UInt8(ascii: "}"), in: bytes) { return false }
    try expect(UInt8(ascii: ","), in: bytes)
    return true
  }

  // MARK: Tags

  private mutating func tagged(
    _ tag: String, in bytes: Span<UInt8>, start: Int
  ) throws(JSONError) -> Value {
    let value: Value
    if tag == "~map" {
      guard try beginObject(in: bytes) else { return try closeTag(.map([:]), tag, in: bytes) }
      let first = try memberName(in: bytes)
      value = .map(try members(from: first, in: bytes, reservedAllowed: true))
    } else {
      skipBlanks(in: bytes)
      guard offset < bytes.count, bytes[offset] == JSONText.quote else {
        throw JSONError("'\(tag)' takes a string", at: offset)
      }
      let place = offset
      value = try TaggedText.value(tag: tag, text: try string(in: bytes), tagOffset: start, textOffset: place)
    }
    return try closeTag(value, tag, in: bytes)
  }

  private mutating func closeTag(
    _ value: Value, _ tag: String, in bytes: Span<UInt8>
  ) throws(JSONError) -> Value {
    if try nextMember(in: bytes) { throw JSONError("a tag such as '\(tag)' stands alone", at: offset) }
    return value
  }

  // MARK: Numbers

  /// number ::= [ "-" ] int [ frac ] [ exp ]
  private mutating func number(in bytes: Span<UInt8>) throws(JSONError) -> Value {
    let start = offset
    let isNegative = take(UInt8(ascii: "-"), in: bytes)
    let firstDigit = offset
    var number: Int64 = 0
    var overflow = false
    while let digit = digit(in: bytes) {
      let (product, over1) = number.multipliedReportingOverflow(by: 10)
      let (sum, over2) = product.addingReportingOverflow(isNegative ? -Int64(digit) : Int64(digit))
      overflow = overflow || over1 || over2
      number = sum
      offset += 1
    }
    if offset == firstDigit { throw JSONError("a digit is missing", at: offset) }
    if offset - firstDigit > 1, bytes[firstDigit] == UInt8(ascii: "0") {
      throw JSONError("a number does not begin with 0", at: firstDigit)
    }
    var isFloat = false
    if take(UInt8(ascii: "."), in: bytes) {
      isFloat = true
      try digits(in: bytes)
    }
    if take(UInt8(ascii: "e"), in: bytes) || take(UInt8(ascii: "E"), in: bytes) {
      isFloat = true
      if !take(UInt8(ascii: "+"), in: bytes) { _ = take(UInt8(ascii: "-"), in: bytes) }
      try digits(in: bytes)
    }
    if !isFloat {
      if overflow { throw JSONError("an integer has at most 64 bits", at: start) }
      return .integer(number)
    }
    guard let float = Double(try text(start..<offset, in: bytes)), float.isFinite else {
      throw JSONError("the number is beyond the range of floats", at: start)
    }
    return .float(float)
  }

  private func digit(in bytes: Span<UInt8>) -> UInt8? {
    guard offset < bytes.count else { return nil }
    let value = bytes[offset] &- UInt8(ascii: "0")
    return value < 10 ? value : nil
  }

  private mutating func digits(in bytes: Span<UInt8>) throws(JSONError) {
    guard digit(in: bytes) != nil else { throw JSONError("a digit is missing", at: offset) }
    while digit(in: bytes) != nil { offset += 1 }
  }

  // MARK: Strings

  /// - Precondition: a quote is next.
  mutating func string(in bytes: Span<UInt8>) throws(JSONError) -> String {
    offset += 1
    let start = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == JSONText.quote {
        defer { offset += 1 }
        return try text(start..<offset, in: bytes)
      }
      if byte == JSONText.backslash { return try escapedString(from: start, in: bytes) }
      if byte < 0x20 { throw JSONError("a control character stands in a string unescaped", at: offset) }
      offset += 1
    }
    throw JSONError("a string has no end", at: start - 1)
  }

  private mutating func escapedString(from start: Int, in bytes: Span<UInt8>) throws(JSONError) -> String {
    var plain: [UInt8] = []
    for position in start..<offset { plain.append(bytes[position]) }
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case JSONText.quote:
        let count = plain.count
        do { return String(copying: try UTF8Span(validating: plain.span)) } catch {
          throw JSONError("a string of \(count) bytes is not UTF-8", at: start)
        }
      case JSONText.backslash: try escape(into: &plain, in: bytes)
      case ..<0x20: throw JSONError("a control character stands in a string unescaped", at: offset - 1)
      default: plain.append(byte)
      }
    }
    throw JSONError("a string has no end", at: start - 1)
  }

  private mutating func escape(into plain: inout [UInt8], in bytes: Span<UInt8>) throws(JSONError) {
    guard offset < bytes.count else { throw JSONError("a string has no end", at: offset) }
    let place = offset - 1
    let byte = bytes[offset]
    offset += 1
    switch byte {
    case JSONText.quote, JSONText.backslash, UInt8(ascii: "/"): plain.append(byte)
    case UInt8(ascii: "b"): plain.append(0x08)
    case UInt8(ascii: "f"): plain.append(0x0C)
    case UInt8(ascii: "n"): plain.append(0x0A)
    case UInt8(ascii: "r"): plain.append(0x0D)
    case UInt8(ascii: "t"): plain.append(0x09)
    case UInt8(ascii: "u"):
      var code = try codeUnit(in: bytes)
      if code & 0xFC00 == 0xD800, take(JSONText.backslash, in: bytes), take(UInt8(ascii: "u"), in: bytes) {
        let low = try codeUnit(in: bytes)
        if low & 0xFC00 == 0xDC00 { code = 0x10000 + (code & 0x3FF) << 10 + low & 0x3FF }
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONError("half a surrogate pair", at: place) }
      plain.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default: throw JSONError("an unknown escape", at: place)
    }
  }

  private mutating func codeUnit(in bytes: Span<UInt8>) throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt8? = offset < bytes.count ? bytes[offset] : nil
      switch digit {
      case (UInt8(ascii: "0")...UInt8(ascii: "9"))?: code = code << 4 + UInt32(bytes[offset] - UInt8(ascii: "0"))
      case (UInt8(ascii: "a")...UInt8(ascii: "f"))?: code = code << 4 + UInt32(bytes[offset] - UInt8(ascii: "a") + 10)
      case (UInt8(ascii: "A")...UInt8(ascii: "F"))?: code = code << 4 + UInt32(bytes[offset] - UInt8(ascii: "A") + 10)
      default: throw JSONError("four hexadecimal digits are missing", at: offset)
      }
      offset += 1
    }
    return code
  }

  // MARK: Bytes

  private func text(_ range: Range<Int>, in bytes: Span<UInt8>) throws(JSONError) -> String {
    do { return String(copying: try UTF8Span(validating: bytes.extracting(range))) } catch {
      throw JSONError("a string is not UTF-8", at: range.lowerBound)
    }
  }

  private mutating func skipBlanks(in bytes: Span<UInt8>) {
    while offset < bytes.count, bytes[offset] <= 0x20 {
      guard bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D || bytes[offset] == 0x09 else {
        return
      }
      offset += 1
    }
  }

  @inline(__always)
  private mutating func take(_ byte: UInt8, in bytes: Span<UInt8>) -> Bool {
    guard offset < bytes.count, bytes[offset] == byte else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, in bytes: Span<UInt8>) throws(JSONError) {
    if !take(byte, in: bytes) {
      throw JSONError("expected '\(Unicode.Scalar(byte))'", at: offset)
    }
  }
}
