/// Takes the clock out of a PDF, so that the same picture has the same bytes.
enum PDFFinish {
  /// The digits of `/CreationDate (D:…)` as those of a fixed day; nothing moves, so offsets stay right.
  static func withoutDate(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    let mark = Array("/CreationDate (D:".utf8)
    let fixed = Array("20000101000000".utf8)
    var index = 0
    while index + mark.count + fixed.count <= result.count {
      guard result[index] == mark[0], result[index..<(index + mark.count)].elementsEqual(mark) else {
        index += 1
        continue
      }
      index += mark.count
      for digit in fixed {
        guard index < result.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(result[index]) else { break }
        result[index] = digit
        index += 1
      }
      // What is left is the zone, `+hh'mm` or `Z`.
      while index < result.count, result[index] != UInt8(ascii: ")") {
        if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(result[index]) { result[index] = UInt8(ascii: "0") }
        if result[index] == UInt8(ascii: "-") { result[index] = UInt8(ascii: "+") }
        index += 1
      }
    }
    return result
  }
}
