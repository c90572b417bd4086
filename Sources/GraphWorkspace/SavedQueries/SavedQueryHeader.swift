import CypherSemantics
import Diagnostics
import GraphModel

/// One pass over the comment lines at the head of a saved query.
struct SavedQueryHeader {
  private static let words = ["sv", "en", "description", "description sv", "parameter", "expect", "dialect"]

  private let source: SourceText
  private var diagnostics: [Diagnostic] = []

  init(_ source: SourceText) {
    self.source = source
  }

  mutating func read(into query: inout SavedQuery) {
    var offset = 0
    var isFirst = true
    for line in source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let text = HeaderText(line, at: offset).trimmed
      offset += line.count + 1
      if text.isEmpty { continue }
      guard let comment = text.dropping(prefix: "//") else { break }
      read(comment.trimmed, isFirst: isFirst, into: &query)
      isFirst = false
    }
    if query.title.isEmpty {
      report("missing-title", .warning, "the query has no title", HeaderText([], at: 0), hint: "begin with '// Title'")
    }
    query.diagnostics = diagnostics
  }

  private mutating func read(_ line: HeaderText, isFirst: Bool, into query: inout SavedQuery) {
    if let rest = line.dropping(prefix: "parameter "), rest.firstIndex(of: ":") != nil {
      return readParameter(rest.trimmed, into: &query)
    }
    guard let colon = line.firstIndex(of: ":") else {
      if isFirst { query.title.texts["en"] = line.text }
      return
    }
    let word = line.prefix(upTo: colon).trimmed
    let rest = line.suffix(from: colon + 1).trimmed
    switch word.text {
    case "sv", "en": query.title.texts[word.text] = rest.text
    case "description": query.description.texts["en"] = rest.text
    case "description sv": query.description.texts["sv"] = rest.text
    case "expect": readExpectation(rest, into: &query)
    case "dialect": readDialect(rest, into: &query)
    case "parameter":
      report("bad-parameter", .error, "a parameter is written 'parameter name: type = default   description'", line)
    default:
      // A title may have a colon too.
      if isFirst { query.title.texts["en"] = line.text } else { warnOfNearWord(word) }
    }
  }

  private mutating func warnOfNearWord(_ word: HeaderText) {
    guard word.firstIndex(of: " ") == nil, let hint = NameSuggestion.hint(for: word.text, among: Self.words) else {
      return
    }
    report("unknown-word", .warning, "a header has no line '\(word.text):'", word, hint: hint)
  }

  private mutating func readDialect(_ text: HeaderText, into query: inout SavedQuery) {
    query.dialect = Dialect(text.text)
    query.dialectSpan = text.span
    if query.dialect == nil { diagnostics.append(.unknownDialect(text.text, at: source.place(of: text.span))) }
  }

  private mutating func readExpectation(_ text: HeaderText, into query: inout SavedQuery) {
    guard let rest = text.dropping(prefix: "no rows") else {
      return report("bad-expectation", .error, "expected 'no rows'", text, hint: "write 'expect: no rows (major)'")
    }
    let severity = rest.trimmed
    if severity.isEmpty {
      query.expectsNoRows = .major
      return
    }
    let word = severity.text.filter { $0 != "(" && $0 != ")" }
    guard let known = SavedQuery.Severity(rawValue: word) else {
      return report(
        "bad-expectation", .error, "there is no severity '\(word)'", severity,
        hint: "use minor, major or critical")
    }
    query.expectsNoRows = known
  }

  /// parameter ::= name ":" type [ "=" default ] [ two blanks description ]
  private mutating func readParameter(_ line: HeaderText, into query: inout SavedQuery) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let name = line.prefix(upTo: colon).trimmed
    let declaration = line.suffix(from: colon + 1).trimmed
    let end = declaration.firstGap ?? declaration.count
    let description = declaration.suffix(from: end).trimmed
    let definition = declaration.prefix(upTo: end)
    let equals = definition.firstIndex(of: "=")
    let typeWord = definition.prefix(upTo: equals ?? definition.count).trimmed
    if name.isEmpty || name.firstIndex(of: " ") != nil {
      return report("bad-parameter", .error, "'\(name.text)' is no name of a parameter", name)
    }
    if query.parameters.contains(where: { $0.name.isIdenticalText(to: name.text) }) {
      return report("bad-parameter", .error, "the parameter '\(name.text)' is declared twice", name)
    }
    guard let type = ParameterType(word: typeWord.text) else {
      return report(
        "unknown-type", .error, "there is no type '\(typeWord.text)'", typeWord,
        hint: NameSuggestion.hint(for: typeWord.text, among: ParameterType.words)
          ?? "use one of \(ParameterType.words.joined(separator: ", "))")
    }
    var parameter = DeclaredParameter(name: name.text, type: type, defaultValue: nil, description: Caption())
    if !description.isEmpty { parameter.description.texts["en"] = description.text }
    if let equals {
      let text = definition.suffix(from: equals + 1).trimmed
      guard !text.isEmpty, let value = type.value(of: text.text) else {
        return report("bad-default", .error, "'\(text.text)' is no value of type \(type.name)", text)
      }
      parameter.defaultValue = value
    }
    query.parameters.append(parameter)
  }

  private mutating func report(
    _ id: String, _ severity: Diagnostic.Severity, _ message: String, _ text: HeaderText, hint: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(id: id, severity: severity, message: message, place: source.place(of: text.span), hint: hint))
  }
}

/// A piece of a header's line, with its place in the file.
private struct HeaderText {
  private let bytes: ArraySlice<UInt8>
  private let start: Int

  init(_ bytes: ArraySlice<UInt8>, at offset: Int) {
    self.bytes = bytes
    start = offset
  }

  var isEmpty: Bool { bytes.isEmpty }
  var count: Int { bytes.count }
  var text: String { String(decoding: bytes, as: UTF8.self) }
  var span: SourceSpan { SourceSpan(start, start + bytes.count) }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  var trimmed: HeaderText {
    let blanks = bytes.prefix(while: Self.isBlank).count
    var rest = bytes.dropFirst(blanks)
    while let last = rest.last, Self.isBlank(last) { rest.removeLast() }
    return HeaderText(rest, at: start + blanks)
  }

  func dropping(prefix: String) -> HeaderText? {
    bytes.starts(with: prefix.utf8) ? suffix(from: prefix.utf8.count) : nil
  }

  func firstIndex(of character: Unicode.Scalar) -> Int? {
    bytes.firstIndex(of: UInt8(ascii: character)).map { $0 - bytes.startIndex }
  }

  func prefix(upTo offset: Int) -> HeaderText { HeaderText(bytes.prefix(offset), at: start) }
  func suffix(from offset: Int) -> HeaderText { HeaderText(bytes.dropFirst(offset), at: start + offset) }

  /// Where two blanks stand together outside quotes.
  var firstGap: Int? {
    var quote: UInt8?
    var previous: UInt8 = 0
    for (offset, byte) in bytes.enumerated() {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      } else if Self.isBlank(byte), Self.isBlank(previous) {
        return offset - 1
      }
      previous = byte
    }
    return nil
  }
}
