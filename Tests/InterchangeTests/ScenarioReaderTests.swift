import Diagnostics
import Interchange
import Testing

@Suite struct ScenarioReaderTests {
  private func read(_ text: String) -> (scenario: ScenarioFile, diagnostics: [Diagnostic]) {
    ScenarioReader.read(SourceText(name: "s.yaml", text: text))
  }

  private func words(_ step: ScenarioFile.Step) -> String {
    switch step.action {
    case .retire(let node): "retire \(node.text)"
    case .revise(let node): "revise \(node.text)"
    case .replace(let old, let new): "replace \(old.text) by \(new.text)"
    case .move(let node, let area): "move \(node.text) to \(area.text)"
    }
  }

  @Test func stepsAndSectionsSayTheSame() {
    let steps = read(
      """
      title: T
      reason: R
      case: EX 1
      date: 2027-01-01
      revision: 7
      steps:
        - retire: a
          reason: why
        - retire: [b, 3]
        - replace: {old: c, new: d}
          case: EX 2
        - move: {node: e, area: f}
        - revise: [{node: g, reason: because}]
      """)
    #expect(steps.diagnostics.isEmpty)
    #expect(
      steps.scenario.steps.map(words) == [
        "retire a", "retire b", "retire 3", "replace c by d", "move e to f", "revise g",
      ])
    #expect(steps.scenario.steps.map(\.reason) == ["why", nil, nil, nil, nil, "because"])
    #expect(steps.scenario.steps[3].caseNumber == "EX 2")
    #expect(steps.scenario.title == "T" && steps.scenario.reason == "R" && steps.scenario.caseNumber == "EX 1")
    #expect(steps.scenario.date?.text == "2027-01-01" && steps.scenario.revision == 7)
    let sections = read(
      """
      retire: [a, b, 3]
      replace: [{old: c, new: d}]
      move: {node: e, area: f}
      revise: g
      """)
    #expect(sections.diagnostics.isEmpty)
    #expect(sections.scenario.steps.map(words) == steps.scenario.steps.map(words))
    #expect(sections.scenario.names == ["a", "b", "3", "c", "d", "e", "f", "g"])
  }

  @Test func allMistakesAreToldWithTheirPlaces() {
    let found = read(
      """
      titel: T
      revision: many
      steps:
        - retire: a
          replace: {old: b, new: c}
        - {reason: nothing}
        - replace: {old: d}
        - replace: e
        - move: {node: f, aera: g}
        - retier: h
        - revise: []
      retire:
      """
    ).diagnostics
    #expect(
      found.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.id)" } == [
        "1:1 unknown-word", "2:11 wrong-value", "5:5 several-actions", "6:5 empty-step", "7:14 missing-word",
        "8:14 wrong-node", "9:21 unknown-word", "10:5 unknown-word", "11:5 empty-step", "12:8 wrong-node",
      ])
    #expect(found.first?.hint == "did you mean 'title'?")
  }

  @Test(arguments: ["", "title: T\n", "# only a comment\n", "steps: []\n"])
  func scenarioThatDoesNothingIsAMistake(text: String) {
    #expect(read(text).diagnostics.map(\.id) == ["empty-scenario"])
  }

  @Test(arguments: ["- a\n", "retire: {a: [}\n", "\u{0}", "x", "retire: a\nretire: b\n", "steps: {retire: a}\n"])
  func otherTextsAreToldApart(text: String) {
    #expect(!read(text).diagnostics.isEmpty)
  }
}
