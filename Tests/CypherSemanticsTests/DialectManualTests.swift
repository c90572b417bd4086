import CypherSemantics
import CypherSyntax
import Diagnostics
import FoundationEssentials
import GraphModel
import Testing

/// The tables of `docs/dialects.md` say what the declarations say. `RECORD=1` rewrites them, and fails so that nobody
/// forgets.
@Suite struct DialectManualTests {
  private static let mark = "<!-- From here on written by a test from Sources/CypherSemantics/Portability. -->\n"

  @Test func manualIsUpToDate() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("docs/dialects.md")
    let stored = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let head = try #require(stored.firstRange(of: Self.mark)).upperBound
    let manual = stored[..<head] + DialectManual.text
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try Data(manual.utf8).write(to: file)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD")
      return
    }
    #expect(stored == manual, "docs/dialects.md differs from the declarations; RECORD=1 rewrites it")
  }
}

/// The tables of the constructs and functions, in Markdown.
enum DialectManual {
  static var text: String {
    var text = ""
    for (title, features) in [
      ("Clauses", DialectFeature.clauses), ("Patterns", DialectFeature.patterns),
      ("Expressions", DialectFeature.expressions),
    ] {
      text += "\n## \(title)\n\n"
      text += "| construct | openCypher 9 | Neo4j 5 | Cypher 25 | instead | example |\n|---|:-:|:-:|:-:|---|---|\n"
      for feature in features {
        let cells = Dialect.elsewhere.map { cell(feature.availability, $0) }
        let varies = ["function", "procedure"].contains(feature.id)
        let words = [code(feature.name)] + (varies ? ["varies", "varies", "varies"] : cells)
        text +=
          "| \((words + [escaped(english(feature.advice)), quoted(feature.example)]).joined(separator: " | ")) |\n"
      }
    }
    text += "\n## What is only warned of\n\n| construct | why | example |\n|---|---|---|\n"
    for feature in DialectFeature.warnings {
      text += "| \(code(feature.name)) | \(escaped(english(feature.advice))) | \(quoted(feature.example)) |\n"
    }
    text += "\n## Functions that are not everywhere\n\n"
    text += "| function | openCypher 9 | Neo4j 5 | Cypher 25 | instead |\n|---|:-:|:-:|:-:|---|\n"
    for function in FunctionRegistry.scalars {
      let portability = function.portability
      guard portability.availability != .everywhere || portability.withOptionalArguments != nil else { continue }
      let availability = portability.withOptionalArguments ?? portability.availability
      let name =
        portability.withOptionalArguments == nil ? "`\(function.name)`" : "`\(function.name)` with two arguments"
      let cells = Dialect.elsewhere.map { cell(availability, $0) }
      text += "| \(([name] + cells + [rewriting(of: function)]).joined(separator: " | ")) |\n"
    }
    for (synonym, name) in FunctionRegistry.synonyms.sorted(by: { $0.key < $1.key }) {
      let portability = FunctionRegistry.portability(of: synonym, arguments: 1)
      let instead = portability.rewriting?.replacing("$1", with: "text") ?? ""
      let words = ["`\(synonym)`, which is `\(name)`"] + Dialect.elsewhere.map { cell(portability.availability, $0) }
      text += "| \((words + ["`\(instead)`"]).joined(separator: " | ")) |\n"
    }
    return text
  }

  private static func cell(_ availability: DialectAvailability, _ dialect: Dialect) -> String {
    guard availability.exists(in: dialect) else { return "–" }
    let release = availability.release(in: dialect)
    return release == DialectAvailability.everywhere.release(in: dialect) ? "yes" : release?.description ?? "yes"
  }

  private static func rewriting(of function: ScalarFunction) -> String {
    guard let rewriting = function.portability.rewriting else { return "" }
    let names = function.parameters.map(\.name)
    return "`" + names.indices.reduce(rewriting) { $0.replacing("$\($1 + 1)", with: names[$1]) } + "`"
  }

  private static func english(_ caption: Caption) -> String { caption.text(in: .english) ?? "" }
  private static func code(_ caption: Caption) -> String { escaped(english(caption)) }
  private static func escaped(_ text: String) -> String { text.replacing("|", with: "\\|") }
  private static func quoted(_ query: String) -> String { "`\(escaped(query))`" }
}
