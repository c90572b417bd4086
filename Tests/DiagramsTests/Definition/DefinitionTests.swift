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
    Mistake("subtitle: {sv: 'Om ''$missing'' nu'}", "unknown-parameter", "3:22"),
    Mistake("parameters: {x: {type: text}}", "unknown-value", "3:24"),
    Mistake("parameters: {x: {type: integer, default: a}}", "wrong-type", "3:42"),
    Mistake("title: again", "duplicate-key", "3:1"),
    Mistake("fold: [", "bad-yaml", "4:1"),
    Mistake("words: [a]", "wrong-type", "3:8"),
    Mistake("source: [a]", "wrong-type", "3:9"),
    Mistake("subtitle:", "wrong-type", "3:10", hint: "an empty text is written ''"),
    Mistake("parameters: {x: {typ: string}}", "unknown-word", "3:18", hint: "did you mean 'type'?"),
    Mistake("parameters: {x: string}", "wrong-type", "3:17", hint: "write it as 'word: value'"),
    Mistake("parameters: [x]", "wrong-type", "3:13", hint: "it is a list; leave out the dash or the [ ]"),
    Mistake("group: {proprety: status}", "unknown-word", "3:9", hint: "did you mean 'property'?"),
    Mistake("group: {sets: [{titel: A}]}", "unknown-word", "3:17", hint: "did you mean 'title'?"),
    Mistake("group: {sets: [{match: {kinds: Team}}]}", "unknown-word", "3:25", hint: "did you mean 'kind'?"),
    Mistake("group: {property: status, bands: maybe}", "wrong-type", "3:34"),
    Mistake("group: status", "wrong-type", "3:8", hint: "write it as 'word: value'"),
    Mistake("group: {relationship: [PART_OF, PART_OF]}", "wrong-type", "3:23"),
    Mistake("fold: {relationship: PART_OF, into: Team}", "wrong-type", "3:37"),
    Mistake("fold: {relationship: PART_OF, collumns: 2}", "unknown-word", "3:31", hint: "did you mean 'columns'?"),
    Mistake("fold: {relationship: PART_OF, columns: 13}", "wrong-type", "3:40"),
    Mistake("fold: {relationship: PART_OF, having: {status: {from: 1}}}", "unknown-word", "3:49"),
    Mistake("gather: {smalest: 3}", "unknown-word", "3:10", hint: "did you mean 'smallest'?"),
    Mistake("gather: {smallest: 1}", "wrong-type", "3:20"),
    Mistake("sequence: {knid: Team}", "unknown-word", "3:12", hint: "did you mean 'kind'?"),
    Mistake("sequence: {several: PART_OFF}", "unknown-name", "3:21", hint: "did you mean 'PART_OF'?"),
    Mistake(
      "sequence: {key: $team}", "unknown-parameter", "3:17", hint: "declare it: parameters: {team: {type: string}}"),
    Mistake("align: {plase: same}", "unknown-word", "3:9", hint: "did you mean 'place'?"),
    Mistake("align: {match: Team}", "wrong-type", "3:16"),
    Mistake("styles: {nodes: {color: blue}}", "unknown-word", "3:18"),
    Mistake("styles: {nodes: {caption: stauts}}", "unknown-name", "3:27", hint: "did you mean 'status'?"),
    Mistake("styles: {nodes: {link: adress}}", "unknown-name", "3:24"),
    Mistake(
      "styles: {nodes: {where: {status: {at_leest: 1}}}}", "unknown-word", "3:35", hint: "did you mean 'at_least'?"),
    Mistake("styles: {nodes: {where: {status: {}}}}", "missing-word", "3:34"),
    Mistake("styles: {nodes: {where: {status: [[a]]}}}", "wrong-type", "3:35"),
    Mistake("styles: {relationships: {type: PARTOF}}", "unknown-name", "3:32", hint: "did you mean 'PART_OF'?"),
    Mistake("styles: {relationships: {arrow: forwards}}", "unknown-value", "3:33", hint: "did you mean 'forward'?"),
    Mistake("styles: {relationships: {from: {knd: Team}}}", "unknown-word", "3:33", hint: "did you mean 'kind'?"),
    Mistake("styles: {relationships: {label: stauts}}", "unknown-name", "3:33", hint: "did you mean 'status'?"),
    Mistake("legend: {sv: a}", "wrong-type", "3:9"),
    Mistake("words: {old: {se: gammal}}", "unknown-word", "3:15", hint: "did you mean 'sv'?"),
    Mistake("lines: curvy", "unknown-value", "3:8"),
    Mistake("order: {property: status}", "wrong-type", "3:8"),
    Mistake("subtitle: A: b", "bad-yaml", "3:12"),
    Mistake("subtitle: *missing", "bad-yaml", "3:11", hint: "a text that begins with * stands in quotation marks"),
    Mistake("\tsubtitle: a", "bad-yaml", "3:1"),
    Mistake("styles: {nodes: {fill: red, fill: blue}}", "duplicate-key", "3:29", hint: "put both into one"),
    Mistake("subtitle: \u{7}", "bad-yaml", "3:11"),
    Mistake("---\ntitle: second", "bad-yaml", "3:1"),
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

  @Test(arguments: [
    "", "[]", "a", "title: T", "queries: []\ntitle: T", "\u{1}", "- - -", "? a", "&a *a", "!!int x", "~",
    "queries: [MATCH (n) RETURN n]", "title: T\nqueries:", "title: T\nqueries: ''", "title:\nqueries: [RETURN 1]",
    "title: T\nqueries: {a: b}", "title: T\nqueries: [{facts: {n: x}}]",
    "title: T\nqueries: [{query: RETURN 1, facts: {n: []}}]",
  ])
  func refusesWhatIsNoDefinition(text: String) {
    let (definition, diagnostics) = Self.read(text)
    #expect(definition == nil)
    #expect(!diagnostics.isEmpty && diagnostics.allSatisfy { $0.place != nil })
  }

  @Test func refusesBytesThatAreNoText() throws {
    let bytes = Array("title: T\nqueries: [MATCH (n) RETURN n]\nsubtitle: å".utf8) + [0xFF, 0x0A]
    let (definition, diagnostics) = DiagramDefinition.read(SourceText(name: "d.yaml", utf8: bytes))
    #expect(definition == nil)
    #expect(diagnostics.map(\.id) == ["bad-encoding"])
    #expect(diagnostics[0].place?.line == 3 && diagnostics[0].place?.column == 12)
  }

  @Test func refusesWhatIsTooLarge() {
    let (definition, diagnostics) = Self.read("title: " + String(repeating: "x", count: 1 << 20))
    #expect(definition == nil)
    #expect(diagnostics.map(\.id) == ["definition-too-large"])
  }

  /// Nine anchors of nine aliases each stand for 3.5 · 10⁸ values.
  @Test(arguments: ["words: {a: *a8}", "? *a8\n: 1", "group: {sets: *a8}"])
  func refusesAliasesThatMultiply(use: String) {
    var text = "title: T\nqueries: [MATCH (n) RETURN n]\na0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let (definition, diagnostics) = Self.read(text + use + "\n")
    #expect(definition == nil)
    #expect(diagnostics.map(\.id) == ["definition-too-large"])
  }

  @Test func anAnchorMayBeUsedAgain() throws {
    let (definition, diagnostics) = Self.read(
      """
      title: &title {sv: A, en: B}
      subtitle: *title
      queries: ["MATCH p = (:Team)-[*1..4]->() RETURN p"]
      """)
    #expect(diagnostics.isEmpty)
    #expect(try #require(definition).subtitle.text(in: .english) == "B")
  }

  @Test func placesCountLinesThatEndAsInWindows() throws {
    let (_, diagnostics) = Self.read("title: T\r\nqueries: [MATCH (n) RETURN n]\r\nengine: dto\r\n")
    let place = try #require(diagnostics.first?.place)
    #expect(place.line == 3 && place.column == 9 && place.excerpt?.line == "engine: dto")
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

  @Test(arguments: [
    ("date", "2024-01-31"), ("datetime", "2024-01-31T10:00"), ("datetime", "2024-01-31T10:00:00+01:00"),
  ])
  func momentsCanBeDefaults(type: String, text: String) throws {
    for written in [text, "'\(text)'"] {
      let (definition, diagnostics) = Self.read(
        "title: T\nparameters: {when: {type: \(type), default: \(written)}}\nqueries: [MATCH (n) WHERE n.since < $when RETURN n]\n"
      )
      #expect(diagnostics.filter { $0.severity == .error }.isEmpty)
      #expect(try #require(definition).parameters[0].defaultValue?.isNull == false)
    }
  }
}
