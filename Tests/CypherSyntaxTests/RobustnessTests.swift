import Diagnostics
import Foundation
import SeededRandom
import Testing

@testable import CypherSyntax

/// Whatever the text: a tree, mistakes in source order, and no trap.
@Suite("Robustness")
struct RobustnessTests {
  @Test("every prefix of every query parses", arguments: GoldenBlock.corpusFiles + ["mistakes.golden"])
  func prefixes(of file: String) {
    for block in GoldenBlock.all(in: file) {
      let bytes = Array(block.query.utf8)
      for length in 0...bytes.count { check(Array(bytes[..<length])) }
    }
  }

  @Test("every query without one of its tokens parses", arguments: GoldenBlock.corpusFiles)
  func deletions(from file: String) {
    for block in GoldenBlock.all(in: file) {
      let bytes = Array(block.query.utf8)
      for token in Lexer.tokens(of: bytes) where token.upper > token.lower {
        check(Array(bytes[..<token.lower] + bytes[token.upper...]))
      }
    }
  }

  @Test("tokens in any order parse")
  func shuffles() {
    var random = SplitMix64(seed: 7)
    let words = GoldenBlock.corpus.flatMap { block in
      let bytes = Array(block.query.utf8)
      return Lexer.tokens(of: bytes).map { bytes[$0.lower..<$0.upper] }
    }
    for _ in 0..<3_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...30, using: &random) {
        bytes += words[Int.random(in: 0..<words.count, using: &random)]
        bytes.append(UInt8(ascii: " "))
      }
      check(bytes)
    }
  }

  @Test("any bytes parse")
  func bytes() {
    var random = SplitMix64(seed: 11)
    let alphabet =
      Array("MATCH (n:A)-[r*1..2]->{`'\"\\u$@#/*;\u{0}\u{2014}åé|&!%=<>+~^,. 09ex".utf8) + [
        0xFF, 0xC3, 0xE2, 0xF0, 0x80,
      ]
    for _ in 0..<5_000 {
      check((0..<Int.random(in: 0...40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 })
    }
  }

  private func check(_ bytes: [UInt8]) {
    let source = SourceText(name: "query", utf8: bytes)
    let parsed = QueryParser.parse(source)
    let places = parsed.diagnostics.compactMap { $0.place.map { ($0.line, $0.column) } }
    #expect(places.count == parsed.diagnostics.count)
    #expect(
      zip(places, places.dropFirst()).allSatisfy { $0 < $1 }, "\(bytes): \(parsed.diagnostics.map { $0.rendered() })")
    #expect(parsed.diagnostics.allSatisfy { $0.queryError?.type == "SyntaxError" })
    let (_, mistakes) = QueryParser.parseExpression(source)
    #expect(mistakes.count <= 100)
    #expect(!QueryPrinter.print(parsed.query).isEmpty || !parsed.diagnostics.isEmpty)
  }
}

@Suite("Size and depth")
struct SizeTests {
  /// Texts that want a deep tree, each far beyond the bound.
  static let deep: [(name: String, text: String)] = [
    ("parentheses", repeated("(", 10_000) + "1" + repeated(")", 10_000)),
    ("open parentheses", repeated("(", 10_000)),
    ("lists", repeated("[", 10_000) + repeated("]", 10_000)),
    ("maps", repeated("{a: ", 10_000) + "1" + repeated("}", 10_000)),
    ("calls", repeated("f(", 10_000) + "1" + repeated(")", 10_000)),
    ("negations", repeated("NOT ", 10_000) + "true"),
    ("signs", repeated("-", 10_000) + "x"),
    ("sum", "1" + repeated(" + 1", 20_000)),
    ("right operands", repeated("1 + (", 5_000) + "1" + repeated(")", 5_000)),
    ("properties", "a" + repeated(".b", 20_000)),
    ("indices", "a" + repeated("[0]", 20_000)),
    ("null tests", "a" + repeated(" IS NULL", 20_000)),
    ("cases", repeated("CASE WHEN ", 5_000) + "1" + repeated(" THEN 1 END", 5_000)),
    ("comprehensions", repeated("[x IN ", 5_000) + "[]" + repeated("]", 5_000)),
    ("subqueries", repeated("EXISTS { MATCH (n) WHERE ", 5_000) + "true" + repeated("}", 5_000)),
    ("patterns", repeated("(a {b: ", 5_000) + "1" + repeated("})-->(c)", 5_000)),
    ("pattern comprehensions", repeated("[(a)-->(b) | ", 5_000) + "1" + repeated("]", 5_000)),
    ("labels", "n:" + repeated("!", 10_000) + "A"),
    ("label parentheses", "n:" + repeated("(", 10_000) + "A" + repeated(")", 10_000)),
    ("mixture", repeated("[{a: NOT (1 + -f(x.y[", 1_000) + "1"),
  ]

