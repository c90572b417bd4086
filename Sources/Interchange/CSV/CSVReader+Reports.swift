import Diagnostics
import GraphModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Where the cells of the record at hand stand, and what is wrong with them.
extension CSVReader {
  /// How a column is named in a message.
  func columnName(_ index: Int) -> String {
    index < header.count && !header[index].isEmpty ? "'\(header[index])'" : "\(index + 1)"
  }

  /// Where a cell of the record at hand begins. The line is always that on which the record begins; a cell further
  /// down has no column there and answers the record's first.
  func place(ofCell index: Int) -> DiagnosticPlace {
    let cell = scanner.cells[index]
    if cell.linesBefore > 0 { return place(atOffset: 0, length: 1) }
    return place(atOffset: cell.outerStart, length: Int(cell.end) - cell.outerStart + (cell.isQuoted ? 1 : 0))
  }

  /// The column of a cell, counted in code points from the beginning of the record.
  func column(ofCell index: Int) -> Int {
    let cell = scanner.cells[index]
    if cell.linesBefore > 0 { return 1 }
    return scanner.highest < 0x80 ? cell.outerStart + 1 : 1 + codePoints(recordStart..<recordStart + cell.outerStart)
  }

  /// Tells where a cell that does not begin on the record's first line begins.
  func notes(onCell index: Int) -> [String] {
    let cell = scanner.cells[index]
    if cell.linesBefore == 0 { return [] }
    let start = recordStart + cell.outerStart
    var lineStart = start
    while lineStart > recordStart, !CSVReader.isLineBreak(buffer[lineStart - 1]) { lineStart -= 1 }
    return ["the cell begins on line \(line + Int(cell.linesBefore)), column \(1 + codePoints(lineStart..<start))"]
  }

  private func place(atOffset offset: Int, length: Int) -> DiagnosticPlace {
    let start = recordStart + offset
    let column = 1 + codePoints(recordStart..<start)
    // A long line is not copied whole: the renderer shows about a hundred columns of it.
    var excerptStart = max(recordStart, start - 160)
    while excerptStart > recordStart, buffer[excerptStart] & 0xC0 == 0x80 { excerptStart -= 1 }
    var excerptEnd = start
    while excerptEnd < min(recordEnd, start + 240), !CSVReader.isLineBreak(buffer[excerptEnd]) { excerptEnd += 1 }
    let markedEnd = max(start, min(start + length, excerptEnd))
    return DiagnosticPlace(
      source: name, line: line, column: column,
      excerpt: DiagnosticExcerpt(
        line: String(decoding: buffer[excerptStart..<excerptEnd], as: UTF8.self),
        column: 1 + codePoints(excerptStart..<start), length: max(1, codePoints(start..<markedEnd))))
  }

