/// A table for people, as a CSV file that a spreadsheet opens by a double click.
///
/// With a byte-order mark, since Excel takes a file without one for the machine's old code page; with lines that end in
/// CR LF; with the separator that Excel expects in the reader's country: `;` where the decimal mark is a comma, as in
/// Sweden. A cell that holds any of the separators stands in quotes, so that it stays one cell also in a country that
/// expects the other one. A cell that a spreadsheet would take for a formula gets an apostrophe in front and so stays text.
/// - Source: RFC 4180; OWASP, *CSV Injection*.
public struct SpreadsheetTable: Sendable {
  public var separator: Separator
  public var columns: [String]
  public var rows: [[String]]

  public enum Separator: UInt8, CaseIterable, Sendable {
    case comma = 0x2C
    case semicolon = 0x3B
  }

  public init(separator: Separator, columns: [String], rows: [[String]] = []) {
    self.separator = separator
    self.columns = columns
    self.rows = rows
  }

  public var bytes: [UInt8] {
    var bytes = head
    for row in rows { append(row, to: &bytes) }
    return bytes
  }

  /// What a file with these columns begins with, by which one can be told from others.
  public var head: [UInt8] {
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    append(columns, to: &bytes)
    return bytes
  }

  private func append(_ row: [String], to bytes: inout [UInt8]) {
    for (position, cell) in row.enumerated() {
      if position > 0 { bytes.append(separator.rawValue) }
      append(cell, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
  }

  private func append(_ cell: String, to bytes: inout [UInt8]) {
    let mustBeQuoted = cell.utf8.contains {
      Separator(rawValue: $0) != nil || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D || $0 == 0x09
    }
    if mustBeQuoted { bytes.append(UInt8(ascii: "\"")) }
    if Self.looksLikeFormula(cell) { bytes.append(UInt8(ascii: "'")) }
    for byte in cell.utf8 {
      // What is no character of a text would make the file unreadable to some.
      if byte == 0 { continue }
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if mustBeQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Whether a spreadsheet would compute the cell: by its first character, blanks left aside, also in full width.
  private static func looksLikeFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first else { return false }
    if first == "\t" || first == "\r" || first == "\n" { return true }
    guard let visible = cell.unicodeScalars.first(where: { !$0.properties.isWhitespace && $0.value > 0x20 }) else {
      return false
    }
    return "=+-@＝＋－＠".unicodeScalars.contains(visible)
  }
}
