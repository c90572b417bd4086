import Diagnostics
import GraphModel
import Yams

/// A line and a column of the file, both from 1, columns in code points.
struct FileMark: Hashable, Sendable {
  var line: Int
  var column: Int
}

extension FileMark {
  init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}

extension Node {
  var place: FileMark? { mark.map(FileMark.init) }
}

/// Reads YAML nodes and gathers everything that is wrong with them; every reader answers something and goes on.
struct DefinitionYAML {
  let source: SourceText
  let lines: [Substring]
  private(set) var diagnostics = DiagnosticCollector()

  init(_ source: SourceText) {
    self.source = source
    // Not by characters: a carriage return and a line feed are one.
    let text = String(decoding: source.utf8, as: UTF8.self)
    lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
  }

  // MARK: Diagnostics

  mutating func report(
    _ id: String, _ message: String, at mark: FileMark?, length: Int = 1, hint: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.add(
      Diagnostic(id: id, severity: severity, message: message, place: place(mark, length: length), hint: hint))
  }

  mutating func report(
    _ id: String, _ message: String, at node: Node, hint: String? = nil, severity: Diagnostic.Severity = .error
  ) {
    let length = node.scalar.map { max(1, $0.string.unicodeScalars.count) } ?? 1
    report(id, message, at: node.place, length: length, hint: hint, severity: severity)
  }

  /// A word that is none of those known.
  mutating func report(unknown word: String, _ what: String, among known: [String], at node: Node) {
    report(
      "unknown-value", "'\(word)' is no \(what)", at: node,
      hint: NameSuggestion.hint(for: word, among: known) ?? "known: \(known.joined(separator: ", "))")
  }

  mutating func add(_ diagnostic: Diagnostic) { diagnostics.add(diagnostic) }

  func place(of node: Node) -> DiagnosticPlace { place(node.place, length: 1) }

  func place(_ mark: FileMark?, length: Int) -> DiagnosticPlace {
    guard let mark, mark.line >= 1 else { return DiagnosticPlace(source: source.name, line: 1, column: 1) }
    let line = mark.line <= lines.count ? lines[mark.line - 1] : ""
    let text = String(line.last == "\r" ? line.dropLast() : line)
    return DiagnosticPlace(
      source: source.name, line: mark.line, column: mark.column,
      excerpt: DiagnosticExcerpt(line: text, column: mark.column, length: length))
  }

  // MARK: Nodes

  /// The entries of a mapping; unknown words are reported and left out, and so are required ones that are not there.
  mutating func fields(_ node: Node, of part: DefinitionPart) -> [(key: String, keyNode: Node, value: Node)] {
    let fields = fields(node, of: part.title, known: part.words.map(\.name))
    guard let mapping = node.mapping else { return fields }
    for word in part.words where word.isRequired {
      if !mapping.contains(where: { $0.key.scalar?.string == word.name }) {
        report("missing-word", "\(part.title) needs '\(word.name)'", at: node)
      }
    }
    return fields
  }

  private mutating func fields(_ node: Node, of what: String, known: [String]) -> [(
    key: String, keyNode: Node, value: Node
  )] {
    guard let mapping = node.mapping else {
      reportNoMapping(node, what)
      return []
    }
    var fields: [(key: String, keyNode: Node, value: Node)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report("wrong-type", "a word was expected as a key", at: key)
        continue
      }
      guard known.contains(name) else {
        report(
          "unknown-word", "\(what) has no '\(name)'", at: key,
          hint: NameSuggestion.hint(for: name, among: known) ?? "known: \(known.joined(separator: ", "))")
        continue
      }
      fields.append((name, key, value))
    }
    return fields
  }

  /// Entries of a mapping whose keys are names of the writer's own.
  mutating func entries(_ node: Node, of what: String) -> [(key: String, keyNode: Node, value: Node)] {
    guard let mapping = node.mapping else {
      reportNoMapping(node, what)
      return []
    }
    var entries: [(key: String, keyNode: Node, value: Node)] = []
    for (key, value) in mapping {
      if let name = key.scalar?.string {
        entries.append((name, key, value))
      } else {
        report("wrong-type", "a word was expected as a key", at: key)
      }
    }
    return entries
  }

  private mutating func reportNoMapping(_ node: Node, _ what: String) {
    let hint = node.sequence == nil ? "write it as 'word: value'" : "it is a list; leave out the dash or the [ ]"
    report("wrong-type", "\(what) must be a mapping", at: node, hint: hint)
  }

  mutating func text(_ node: Node, _ what: String) -> String? {
    guard let scalar = node.scalar else {
      report("wrong-type", "\(what) must be a text", at: node)
      return nil
    }
    if isNull(node) {
      report("wrong-type", "\(what) must be a text and is empty", at: node, hint: "an empty text is written ''")
      return nil
    }
    return scalar.string
  }

  mutating func flag(_ node: Node, _ what: String) -> Bool? {
    guard let flag = node.bool else {
      report("wrong-type", "\(what) must be true or false", at: node)
      return nil
    }
    return flag
  }

  mutating func number(_ node: Node, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = node.int, range.contains(number) else {
      report(
        "wrong-type", "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)", at: node)
      return nil
    }
    return number
  }

  mutating func word<Word: RawRepresentable & CaseIterable>(
    _ node: Node, _ what: String, as type: Word.Type = Word.self
  ) -> Word? where Word.RawValue == String {
    guard let text = text(node, what) else { return nil }
    if let word = Word(rawValue: text) { return word }
    report(unknown: text, what, among: Word.allCases.map(\.rawValue), at: node)
    return nil
  }

  /// A list, or one item that stands for a list of one.
  func items(_ node: Node) -> [Node] {
    if let sequence = node.sequence { return Array(sequence) }
    return [node]
  }

  mutating func texts(_ node: Node, _ what: String) -> [String] {
    items(node).compactMap { text($0, what) }
  }

  /// A text for all languages, or one for each.
  mutating func caption(_ node: Node, _ what: String) -> Caption {
    if let scalar = node.scalar {
      if text(node, what) == nil { return Caption() }
      return Caption(["en": scalar.string, "sv": scalar.string])
    }
    var texts: [String: String] = [:]
    for field in fields(node, of: what, known: CaptionLanguage.allCases.map(\.rawValue)) {
      if let text = text(field.value, what) { texts[field.key] = text }
    }
    return Caption(texts)
  }

  private func isNull(_ node: Node) -> Bool { node.tag.description == Tag.Name.null.rawValue }

  mutating func values(_ node: Node) -> [Value] {
    var values: [Value] = []
    for item in items(node) { if let value = value(item, "a value") { values.append(value) } }
    return values
  }

  mutating func value(_ node: Node, _ what: String) -> Value? {
    guard let scalar = node.scalar else {
      report("wrong-type", "\(what) must be a single value", at: node)
      return nil
    }
    switch node.tag.description {
    case Tag.Name.null.rawValue: return .null
    case Tag.Name.bool.rawValue: return node.bool.map { .boolean($0) } ?? .string(scalar.string)
    case Tag.Name.int.rawValue: return node.int.map { .integer(Int64($0)) } ?? .string(scalar.string)
    case Tag.Name.float.rawValue: return node.float.map { .float($0) } ?? .string(scalar.string)
    default: return .string(scalar.string)
    }
  }
}
