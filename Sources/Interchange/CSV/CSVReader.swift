import Diagnostics
import GraphModel

/// Reads a CSV file record by record, never the whole of it at once; each mistake is reported with its place and the
/// reading goes on.
///
/// After `next(reporting:)` the reader holds one record, whose cells are asked for by number. Text that is not wanted is
/// never made.
/// - Source: RFC 4180, with `;` and tab as separators too, a byte-order mark allowed, and any of the three line ends.
struct CSVReader: ~Copyable {
  /// What one record may hold, so that a quote that is never closed does not fetch a whole large file.
  static let recordLimit = 64 << 20

  /// The file's path as the user gave it.
  let name: String
  /// The names of the columns, once `readHeader(reporting:)` has answered `true`.
  private(set) var header: [String] = []
  /// The physical line on which the record at hand begins.
  private(set) var line = 1
  /// Whether a mistake was found in the record at hand; what its sound cells say may still be used.
  var isDamaged = false
  /// Whether quotes or the number of cells are wrong, so that cells may not be what they seem.
  var isMisshapen = false

  private var fixedSeparator: UInt8?
  private let source: any ByteSource
  let recordLimit: Int
  var scanner = CSVScanner(separator: UInt8(ascii: ","))
  private(set) var buffer: [UInt8]
  private var filled = 0
  private var sourceIsSpent = false
  /// Whether the record at hand was ended by the limit.
  private(set) var isCut = false
  private(set) var endsTooLate = false
  /// Offset in the file of the buffer's first byte.
  private(set) var bufferOffset = 0
  private(set) var recordStart = 0
  private(set) var recordEnd = 0
  private var nextStart = 0
  private var nextLine = 1

  init(
    name: String, source: any ByteSource, bufferSize: Int = 256 << 10, recordLimit: Int = CSVReader.recordLimit
  ) {
    self.name = name
    self.source = source
    self.recordLimit = recordLimit
    buffer = [UInt8](repeating: 0, count: max(bufferSize, 1))
  }

  /// - Parameter separator: what stands between cells, whatever the header looks like.
  init(name: String, source: any ByteSource, separator: UInt8?) {
    self.init(name: name, source: source)
    fixedSeparator = separator
    if let separator { scanner.separator = separator }
  }

  init(path: String) throws(FileError) {
    self.init(name: path, source: try FileByteSource(path: path))
  }

  var cellCount: Int { scanner.cells.count }
  func cell(_ index: Int) -> CSVCell { scanner.cells[index] }

