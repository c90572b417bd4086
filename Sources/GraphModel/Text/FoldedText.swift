/// Text as it is compared when people search: without case, and without marks on letters.
///
/// å, ä and ö are found by a and o too, and a composed letter by a decomposed one. Works on UTF-8 in a buffer that is
/// used again, since a search looks at every name of a graph.
public struct FoldedText: Equatable, Sendable {
  /// In UTF-8.
  public private(set) var bytes: [UInt8] = []

  public init() {}

  /// A text that is folded already.
  public init(folded bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

  public init(_ text: String) { fold(text) }

  /// Replaces what is here by another text, folded.
  public mutating func fold(_ text: String) {
    bytes.removeAll(keepingCapacity: true)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 {
        bytes.append(Self.lowered(UInt8(scalar.value)))
      } else {
        appendFolded(scalar)
      }
    }
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }

  private mutating func appendFolded(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00A0, 0x2007, 0x202F: bytes.append(0x20)
    case 0x00AD, 0x0300...0x036F: break
    // Hyphens and dashes.
    case 0x2010...0x2015: bytes.append(UInt8(ascii: "-"))
    case 0x2018, 0x2019: bytes.append(UInt8(ascii: "'"))
    case 0x00C0...0x017F:
      if let base = Self.base(scalar.value) {
        bytes.append(contentsOf: base.utf8)
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    default: bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// The letters below a letter of Latin-1 Supplement or Latin Extended-A; `nil` for signs.
  /// - Source: Unicode Character Database, canonical decompositions; ß æ ø œ þ ð đ ħ ł ŧ by use.
  private static func base(_ value: UInt32) -> String? {
    switch value {
    case 0xC0...0xC5, 0xE0...0xE5, 0x100...0x105: "a"
    case 0xC6, 0xE6: "ae"
    case 0xC7, 0xE7, 0x106...0x10D: "c"
    case 0xC8...0xCB, 0xE8...0xEB, 0x112...0x11B: "e"
    case 0xCC...0xCF, 0xEC...0xEF, 0x128...0x131: "i"
    case 0xD0, 0xF0, 0x10E...0x111: "d"
    case 0xD1, 0xF1, 0x143...0x149: "n"
    case 0xD2...0xD6, 0xD8, 0xF2...0xF6, 0xF8, 0x14C...0x151: "o"
    case 0xD9...0xDC, 0xF9...0xFC, 0x168...0x173: "u"
    case 0xDD, 0xFD, 0xFF, 0x176...0x178: "y"
    case 0xDE, 0xFE: "th"
    case 0xDF: "ss"
    case 0x11C...0x123: "g"
    case 0x124...0x127: "h"
    case 0x134...0x135: "j"
    case 0x136...0x138: "k"
    case 0x139...0x142: "l"
    case 0x152, 0x153: "oe"
    case 0x154...0x159: "r"
    case 0x15A...0x161: "s"
    case 0x162...0x167: "t"
    case 0x174, 0x175: "w"
    case 0x179...0x17E: "z"
    default: nil
    }
  }

  /// Where another text begins in this one; `nil` where it does not occur.
  public func firstOffset(of other: FoldedText, from start: Int = 0) -> Int? {
    let wanted = other.bytes
    guard let first = wanted.first else { return start }
    guard bytes.count - start >= wanted.count else { return nil }
    var offset = start
    let last = bytes.count - wanted.count
    while offset <= last {
      if bytes[offset] == first, matches(wanted, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  private func matches(_ wanted: [UInt8], at offset: Int) -> Bool {
    var position = 1
    while position < wanted.count {
      if bytes[offset + position] != wanted[position] { return false }
      position += 1
    }
    return true
  }

  /// Whether a word begins at an offset.
  public func isWordStart(_ offset: Int) -> Bool {
    offset == 0 || !Self.isWordByte(bytes[offset - 1])
  }

  /// Whether a word ends before an offset.
  public func isWordEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || !Self.isWordByte(bytes[offset])
  }

  /// How another text stands in this one at its best: as a whole word, at a word's beginning, or anywhere.
  public func place(of other: FoldedText) -> Place? {
    var best: Place?
    var offset = firstOffset(of: other)
    while let found = offset {
      if isWordStart(found) {
        if isWordEnd(found + other.bytes.count) { return .wholeWord }
        best = .wordStart
      } else if best == nil {
        best = .within
      }
      offset = firstOffset(of: other, from: found + 1)
    }
    return best
  }

  /// Where a text stands in another.
  public enum Place: Sendable { case wholeWord, wordStart, within }

  /// Whether a byte is of a letter or figure.
  public static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The words of the text: what stands between blanks.
  public var words: [FoldedText] {
    bytes.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }.map { FoldedText(folded: $0) }
  }
}
