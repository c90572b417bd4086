/// Reads a text byte by byte; all temporal texts are ASCII.
struct TextScanner {
  private let bytes: String.UTF8View
  private var position: String.UTF8View.Index

  init(_ text: String) {
    bytes = text.utf8
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }
  var next: UInt8? { isAtEnd ? nil : bytes[position] }

  /// How many digits come next.
  var digitsAhead: Int {
    var count = 0
    var index = position
    while index != bytes.endIndex, isDigit(bytes[index]) {
      count += 1
      bytes.formIndex(after: &index)
    }
    return count
  }

  mutating func advance() { bytes.formIndex(after: &position) }

  /// - Returns: whether `byte` came next; then it is passed.
  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    advance()
    return true
  }

  /// Exactly so many digits as a number; `nil`, and nothing is passed, if there are fewer.
  mutating func number(digits count: Int) -> Int64? {
    precondition(count <= 18, "more digits than 64 bits hold")
    let start = position
    var value: Int64 = 0
    for _ in 0..<count {
      guard let byte = next, isDigit(byte) else {
        position = start
        return nil
      }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
      advance()
    }
    return value
  }

  /// All digits that come next; `nil` if there are none or more than `limit`.
  mutating func number(upTo limit: Int) -> Int64? {
    let count = digitsAhead
    return (1...limit).contains(count) ? number(digits: count) : nil
  }

  /// The text to the next `byte`, which is passed too; `nil` if there is none.
  mutating func text(to byte: UInt8) -> String? {
    guard let end = bytes[position...].firstIndex(of: byte) else { return nil }
    let text = String(decoding: bytes[position..<end], as: UTF8.self)
    position = bytes.index(after: end)
    return text
  }
}

func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
