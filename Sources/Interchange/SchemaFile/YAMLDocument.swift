import Diagnostics
import Yams

/// One YAML document as nodes with their places; every key that is given twice is reported and the later one dropped.
struct YAMLDocument {
  /// `nil` for an empty document and for one that cannot be read.
  var root: Node?
  let source: SourceText
  private let lineStarts: [Int]

  /// Nothing of this size is a schema.
  static let sizeLimit = 16 << 20

  /// A later key of the same name stands in the tree under a name that begins so; the text keeps its length.
  private static let maskStart: UInt32 = 0xE000

  init(_ file: SourceText, reporting diagnostics: inout DiagnosticCollector) {
    let hasMark = file.utf8.starts(with: [0xEF, 0xBB, 0xBF])
    source = hasMark ? SourceText(name: file.name, utf8: Array(file.utf8[3...])) : file
    var starts = [0]
    for (offset, byte) in source.utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
    lineStarts = starts
    guard let text = YAMLDocument.checkedText(of: source, reporting: &diagnostics) else { return }
    compose(text, reporting: &diagnostics)
  }

  /// Whether a key is one that was given twice and has been reported.
  static func isMasked(_ key: String) -> Bool {
    guard let first = key.unicodeScalars.first else { return false }
    return first.value >= maskStart && first.value < maskStart + 0x1900
  }

  // MARK: Reading

  private static func checkedText(of source: SourceText, reporting diagnostics: inout DiagnosticCollector) -> String? {
    if source.utf8.count > sizeLimit {
      diagnostics.add(
        Diagnostic(
          id: "file-too-large", message: "the file has more than \(sizeLimit >> 20) MB",
          place: DiagnosticPlace(source: source.name, line: 1, column: 1)))
      return nil
    }
    if source.utf8.starts(with: [0xFF, 0xFE]) || source.utf8.starts(with: [0xFE, 0xFF]) {
      diagnostics.add(
        Diagnostic(
          id: "invalid-encoding", message: "the file is UTF-16, and a schema must be UTF-8",
          place: DiagnosticPlace(source: source.name, line: 1, column: 1), hint: "save the file as UTF-8"))
      return nil
    }
    do throws(Unicode.UTF8.ValidationError) {
      _ = try UTF8Span(validating: source.utf8.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      diagnostics.add(
        Diagnostic(
          id: "invalid-encoding",
          message:
            "byte 0x\(String(source.utf8[offset], radix: 16, uppercase: true)) is not UTF-8 (byte \(offset) of the file)",
          place: source.place(of: SourceSpan(at: offset)), hint: "save the file as UTF-8"))
      return nil
    }
    if let offset = aliasInKey(source.utf8) {
      diagnostics.add(
        Diagnostic(
          id: "invalid-yaml", message: "an alias in a key is not supported",
          place: source.place(of: SourceSpan(at: offset)), hint: "write the key itself"))
      return nil
    }
    return String(decoding: source.utf8, as: UTF8.self)
  }

  private mutating func compose(_ text: String, reporting diagnostics: inout DiagnosticCollector) {
    var text = text
    // Each round takes out one name given twice; the bound keeps a file of nothing else from taking for ever.
    for round in 0..<200 {
      do {
        root = try Yams.compose(yaml: text)
        return
      } catch YamlError.duplicatedKeysInMapping(let duplicates, let context) {
        let found = duplicates.sorted().first.flatMap { name in
          secondKey(name, afterLine: context.mark.line, column: context.mark.column, in: text)
        }
        let name = duplicates.sorted().first ?? ""
        diagnostics.add(
          Diagnostic(
            id: "duplicate-key", message: "'\(name)' is given twice",
            place: place(
              line: found?.line ?? context.mark.line, column: found?.column ?? context.mark.column,
              length: name.unicodeScalars.count),
            notes: found == nil ? [] : ["the first is on line \(context.mark.line)"]))
        guard let found else { return }
        text = found.masked(round)
      } catch let error as YamlError {
        diagnostics.add(diagnostic(of: error))
        return
      } catch {
        diagnostics.add(
          Diagnostic(id: "invalid-yaml", message: "the file is not YAML: \(error)", place: place(line: 1, column: 1)))
        return
      }
    }
  }

  private func diagnostic(of error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = context.map { "\(problem) \($0.text)" } ?? problem
      return Diagnostic(
        id: "invalid-yaml", message: "the file is not YAML: \(words)",
        place: place(line: mark.line, column: mark.column),
        hint: words.contains("another document")
          ? "a schema is one document: remove the line '---' between the two" : hint(atLine: mark.line),
        notes: context.map { ["it began on line \($0.mark.line), column \($0.mark.column)"] } ?? [])
    case .reader(let problem, let offset, _, let yaml):
      var place = self.place(line: 1, column: 1)
      if let offset {
        let index = yaml.index(yaml.startIndex, offsetBy: offset, limitedBy: yaml.endIndex) ?? yaml.endIndex
        place = source.place(of: SourceSpan(at: yaml.utf8.distance(from: yaml.startIndex, to: index)))
      }
      return Diagnostic(id: "invalid-yaml", message: "the file is not YAML: \(problem)", place: place)
    default:
      return Diagnostic(id: "invalid-yaml", message: "the file is not YAML: \(error)", place: place(line: 1, column: 1))
    }
  }

