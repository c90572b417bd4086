import ArgumentParser
import GraphModel
import GraphWorkspace

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Holds two scenarios against each other: which is milder, and where they differ.",
    discussion: """
      EXAMPLE
        styrgraf impact compare scenarios/ledprotes.yaml scenarios/ledprotes-utan-ersattare.yaml
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Argument(help: ArgumentHelp("The first scenario.", valueName: "file"), completion: .file())
  var first: String
  @Argument(help: ArgumentHelp("The second scenario.", valueName: "file"), completion: .file())
  var second: String
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|csv"))
  var format: Format = .table
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = options.makeWorkspace()
    let comparison = try workspace.compare(try workspace.scenario(file: first), try workspace.scenario(file: second))
    switch format {
    case .json:
      var writer = JSONWriter()
      comparison.write(to: &writer)
      writer.endLine()
      Output.write(writer.takeBytes())
    case .csv: comparison.table.write(as: .csv) { Output.write($0) }
    case .table: Output.write(page(comparison))
    }
  }

  private func page(_ comparison: ScenarioComparison) -> String {
    let (texts, style, width) = (options.texts, options.style, Environment.terminalWidth)
    var text = style.text(texts.milder(comparison), .heading) + "\n"
    for (letter, answer) in [("A", comparison.first), ("B", comparison.second)] {
      text +=
        PlainLines.oneLine("\(letter)  \(answer.scenario.name): \(answer.impact.sentence(in: options.language))") + "\n"
    }
    var counts = TextTable([texts.effect, "A", "B"])
    for column in 1...2 { counts.columns[column].isRight = true }
    for count in comparison.counts {
      counts.add([texts.effectName(count.effect), String(count.first), String(count.second)])
    }
    text += "\n" + counts.rendered(width: width, style: style)
    if !comparison.shares.isEmpty {
      var shares = TextTable([texts.responsible, "A", "B"])
      for column in 1...2 { shares.columns[column].isRight = true }
      for share in comparison.shares {
        shares.add([share.name ?? texts.nobody, String(share.first), String(share.second)])
      }
      text += "\n" + shares.rendered(width: width, style: style)
    }
    if comparison.differences.isEmpty { return text + "\n" + texts.noDifference + "\n" }
    var table = TextTable([texts.key, texts.name, "A", "B"])
    table.keep(0, 2, 3)
    for difference in comparison.differences {
      table.add([
        difference.key, difference.name, difference.first.map(texts.effectName) ?? "–",
        difference.second.map(texts.effectName) ?? "–",
      ])
    }
    return text + "\n" + table.rendered(width: width, style: style)
  }
}
