import CypherSemantics
import FoundationEssentials
import GraphModel
import Testing

/// `docs/functions.md` says what the declarations say. `RECORD=1` rewrites it, and fails so that nobody forgets.
@Suite struct FunctionManualTests {
  @Test func manualIsUpToDate() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/functions.md")
    let manual = FunctionManual.text
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try Data(manual.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD")
      return
    }
    let stored = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    #expect(stored == manual, "docs/functions.md differs from the declarations; RECORD=1 rewrites it")
  }
}

/// The manual of the functions, in Markdown.
enum FunctionManual {
  static var text: String {
    var text = """
      # Functions

      Written from the declarations in `Sources/CypherSemantics/Functions` by a test; change it there. Letter case does
      not count in names. Unless a function says otherwise, a null argument gives null. Text is counted in code points.
      Dates and times are those of UTC unless a time zone is given.

      """
    for category in FunctionRegistry.categories {
      text += "\n## \(category.title)\n"
      for function in category.scalars {
        text += entry(function.name, function.signature, function.summary, function.examples)
      }
      for function in category.aggregates {
        text += entry(function.name, function.signature, function.summary, function.examples)
      }
    }
    return text
  }

  private static func entry(
    _ name: String, _ signature: String, _ summary: String, _ examples: [ScalarFunction.Example]
  ) -> String {
    var text = "\n### \(name)\n\n`\(signature)`\n\n\(summary)"
    let others = FunctionRegistry.synonyms.filter { $0.value == name }.keys.sorted()
    if !others.isEmpty { text += " Also called " + others.map { "`\($0)`" }.joined(separator: ", ") + "." }
    text += "\n\n```cypher\n"
    for example in examples { text += "\(example.query)  // \(literal(example.result))\n" }
    return text + "```\n"
  }

  static func literal(_ value: Value) -> String {
    switch value {
    case .null: return "null"
    case .string(let text): return "'\(text)'"
    case .list(let items): return "[" + items.map(literal).joined(separator: ", ") + "]"
    case .map(let map):
      let entries = map.sorted { $0.key < $1.key }.map { "\($0.key): \(literal($0.value))" }
      return "{" + entries.joined(separator: ", ") + "}"
    default: return value.plainText ?? value.typeName
    }
  }
}
