/// A text with a name, in which a diagnostic points at places: a query, a YAML file, a diagram definition.
///
/// Offsets are UTF-8 offsets; lines and columns count from 1, columns in code points.
public struct SourceText: Sendable {
  /// The file's path as the user gave it, or a word such as `query`.
  public let name: String
  public let utf8: [UInt8]
  private let lineStarts: [Int]

  public init(name: String, text: String) {
    self.init(name: name, utf8: Array(text.utf8))
  }

  public init(name: String, utf8: [UInt8]) {
    self.name = name
    self.utf8 = utf8
    var starts = [0]
    for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// The line and column of an offset; an offset past the end is the end.
  /// - Complexity: O(log *lines* + *length of the line*).
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = min(max(offset, 0), utf8.count)
    let index = lineIndex(of: offset)
    return (index + 1, 1 + codePoints(in: lineStarts[index]..<offset))
  }

  /// The text of a span.
  public func text(of span: SourceSpan) -> String {
    let lower = min(max(span.lower, 0), utf8.count)
    let upper = min(max(span.upper, lower), utf8.count)
    return String(decoding: utf8[lower..<upper], as: UTF8.self)
  }

  /// Where a span begins, with its line as an excerpt.
  public func place(of span: SourceSpan) -> DiagnosticPlace {
    let (line, column) = position(at: span.lower)
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : utf8.count
    if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    let marked = min(max(span.upper, span.lower), end)
    let length = max(1, codePoints(in: min(span.lower, end)..<max(marked, min(span.lower, end))))
    return DiagnosticPlace(
      source: name, line: line, column: column,
      excerpt: DiagnosticExcerpt(
        line: String(decoding: utf8[start..<end], as: UTF8.self), column: column, length: length))
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  private func codePoints(in range: Range<Int>) -> Int {
    var count = 0
    for offset in range where utf8[offset] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
