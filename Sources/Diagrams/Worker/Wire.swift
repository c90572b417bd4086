/// What came from another process is not what it must be.
struct WireError: Error {}

/// Values as bytes between two processes of one program: numbers as eight bytes, the lowest first; texts and lists with
/// their length before them.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    let bits = UInt64(bitPattern: Int64(value))
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> (8 * UInt64(place)))) }
  }

  mutating func double(_ value: Double) { number(Int(truncatingIfNeeded: value.bitPattern)) }

  mutating func data(_ data: [UInt8]) {
    number(data.count)
    bytes += data
  }

  mutating func text(_ text: String) { data(Array(text.utf8)) }

  mutating func list<Item>(_ items: [Item], _ write: (inout WireWriter, Item) -> Void) {
    number(items.count)
    for item in items { write(&self, item) }
  }
}

struct WireReader {
  private let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func number() throws(WireError) -> Int {
    guard bytes.count - place >= 8 else { throw WireError() }
    var bits: UInt64 = 0
    for byte in bytes[place..<(place + 8)].reversed() { bits = bits << 8 | UInt64(byte) }
    place += 8
    return Int(truncatingIfNeeded: bits)
  }

  mutating func double() throws(WireError) -> Double {
    Double(bitPattern: UInt64(truncatingIfNeeded: try number()))
  }

  mutating func data() throws(WireError) -> [UInt8] {
    let length = try number()
    guard length >= 0, length <= bytes.count - place else { throw WireError() }
    place += length
    return Array(bytes[(place - length)..<place])
  }

  mutating func text() throws(WireError) -> String { String(decoding: try data(), as: UTF8.self) }

  mutating func list<Item>(_ read: (inout WireReader) throws(WireError) -> Item) throws(WireError) -> [Item] {
    let count = try number()
    // No item is empty, so a count that is too large is found before memory is taken for it.
    guard count >= 0, count <= bytes.count - place else { throw WireError() }
    var items: [Item] = []
    for _ in 0..<count { items.append(try read(&self)) }
    return items
  }
}
