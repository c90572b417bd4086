import Diagnostics
import GraphModel
import SeededRandom
import Testing

@testable import Interchange

private func read(_ text: String) -> SchemaReading {
  SchemaReader.read(SourceText(name: "schema.yaml", text: text))
}

@Suite struct SchemaReaderTests {
  static let example = """
    version: 1
    kinds:
      Document:
        caption: {en: Governing document, sv: Styrande dokument}
        description: {en: A document, sv: Ett dokument}
        inactive: {status: [retired]}
        properties:
          name: {type: string, required: true}
          status: {type: string, enum: [draft, valid, retired]}
          level: {type: integer, enum: [1, 2]}
          tags: {type: list, of: string, enum: [a, b]}
          valid_from: {type: edtf}
      DesignLink: {}
    relationships:
      LINKS_TO:
        from: DesignLink
        to: [Document, DesignLink]
        caption: {en: links to, sv: länkar till}
        inverse: {en: linked from, sv: länkas från}
        dependent: to
        impact: {review: review, retired: broken}
        identity: [since]
        properties:
          since: {type: date}

    """

  @Test func everythingOfTheContract() throws {
    let reading = read(Self.example)
    #expect(reading.diagnostics == [])
    let schema = try #require(reading.schema)
    #expect(schema.kinds.map(\.name) == ["Document", "DesignLink"])
    let document = try #require(schema.kind(named: "Document"))
    #expect(document.caption == Caption(["en": "Governing document", "sv": "Styrande dokument"]))
    #expect(document.inactive == ["status": ["retired"]])
    #expect(document.property(named: "name")?.isRequired == true)
    #expect(document.property(named: "level")?.allowedValues == [1, 2])
    #expect(document.property(named: "tags")?.type == .list(of: .string))
    let links = try #require(schema.relationshipType(named: "LINKS_TO"))
    #expect(links.from == ["DesignLink"] && links.to == ["Document", "DesignLink"])
    #expect(links.dependentEnd == .to && links.identity == ["since"])
    #expect(links.impact.entries == [.review: .review, .retired: .broken])
    #expect(links.inverseCaption.text(in: .swedish) == "länkas från")
  }

  @Test func writingIsCanonical() throws {
    let schema = try #require(read(Self.example).schema)
    #expect(SchemaWriter.write(schema) == Self.example)
  }

