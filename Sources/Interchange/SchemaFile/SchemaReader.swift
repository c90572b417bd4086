public import Diagnostics
public import GraphModel
import Yams

/// What a schema file says, as far as it can be understood, and every mistake in it.
public struct SchemaReading: Sendable {
  /// `nil` where the file is no YAML, or no mapping at its top.
  public var schema: Schema?
  public var diagnostics: [Diagnostic]
  /// Where a mistake may have hidden something, so that data are not blamed for it: kinds and relationship types whose
  /// properties may be more than the schema has.
  public var incompleteKinds: Set<TextKey> = []
  public var incompleteTypes: Set<TextKey> = []
  /// There may be more kinds, or more relationship types, than the schema has.
  public var mayLackKinds = false
  public var mayLackTypes = false

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Reads `schema.yaml`.
/// - Source: contract §2.
public enum SchemaReader {
  public static let supportedVersions = [1]

  /// Never fails: what is wrong is in the diagnostics, in the order of the file.
  public static func read(_ source: SourceText) -> SchemaReading {
    var reader = SchemaTreeReader(source)
    return reader.read()
  }

  /// Reads a file.
  /// - Throws: `FileError` where it cannot be read at all.
  public static func read(path: String) throws(FileError) -> SchemaReading {
    let bytes = try FileByteSource.contents(of: path, limit: YAMLDocument.sizeLimit)
    return read(SourceText(name: path, utf8: bytes))
  }
}

/// The reading of one schema: the tree of YAML nodes, and what was understood so far.
struct SchemaTreeReader {
  let document: YAMLDocument
  var diagnostics = DiagnosticCollector(limit: 1000)
  var reading = SchemaReading(schema: nil, diagnostics: [])
  /// Aliases can make a small file a huge tree; what is read of it is bounded.
  var nodesLeft = 500_000

  init(_ source: SourceText) {
    document = YAMLDocument(source, reporting: &diagnostics)
  }

  mutating func read() -> SchemaReading {
    readTop()
    reading.diagnostics = sortedDiagnostics
    return reading
  }

  /// In the order of the file.
  var sortedDiagnostics: [Diagnostic] { diagnostics.diagnostics.sorted(by: SchemaTreeReader.precedes) }

  private static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    guard let a = a.place, let b = b.place else { return false }
    return (a.line, a.column) < (b.line, b.column)
  }

  private mutating func readTop() {
    guard let root = document.root else {
      if !diagnostics.hasErrors {
        report(
          "empty-schema", "the schema is empty", at: document.place(line: 1, column: 1),
          hint: "it begins with 'version: 1'")
      }
      return
    }
    guard let entries = mapping(root, of: "the schema", expected: "'version', 'kinds' and 'relationships'") else {
      return
    }
    var schema = Schema()
    let misspelt = check(entries, words: ["version", "kinds", "relationships"], in: "a schema")
    reading.mayLackKinds = misspelt.contains("kinds")
    reading.mayLackTypes = misspelt.contains("relationships")
    readVersion(entries.first { $0.name == "version" }?.value, root: root, into: &schema)
    if let kinds = entries.first(where: { $0.name == "kinds" })?.value { schema.kinds = readKinds(kinds) }
    if let types = entries.first(where: { $0.name == "relationships" })?.value {
      schema.relationshipTypes = readRelationshipTypes(types, kinds: schema.kinds.map(\.name))
    }
    reading.schema = schema
  }

  private mutating func readVersion(_ node: Node?, root: Node, into schema: inout Schema) {
    guard let node else {
      report(
        "missing-version", "the schema has no version", at: document.place(of: root), hint: "add 'version: 1'",
        severity: .warning)
      return
    }
    guard let text = text(node, of: "version") else { return }
    if let number = Int(text), SchemaReader.supportedVersions.contains(number) {
      schema.version = number
    } else {
      report(
        "unsupported-version", "version '\(text.shortened)' of the schema's format is not supported",
        at: document.place(of: node),
        hint: "the version is 1")
    }
  }
}

// MARK: - Pieces of the tree

/// One entry of a mapping.
struct YAMLEntry {
  var name: String
  var key: Node
  var value: Node
}

extension SchemaTreeReader {
  mutating func report(
    _ id: String, _ message: String, at place: DiagnosticPlace, hint: String? = nil,
    severity: Diagnostic.Severity = .error
  ) {
    diagnostics.add(Diagnostic(id: id, severity: severity, message: message, place: place, hint: hint))
  }

  mutating func report(_ id: String, _ message: String, at node: Node, hint: String? = nil) {
    report(id, message, at: document.place(of: node), hint: hint)
  }

