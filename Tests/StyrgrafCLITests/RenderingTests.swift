import GraphModel
import Testing

@testable import StyrgrafCLI

@Suite struct RenderingTests {
  @Test(arguments: [
    ("abc", 3), ("åäö", 3), ("a\u{30A}", 1), ("日本", 4), ("é", 1), ("e\u{301}", 1), ("👍", 2), ("", 0), ("a\u{200B}b", 2),
  ])
  func widths(text: String, width: Int) { #expect(DisplayWidth.width(of: text) == width) }

  @Test func codesAreToldInWords() {
    let texts = Texts(.swedish)
    #expect(texts.code("running", of: "lifecycle") == "pågående (running)")
    #expect(texts.code("regional", of: "level") == "regional")
    #expect(texts.code("running", of: "name") == "running")
    #expect(Texts(.english).code("county", of: "level") == "county-wide (county)")
    #expect(texts.boolean(true) == "ja")
    #expect(texts.page("A3 landscape") == "A3 liggande")
    #expect(texts.effectName("broken") == "slutar fungera")
  }

  @Test func shortensByColumns() {
    #expect(DisplayWidth.shortened("Ängelholm", to: 5) == "Änge…")
    #expect(DisplayWidth.shortened("日本語", to: 5) == "日本…")
    #expect(DisplayWidth.shortened("日本語", to: 4) == "日…")
    #expect(DisplayWidth.shortened("ab", to: 2) == "ab")
    #expect(DisplayWidth.shortened("ab", to: 0) == "")
  }

  @Test func noTextSteersTheTerminal() {
    #expect(PlainLines.oneLine("a\u{1B}[31mb\r\nc\td\u{7}") == "a·[31mb⏎c d·")
    #expect(PlainLines.clean("a\nb\u{9B}") == "a\nb·")
  }

  @Test(arguments: [10, 20, 30, 40, 60, 200])
  func tablesFit(width: Int) {
    var table = TextTable(["Nyckel", "Namn", "Anmärkning"])
    table.add(["a-1", "Ögonsjukvård i hela länet", String(repeating: "lång text ", count: 20)])
    let lines = table.rendered(width: width, style: TerminalStyle(isColored: false)).split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines { #expect(DisplayWidth.width(of: String(line)) <= width) }
  }

  @Test func keysGiveWayLast() {
    var table = TextTable(["key", "name"])
    table.keep(0)
    table.add(["a-rather-long-key", "A name that is longer than the key"])
    let lines = table.rendered(width: 30, style: TerminalStyle(isColored: false)).split(separator: "\n")
    #expect(lines[2] == "a-rather-long-key  A name tha…")
    let narrow = table.rendered(width: 16, style: TerminalStyle(isColored: false)).split(separator: "\n")
    #expect(narrow[2] == "a-rat…  A name…" || narrow[2] == "a-rath…  A name…")
  }

  @Test func pipedTablesAreWhole() {
    var table = TextTable(["n", "name"])
    table.columns[0].isRight = true
    table.add(["1", "Åre"])
    table.add(["10", "x"])
    #expect(
      table.rendered(width: nil, style: TerminalStyle(isColored: false)) == " n  name\n──  ────\n 1  Åre\n10  x\n")
  }

  @Test func valuesReadWell() {
    let node = NodeIndex(0)
    let elements = Subgraph(nodes: [node: NodeData(id: 1, labels: ["A"], properties: ["name": "N", "key": "k"])])
    let display = ValueDisplay(elements: elements)
    #expect(display.text(.list([1, "a", nil])) == "1, a, —")
    #expect(display.text(.node(node)) == "N (k)")
    #expect(display.text(.map(["b": 1, "a": 2.0])) == "{a: 2.0, b: 1}")
  }

  @Test func leadingOptionsMove() {
    #expect(
      GlobalArguments.moved(["--db", "x", "info", "--format", "json"]) == ["info", "--db", "x", "--format", "json"])
    #expect(GlobalArguments.moved(["--lang=sv", "impact", "retire", "a"]) == ["impact", "retire", "--lang=sv", "a"])
    #expect(GlobalArguments.moved(["--version"]) == ["--version"])
    #expect(GlobalArguments.moved(["--db"]) == ["--db"])
    #expect(GlobalArguments.moved(["query", "--db", "x"]) == ["query", "--db", "x"])
    #expect(GlobalArguments.asksForJSON(["query", "--format", "json"]))
    #expect(!GlobalArguments.asksForJSON(["query", "--", "--format", "json"]))
  }
}
