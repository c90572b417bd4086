import CypherSyntax
import Diagnostics
import Testing

/// The mistakes that the parser finds; the others of the TCK are the binder's.
private let parserErrors: Set<String> = [
  "InvalidNumberLiteral", "InvalidUnicodeLiteral", "InvalidUnicodeCharacter", "IntegerOverflow",
  "FloatingPointOverflow",
  "InvalidRelationshipPattern",
]

@Suite(
  "TCK feature files", .enabled(if: FeatureFiles.isPresent, "the TCK's feature files are not beside the repository"))
struct FeatureFileTests {
  @Test("every query parses, or fails as the scenario says")
  func queriesParse() {
    for query in FeatureFiles.queries() {
      let parsed = QueryParser.parse(SourceText(name: query.testDescription, text: query.text))
      if let first = parsed.diagnostics.first {
        #expect(first.queryError?.detail == query.expectedError, "\(first.rendered())")
      } else if let expected = query.expectedError {
        #expect(!parserErrors.contains(expected), "\(query.testDescription): \(query.text)")
      }
    }
  }

  @Test("every query without mistakes survives printing")
  func queriesRoundTrip() {
    for query in FeatureFiles.queries() {
      let parsed = QueryParser.parse(SourceText(name: query.testDescription, text: query.text))
      if parsed.diagnostics.isEmpty { expectRoundTrip(parsed) }
    }
  }
}

/// The printed text parses to the same tree, and prints to the same text.
func expectRoundTrip(_ parsed: ParsedQuery) {
  let printed = QueryPrinter.print(parsed.query)
  let again = QueryParser.parse(SourceText(name: parsed.source.name, text: printed))
  let original = parsed.source.text(of: SourceSpan(0, parsed.source.utf8.count))
  #expect(again.diagnostics.isEmpty, "\(original)\n→ \(printed)\n\(again.diagnostics.map { $0.rendered() })")
  #expect(outline(again.query) == outline(parsed.query), "\(original)\n→ \(printed)")
  #expect(QueryPrinter.print(again.query) == printed)
}