  /// The text of a cell, its doubled quotes made single.
  func text(_ index: Int) -> String {
    let cell = scanner.cells[index]
    let range = recordStart + Int(cell.start)..<recordStart + Int(cell.end)
    if !cell.flags.contains(.doubledQuotes) { return String(decoding: buffer[range], as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    var afterQuote = false
    for byte in buffer[range] {
      if byte == CSVScanner.quote, afterQuote {
        afterQuote = false
        continue
      }
      afterQuote = byte == CSVScanner.quote
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the record's cells are what their bytes say: no mistake was found in it, and no character that
  /// normalisation could change.
  var isPlain: Bool { !isDamaged && scanner.highest < 0xCC }

  /// Lends the bytes of a cell, doubled quotes and all.
  @inline(__always)
  func withBytes<R>(of cell: CSVCell, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    unsafe buffer.withUnsafeBufferPointer {
      unsafe body(UnsafeBufferPointer(rebasing: $0[recordStart + Int(cell.start)..<recordStart + Int(cell.end)]))
    }
  }

  /// Bytes of the file up to the end of the record at hand.
  var bytesRead: Int { bufferOffset + nextStart }

  /// Whether a cell holds a character that normalisation could change: any from U+0300 on.
  func mayNeedNormalisation(_ index: Int) -> Bool {
    if scanner.highest < 0xCC { return false }
    let cell = scanner.cells[index]
    return buffer[recordStart + Int(cell.start)..<recordStart + Int(cell.end)].contains { $0 >= 0xCC }
  }

  /// Skips a byte-order mark.
  /// - Returns: `false` for a file in an encoding that cannot be read.
  mutating func begin(reporting diagnostics: inout DiagnosticCollector) throws(FileError) -> Bool {
    while filled < min(4, buffer.count), !sourceIsSpent { try fetchMore() }
    while filled < 4, !sourceIsSpent { try fetchMore() }
    if filled >= 2, buffer[0] == 0xFF && buffer[1] == 0xFE || buffer[0] == 0xFE && buffer[1] == 0xFF {
      diagnostics.add(
        Diagnostic(
          id: "invalid-encoding", message: "the file is UTF-16, and a CSV file must be UTF-8",
          place: DiagnosticPlace(source: name, line: 1, column: 1), hint: "save it as 'CSV UTF-8'"))
      return false
    }
    if filled >= 3, buffer[0] == 0xEF, buffer[1] == 0xBB, buffer[2] == 0xBF { nextStart = 3 }
    return true
  }

  /// Reads the first record, whose most frequent separator becomes that of the file.
  /// - Returns: `false` where the file cannot be read any further: it has no header, or one that is not readable.
  mutating func readHeader(reporting diagnostics: inout DiagnosticCollector) throws(FileError) -> Bool {
    guard try begin(reporting: &diagnostics) else { return false }
    repeat {
      guard try advance() else {
        diagnostics.add(
          Diagnostic(
            id: "missing-header", message: "the file is empty, and a CSV file begins with the names of its columns",
            place: DiagnosticPlace(source: name, line: 1, column: 1)))
        return false
      }
    } while isBlank
    if fixedSeparator != nil {
      // Asked for.
    } else if let separator = declaredSeparator {
      scanner.separator = separator
      guard try advance() else { return false }
    } else {
      detectSeparator()
    }
    reportMistakes(to: &diagnostics)
    if isDamaged { return false }
    header = (0..<cellCount).map { text($0) }
    reportHeader(to: &diagnostics)
    return true
  }

  /// Goes on to the next record. Blank lines, and rows of nothing but separators, at the end of the file are no
  /// records.
  /// - Returns: `false` after the last.
  mutating func next(reporting diagnostics: inout DiagnosticCollector) throws(FileError) -> Bool {
    var blankLine: Int?
    repeat {
      guard try advance() else { return false }
      if isBlank || isOnlySeparators, header.count > 1 { blankLine = blankLine ?? line } else { break }
    } while true
    if let blankLine {
      diagnostics.add(
        Diagnostic(
          id: "blank-line", message: "an empty row stands between the rows",
          place: DiagnosticPlace(source: name, line: blankLine, column: 1), hint: "delete the row"))
    }
    reportMistakes(to: &diagnostics)
    if !isDamaged, cellCount != header.count {
      isDamaged = true
      isMisshapen = true
      reportRaggedRow(to: &diagnostics)
    }
    return true
  }

  /// Goes on to the next record that is not a blank line, however many cells it has.
  /// - Returns: `false` after the last.
  mutating func nextRecord(reporting diagnostics: inout DiagnosticCollector) throws(FileError) -> Bool {
    repeat { guard try advance() else { return false } } while isBlank
    reportMistakes(to: &diagnostics)
    return true
  }

  /// A line with nothing but blanks.
  private var isBlank: Bool {
    scanner.cells.count == 1 && !scanner.cells[0].isQuoted
      && buffer[recordStart..<recordEnd].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
  }

  /// What a spreadsheet leaves of a row that was emptied.
  private var isOnlySeparators: Bool {
    scanner.cells.count > 1 && scanner.cells[0].isAbsent && scanner.cells.allSatisfy(\.isAbsent)
  }

  /// The separator that a first line such as `sep=;` names, by which Excel is told.
  private var declaredSeparator: UInt8? {
    guard recordEnd - recordStart == 5, let last = buffer[recordStart..<recordEnd].last,
      buffer[recordStart..<recordEnd].starts(with: "sep=".utf8)
    else { return nil }
    return [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")].contains(last) ? last : nil
  }

  private mutating func advance() throws(FileError) -> Bool {
    if endsTooLate { return false }
    isDamaged = false
    isMisshapen = false
    recordStart = nextStart
    line = nextLine
    while true {
      if recordStart == filled {
        if sourceIsSpent { return false }
        try fetchMore()
        continue
      }
      let isTooLarge = filled - recordStart > recordLimit
      let outcome = scanner.scan(buffer, in: recordStart..<filled, isWhole: sourceIsSpent || isTooLarge)
      if case .record(let end, let next, let lineBreaks) = outcome {
        recordEnd = end
        // Not even a line end in all that: this is no table.
        isCut = isTooLarge && !sourceIsSpent
        endsTooLate = isCut && next == filled
        nextStart = next
        nextLine = line + lineBreaks
        return true
      }
      try fetchMore()
    }
  }

  /// Moves the record at hand to the front of the buffer, or doubles the buffer if it is there already.
  private mutating func fetchMore() throws(FileError) {
    if recordStart > 0 {
      buffer.replaceSubrange(0..<filled - recordStart, with: Array(buffer[recordStart..<filled]))
      bufferOffset += recordStart
      filled -= recordStart
      nextStart -= recordStart
      recordStart = 0
    }
    if filled == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
    let count = try source.fill(&buffer, from: filled)
    sourceIsSpent = count < buffer.count - filled
    filled += count
  }

  /// Takes the separator that occurs most often in the header outside quotes; of equals the first of `,` `;` tab.
  private mutating func detectSeparator() {
    var counts: [(separator: UInt8, count: Int)] = []
    for separator in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      var trial = CSVScanner(separator: separator)
      _ = trial.scan(buffer, in: recordStart..<recordEnd, isWhole: true)
      counts.append((separator, trial.mistakes.isEmpty ? trial.cells.count : 0))
    }
    guard let best = counts.map(\.count).max(), let choice = counts.first(where: { $0.count == best }) else { return }
    if choice.separator == scanner.separator { return }
    scanner.separator = choice.separator
    _ = scanner.scan(buffer, in: recordStart..<recordEnd, isWhole: true)
  }
}