  /// The entries of a mapping, keys given twice left out; `nil` and a report where the node is something else.
  mutating func mapping(_ node: Node, of what: String, expected: String) -> [YAMLEntry]? {
    guard let mapping = node.mapping else {
      report("wrong-node", "\(what) is a mapping of \(expected), and here stands \(Self.describe(node))", at: node)
      return nil
    }
    var entries: [YAMLEntry] = []
    for (key, value) in mapping {
      guard spend(at: key) else { return entries }
      guard let scalar = key.scalar else {
        report("wrong-node", "a name is expected, and here stands \(Self.describe(key))", at: key)
        continue
      }
      if YAMLDocument.isMasked(scalar.string) { continue }
      entries.append(YAMLEntry(name: scalar.string, key: key, value: value))
    }
    return entries
  }

  /// The items of a list; a single scalar counts as a list of one.
  mutating func items(_ node: Node, of what: String) -> [Node]? {
    if node.scalar != nil, !Self.isNull(node) { return [node] }
    guard let sequence = node.sequence else {
      report("wrong-node", "\(what) is a list, and here stands \(Self.describe(node))", at: node)
      return nil
    }
    var items: [Node] = []
    for item in sequence {
      guard spend(at: item) else { return items }
      items.append(item)
    }
    return items
  }

  mutating func text(_ node: Node, of what: String) -> String? {
    guard let scalar = node.scalar, !Self.isNull(node) else {
      report("wrong-node", "\(what) is a text, and here stands \(Self.describe(node))", at: node)
      return nil
    }
    return scalar.string
  }

  mutating func boolean(_ node: Node, of what: String) -> Bool? {
    guard let text = text(node, of: what) else { return nil }
    switch text {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default:
      report("wrong-value", "\(what) is 'true' or 'false', and here stands '\(text.shortened)'", at: node)
      return nil
    }
  }

  /// Reports each name that is no known word.
  /// - Returns: the words that seem to be meant, so that what they would say is not missed.
  mutating func check(_ entries: [YAMLEntry], words: [String], in what: String) -> Set<String> {
    var misspelt: Set<String> = []
    for entry in entries where !words.contains(entry.name) {
      let near = NameSuggestion.nearest(to: entry.name, among: words)
      if let near { misspelt.insert(near) }
      report(
        "unknown-word", "\(what) has no '\(entry.name.shortened)'", at: entry.key,
        hint: near.map { "did you mean '\($0)'?" } ?? "it may have \(Self.list(words))")
    }
    return misspelt
  }

  /// A caption or a description: a text for each language.
  mutating func caption(_ node: Node, of what: String) -> Caption {
    guard let entries = mapping(node, of: what, expected: "languages to texts, such as {en: …, sv: …},") else {
      return Caption()
    }
    var texts: [String: String] = [:]
    for entry in entries {
      if CaptionLanguage(rawValue: entry.name) == nil {
        report(
          "unknown-word", "'\(entry.name.shortened)' is no language of captions", at: entry.key,
          hint: "the languages are 'en' and 'sv'")
      }
      if let text = text(entry.value, of: "a caption") { texts[entry.name] = text }
    }
    return Caption(texts)
  }

  /// Whether a name can be used; what it may not be depends on where it ends up.
  mutating func isUsable(_ entry: YAMLEntry, as what: String, isFileName: Bool) -> Bool {
    let name = entry.name
    var problem: String?
    if name.isEmpty || Self.isNull(entry.key) {
      problem = "\(what) has no name"
    } else if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      problem = "the name of \(what) has a control character"
    } else if name.unicodeScalars.first?.properties.isWhitespace == true
      || name.unicodeScalars.last?.properties.isWhitespace == true
    {
      problem = "the name of \(what) begins or ends with a blank"
    } else if isFileName, !GraphFolderNaming.isUsable(name) {
      problem = "the name of \(what) is also the name of its file, and '\(name)' cannot be one"
    }
    if let problem { report("unusable-name", problem, at: entry.key) }
    return problem == nil
  }

  private mutating func spend(at node: Node) -> Bool {
    nodesLeft -= 1
    if nodesLeft == 0 {
      report("schema-too-large", "the schema has too many parts; are there aliases of aliases in it?", at: node)
    }
    return nodesLeft > 0
  }

  static func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  static func describe(_ node: Node) -> String {
    if node.mapping != nil { return "a mapping" }
    if node.sequence != nil { return "a list" }
    if isNull(node) { return "nothing" }
    return "the text '\((node.scalar?.string ?? "").shortened)'"
  }

  static func list(_ words: [String]) -> String {
    let quoted = words.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }
}
