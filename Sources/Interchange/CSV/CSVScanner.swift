/// One cell of a record, as offsets from the record's first byte. Quotes around it are outside the range.
struct CSVCell {
  struct Flags: OptionSet {
    var rawValue: UInt8
    static let quoted = Flags(rawValue: 1)
    /// Holds doubled quotes, each of which stands for one.
    static let doubledQuotes = Flags(rawValue: 2)
    /// A mistake was found here; the text is not to be trusted.
    static let damaged = Flags(rawValue: 4)
  }

  var start: Int32
  var end: Int32
  /// Line breaks of the record before the cell.
  var linesBefore: Int32
  var flags: Flags

  var isQuoted: Bool { flags.contains(.quoted) }
  /// No cell contents at all: *no property*, where `""` is the empty string.
  var isAbsent: Bool { start == end && !isQuoted }
  /// Where the cell begins in the record, its quote included.
  var outerStart: Int { Int(start) - (isQuoted ? 1 : 0) }
}

/// Something wrong with the quotes of a record.
enum CSVQuoteMistake: Equatable {
  /// The end of the file, or of what one record may hold, came before the closing quote.
  case unterminated
  /// A quote closes and something else than a separator follows, at an offset.
  case textAfterQuote(at: Int)
  /// A quote inside a cell that does not begin with one, at an offset.
  case bareQuote(at: Int)
}

/// Finds where the cells of one record begin and end.
///
/// After a mistake it goes on where the next record most likely begins, so that one mistake gives one report: a quote
/// that is never closed ends with its line.
/// - Source: RFC 4180, §2; line feed and carriage return alone end a record too.
struct CSVScanner {
  enum Outcome {
    /// The record is complete; the next one begins at `next`, `lineBreaks` lines further down.
    case record(end: Int, next: Int, lineBreaks: Int)
    /// The bytes at hand end before the record does.
    case needsMore
  }

  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")

  var separator: UInt8
  var cells: [CSVCell] = []
  var mistakes: [(cell: Int, mistake: CSVQuoteMistake)] = []
  /// The highest byte within the cells of the record: below 128 they are ASCII.
  var highest: UInt8 = 0

  init(separator: UInt8) {
    self.separator = separator
  }

  /// - Parameters:
  ///   - range: from the record's first byte to the last byte at hand.
  ///   - isWhole: nothing follows the range, so that its end ends the record.
  mutating func scan(_ buffer: [UInt8], in range: Range<Int>, isWhole: Bool) -> Outcome {
    let bytes = buffer.span.extracting(..<range.upperBound)
    let start = range.lowerBound
    cells.removeAll(keepingCapacity: true)
    mistakes.removeAll(keepingCapacity: true)
    highest = 0
    let count = bytes.count
    let separator = self.separator
    var highest: UInt8 = 0
    defer { self.highest = highest }
    var lines = 0
    var i = start
    while true {
      let cellStart = i
      var flags: CSVCell.Flags = []
      var contentEnd: Int
      let linesBefore = lines
      if i < count, bytes[i] == CSVScanner.quote {
        flags = .quoted
        i += 1
        while true {
          while i < count, bytes[i] != CSVScanner.quote {
            let byte = bytes[i]
            highest = max(highest, byte)
            if byte == CSVScanner.lineFeed {
              if bytes[i - 1] != CSVScanner.carriageReturn { lines += 1 }
            } else if byte == CSVScanner.carriageReturn {
              lines += 1
            }
            i += 1
          }
          if i == count {
            guard isWhole else { return .needsMore }
            return endAtUnterminatedQuote(
              at: cellStart, in: bytes, recordStart: start, linesBefore: linesBefore)
          }
          if i + 1 == count, !isWhole { return .needsMore }
          guard i + 1 < count, bytes[i + 1] == CSVScanner.quote else { break }
          flags.insert(.doubledQuotes)
          i += 2
        }
        contentEnd = i
        i += 1
        if i < count, !isEndOfCell(bytes[i]) {
          let before = bytes[contentEnd - 1]
          if lines > linesBefore, isEndOfCell(before) {
            // What closed the quote looks like the opening one of a cell further down.
            return endAtUnterminatedQuote(
              at: cellStart, in: bytes, recordStart: start, linesBefore: linesBefore)
          }
          flags.insert(.damaged)
          mistakes.append((cells.count, .textAfterQuote(at: i - start)))
          while i < count, !isEndOfCell(bytes[i]) {
            highest = max(highest, bytes[i])
            i += 1
          }
        }
      } else {
        while i < count {
          let byte = bytes[i]
          if byte == separator || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn { break }
          if byte == CSVScanner.quote, !flags.contains(.damaged) {
            flags.insert(.damaged)
            mistakes.append((cells.count, .bareQuote(at: i - start)))
          }
          highest = max(highest, byte)
          i += 1
        }
        contentEnd = i
      }
      if i == count, !isWhole { return .needsMore }
      cells.append(
        CSVCell(
          start: Int32(truncatingIfNeeded: (flags.contains(.quoted) ? cellStart + 1 : cellStart) - start),
          end: Int32(truncatingIfNeeded: contentEnd - start), linesBefore: Int32(truncatingIfNeeded: linesBefore),
          flags: flags))
      if i == count { return .record(end: i, next: i, lineBreaks: lines) }
      let byte = bytes[i]
      if byte == separator {
        i += 1
        continue
      }
      if byte == CSVScanner.carriageReturn {
        if i + 1 == count, !isWhole { return .needsMore }
        let isPair = i + 1 < count && bytes[i + 1] == CSVScanner.lineFeed
        return .record(end: i, next: i + (isPair ? 2 : 1), lineBreaks: lines + 1)
      }
      return .record(end: i, next: i + 1, lineBreaks: lines + 1)
    }
  }

  private func isEndOfCell(_ byte: UInt8) -> Bool {
    byte == separator || byte == CSVScanner.lineFeed || byte == CSVScanner.carriageReturn
  }

  /// Takes the line of the opening quote as the record's last.
  private mutating func endAtUnterminatedQuote(
    at quote: Int, in bytes: Span<UInt8>, recordStart: Int, linesBefore: Int
  ) -> Outcome {
    var end = quote + 1
    while end < bytes.count, bytes[end] != CSVScanner.lineFeed, bytes[end] != CSVScanner.carriageReturn { end += 1 }
    mistakes.append((cells.count, .unterminated))
    cells.append(
      CSVCell(
        start: Int32(truncatingIfNeeded: quote + 1 - recordStart), end: Int32(truncatingIfNeeded: end - recordStart),
        linesBefore: Int32(truncatingIfNeeded: linesBefore), flags: [.quoted, .damaged]))
    if end == bytes.count { return .record(end: end, next: end, lineBreaks: linesBefore) }
    let isPair =
      bytes[end] == CSVScanner.carriageReturn && end + 1 < bytes.count && bytes[end + 1] == CSVScanner.lineFeed
    return .record(end: end, next: end + (isPair ? 2 : 1), lineBreaks: linesBefore + 1)
  }
}
