import CypherSyntax
import Diagnostics
import Testing

/// `RECORD=1` rewrites the golden files and fails.
@Suite("Golden files")
struct GoldenTests {
  @Test("queries print as canonical text", arguments: GoldenBlock.corpusFiles)
  func queries(in file: String) throws { try check(file) }

  @Test("mistakes read well")
  func mistakes() throws { try check("mistakes.golden") }

  private func check(_ file: String) throws {
    if GoldenBlock.isRecording {
      try GoldenBlock.record(file)
      Issue.record("recorded \(file)")
    }
    let blocks = GoldenBlock.all(in: file)
    #expect(!blocks.isEmpty)
    for block in blocks {
      #expect(GoldenBlock.output(of: block.query) == block.expected, "\(block.query)")
    }
  }

  @Test("canonical text parses to the same tree")
  func roundTrip() {
    for block in GoldenBlock.corpus {
      expectRoundTrip(QueryParser.parse(SourceText(name: "query", text: block.query)))
    }
  }
}
