import Diagnostics
import Foundation
import Testing

@testable import Diagrams

/// The JSON Schema for editors and the reader agree on every word and on every value of it.
@Suite struct DefinitionSchemaTests {
  static let file = RegionGraph.root.appending(path: "docs/diagram.schema.json")

  /// `RECORD=1` writes the file.
  @Test func theFileInDocsIsTheSchema() throws {
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try DefinitionSchema.text.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded")
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == DefinitionSchema.text)
    #expect(try JSONSerialization.jsonObject(with: Data(contentsOf: Self.file)) is [String: Any])
  }

  @Test func takesEveryDefinitionOfTheGallery() throws {
    let check = try JSONSchemaCheck(DefinitionSchema.text)
    let folder = RegionGraph.root.appending(path: "diagrams")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    #expect(files.count >= 16)
    for name in files {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(try check.accepts(text), "\(name)")
      #expect(Self.isRead(text), "\(name)")
      #expect(text.hasPrefix("# yaml-language-server: $schema=../docs/diagram.schema.json\n"), "\(name)")
    }
    #expect(check.unknownKeywords.isEmpty)
  }

  private static func isRead(_ text: String) -> Bool {
    DiagramDefinition.read(SourceText(name: "d.yaml", text: text)).definition != nil
  }

  /// A definition that holds one word of one part.
  private static func definition(_ part: DefinitionPart, _ word: String, _ value: String) -> String {
    func joined(_ given: String, unless names: [String] = []) -> String {
      names.contains(word) ? "{\(word): \(value)}" : "{\(given), \(word): \(value)}"
    }
    let query = "MATCH (n) RETURN n"
    func whole(_ rest: String) -> String { "{title: T, queries: [\(query)], \(rest)}" }
    switch part {
    case .diagram:
      let title = word == "title" ? "" : "title: T, "
      let queries = word == "queries" ? "" : "queries: [\(query)], "
      return "{\(title)\(queries)\(word): \(value)}"
    case .parameter: return whole("parameters: {p: {\(word): \(value)}}")
    case .query: return "{title: T, queries: [\(joined("query: \(query)", unless: ["query"]))]}"
    case .match: return whole("sequence: {\(word): \(value)}")
    case .bounds: return whole("sequence: {where: {status: {\(word): \(value)}}}")
    case .group: return whole("group: \(joined("property: status", unless: part.choice))")
    case .set: return whole("group: {sets: [{\(word): \(value)}]}")
    case .fold: return whole("fold: \(joined("relationship: PART_OF", unless: ["relationship"]))")
    case .gather: return whole("gather: {\(word): \(value)}")
    case .alignment: return whole("align: {\(word): \(value)}")
    case .styles: return whole("styles: {\(word): \(value)}")
    case .nodeStyle: return whole("styles: {nodes: {\(word): \(value)}}")
    case .relationshipStyle: return whole("styles: {relationships: {\(word): \(value)}}")
    }
  }

  private static func right(_ form: DefinitionForm) -> [String] {
    switch form {
    case .caption: ["x", "{sv: x}", "{sv: x, en: 2026}", "''"]
    case .text: ["x", "'a b'"]
    case .flag: ["true", "false"]
    case .number(let range): ["\(range.lowerBound)", "\(range.upperBound)"]
    case .word(let words): words.map { "'\($0)'" }
    case .value: ["x", "'1'"]
    case .list(let item, let least):
      right(item).flatMap { [$0, "[\($0)]", "[\($0), \($0)]"] } + (least == 0 ? ["[]"] : [])
    case .named(let item): right(item).map { "{n: \($0)}" } + ["{}"]
    case .part(.bounds): ["{at_least: 1}", "{at_least: 1, at_most: 2.5}"]
    case .part(.group): ["{property: x}", "{relationship: X}", "{sets: []}"]
    case .part(let part): ["{\(part.words.filter(\.isRequired).map { "\($0.name): x" }.joined(separator: ", "))}"]
    case .either(let forms): forms.flatMap(right)
    }
  }

  private static func wrong(_ form: DefinitionForm) -> [String] {
    let nothing = ["[[[]]]"]
    switch form {
    case .caption: return nothing + ["~", "{de: x}", "[x]", "{sv: [x]}"]
    case .text: return nothing + ["~", "{a: b}"]
    case .flag: return nothing + ["~", "perhaps", "1"]
    case .number(let range):
      return nothing + ["~", "\(range.lowerBound - 1)", "\(range.upperBound + 1)", "many", "2.5"]
    case .word: return nothing + ["~", "nonsense", "[nonsense]", "''"]
    case .value: return nothing + ["{a: b}"]
    case .list(let item, let least):
      // A list in a list is wrong wherever one item is.
      return nothing + wrong(item).map { "[\($0)]" } + (least > 0 ? ["[]"] : [])
    case .named(let item): return nothing + ["~", "x", "[]"] + wrong(item).filter { $0 != "[]" }.map { "{n: \($0)}" }
    case .part(.bounds): return nothing + ["{}", "{at_leest: 1}", "{at_least: {}}"]
    case .part(.group): return nothing + ["{}", "{property: x, relationship: X}", "x"]
    case .part(let part):
      return nothing + ["x", "{no_such_word: 1}"] + (part.words.contains(where: \.isRequired) ? ["{}"] : [])
    case .either: return nothing
    }
  }

  @Test(arguments: DefinitionPart.allCases) func agreesWithTheReader(part: DefinitionPart) throws {
    let check = try JSONSchemaCheck(DefinitionSchema.text)
    for word in part.words {
      for value in Self.right(word.form) {
        let text = Self.definition(part, word.name, value)
        #expect(try check.accepts(text), "schema: \(text)")
        #expect(Self.isRead(text), "reader: \(text)")
      }
      for value in Self.wrong(word.form) {
        let text = Self.definition(part, word.name, value)
        #expect(try !check.accepts(text), "schema: \(text)")
        #expect(!Self.isRead(text), "reader: \(text)")
      }
    }
    let unknown = Self.definition(part, "no_such_word", "x")
    #expect(try !check.accepts(unknown) && !Self.isRead(unknown))
    #expect(check.unknownKeywords.isEmpty)
  }

  /// What the reader refuses without a graph's schema, editors refuse too, but for what only it can see: text that is no
  /// YAML, parameters and types of defaults.
  @Test(arguments: DefinitionTests.mistakes) func refusesTheSameMistakes(_ mistake: DefinitionTests.Mistake) throws {
    if ["unknown-name", "unknown-parameter", "bad-yaml", "duplicate-key"].contains(mistake.id) { return }
    if mistake.text.contains("default: a") { return }
    let text = "title: T\nqueries: [MATCH (n) RETURN n]\n" + mistake.text + "\n"
    #expect(try !JSONSchemaCheck(DefinitionSchema.text).accepts(text))
    #expect(!Self.isRead(text))
  }
}