  /// A schema, and each finding as `line:column id`, with the hint of the first.
  static let mistakes: [(text: String, found: [String], hint: String?)] = [
    ("", ["1:1 empty-schema"], nil),
    ("- a\n", ["1:1 wrong-node"], nil),
    ("version: 1\nkinds:\n  A: [\n", ["4:1 invalid-yaml"], nil),
    ("version: 1\nkinds:\n\tA: {}\n", ["3:1 invalid-yaml"], "indent with blanks, not with tabs"),
    ("kinds: {}\n", ["1:1 missing-version"], nil),
    ("version: 2\n", ["1:10 unsupported-version"], "the version is 1"),
    ("version: 1\nkind:\n  A: {}\n", ["2:1 unknown-word"], "did you mean 'kinds'?"),
    ("version: 1\nkinds: A\n", ["2:8 wrong-node"], nil),
    ("version: 1\nkinds:\n  A: x\n", ["3:6 wrong-node"], nil),
    ("version: 1\nkinds:\n  A: {}\n  B: {}\n  A: {}\n", ["5:3 duplicate-key"], nil),
    ("version: 1\nkinds:\n  A:\n    properties: {a: {type: string, type: date}}\n", ["4:36 duplicate-key"], nil),
    (
      "version: 1\nkinds:\n  A:\n    properties:\n      a: {type: string}\n      a: {type: date}\n  A: {}\n",
      ["6:7 duplicate-key", "7:3 duplicate-key"], nil
    ),
    ("version: 1\nkinds:\n  A: {propertis: {}}\n", ["3:7 unknown-word"], "did you mean 'properties'?"),
    ("version: 1\nkinds:\n  A: {properties: {a: string}}\n", ["3:23 wrong-node"], nil),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: strng}}}\n", ["3:30 unknown-type"], "did you mean 'string'?"),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: text}}}\n", ["3:30 unknown-type"], "did you mean 'string'?"),
    ("version: 1\nkinds:\n  A: {properties: {a: {required: true}}}\n", ["3:20 missing-type"], nil),
    ("version: 1\nkinds:\n  A: {properties: {a: {typ: string}}}\n", ["3:24 unknown-word"], "did you mean 'type'?"),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: list}}}\n", ["3:30 missing-item-type"], nil),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: list, of: list}}}\n", ["3:40 unknown-type"], nil),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: date, of: date}}}\n", ["3:36 item-type-without-list"], nil),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: string, required: yes}}}\n", ["3:48 wrong-value"], nil),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: integer, enum: [1, x]}}}\n", ["3:49 wrong-value"], nil),
    (
      "version: 1\nkinds:\n  A: {properties: {a: {type: integer, enum: ['1']}}}\n", ["3:46 wrong-value"],
      "remove the quotes"
    ),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: string, enum: []}}}\n", ["3:44 empty-enum"], nil),
    ("version: 1\nkinds:\n  A: {properties: {a: {type: string, enum: [x, ~]}}}\n", ["3:48 wrong-value"], nil),
    ("version: 1\nkinds:\n  A: {properties: {key: {type: string}}}\n", ["3:20 reserved-name"], nil),
    ("version: 1\nkinds:\n  A: {caption: {en: A, dk: B}}\n", ["3:24 unknown-word"], nil),
    ("version: 1\nkinds:\n  A: {caption: A}\n", ["3:16 wrong-node"], nil),
    ("version: 1\nkinds:\n  '': {}\n", ["3:3 unusable-name"], nil),
    ("version: 1\nkinds:\n  A/B: {}\n", ["3:3 unusable-name"], nil),
    (
      "version: 1\nkinds:\n  A: {inactive: {statsu: [x]}, properties: {status: {type: string}}}\n",
      ["3:18 unknown-property"], "did you mean 'status'?"
    ),
    (
      "version: 1\nkinds:\n  A: {inactive: {s: [yes]}, properties: {s: {type: string, enum: [x]}}}\n",
      ["3:22 value-not-allowed"], "it may be 'x'"
    ),
    (
      "version: 1\nkinds: {Alpha: {}}\nrelationships:\n  R: {from: Alpah, to: Alpha}\n", ["4:13 unknown-kind"],
      "did you mean 'Alpha'?"
    ),
    ("version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A}\n", ["4:3 missing-end"], nil),
    ("version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: []}\n", ["4:20 missing-end"], nil),
    ("version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, dependent: both}\n", ["4:34 wrong-value"], nil),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, impact: {retierd: broken}}\n",
      ["4:32 unknown-state"], "did you mean 'retired'?"
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, impact: {retired: retired}}\n",
      ["4:41 unknown-effect"], nil
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, impact: {retired: brokn}}\n",
      ["4:41 unknown-effect"], "did you mean 'broken'?"
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, impact: {retired: review, broken: degraded}}\n",
      ["4:41 falling-impact"], "effects never fall as states rise"
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, impact: {broken: unowned}}\n",
      ["4:40 unknown-effect"], "write 'retired: unowned'"
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, impact: {review: review, retired: unowned}}\n",
      ["4:57 contradicting-impact"], nil
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, impact: {retired: unowne}}\n",
      ["4:41 unknown-effect"], "did you mean 'unowned'?"
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, identity: [x]}\n", ["4:34 unknown-property"],
      nil
    ),
    (
      "version: 1\nkinds: {A: {}}\nrelationships:\n  R: {from: A, to: A, properties: {from: {type: date}}}\n",
      ["4:36 reserved-name"], nil
    ),
    ("version: 1\n? {a: 1}\n: 2\n", ["2:3 wrong-node"], nil),
    ("version: 1\n---\nversion: 1\n", ["2:1 invalid-yaml"], nil),
  ]

  @Test(arguments: mistakes)
  func eachMistakeOnceAndAtItsPlace(_ text: String, _ found: [String], _ hint: String?) {
    let diagnostics = read(text).diagnostics
    #expect(summary(diagnostics) == found, "\(diagnostics.map { $0.rendered() })")
    if let hint { #expect(diagnostics.first?.hint == hint) }
  }

  @Test func allMistakesInOneGo() {
    let text = """
      version: 9
      kinds:
        Alpha:
          propertis: {}
          inactive: {x: [1]}
        Beta: {properties: {n: {type: intger, enum: [a]}, n: {type: date}}}
      relationships:
        R: {from: Gamma, to: Beta, impact: {broken: retired}, identity: [z]}
      """
    #expect(
      summary(read(text).diagnostics) == [
        "1:10 unsupported-version", "4:5 unknown-word", "6:33 unknown-type", "6:53 duplicate-key", "8:13 unknown-kind",
        "8:47 unknown-effect", "8:68 unknown-property",
      ])
  }

  @Test func aMistakeDoesNotHideTheRest() throws {
    let reading = read(
      "version: 1\nkinds:\n  A: {propertis: {x: {type: string}}}\n  B: {properties: {n: {type: intger}}}\n")
    #expect(reading.incompleteKinds == [TextKey("A")])
    #expect(reading.schema?.kind(named: "B")?.property(named: "n")?.type == .string)
  }

  @Test func bytesThatAreNotUTF8() {
    let reading = SchemaReader.read(SourceText(name: "s", utf8: Array("version: 1\n# f".utf8) + [0xE5, 0x72, 0x0A]))
    #expect(summary(reading.diagnostics) == ["2:4 invalid-encoding"])
  }

  @Test func aByteOrderMarkMovesNothing() {
    #expect(summary(read("\u{FEFF}version: 2\n").diagnostics) == ["1:10 unsupported-version"])
  }

  @Test func placesCountCodePoints() {
    let diagnostics = read("version: 1\nkinds:\n  Råd𝄞: {propertis: {}}\n").diagnostics
    #expect(
      diagnostics.first?.rendered() == """
        schema.yaml:3:10: error: a kind has no 'propertis' [unknown-word]
          3 |   Råd𝄞: {propertis: {}}
            |          ^~~~~~~~~ did you mean 'properties'?
        """)
  }

  @Test func aliasesAreBounded() {
    var text = "version: 1\nkinds: &a0 {}\n"
    text += "relationships:\n  R0: &b0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      text += "  R\(level): &b\(level) [" + repeatElement("*b\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    text += "  Z: {from: *b12, to: *b12}\n"
    #expect(read(text).hasErrors)
    #expect(read("a: &a [1]\n? [*a]\n: 2\n").diagnostics.map(\.id) == ["invalid-yaml"])
    #expect(read("a: &a x\n*a : 2\n").diagnostics.map(\.id) == ["invalid-yaml"])
  }

  /// No prefix and no damaged version of a schema stops the reader.
  @Test func anythingCanBeRead() {
    let scalars = Array(Self.example.unicodeScalars)
    for length in stride(from: 0, through: scalars.count, by: 5) {
      _ = read(String(String.UnicodeScalarView(scalars[..<length])))
    }
    var generator = SplitMix64(seed: 4)
    let pieces: [Unicode.Scalar] = [
      "{", "}", "[", "]", ":", ",", "\n", " ", "-", "*", "&", "?", "|", "\"", "\t", "#", "é", "\u{0}",
    ]
    for _ in 0..<150 {
      var damaged = scalars
      for _ in 0..<3 {
        damaged[Int.random(in: 0..<damaged.count, using: &generator)] = pieces.randomElement(using: &generator) ?? "x"
      }
      _ = read(String(String.UnicodeScalarView(damaged)))
    }
    _ = read(String(repeating: "[", count: 5000))
    _ = read(String(repeating: "{a: ", count: 5000))
    _ = read((0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined())
  }

  @Test func everySchemaSurvives() throws {
    var generator = SplitMix64(seed: 5)
    let words = [
      "a", "Å", "true", "no", "1", "x: y", "# z", "it's", "\"q\"", "a\\b", "é\n", "{", "null", " s", "~", "-", "ö,ä",
      "𝄞", "\u{E000}", "\u{85}",
    ]
    func word() -> String { words.randomElement(using: &generator) ?? "" }
    func caption() -> Caption {
      Bool.random(using: &generator) ? Caption() : Caption(["en": word() + word(), "sv": word() + "ö"])
    }
    func properties() -> [PropertyDefinition] {
      (0..<Int.random(in: 0..<5, using: &generator)).map { index in
        let type =
          (PropertyType.scalars + [.list(of: .integer), .list(of: .string)]).randomElement(using: &generator) ?? .string
        var allowed: [Value]?
        if type == .string { allowed = [.string("v" + word()), "plain"] }
        if type == .list(of: .integer) { allowed = [1, -2] }
        return PropertyDefinition(
          name: "p\(index)'s å", type: type, isRequired: Bool.random(using: &generator), allowedValues: allowed,
          caption: caption(), description: caption())
      }
    }
    for _ in 0..<200 {
      let kinds = (0..<Int.random(in: 1..<4, using: &generator)).map { index in
        NodeKind(name: "K\(index) å", caption: caption(), description: caption(), properties: properties())
      }
      let types = (0..<Int.random(in: 0..<3, using: &generator)).map { index in
        let properties = properties()
        return RelationshipType(
          name: "yes\(index)", from: [kinds[0].name], to: kinds.map(\.name), caption: caption(),
          inverseCaption: caption(),
          dependentEnd: Bool.random(using: &generator) ? .to : .from,
          impact: Bool.random(using: &generator) ? .unowned : ImpactTable([.review: .review, .broken: .degraded]),
          identity: properties.prefix(1).map(\.name),
          properties: properties)
      }
      let schema = Schema(kinds: kinds, relationshipTypes: types)
      let reading = read(SchemaWriter.write(schema))
      #expect(reading.diagnostics.map { $0.rendered() } == [])
      #expect(reading.schema == schema)
    }
  }

  @Test func aFileOfUTF16AndOneOfTwoDocuments() {
    let wide = SchemaReader.read(SourceText(name: "s", utf8: [0xFF, 0xFE, 0x76, 0]))
    #expect(wide.diagnostics.map(\.message) == ["the file is UTF-16, and a schema must be UTF-8"])
    let two = SchemaReader.read(SourceText(name: "s", text: "version: 1\n---\nversion: 1\n"))
    #expect(two.diagnostics.map(\.id) == ["invalid-yaml"])
    #expect(two.diagnostics.first?.hint?.contains("one document") == true)
  }
}
