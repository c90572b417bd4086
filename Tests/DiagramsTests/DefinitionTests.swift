import Diagnostics
import GraphModel
import Testing

@testable import Diagrams

@Suite struct DefinitionTests {
  static let schema = Schema(
    kinds: [
      NodeKind(
        name: "Team", caption: Caption(["en": "Team"]),
        properties: [
          PropertyDefinition(name: "name", type: .string), PropertyDefinition(name: "status", type: .string),
        ])
    ],
    relationshipTypes: [RelationshipType(name: "PART_OF", from: ["Team"], to: ["Team"])])

  static func read(_ text: String) -> (definition: DiagramDefinition?, diagnostics: [Diagnostic]) {
    DiagramDefinition.read(SourceText(name: "d.yaml", text: text), schema: schema)
  }

  @Test func readsAWholeDefinition() throws {
    let text = """
      title: {sv: "Grupp $team", en: "Group $team"}
      parameters: {team: {type: string, default: a}}
      queries: [MATCH (n) RETURN n, "MATCH ()-[r]->() RETURN r"]
      connect: PART_OF
      direction: LR
      page: A3 portrait
      group: {property: status, order: [new, old]}
      fold: {relationship: PART_OF, leaf: from, columns: 2, where: {status: [old, null]}}
      styles:
        nodes: {kind: Team, fill: blue, shape: hexagon, caption: [kind, status]}
        relationships: {type: PART_OF, color: green, label: caption, legend: false}
      words: {old: {sv: gammal, en: old}}
      legend: false
      """
    let (read, diagnostics) = Self.read(text)
    #expect(diagnostics.isEmpty)
    let definition = try #require(read)
    #expect(definition.title.text(in: .swedish) == "Grupp $team")
    #expect(definition.queries.count == 2)
    #expect(definition.connect == ["PART_OF"])
    #expect(definition.page == .a3Portrait && definition.direction == .leftToRight)
    #expect(definition.folding[0].pattern.values == ["status": ["old", .null]])
    #expect(definition.grouping == [.property("status", pattern: ElementPattern(), order: ["new", "old"])])
    #expect(definition.nodeStyles[0].fill == .blue && definition.nodeStyles[0].shape == .hexagon)
    #expect(definition.relationshipStyles[0].isInLegend == false)
    #expect(definition.hasLegend == false)
  }

  /// A mistake in a line of a definition, its place and what the reader says about it.
  struct Mistake: CustomTestStringConvertible, Sendable {
    var text: String
    var id: String
    var place: String
    var hint: String?
    var testDescription: String { text }

    init(_ text: String, _ id: String, _ place: String, hint: String? = nil) {
      self.text = text
      self.id = id
      self.place = place
      self.hint = hint
    }
  }

  static let mistakes: [Mistake] = [
    Mistake("styels: {}", "unknown-word", "3:1", hint: "did you mean 'styles'?"),
    Mistake("engine: dott", "unknown-value", "3:9", hint: "did you mean 'dot'?"),
    Mistake("direction: UP", "unknown-value", "3:12", hint: "known: TB, LR"),
    Mistake("page: A5", "unknown-value", "3:7"),
    Mistake("columns: many", "wrong-type", "3:10"),
    Mistake("columns: 0", "wrong-type", "3:10"),
    Mistake("legend: perhaps", "wrong-type", "3:9"),
    Mistake("connect: PART_OFF", "unknown-name", "3:10", hint: "did you mean 'PART_OF'?"),
    Mistake("order: stauts", "unknown-name", "3:8", hint: "did you mean 'status'?"),
    Mistake("group: {kind: Team}", "ambiguous-rule", "3:8"),
    Mistake("group: {property: status, relationship: PART_OF}", "ambiguous-rule", "3:8"),
    Mistake("fold: {leaf: from}", "missing-word", "3:7"),
    Mistake("fold: {relationship: PART_OF, leaf: start}", "unknown-value", "3:37", hint: "known: from, to"),
    Mistake("styles: {nodes: {kind: Taem}}", "unknown-name", "3:24", hint: "did you mean 'Team'?"),
    Mistake("styles: {nodes: {fill: bleu}}", "unknown-value", "3:24", hint: "did you mean 'blue'?"),
    Mistake("styles: {nodes: {fill: '#ff0000'}}", "unknown-value", "3:24"),
    Mistake("styles: {nodes: {shape: circel}}", "unknown-value", "3:25"),
    Mistake("styles: {edges: []}", "unknown-word", "3:10", hint: "known: nodes, relationships"),
    Mistake("styles: [a]", "wrong-type", "3:9"),
    Mistake("align: {place: middle}", "unknown-value", "3:16", hint: "known: same, first, last"),
    Mistake("subtitle: {de: Titel}", "unknown-word", "3:12"),
    Mistake("subtitle: $missing", "unknown-parameter", "3:11", hint: "a dollar sign is written $$"),
    Mistake("parameters: {x: {type: text}}", "unknown-value", "3:24"),
    Mistake("parameters: {x: {type: integer, default: a}}", "wrong-type", "3:42"),
    Mistake("title: again", "duplicate-key", "1:1"),
    Mistake("fold: [", "bad-yaml", "4:1"),
    Mistake("words: [a]", "wrong-type", "3:8"),
    Mistake("source: [a]", "wrong-type", "3:9"),
  ]

