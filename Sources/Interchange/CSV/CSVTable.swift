import Diagnostics

/// A CSV file as rows of texts, for whoever reads it without a schema. It is read as its rows are asked for.
public final class CSVTable {
  public struct Row: Sendable {
    /// The physical line on which the row begins.
    public var line: Int
    /// `nil` is an empty cell; `""` in the file is the empty text.
    public var cells: [String?]
  }

  /// The names of the columns; empty for a file without a header.
  public let header: [String]
  private var reader: CSVReader

  /// - Parameters:
  ///   - path: of a regular file, not of a symbolic link.
  ///   - name: what diagnostics call it.
  ///   - separator: `nil`: what the header has, `,` without one.
  /// - Throws: `FileError`; `DiagnosticsError` for a header that cannot be read.
  public init(path: String, name: String, separator: UInt8?, hasHeader: Bool) throws {
    reader = CSVReader(name: name, source: try FileByteSource(regularFile: path, name: name), separator: separator)
    var diagnostics = DiagnosticCollector()
    if hasHeader {
      _ = try reader.readHeader(reporting: &diagnostics)
    } else {
      _ = try reader.begin(reporting: &diagnostics)
    }
    try diagnostics.throwIfErrors()
    header = reader.header
  }

  /// The next row. One with fewer cells than the header has columns is shorter; blank lines are no rows.
  /// - Throws: `FileError`; `DiagnosticsError` with the line, also for a row with more cells than the header.
  public func next() throws -> Row? {
    var diagnostics = DiagnosticCollector()
    guard try reader.nextRecord(reporting: &diagnostics) else { return nil }
    if !header.isEmpty, reader.cellCount > header.count { reader.reportRaggedRow(to: &diagnostics) }
    try diagnostics.throwIfErrors()
    var cells: [String?] = []
    cells.reserveCapacity(reader.cellCount)
    for index in 0..<reader.cellCount { cells.append(reader.cell(index).isAbsent ? nil : reader.text(index)) }
    return Row(line: reader.line, cells: cells)
  }
}
