import Foundation
import GraphModel
import Testing

/// Every example of the language's pages is asked, and answers what stands there.
///
/// `RECORD=1` writes the answers anew, and fails so that they are read before they are committed.
@Suite(.enabled(if: Program.isBuilt, "the program is not built")) struct DocumentationTests {
  @Test(arguments: [
    ("query-language.md", CaptionLanguage.english), ("cypher-in-ten-minutes.md", .english),
    ("cypher-pa-tio-minuter.md", .swedish),
  ])
  func examplesAnswerAsWritten(name: String, language: CaptionLanguage) throws {
    let page = try DocumentationPage(name)
    let run = try DocumentationRun(language)
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] != nil
    var recorded: [(range: Range<Int>, text: String)] = []
    func compare(_ found: String, with range: Range<Int>, line: Int) {
      if found == page.text(range) { return }
      recorded.append((range, found))
      if !isRecording { Issue.record("docs/\(name):\(line) answers\n\(found)\nand not\n\(page.text(range))") }
    }

    for example in page.examples {
      switch example.kind {
      case .graph(let graph): try run.use(graph: graph)
      case .parameters(let text): try run.use(parameters: text)
      case .file(let name, let text): try run.write(file: name, text: text)
      case .query(let query, let range):
        let (text, isAnswer) = run.answer(query)
        if let range {
          compare(text, with: range, line: example.line)
        } else {
          #expect(isAnswer, "docs/\(name):\(example.line) is refused:\n\(text)")
        }
      case .console(let range):
        let lines = Array(page.lines[range])
        compare(try run.session(lines).joined(separator: "\n"), with: range, line: example.line)
      }
    }
    if isRecording, !recorded.isEmpty {
      try page.record(recorded)
      Issue.record("recorded \(recorded.count) answers in docs/\(name); read the difference, and run without RECORD")
    }
  }
}
