/// Compiled time zone data.
///
/// - Source: RFC 9636 (TZif), §3; the 64-bit data and the footer, so version 2 or later.
enum TZifReader {
  /// - Returns: `nil` if the bytes are not TZif of version 2 or later, or contradict themselves.
  static func rules(of bytes: [UInt8]) -> TimeZoneRules? {
    // The first block is the same data in 32 bits, for readers of version 1.
    guard let old = Header(bytes, at: 0), old.version >= UInt8(ascii: "2") else { return nil }
    let start = Header.size + old.dataSize(timeSize: 4)
    guard let header = Header(bytes, at: start), header.typeCount > 0 else { return nil }
    let times = start + Header.size
    let indices = times + header.timeCount * 8
    let types = indices + header.timeCount
    let footer = times + header.dataSize(timeSize: 8)
    guard footer < bytes.count else { return nil }

    var offsets: [Int32] = []
    for type in 0..<header.typeCount {
      let offset = Int32(truncatingIfNeeded: bigEndian(bytes, at: types + type * 6, size: 4))
      guard UTCOffset.range.contains(Int64(offset)) else { return nil }
      offsets.append(offset)
    }
    var transitions: [TimeZoneRules.Transition] = []
    for index in 0..<header.timeCount {
      let time = bigEndian(bytes, at: times + index * 8, size: 8)
      let type = Int(bytes[indices + index])
      guard type < offsets.count, transitions.last.map({ $0.epochSecond < time }) ?? true else { return nil }
      transitions.append(.init(epochSecond: time, offset: offsets[type]))
    }
    var rules = TimeZoneRules(transitions: transitions, firstOffset: offsets[0], rule: nil)
    let text = footerText(bytes, at: footer)
    guard let text else { return nil }
    if !text.isEmpty {
      guard let rule = PosixTimeZoneRule(text) else { return nil }
      rules.rule = rule
    }
    return rules
  }

  /// Newline, text, newline.
  private static func footerText(_ bytes: [UInt8], at position: Int) -> String? {
    let newline = UInt8(ascii: "\n")
    guard bytes[position] == newline, let end = bytes[(position + 1)...].firstIndex(of: newline) else { return nil }
    return String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
  }

  private struct Header {
    static let size = 44
    var version: UInt8
    var isUTCount, isStandardCount, leapCount, timeCount, typeCount, abbreviationSize: Int

    init?(_ bytes: [UInt8], at position: Int) {
      guard position >= 0, position + Header.size <= bytes.count else { return nil }
      guard bytes[position..<(position + 4)].elementsEqual("TZif".utf8) else { return nil }
      version = bytes[position + 4]
      let counts = (0..<6).map { Int(bigEndian(bytes, at: position + 20 + $0 * 4, size: 4)) }
      // A file has at most a mebibyte, so that larger counts are lies; smaller ones cannot overflow below.
      guard counts.allSatisfy({ (0...(1 << 20)).contains($0) }) else { return nil }
      (isUTCount, isStandardCount, leapCount) = (counts[0], counts[1], counts[2])
      (timeCount, typeCount, abbreviationSize) = (counts[3], counts[4], counts[5])
    }

    func dataSize(timeSize: Int) -> Int {
      timeCount * (timeSize + 1) + typeCount * 6 + abbreviationSize + leapCount * (timeSize + 4) + isStandardCount
        + isUTCount
    }
  }

  /// Signed if `size` is 8.
  private static func bigEndian(_ bytes: [UInt8], at position: Int, size: Int) -> Int64 {
    var value: UInt64 = 0
    for index in position..<(position + size) { value = value << 8 | UInt64(bytes[index]) }
    return Int64(bitPattern: value)
  }
}