@Suite struct DiagramManualTests {
  /// The definitions in the manual, whole or a part of one.
  @Test func theDefinitionsInTheManualAreRight() throws {
    let manual = try String(
      contentsOf: RegionGraph.root.appending(path: "docs/diagrams.md"), encoding: .utf8)
    let blocks = manual.matches(of: /```yaml\n([\s\S]*?)```/).map { String($0.output.1) }
    #expect(blocks.count >= 3)
    for block in blocks {
      var text = block
      if !text.contains("title:") { text = "title: T\n" + text }
      if !text.contains("queries:") { text += "queries: [MATCH (n) RETURN n]\n" }
      let (definition, diagnostics) = DiagramDefinition.read(
        SourceText(name: "docs/diagrams.md", text: text), schema: RegionGraph.shared.schema)
      #expect(definition != nil && diagnostics.allSatisfy { $0.severity != .error }, "\(diagnostics)")
    }
  }

  /// Every word of the language stands in the manual.
  @Test(arguments: DefinitionPart.allCases) func everyWordIsInTheManual(part: DefinitionPart) throws {
    let manual = try String(
      contentsOf: RegionGraph.root.appending(path: "docs/diagrams.md"), encoding: .utf8)
    for word in part.words {
      let isNamed = manual.contains("`\(word.name)`") || manual.contains("\(word.name):")
      #expect(isNamed, "\(word.name) of \(part.title)")
    }
  }
}
