public import Diagnostics
import Yams

/// Reads scenario files.
///
/// A scenario has a `title`, a `reason`, a `case` number, the `date` on which it happens, the `revision` it was made
/// against, and what it does: `retire`, `replace`, `move` and `revise`, as sections of their own or each as one of the
/// `steps`. Whatever stands in a list may have its own `reason` and `case`.
public enum ScenarioReader {
  /// Never fails: what is wrong is in the diagnostics, in the order of the file.
  public static func read(_ source: SourceText) -> (scenario: ScenarioFile, diagnostics: [Diagnostic]) {
    var reader = ScenarioTreeReader(source)
    return reader.read()
  }
}

private struct ScenarioTreeReader {
  private static let actions = ["retire", "replace", "move", "revise"]
  private static let remarks = ["reason", "case"]

  private var tree: SchemaTreeReader
  private var scenario = ScenarioFile()

  init(_ source: SourceText) { tree = SchemaTreeReader(source) }

  mutating func read() -> (scenario: ScenarioFile, diagnostics: [Diagnostic]) {
    readTop()
    return (scenario, tree.sortedDiagnostics)
  }

  private mutating func readTop() {
    let start = tree.document.place(line: 1, column: 1)
    guard let root = tree.document.root else {
      if !tree.diagnostics.hasErrors { reportEmpty(at: start) }
      return
    }
    guard let entries = tree.mapping(root, of: "a scenario", expected: "'title', 'reason' and 'steps'") else { return }
    _ = tree.check(
      entries, words: ["title", "reason", "case", "date", "revision", "steps"] + Self.actions, in: "a scenario")
    for entry in entries {
      switch entry.name {
      case "title": scenario.title = tree.text(entry.value, of: "the title")
      case "reason": scenario.reason = tree.text(entry.value, of: "the reason")
      case "case": scenario.caseNumber = tree.text(entry.value, of: "the case number")
      case "date": scenario.date = term(entry.value, of: "the date")
      case "revision": readRevision(entry.value)
      case "steps": readSteps(entry.value)
      case let name where Self.actions.contains(name): readAction(entry, reason: nil, caseNumber: nil)
      default: break
      }
    }
    if scenario.steps.isEmpty, !tree.diagnostics.hasErrors { reportEmpty(at: tree.document.place(of: root)) }
  }

  private mutating func reportEmpty(at place: DiagnosticPlace) {
    tree.report(
      "empty-scenario", "the scenario does nothing", at: place,
      hint: "it may have \(SchemaTreeReader.list(Self.actions))")
  }

  private mutating func readRevision(_ node: Node) {
    guard let text = tree.text(node, of: "the revision") else { return }
    guard let number = Int64(text), number >= 0 else {
      return tree.report(
        "wrong-value", "'\(text.shortened)' is no revision", at: node, hint: "'styrgraf history' lists them")
    }
    scenario.revision = number
  }

  private mutating func readSteps(_ node: Node) {
    guard let sequence = node.sequence else {
      return tree.report(
        "wrong-node", "'steps' is a list, and here stands \(SchemaTreeReader.describe(node))", at: node)
    }
    for step in sequence {
      guard let entries = tree.mapping(step, of: "a step", expected: "one of 'retire', 'replace', 'move' and 'revise'")
      else { continue }
      let misspelt = tree.check(entries, words: Self.actions + Self.remarks, in: "a step")
      let (reason, caseNumber) = remarks(entries)
      let actions = entries.filter { Self.actions.contains($0.name) }
      if actions.count > 1 {
        tree.report(
          "several-actions", "a step does one thing, and this one has '\(actions[0].name)' and '\(actions[1].name)'",
          at: actions[1].key, hint: "begin it with '- ', so that it is a step of its own")
      } else if actions.isEmpty, misspelt.isEmpty {
        tree.report(
          "empty-step", "the step does nothing", at: step, hint: "it may have \(SchemaTreeReader.list(Self.actions))")
      }
      for action in actions { readAction(action, reason: reason, caseNumber: caseNumber) }
    }
  }

  private mutating func remarks(_ entries: [YAMLEntry]) -> (reason: String?, caseNumber: String?) {
    var reason: String?
    var caseNumber: String?
    for entry in entries {
      if entry.name == "reason" { reason = tree.text(entry.value, of: "the reason") }
      if entry.name == "case" { caseNumber = tree.text(entry.value, of: "the case number") }
    }
    return (reason, caseNumber)
  }

  /// One thing to do, or a list of them.
  private mutating func readAction(_ entry: YAMLEntry, reason: String?, caseNumber: String?) {
    let isPair = entry.name == "replace" || entry.name == "move"
    let items = entry.value.sequence.map { Array($0) } ?? [entry.value]
    if items.isEmpty {
      tree.report("empty-step", "'\(entry.name)' names nothing", at: entry.key)
    }
    for item in items {
      if isPair || item.mapping != nil {
        readDetailed(item, entry.name, reason, caseNumber)
      } else if let named = term(item, of: "what '\(entry.name)' names") {
        let action: ScenarioFile.Action = entry.name == "retire" ? .retire(named) : .revise(named)
        scenario.steps.append(ScenarioFile.Step(action: action, reason: reason, caseNumber: caseNumber))
      }
    }
  }

  private mutating func readDetailed(_ item: Node, _ action: String, _ reason: String?, _ caseNumber: String?) {
    let words =
      switch action {
      case "replace": ["old", "new"]
      case "move": ["node", "area"]
      default: ["node"]
      }
    guard let entries = tree.mapping(item, of: "'\(action)'", expected: SchemaTreeReader.list(words)) else { return }
    let misspelt = tree.check(entries, words: words + Self.remarks, in: "'\(action)'")
    let own = remarks(entries)
    var terms: [ScenarioFile.Term] = []
    for word in words {
      if let entry = entries.first(where: { $0.name == word }) {
        if let term = term(entry.value, of: "'\(word)'") { terms.append(term) }
      } else if !misspelt.contains(word) {
        tree.report("missing-word", "'\(action)' needs '\(word)'", at: item)
      }
    }
    guard terms.count == words.count else { return }
    let step: ScenarioFile.Action =
      switch action {
      case "replace": .replace(old: terms[0], new: terms[1])
      case "move": .move(node: terms[0], area: terms[1])
      case "retire": .retire(terms[0])
      default: .revise(terms[0])
      }
    scenario.steps.append(
      ScenarioFile.Step(action: step, reason: own.reason ?? reason, caseNumber: own.caseNumber ?? caseNumber))
  }

  private mutating func term(_ node: Node, of what: String) -> ScenarioFile.Term? {
    tree.text(node, of: what).map { ScenarioFile.Term(text: $0, place: tree.document.place(of: node)) }
  }
}
