import Diagnostics
import Foundation
import FoundationXML
import GraphModel
import GraphWorkspace
import Testing

/// Text of the graph, of parameters and of definitions that tries to be more than text.
@Suite struct HostileTextTests {
  static let texts = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x' \"", "back\\slash \\N \\G \\l \\n",
    "]]> <![CDATA[", "--> <!-- <?x ?>", "&lt;b&gt; &#60; &quot;", "</text></svg><svg onload=x>",
    "<TABLE><TR><TD HREF=\"javascript:x\">x</TD></TR></TABLE>", "{a|b} <p> [x](javascript:y) `z` #quot; %%{init}%%",
    "\u{1B}[31mred\u{1B}[0m \u{1B}]0;title\u{7}", "\u{1}\u{8}\u{B}\u{C}\u{7F}\u{9B}31m",
    "\u{202E}esrever\u{2066}x\u{2069}",
    "שלום עולם مرحبا", "$document $$ $nobody", "\u{FEFF}\u{200B}\u{FFFF}", "e\u{301}👩‍⚕️",
    "a\r\nb\tc\u{2028}d\u{85}e",
    "javascript:alert(1)", String(repeating: "lång ", count: 2_000), String(repeating: "x", count: 10_000),
  ]

  private static let definition = """
    title: {sv: "Om $word", en: "About $word"}
    subtitle: $word
    description: "Described: $word"
    source: $word
    parameters:
      word: {type: string, default: x}
    queries:
      - query: "MATCH (a:Thing)-[r:NEXT]->(b:Thing) RETURN a, r, b, a.text AS fact, r.text AS told"
        facts: {a: [fact], r: [told]}
    group:
      - {property: text, where: {place: start}}
    fold:
      - {relationship: NEXT, leaf: to, where: {place: row}}
    styles:
      nodes:
        - {caption: [kind, text, fact], note: NOTE, legend: NOTE}
      relationships:
        - {label: told, legend: NOTE}
    words: {plain: NOTE}

    """

  private static let schema = """
    version: 1
    kinds:
      Thing:
        caption: {en: NOTE, sv: NOTE}
        properties:
          name: {type: string, required: true}
          text: {type: string}
          place: {type: string}
    relationships:
      NEXT:
        from: Thing
        to: Thing
        caption: {en: NOTE, sv: NOTE}
        properties:
          text: {type: string}

    """

  /// Three things called by the text, in a frame, as a box and as a line in one, joined by relationships that say it.
  private func workspace(_ text: String, in folder: TemporaryFolder) throws -> GraphWorkspace {
    let workspace = GraphWorkspace(database: folder.path + "/graph.db", folder: folder.path)
    // In JSON's words for a text, which are YAML's too but for what YAML refuses unescaped.
    var written = String.UnicodeScalarView()
    written.append(contentsOf: text.unicodeScalars.filter { $0.value < 0x7F || (0xA0..<0xFFFE).contains($0.value) })
    let quoted = String(decoding: try JSONEncoder().encode([String(written)]).dropFirst().dropLast(), as: UTF8.self)
    try folder.write(Self.definition.replacing("NOTE", with: quoted), to: "diagrams/hostile.yaml")
    try folder.write(Self.schema.replacing("NOTE", with: quoted), to: "register/schema.yaml")
    _ = try workspace.load([folder.path + "/register"], context: ChangeContext(actor: "test"))
    var request = QueryRequest(
      text: """
        CREATE (a:Thing {key: 'a', name: $text, text: $text, place: 'start'})-[:NEXT {text: $text}]->
          (b:Thing {key: 'b', name: $text, text: $text}), (b)-[:NEXT {text: $text}]->
          (c:Thing {key: 'c', name: $text, text: $text, place: 'row'})
        """)
    request.parameters = ["text": .string(text)]
    request.writing = ChangeContext(actor: "test")
    _ = try workspace.query(request)
    return workspace
  }

  private final class Elements: NSObject, XMLParserDelegate {
    var names: Set<String> = []
    var attributes: Set<String> = []
    var links: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes found: [String: String] = [:]
    ) {
      names.insert(name)
      attributes.formUnion(found.keys)
      links += found.compactMap { $0.key.hasSuffix("href") ? $0.value : nil }
    }
  }

  private func elements(_ bytes: [UInt8]) throws -> Elements {
    let elements = Elements()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = elements
    let isParsed = withExtendedLifetime(elements) { parser.parse() }
    #expect(isParsed, "\(String(describing: parser.parserError))")
    return elements
  }

  private static let drawn: Set<String> = [
    "svg", "title", "desc", "style", "g", "polygon", "polyline", "path", "text", "ellipse",
  ]

  @Test(arguments: texts) func becomesTextInEveryFormat(text: String) throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(text, in: folder)
    let diagram = try workspace.diagram(named: "hostile")
    #expect(diagram.diagnostics.filter { $0.severity == .error }.isEmpty)
    let given = try GivenParameters(["word=" + text])
    for language in CaptionLanguage.allCases {
      let picture = try workspace.picture(of: diagram, given, language: language)
      let svg = try elements(picture.drawn(as: .svg).bytes)
      #expect(svg.names.isSubset(of: Self.drawn), "\(svg.names)")
      #expect(!svg.attributes.contains { $0.lowercased().hasPrefix("on") } && svg.links.isEmpty)
      let graph = try elements(picture.drawn(as: .graphml).bytes)
      #expect(graph.names.isSubset(of: ["graphml", "key", "graph", "node", "edge", "data", "desc"]), "\(graph.names)")
      _ = try JSONSerialization.jsonObject(with: Data(picture.drawn(as: .json).bytes))
      let mermaid = String(decoding: try picture.drawn(as: .mermaid).bytes, as: UTF8.self)
      for sign in ["<script", "<img", "</", "`", "%%{", "\nclick "] { #expect(!mermaid.contains(sign), "\(sign)") }
      let pdf = try picture.drawn(as: .pdf).bytes
      #expect(pdf.starts(with: "%PDF-".utf8))
      for mark in ["/JavaScript", "/Launch", "/OpenAction", "/Type /Action"] {
        #expect(String(decoding: pdf, as: Unicode.ASCII.self).contains(mark) == false, "\(mark)")
      }
      // The text alternative is clean before any terminal sees it.
      let told = picture.text
      let all =
        [told.title, told.subtitle ?? "", told.summary, told.footer ?? ""] + told.tables.flatMap { $0.rows.joined() }
      for scalar in all.joined().unicodeScalars {
        #expect(scalar.properties.generalCategory != .control && !(0x202A...0x202E).contains(scalar.value))
      }
      #expect(all.allSatisfy { $0.unicodeScalars.count <= 2000 })
      if language == .swedish { continue }
      #expect(try picture.drawn(as: .png).bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    }
  }

  /// What the page of all diagrams is made of.
  private static let page: Set<String> = [
    "!doctype", "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "nav", "ul", "li", "img",
    "main", "section", "p", "figure", "span", "details", "summary", "div", "table", "caption", "thead", "tbody", "tr",
    "th",
    "td", "footer", "strong", "bdi",
  ]

  @Test(arguments: texts) func becomesTextOnThePage(text: String) throws {
    let folder = try TemporaryFolder()
    let workspace = try workspace(text, in: folder)
    let failed = try workspace.drawGallery(
      GivenParameters(["word=" + text]), formats: [.svg], language: .swedish,
      into: folder.path + "/out"
    ) { _ in }
    #expect(failed == nil)
    let html = try String(contentsOfFile: folder.path + "/out/index.html", encoding: .utf8)
    let body = html.replacing(/<style>[\s\S]*?<\/style>/, with: "")
    for match in body.matches(of: /<\/?([!A-Za-z][A-Za-z0-9]*)/) {
      #expect(Self.page.contains(match.output.1.lowercased()), "\(match.output.1)")
    }
    for match in body.matches(of: /<[a-z][^<>]*>/) {
      let names = match.output.replacing(/"[^"]*"/, with: "")
      #expect(!names.contains(/\son[a-z]+/) && !names.contains("'"), "\(names)")
      #expect(!match.output.contains(/(href|src)="(?![.#])/), "\(match.output.prefix(200))")
    }
    #expect(!body.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
  }
}
