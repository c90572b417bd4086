/// Writes JSON piece by piece into bytes, with the commas.
///
/// What is open is the caller's to close; `takeBytes()` lets a long answer leave in portions.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8]
  private var needsComma = false

  public init(reservingCapacity capacity: Int = 0) {
    bytes = []
    bytes.reserveCapacity(capacity)
  }

  /// What was written so far, as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Hands out what was written and goes on with nothing, in the midst of an object or array too.
  public mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  /// Forgets what was written, and goes on with nothing.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  // MARK: Structure

  public mutating func beginObject() { open("{") }
  public mutating func endObject() { close("}") }
  public mutating func beginArray() { open("[") }
  public mutating func endArray() { close("]") }

  public mutating func key(_ name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// An object whose members `members` writes.
  public mutating func object<E: Error>(_ members: (inout JSONWriter) throws(E) -> Void) throws(E) {
    beginObject()
    try members(&self)
    endObject()
  }

  /// An array with what `item` writes for each element.
  public mutating func array<Elements: Sequence, E: Error>(
    _ elements: Elements, item: (inout JSONWriter, Elements.Element) throws(E) -> Void
  ) throws(E) {
    beginArray()
    for element in elements { try item(&self, element) }
    endArray()
  }

  /// Ends a line of JSON lines; what follows is a new text.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  // MARK: Values

  public mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
    needsComma = true
  }

  /// A text given by its bytes.
  @unsafe
  mutating func string(bytes text: UnsafeBufferPointer<UInt8>) {
    separate()
    unsafe JSONText.append(text, to: &bytes)
    needsComma = true
  }

  public mutating func integer(_ number: some BinaryInteger) {
    separate()
    JSONText.append(Int64(clamping: number), to: &bytes)
    needsComma = true
  }

  /// A plain JSON number, for figures such as times; not finite: `null`. A float of the graph is a `value(_:)`.
  public mutating func number(_ number: Double) {
    separate()
    bytes.append(contentsOf: (number.isFinite ? number.description : "null").utf8)
    needsComma = true
  }

  public mutating func boolean(_ flag: Bool) { literal(flag ? "true" : "false") }
  public mutating func null() { literal("null") }

  /// A value with its tags; nodes, relationships and paths are written by `element`.
  public mutating func value(
    _ value: Value, element: (Value, inout JSONWriter) -> Void = { _, writer in writer.null() }
  ) {
    switch value {
    case .node, .relationship, .path: element(value, &self)
    case .list(let items):
      array(items) { writer, item in writer.value(item, element: element) }
    case .map(let members): map(members, element: element)
    default:
      separate()
      TaggedJSON.append(value, to: &bytes)
      needsComma = true
    }
  }

  private mutating func map(_ members: [String: Value], element: (Value, inout JSONWriter) -> Void) {
    let needsTag = members.keys.contains { TaggedJSON.isReserved($0) }
    if needsTag {
      beginObject()
      key("~map")
    }
    object { writer in
      for name in members.keys.sorted(by: { $0.precedesByCodePoints($1) }) {
        writer.key(name)
        writer.value(members[name] ?? .null, element: element)
      }
    }
    if needsTag { endObject() }
  }

  // MARK: Pieces

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func literal(_ word: String) {
    separate()
    bytes.append(contentsOf: word.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: Unicode.Scalar) {
    separate()
    bytes.append(UInt8(ascii: bracket))
    needsComma = false
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    bytes.append(UInt8(ascii: bracket))
    needsComma = true
  }
}