  private func codePoints(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where buffer[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private static func isLineBreak(_ byte: UInt8) -> Bool {
    byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
  }

  mutating func reportMistakes(to diagnostics: inout DiagnosticCollector) {
    if endsTooLate {
      isDamaged = true
      isMisshapen = true
      diagnostics.add(
        Diagnostic(
          id: "record-too-large",
          message: "the row has more than \(recordLimit >> 20) MB; the rest of the file is not read",
          place: DiagnosticPlace(source: name, line: line, column: 1)))
      return
    }
    for (cell, mistake) in scanner.mistakes {
      isDamaged = true
      isMisshapen = true
      diagnostics.add(diagnostic(of: mistake, inCell: cell))
    }
    reportEncoding(to: &diagnostics)
    reportNullBytes(to: &diagnostics)
  }

  private func diagnostic(of mistake: CSVQuoteMistake, inCell index: Int) -> Diagnostic {
    let notes = notes(onCell: index)
    let column = columnName(index)
    switch mistake {
    case .unterminated:
      return Diagnostic(
        id: "unterminated-quote",
        message: "the quote that opens column \(column) is never closed"
          + (isCut ? " within \(recordLimit >> 20) MB" : ""),
        place: place(ofCell: index), hint: "close it, or write '\"\"' for the character itself in a quoted cell",
        notes: notes)
    case .textAfterQuote(let offset):
      return Diagnostic(
        id: "text-after-quote", message: "text follows the closing quote of column \(column)",
        place: scanner.cells[index].linesBefore == 0 && !hasLineBreak(before: offset)
          ? place(atOffset: offset, length: 1) : place(ofCell: index),
        hint: "write '\"\"' for a quote inside a quoted cell", notes: notes)
    case .bareQuote(let offset):
      return Diagnostic(
        id: "bare-quote", message: "a quote stands inside column \(column), which does not begin with one",
        place: scanner.cells[index].linesBefore == 0 ? place(atOffset: offset, length: 1) : place(ofCell: index),
        hint: "put the whole cell in quotes and write '\"\"' for the quote inside", notes: notes)
    }
  }

  private func hasLineBreak(before offset: Int) -> Bool {
    buffer[recordStart..<recordStart + offset].contains(where: CSVReader.isLineBreak)
  }

  mutating func reportRaggedRow(to diagnostics: inout DiagnosticCollector) {
    let message = "the row has \(cellCount) cells, and the header has \(header.count)"
    if cellCount > header.count {
      diagnostics.add(
        Diagnostic(
          id: "ragged-row", message: message, place: place(ofCell: header.count),
          hint: "a cell with '\(Character(Unicode.Scalar(scanner.separator)))' in it is written in quotes"))
    } else {
      let isOneLine = !hasLineBreak(before: recordEnd - recordStart)
      diagnostics.add(
        Diagnostic(
          id: "ragged-row", message: message,
          place: place(atOffset: isOneLine ? recordEnd - recordStart : 0, length: 1),
          hint: "column \(columnName(cellCount)) is missing; an empty cell still has its separator"))
    }
  }

  func reportHeader(to diagnostics: inout DiagnosticCollector) {
    var first: [TextKey: Int] = [:]
    for (index, name) in header.enumerated() {
      if name.isEmpty {
        diagnostics.add(
          Diagnostic(
            id: "empty-column-name", message: "column \(index + 1) has no name", place: place(ofCell: index),
            hint: index == header.count - 1 && index > 0 ? "remove the separator at the end of the line" : nil))
      } else if let earlier = first[TextKey(name)] {
        diagnostics.add(
          Diagnostic(
            id: "duplicate-column", message: "column '\(name)' stands twice: as column \(earlier + 1) and \(index + 1)",
            place: place(ofCell: index)))
      } else {
        first[TextKey(name)] = index
      }
    }
  }

  /// One report for each cell with bytes that are not UTF-8.
  private mutating func reportEncoding(to diagnostics: inout DiagnosticCollector) {
    if scanner.highest < 0x80 { return }
    var from = recordStart
    while let range = CSVReader.invalidUTF8(of: buffer, in: from..<recordEnd) {
      let offset = range.lowerBound - recordStart
      let index = max(0, (scanner.cells.firstIndex { $0.outerStart > offset } ?? scanner.cells.count) - 1)
      let byte = buffer[range.lowerBound]
      isDamaged = true
      scanner.cells[index].flags.insert(.damaged)
      let looksLatin = [0xE5, 0xE4, 0xF6, 0xC5, 0xC4, 0xD6, 0xE9].contains(byte)
      diagnostics.add(
        Diagnostic(
          id: "invalid-encoding",
          message: "byte 0x\(String(byte, radix: 16, uppercase: true)) in column \(columnName(index)) is not UTF-8 "
            + "(byte \(bufferOffset + range.lowerBound) of the file)",
          place: place(ofCell: index),
          hint: looksLatin ? "the file looks like Windows-1252 or ISO 8859-1: save it as UTF-8" : "save it as UTF-8",
          notes: notes(onCell: index)))
      from = max(range.upperBound, recordStart + Int(scanner.cells[index].end))
      if from >= recordEnd { return }
      while from < recordEnd, buffer[from] & 0xC0 == 0x80 { from += 1 }
    }
  }

  private static func invalidUTF8(of buffer: [UInt8], in range: Range<Int>) -> Range<Int>? {
    do throws(Unicode.UTF8.ValidationError) {
      _ = try UTF8Span(validating: buffer.span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound..<range.lowerBound + error.byteOffsets.upperBound
    }
  }

  private var holdsNullByte: Bool {
    unsafe buffer.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe memchr(start + recordStart, 0, recordEnd - recordStart) != nil
    }
  }

  private mutating func reportNullBytes(to diagnostics: inout DiagnosticCollector) {
    guard holdsNullByte else { return }
    isDamaged = true
    for index in scanner.cells.indices {
      let cell = scanner.cells[index]
      guard buffer[recordStart + Int(cell.start)..<recordStart + Int(cell.end)].contains(0) else { continue }
      scanner.cells[index].flags.insert(.damaged)
      diagnostics.add(
        Diagnostic(
          id: "null-byte", message: "column \(columnName(index)) holds a null byte, which no text may hold",
          place: place(ofCell: index), hint: "is the file UTF-16, or no text at all?", notes: notes(onCell: index)))
    }
  }
}
