import Diagnostics
import GraphModel
import Yams

/// Reads YAML nodes and gathers everything that is wrong with them; every reader answers something and goes on.
struct DefinitionYAML {
  let source: SourceText
  private let lines: [Substring]
  private(set) var diagnostics = DiagnosticCollector()

  init(_ source: SourceText) {
    self.source = source
    lines = String(decoding: source.utf8, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
  }

  // MARK: Diagnostics

  mutating func report(
    _ id: String, _ message: String, at mark: Mark?, length: Int = 1, hint: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.add(
      Diagnostic(id: id, severity: severity, message: message, place: place(mark, length: length), hint: hint))
  }

  mutating func report(
    _ id: String, _ message: String, at node: Node, hint: String? = nil, severity: Diagnostic.Severity = .error
  ) {
    let length = node.scalar.map { max(1, $0.string.unicodeScalars.count) } ?? 1
    report(id, message, at: node.mark, length: length, hint: hint, severity: severity)
  }

  private func place(_ mark: Mark?, length: Int) -> DiagnosticPlace {
    guard let mark, mark.line >= 1 else { return DiagnosticPlace(source: source.name, line: 1, column: 1) }
    let line = mark.line <= lines.count ? lines[mark.line - 1] : ""
    let text = String(line.last == "\r" ? line.dropLast() : line)
    return DiagnosticPlace(
      source: source.name, line: mark.line, column: mark.column,
      excerpt: DiagnosticExcerpt(line: text, column: mark.column, length: length))
  }

  // MARK: The document

  /// Depths and lengths beyond which nobody writes a definition, and a parser would run out of stack.
  private static let greatestDepth = 64
  private static let greatestLength = 1 << 20

  mutating func root() -> Node? {
    if source.utf8.count > Self.greatestLength {
      report("definition-too-large", "a diagram definition may not be larger than 1 MiB", at: nil)
      return nil
    }
    if isTooDeep() {
      report("definition-too-deep", "the YAML is nested more than \(Self.greatestDepth) levels deep", at: nil)
      return nil
    }
    guard let text = String(validating: source.utf8, as: UTF8.self) else {
      report("bad-encoding", "the file is not UTF-8", at: nil)
      return nil
    }
    do {
      let node = try Yams.compose(yaml: text)
      if node == nil { report("empty-definition", "the file holds no definition", at: nil) }
      return node
    } catch let error as YamlError {
      report(error)
    } catch {
      report("bad-yaml", "the file is not YAML", at: nil)
    }
    return nil
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report("bad-yaml", "the YAML cannot be read: \(problem)", at: mark)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted { $0.precedesByCodePoints($1) }.map { "'\($0)'" }.joined(separator: ", ")
      report("duplicate-key", "written twice in the same mapping: \(keys)", at: context.mark)
    default: report("bad-yaml", "the file is not YAML", at: nil)
    }
  }

  /// Counts brackets and leading dashes, which is more than the true depth and never less.
  private func isTooDeep() -> Bool {
    var brackets = 0
    for line in lines {
      var indent = 0
      var dashes = 0
      for byte in line.utf8 {
        if byte == UInt8(ascii: " ") { indent += 1 } else if byte == UInt8(ascii: "-") { dashes += 1 } else { break }
      }
      if dashes > Self.greatestDepth || indent > 4 * Self.greatestDepth { return true }
      for byte in line.utf8 {
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { brackets = max(0, brackets - 1) }
        if brackets > Self.greatestDepth { return true }
      }
    }
    return false
  }

  // MARK: Nodes

  /// The entries of a mapping; unknown words are reported and left out.
  mutating func fields(_ node: Node, of what: String, known: [String]) -> [(key: String, keyNode: Node, value: Node)] {
    guard let mapping = node.mapping else {
      report("wrong-type", "\(what) must be a mapping", at: node)
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
      report("wrong-type", "\(what) must be a mapping", at: node)
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

  mutating func text(_ node: Node, _ what: String) -> String? {
    guard let scalar = node.scalar else {
      report("wrong-type", "\(what) must be a text", at: node)
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
    let known = Word.allCases.map(\.rawValue)
    report(
      "unknown-value", "'\(text)' is no \(what)", at: node,
      hint: NameSuggestion.hint(for: text, among: known) ?? "known: \(known.joined(separator: ", "))")
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
    if let scalar = node.scalar { return Caption(["en": scalar.string, "sv": scalar.string]) }
    var texts: [String: String] = [:]
    for field in fields(node, of: what, known: CaptionLanguage.allCases.map(\.rawValue)) {
      if let text = text(field.value, what) { texts[field.key] = text }
    }
    return Caption(texts)
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
