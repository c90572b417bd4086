/// Writes CSV in the one canonical way: `,` between cells, a line feed after each row, quotes only where needed.
/// - Source: RFC 4180, §2.
struct CSVWriter {
  var bytes: [UInt8] = []
  private var cellsInRow = 0
  private var rowStart = 0

  /// Appends a cell; `nil` is an absent one, the empty text is written `""`.
  mutating func cell(_ text: String?) {
    if cellsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
    cellsInRow += 1
    if let text { CSVWriter.append(text, to: &bytes) }
  }

  /// Appends a cell that is there, by its bytes.
  mutating func cell(_ text: ArraySlice<UInt8>) {
    if cellsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
    cellsInRow += 1
    CSVWriter.append(text, to: &bytes)
  }

  /// Appends the name of a column. By the header a reader finds out which separator the file has: every one that
  /// stands in a name is quoted.
  mutating func header(_ name: String) {
    if !name.utf8.contains(UInt8(ascii: ";")), !name.utf8.contains(UInt8(ascii: "\t")) { return cell(name) }
    if cellsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
    cellsInRow += 1
    CSVWriter.appendQuoted(name.utf8, to: &bytes)
  }

  /// A cell that is already written as CSV.
  mutating func encodedCell(_ cell: ArraySlice<UInt8>) {
    if cellsInRow > 0 { bytes.append(UInt8(ascii: ",")) }
    cellsInRow += 1
    bytes.append(contentsOf: cell)
  }

  /// Ends the row. A row of one absent cell would be a blank line, and is written as an empty text.
  mutating func endRow() {
    if cellsInRow == 1, bytes.count == rowStart { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(UInt8(ascii: "\n"))
    cellsInRow = 0
    rowStart = bytes.count
  }

  /// Hands out what was written and goes on with nothing; only between rows.
  mutating func takeBytes() -> [UInt8] {
    defer {
      bytes.removeAll(keepingCapacity: true)
      rowStart = 0
    }
    return bytes
  }

  static func append(_ text: String, to bytes: inout [UInt8]) { append(text.utf8, to: &bytes) }

  @inline(__always)
  private static func append(_ text: some BidirectionalCollection<UInt8>, to bytes: inout [UInt8]) {
    guard needsQuotes(text) else {
      bytes.append(contentsOf: text)
      return
    }
    appendQuoted(text, to: &bytes)
  }

  private static func appendQuoted(_ text: some BidirectionalCollection<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(CSVScanner.quote)
    for byte in text {
      if byte == CSVScanner.quote { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(CSVScanner.quote)
  }

  @inline(__always)
  private static func needsQuotes(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return true }
    if isBlank(first) || isBlank(last) { return true }
    return text.contains {
      $0 == UInt8(ascii: ",") || $0 == CSVScanner.quote || $0 == CSVScanner.lineFeed
        || $0 == CSVScanner.carriageReturn
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