  /// The commonest slips that make a line unreadable.
  private func hint(atLine line: Int) -> String? {
    guard line >= 1, line <= lineStarts.count else { return nil }
    let bytes = lineBytes(line)
    if bytes.prefix(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }).contains(UInt8(ascii: "\t")) {
      return "indent with blanks, not with tabs"
    }
    return "a text with ':', '#', ',' or a bracket in it is written in quotes"
  }

  private func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    let start = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] - 1 : source.utf8.count
    return source.utf8[start..<max(start, end)]
  }
}

// MARK: - Places

extension YAMLDocument {
  /// Where a node begins, with the scalar's text marked.
  func place(of node: Node) -> DiagnosticPlace {
    var length = 1
    if let scalar = node.scalar {
      length = max(
        1, scalar.string.unicodeScalars.count + (scalar.style == .singleQuoted || scalar.style == .doubleQuoted ? 2 : 0)
      )
    }
    return place(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, length: length)
  }

  func place(line: Int, column: Int, length: Int = 1) -> DiagnosticPlace {
    let start = offset(line: line, column: column)
    return source.place(of: SourceSpan(start, offset(codePoints: length, from: start)))
  }

  private func offset(line: Int, column: Int) -> Int {
    if line > lineStarts.count { return source.utf8.count }
    return offset(codePoints: column - 1, from: lineStarts[max(line, 1) - 1])
  }

  private func offset(codePoints: Int, from start: Int) -> Int {
    var offset = start
    var left = codePoints
    while left > 0, offset < source.utf8.count {
      offset += 1
      while offset < source.utf8.count, source.utf8[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}

// MARK: - Keys given twice, and aliases

extension YAMLDocument {
  private struct SecondKey {
    var line: Int
    var column: Int
    var text: String
    var range: Range<String.Index>

    /// The text with the key replaced by one that occurs nowhere else and is as long.
    func masked(_ number: Int) -> String {
      let scalar = Unicode.Scalar(maskStart + UInt32(number)) ?? "_"
      let length = text[range].unicodeScalars.count
      return text.replacingCharacters(
        range, with: String(String.UnicodeScalarView(repeatElement(scalar, count: length))))
    }
  }

  /// The next key of the same name in the mapping where the first stands: at the same column further down in a block,
  /// or later on where the mapping is written in braces.
  private func secondKey(_ name: String, afterLine line: Int, column: Int, in text: String) -> SecondKey? {
    let scalars = text.unicodeScalars
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard line >= 1, line <= lines.count else { return nil }
    for (index, content) in lines.enumerated().dropFirst(line) {
      let indent = content.prefix { $0 == " " }.count
      if content.dropFirst(indent).first.map({ $0 == "#" || $0 == "\r" }) ?? true { continue }
      if indent < column - 1 { break }
      if indent == column - 1,
        let range = key(name, at: content.index(content.startIndex, offsetBy: indent), in: content)
      {
        return SecondKey(line: index + 1, column: column, text: text, range: range)
      }
    }
    // In braces: look on from the first key, over the lines that follow.
    let first = lines[line - 1]
    guard var index = scalars.index(first.startIndex, offsetBy: column, limitedBy: scalars.endIndex) else { return nil }
    while index < scalars.endIndex {
      let before = scalars[scalars.index(before: index)]
      if before == " " || before == "," || before == "{" || before == "\n",
        let range = key(name, at: index, in: scalars[index...])
      {
        let preceding = scalars[..<index]
        let start = preceding.lastIndex(of: "\n").map { scalars.index(after: $0) } ?? scalars.startIndex
        return SecondKey(
          line: 1 + preceding.reduce(0) { $0 + ($1 == "\n" ? 1 : 0) },
          column: 1 + scalars.distance(from: start, to: index), text: text,
          range: range)
      }
      index = scalars.index(after: index)
    }
    return nil
  }

  /// The range of the name, in quotes or not, if it stands here as a key.
  private func key(_ name: String, at index: Substring.UnicodeScalarView.Index, in content: Substring.UnicodeScalarView)
    -> Range<String.Index>?
  {
    for quoted in [name, "\"\(name)\"", "'\(name)'"] {
      let rest = content[index...]
      guard rest.starts(with: quoted.unicodeScalars) else { continue }
      let end = rest.index(index, offsetBy: quoted.unicodeScalars.count)
      guard rest[end...].drop(while: { $0 == " " }).first == ":" else { continue }
      return index..<end
    }
    return nil
  }

  /// The place of an alias in a key. Comparing such keys could take exponential time, so they are refused beforehand;
  /// aliases in values are shared and harmless.
  private static func aliasInKey(_ bytes: [UInt8]) -> Int? {
    guard bytes.contains(UInt8(ascii: "&")), bytes.contains(UInt8(ascii: "*")) else { return nil }
    var alias: Int?
    for (offset, byte) in bytes.enumerated() {
      let before = offset == 0 ? UInt8(ascii: "\n") : bytes[offset - 1]
      let startsToken = [
        UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","),
      ].contains(before)
      switch byte {
      case UInt8(ascii: "*") where startsToken: alias = offset
      case UInt8(ascii: "?") where startsToken: return offset
      case UInt8(ascii: ":"):
        guard let alias else { continue }
        let name = bytes[alias..<min(offset, alias + 200)]
        if name.endIndex == offset, !name.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ",") }) {
          return alias
        }
        let previous = bytes[..<offset].last { $0 != UInt8(ascii: " ") }
        if previous == UInt8(ascii: "]") || previous == UInt8(ascii: "}") { return offset }
      default: break
      }
    }
    return nil
  }
}

extension String {
  /// The text with one part replaced.
  fileprivate func replacingCharacters(_ range: Range<String.Index>, with new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}
