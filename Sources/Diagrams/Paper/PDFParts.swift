/// The objects of a PDF as cairo writes it, one page in each file.
///
/// - Source: ISO 32000-1, §7.3 (objects) and §7.5 (file structure).
struct PDFParts {
  /// A piece of an object's text: what stays as it is, or a reference to another object.
  enum Piece {
    case bytes(Range<Int>)
    case reference(Int)
  }

  let bytes: [UInt8]
  /// Where each object's contents begin.
  private var starts: [Int: Int] = [:]
  private(set) var page: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    findObjects()
  }

  /// Objects by their heads: cairo's own table names some that were never written.
  private mutating func findObjects() {
    var index = 0
    while let object = nextObject(from: index) {
      starts[object.number] = object.start
      index = end(of: object.start)
      if page == nil, matches(Self.pageStart, at: object.start) { page = object.number }
    }
  }

  private static let pageStart = Array("<< /Type /Page ".utf8)
  private static let objectEnd = Array("endobj".utf8)
  private static let streamStart = Array("stream\n".utf8)
  private static let streamEnd = Array("endstream".utf8)

  private func matches(_ word: [UInt8], at index: Int) -> Bool {
    guard index + word.count <= bytes.count else { return false }
    for (offset, byte) in word.enumerated() where bytes[index + offset] != byte { return false }
    return true
  }

  private func find(_ word: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + word.count <= bytes.count {
      if bytes[index] == word[0], matches(word, at: index) { return index }
      index += 1
    }
    return nil
  }

  /// The next line `N 0 obj`.
  private func nextObject(from start: Int) -> (number: Int, start: Int)? {
    let head = Array(" 0 obj\n".utf8)
    guard let place = find(head, from: start) else { return nil }
    var digits = place
    while digits > 0, PDFParts.isDigit(bytes[digits - 1]) { digits -= 1 }
    return (number(in: digits..<place), place + head.count)
  }

  /// Behind the object that begins here.
  private func end(of start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "(") {
        index = endOfString(index)
      } else if matches(Self.streamStart, at: index) {
        index = find(Self.streamEnd, from: index).map { $0 + Self.streamEnd.count } ?? bytes.count
      } else if matches(Self.objectEnd, at: index) {
        return index
      } else {
        index += 1
      }
    }
    return bytes.count
  }

  /// Behind a text in parentheses, which may hold others and, after a backslash, single ones.
  private func endOfString(_ start: Int) -> Int {
    var depth = 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return index + 1 }
      default: break
      }
      index += 1
    }
    return bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private func number(in range: Range<Int>) -> Int {
    range.prefix(9).reduce(0) { $0 * 10 + Int(bytes[$1] - UInt8(ascii: "0")) }
  }

  /// An object's contents without entries of these names: each with a number, a list or a reference as its value.
  func pieces(of object: Int, without names: [String]) -> [Piece] {
    guard let start = starts[object] else { return [] }
    let left = names.map { Array($0.utf8) + [UInt8(ascii: " ")] }
    let end = end(of: start)
    var pieces: [Piece] = []
    var index = start
    var kept = start
    func keep(to end: Int) { if kept < end { pieces.append(.bytes(kept..<end)) } }
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "(") {
        index = endOfString(index)
      } else if matches(Self.streamStart, at: index) {
        index = end
      } else if byte == UInt8(ascii: "/"), let name = left.first(where: { matches($0, at: index) }) {
        keep(to: index)
        index += name.count
        if bytes[index] == UInt8(ascii: "[") {
          index = (find([UInt8(ascii: "]")], from: index) ?? end) + 1
        } else {
          while index < end, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        }
        kept = index
      } else if PDFParts.isDigit(byte), index == start || !isPartOfWord(bytes[index - 1]),
        let reference = reference(at: index)
      {
        keep(to: index)
        pieces.append(.reference(reference.number))
        index = reference.end
        kept = index
      } else {
        index += 1
      }
    }
    keep(to: end)
    return pieces
  }

  private func isPartOfWord(_ byte: UInt8) -> Bool { byte > 0x20 && byte != UInt8(ascii: "[") }

  /// `N 0 R`.
  private func reference(at start: Int) -> (number: Int, end: Int)? {
    var index = start
    while index < bytes.count, PDFParts.isDigit(bytes[index]) { index += 1 }
    let end = Array(" 0 R".utf8)
    guard matches(end, at: index), index + 4 == bytes.count || !PDFParts.isDigit(bytes[index + 4]) else { return nil }
    return (number(in: start..<index), index + end.count)
  }
}
