import GraphModel
import GraphWorkspace

/// What a scenario changes and does, as a page of text.
struct ScenarioPage {
  private let answer: ScenarioAnswer
  private let options: GlobalOptions

  init(_ answer: ScenarioAnswer, options: GlobalOptions) {
    self.answer = answer
    self.options = options
  }

  var text: String {
    let (texts, style) = (options.texts, options.style)
    let scenario = answer.scenario
    var text = style.text(PlainLines.oneLine(scenario.name), .heading) + "\n"
    let facts = [scenario.reason, scenario.caseNumber, scenario.dateText].compactMap(\.self)
    if !facts.isEmpty { text += PlainLines.oneLine(facts.joined(separator: "; ")) + "\n" }
    text += "\n" + PlainLines.oneLine(answer.impact.sentence(in: options.language)) + "\n"
    for remark in answer.remarks(in: options.language) { text += PlainLines.oneLine(remark) + "\n" }
    for shift in answer.shifts {
      text +=
        PlainLines.oneLine(
          texts.shift(shift.name, before: councils(shift.before), after: councils(shift.after))) + "\n"
    }
    let changes = answer.changes
    if changes.isEmpty {
      text += "\n" + texts.scenarioChangesNothing + "\n"
    } else {
      var table = TextTable([texts.key, texts.name, texts.change])
      table.keep(0)
      for change in changes { table.add([change.key, change.name, change.text]) }
      text += "\n" + table.rendered(width: Environment.terminalWidth, style: style)
    }
    let readings = answer.impact.readings(in: options.language)
    if readings.isEmpty { return text }
    var table = TextTable([texts.effect, texts.kind, texts.name, texts.key, texts.responsible])
    table.keep(0, 3)
    for reading in readings {
      table.add([
        texts.effectName(reading.effect) + (reading.isAlready ? " (\(texts.already))" : ""), reading.kind,
        reading.name, reading.key, councils(reading.responsible),
      ])
    }
    return text + "\n" + table.rendered(width: Environment.terminalWidth, style: style)
  }

  private func councils(_ names: [String]) -> String {
    names.isEmpty ? options.texts.nobody : names.joined(separator: ", ")
  }
}
