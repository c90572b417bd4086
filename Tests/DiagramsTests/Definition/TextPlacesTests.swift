import Diagnostics
import Testing
import Yams

@testable import Diagrams

@Suite struct TextPlacesTests {
  /// Every way to write a text in YAML; `MARK` is looked for.
  static let texts = [
    "q: a MARK b", "q: a\n  b\n  MARK c", "q: 'a ''quoted'' MARK'", "q: \"a \\\"b\\\" \\u00e5 \\x41 \\n MARK\"",
    "q: \"a \\\n   b MARK\"", "q: >-\n  a\n  b\n\n  c MARK", "q: >\n  a\n    indented\n  MARK\n",
    "q: |\n  a\n   b\n  MARK\n",
    "q: |2-\n   a\n  MARK", "q: [x, y MARK z]", "{r: 1, q: 'åäö 👩‍⚕️ MARK'}", "q: &a x MARK", "q: !!str a MARK",
    "q: MARK", "q: >-   # remark\n  MARK", "q:\n  - >-\n    a: b\n    MARK", "q: |-\r\n  a\r\n  MARK\r\n",
    "q: 'a\n\n  MARK'",
  ]

  @Test(arguments: texts) func findsTheCharactersOfATextInTheFile(source: String) throws {
    let root = try #require(try Yams.compose(yaml: source))
    var node = try #require(root["q"])
    while let last = node.sequence?.last { node = last }
    let yaml = DefinitionYAML(SourceText(name: "d", text: source))
    let places = try #require(yaml.places(ofText: node))
    let text = SourceText(name: "q", text: node.scalar?.string ?? "")
    let offset = try #require(Self.offset(of: "MARK", in: text.utf8))
    let (line, column) = text.position(at: offset)
    let found = try #require(places.mark(line: line, column: column))
    let file = SourceText(name: "d", text: source)
    let expected = file.position(at: try #require(Self.offset(of: "MARK", in: file.utf8)))
    #expect(found.line == expected.line && found.column == expected.column)
  }

  private static func offset(of word: String, in bytes: [UInt8]) -> Int? {
    let word = Array(word.utf8)
    return bytes.indices.first { bytes[$0...].starts(with: word) }
  }
}
