import CypherSyntax
import Diagnostics
import Testing

@Suite("Printing")
struct PrinterTests {
  @Test("what any tree prints as parses to the same tree", arguments: 1...4)
  func randomTrees(depth: Int) {
    var generator = TreeGenerator(seed: UInt64(depth))
    for _ in 0..<(depth < 4 ? 1_500 : 500) {
      let tree = generator.expression(depth)
      let text = QueryPrinter.print(tree)
      let (again, mistakes) = QueryParser.parseExpression(SourceText(name: "expression", text: text))
      let isSame = outline(again) == outline(tree)
      #expect(mistakes.first?.rendered() == nil)
      #expect(isSame, "\(text)")
    }
  }

  @Test("a name is quoted where it could be read as something else")
  func names() {
    #expect(QueryPrinter.quoted("name") == "name")
    #expect(QueryPrinter.quoted("ålder") == "ålder")
    #expect(QueryPrinter.quoted("two words") == "`two words`")
    #expect(QueryPrinter.quoted("back`quote") == "`back``quote`")
    #expect(QueryPrinter.quoted("where") == "`where`")
    #expect(QueryPrinter.quoted("") == "``")
  }
}