  @Test(arguments: mistakes) func reports(_ mistake: Mistake) throws {
    let (_, diagnostics) = Self.read("title: T\nqueries: [MATCH (n) RETURN n]\n" + mistake.text + "\n")
    let found = try #require(diagnostics.first)
    #expect(found.id == mistake.id, "\(found.rendered())")
    #expect(found.place.map { "\($0.line):\($0.column)" } == mistake.place, "\(found.rendered())")
    if let hint = mistake.hint { #expect(found.hint == hint) }
  }

  @Test func reportsEverythingAtOnceInTheOrderOfTheFile() {
    let (definition, diagnostics) = Self.read("engine: x\npage: y\nstyles: {nodes: {fill: z}}\n")
    #expect(definition == nil)
    #expect(
      diagnostics.map(\.id).sorted() == [
        "missing-word", "missing-word", "unknown-value", "unknown-value", "unknown-value",
      ])
    let lines = diagnostics.compactMap(\.place?.line)
    #expect(lines == lines.sorted())
  }

  @Test(arguments: ["", "[]", "a", "title: T", "queries: []\ntitle: T", "\u{1}", "- - -", "? a", "&a *a", "!!int x"])
  func refusesWhatIsNoDefinition(text: String) {
    let (definition, diagnostics) = Self.read(text)
    #expect(definition == nil)
    #expect(!diagnostics.isEmpty)
  }

  @Test func refusesDepthThatWouldExhaustTheStack() {
    for text in [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
      String(repeating: "{a: ", count: 50_000),
    ] {
      let (definition, diagnostics) = Self.read("title:\n " + text)
      #expect(definition == nil)
      #expect(diagnostics.contains { $0.id == "definition-too-deep" })
    }
  }

  @Test func everyPrefixOfADefinitionIsReadWithoutACrash() throws {
    let text = """
      title: {sv: "A $b", en: B}
      parameters: {b: {type: string, default: x}}
      queries: [MATCH (n) RETURN n]
      group: {sets: [{title: A, match: {kind: Team}}], bands: true}
      fold: {relationship: PART_OF}
      """
    let scalars = Array(text.unicodeScalars)
    for length in stride(from: 0, to: scalars.count, by: 3) {
      var prefix = String.UnicodeScalarView()
      prefix.append(contentsOf: scalars.prefix(length))
      _ = Self.read(String(prefix))
    }
  }

  @Test func fillsParametersIntoTexts() {
    #expect(
      TextTemplate.pieces(of: "a $b_1. $$c $ d") == [
        .text("a "), .parameter("b_1"), .text(". $c $ d"),
      ])
  }

  @Test func asksForParametersThatHaveNoDefault() throws {
    let (definition, _) = Self.read(
      "title: T\nqueries: [MATCH (n) RETURN n]\nparameters: {a: {type: string}, b: {type: integer, default: 2}}\n")
    let read = try #require(definition)
    #expect(try read.values(from: ["a": "x"]) == ["a": "x", "b": 2])
    #expect(throws: DiagramError.self) { try read.values(from: [:]) }
    #expect(throws: DiagramError.self) { try read.values(from: ["a": "x", "c": 1]) }
    #expect(throws: DiagramError.self) { try read.values(from: ["a": 1]) }
  }
}