  @Test("too much depth is a mistake and no overflow", arguments: deep.map(\.name))
  func depth(_ name: String) async {
    let text = Self.deep.first { $0.name == name }?.text ?? ""
    let ids = await onSmallStack {
      let parsed = QueryParser.parse(SourceText(name: "query", text: "RETURN \(text) AS x"))
      _ = QueryPrinter.print(parsed.query)
      return (parsed.query == parsed.query, parsed.diagnostics.map(\.id))
    }
    #expect(ids.0)
    let expected = ["nested-too-deeply", "expression-too-long"]
    #expect(ids.1.contains(where: expected.contains), "\(ids.1)")
    #expect(ids.1.count <= 3, "\(ids.1)")
  }

  @Test("deep queries are mistakes and no overflow")
  func deepQueries() async {
    let texts = [
      "MATCH " + repeated("(", 10_000) + "a" + repeated(")", 10_000),
      repeated("CALL { ", 5_000) + "RETURN 1" + repeated(" }", 5_000),
      repeated("FOREACH (x IN [1] | ", 5_000) + "CREATE ()" + repeated(")", 5_000),
    ]
    for text in texts {
      let ids = await onSmallStack { QueryParser.parse(SourceText(name: "query", text: text)).diagnostics.map(\.id) }
      #expect(ids.contains("nested-too-deeply"))
    }
  }

  @Test("what people write is far from the bounds")
  func withinBounds() async {
    let texts = [
      repeated("(", 60) + "1" + repeated(")", 60), repeated("[", 60) + repeated("]", 60),
      "1" + repeated(" + 1", 200), repeated("EXISTS { MATCH (n) WHERE ", 12) + "true" + repeated("}", 12),
    ]
    for text in texts {
      let parsed = await onSmallStack { QueryParser.parse(SourceText(name: "query", text: "RETURN \(text) AS x")) }
      #expect(parsed.diagnostics.isEmpty, "\(parsed.diagnostics.map { $0.rendered() })")
    }
  }

  @Test("wide texts parse in time that grows with their length")
  func width() {
    let texts = [
      "RETURN [" + repeated("1, ", 100_000) + "1] AS x",
      "RETURN true" + repeated(" OR x = 1", 100_000) + " AS x",
      "RETURN true" + repeated(" AND n:A", 20_000) + " AS x",
      "RETURN 1" + repeated(" < 1", 20_000) + " AS x",
      "MATCH (a)" + repeated("-->(a)", 20_000) + " RETURN a",
      "MATCH (a)" + repeated(", (a)", 20_000) + " RETURN a",
      repeated("MATCH (n) WITH n ", 20_000) + "RETURN n",
      "RETURN 1 AS x" + repeated(" UNION ALL RETURN 1 AS x", 20_000),
      "RETURN '" + repeated("\\n", 100_000) + "' AS x",
      "RETURN n:A" + repeated("|A", 20_000) + " AS x",
      "RETURN {" + repeated("a: 1, ", 20_000) + "a: 1} AS x",
    ]
    for text in texts {
      let parsed = QueryParser.parse(SourceText(name: "query", text: text))
      #expect(parsed.diagnostics.isEmpty, "\(text.prefix(40)): \(parsed.diagnostics.map(\.message))")
    }
  }

  @Test("nonsense is answered with a bounded list of mistakes")
  func nonsense() {
    let texts = [
      "MATCH (n ", "RETURN [(", ")]} ", "'\\", "a b ", "\u{0}", "`", "/*", "MATCH (n)\nRETRUN ) \n", "[x IN ",
      "EXISTS {",
      "(a)-[", "RETURN (a)-", "RETURN a.",
    ]
    for text in texts {
      let parsed = QueryParser.parse(SourceText(name: "query", text: repeated(text, 100_000 / text.utf8.count) + "'"))
      #expect(!parsed.diagnostics.isEmpty)
      #expect(parsed.diagnostics.count <= 100)
    }
  }

  @Test("a megabyte parses")
  func megabyte() {
    let text = "RETURN [" + repeated("1, ", 350_000) + "1] AS x"
    #expect(QueryParser.parse(SourceText(name: "query", text: text)).diagnostics.isEmpty)
    let broken = QueryParser.parse(SourceText(name: "query", text: repeated("MATCH (n ", 120_000)))
    #expect(1...100 ~= broken.diagnostics.count)
    let bytes = [UInt8](repeating: 0xFF, count: 1_000_000)
    #expect(QueryParser.parse(SourceText(name: "query", utf8: bytes)).diagnostics.first?.id == "invalid-encoding")
  }
}

private func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

/// Runs on a thread with the smallest stack a platform gives to its threads.
private func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
  await withCheckedContinuation { continuation in
    let thread = Thread { continuation.resume(returning: body()) }
    thread.stackSize = 512 * 1024
    thread.start()
  }
}
