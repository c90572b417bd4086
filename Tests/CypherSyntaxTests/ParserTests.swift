import CypherSyntax
import Diagnostics
import Testing

private func parse(_ text: String) -> ParsedQuery { QueryParser.parse(SourceText(name: "query", text: text)) }

private func projection(_ text: String) -> ProjectionClauseSyntax? {
  guard case .returning(let projection) = parse(text).query.parts.last?.clauses.last else { return nil }
  return projection
}

@Suite("Parsing")
struct ParserTests {
  @Test("a column without an alias has the text as written")
  func columnText() {
    let items = projection("RETURN  n.a+ 1 , ( n . b ) AS b, count( * )/* c */ , [x  IN y|x]\n")?.items ?? []
    #expect(items.map(\.text) == ["n.a+ 1", "( n . b )", "count( * )", "[x  IN y|x]"])
    #expect(items.map { $0.alias?.text } == [nil, "b", nil, nil])
  }

  @Test("spans hold what they name")
  func spans() throws {
    let text = "MATCH (å)-[r:R]->(b) WHERE (å.x + 1) * 2 > $p RETURN å"
    let parsed = parse(text)
    guard case .match(let match) = parsed.query.parts[0].clauses[0] else { throw Mismatch() }
    #expect(parsed.source.text(of: match.span) == "MATCH (å)-[r:R]->(b) WHERE (å.x + 1) * 2 > $p")
    #expect(parsed.source.text(of: match.pattern.span) == "(å)-[r:R]->(b)")
    guard case .comparison(let left, let rest) = match.condition?.kind else { throw Mismatch() }
    #expect(parsed.source.text(of: left.span) == "(å.x + 1) * 2")
    #expect(rest.map { parsed.source.text(of: $0.operand.span) } == ["$p"])
    guard case .binary(.multiply, let sum, _) = left.kind else { throw Mismatch() }
    #expect(parsed.source.text(of: sum.span) == "(å.x + 1)")
  }

  @Test("the smallest integer is a literal")
  func smallestInteger() {
    for text in ["-9223372036854775808", "-0x8000000000000000", "- 9223372036854775808", "-0o1000000000000000000000"] {
      #expect(projection("RETURN \(text) AS x")?.items.first?.expression.kind == .literal(.integer(.min)))
    }
  }

  @Test("many alternatives make a flat tree")
  func flatJunctions() throws {
    guard
      case .or(let operands) = projection("RETURN a OR b OR (c OR d) OR e AND f AND g AS x")?.items[0].expression.kind
    else { throw Mismatch() }
    #expect(operands.count == 4)
    guard case .and(let inner) = operands[3].kind else { throw Mismatch() }
    #expect(inner.count == 3)
  }

  @Test("a parameter may stand for the properties of a pattern")
  func parameterProperties() throws {
    guard case .match(let match) = parse("MATCH (n $p) RETURN n").query.parts[0].clauses[0],
      case .node(let node) = match.pattern.paths[0].elements[0]
    else { throw Mismatch() }
    #expect(node.properties?.kind == .parameter("p"))
  }

  @Test("an expression alone must be the whole text")
  func expressionText() {
    func mistakes(_ text: String) -> [String] {
      QueryParser.parseExpression(SourceText(name: "parameter", text: text)).1.map(\.id)
    }
    #expect(mistakes("[1, {a: 'x'}, date('2024-01-01')]") == [])
    #expect(mistakes("'text'") == [])
    #expect(mistakes("some words") == ["unexpected-token"])
    #expect(mistakes("1 RETURN") == ["unexpected-token"])
    #expect(mistakes("") == ["unexpected-end"])
    #expect(mistakes("cardiology (adult)") == [])
    #expect(mistakes("2024-") == ["unexpected-end"])
  }

  @Test("an empty text is a mistake", arguments: ["", " \n\t", ";", "// comment", "/* comment */"])
  func emptyQuery(_ text: String) {
    let parsed = parse(text)
    #expect(parsed.diagnostics.map(\.id) == ["empty-query"])
    #expect(parsed.query.parts.count == 1)
    #expect(parsed.diagnostics.first?.queryError == .syntax("UnexpectedSyntax"))
  }

  @Test("bytes that are no UTF-8 are mistakes with a place")
  func encoding() {
    func mistakes(_ bytes: [UInt8]) -> [String] {
      QueryParser.parse(SourceText(name: "query", utf8: bytes)).diagnostics.map { "\($0.id) \($0.place?.column ?? 0)" }
    }
    #expect(mistakes(Array("RETURN 'a".utf8) + [0xFF] + Array("b' AS x".utf8)) == ["invalid-encoding 10"])
    #expect(mistakes(Array("RETURN `a".utf8) + [0xC3] + Array("` AS x".utf8)) == ["invalid-encoding 10"])
    #expect(mistakes(Array("RETURN n.".utf8) + [0xC3] + Array(" AS x".utf8)) == ["invalid-encoding 10"])
    #expect(mistakes([0xEF, 0xBB, 0xBF] + Array("RETURN 1 AS x".utf8)) == [])
  }

  @Test("names differ by their bytes")
  func names() {
    let composed = parse("RETURN \u{E5} AS x").query
    let decomposed = parse("RETURN a\u{30A} AS x").query
    #expect(Array(outline(composed).utf8) != Array(outline(decomposed).utf8))
  }
}

private struct Mismatch: Error {}
