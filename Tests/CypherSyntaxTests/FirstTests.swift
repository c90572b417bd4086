import CypherSyntax
import Diagnostics
import Testing

@Test(arguments: ["MATCH (n) RETURN n.x + 1 AS y"])
func first(_ q: String) {
  let parsed = QueryParser.parse(SourceText(name: "query", text: q))
  #expect(parsed.diagnostics.isEmpty)
  print(QueryPrinter.print(parsed.query))
}
