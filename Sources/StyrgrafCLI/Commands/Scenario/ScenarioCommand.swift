import ArgumentParser
import GraphModel
import GraphWorkspace

struct ScenarioCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario", abstract: "Shows, checks and applies a scenario: a file of what shall be done.",
    discussion: """
      A scenario is a small YAML file: what to retire, replace, move and revise, and why. docs/scenarios.md explains it.

      EXAMPLE
        styrgraf scenario show scenarios/ledprotes.yaml
        styrgraf scenario apply scenarios/ledprotes.yaml --dry-run
      """, subcommands: [ScenarioShowCommand.self, ScenarioCheckCommand.self, ScenarioApplyCommand.self])
}

/// Asks the world after a scenario.
struct ScenarioOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Looks at the world after this scenario.", valueName: "file"), completion: .file())
  var scenario: String?

  /// - Throws: everything that is wrong with the file.
  func read(_ workspace: GraphWorkspace) throws -> Scenario? { try scenario.map(workspace.scenario(file:)) }
}

struct ScenarioShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows what a scenario changes and what it does to everything else.",
    discussion: """
      Nothing is changed.

      EXAMPLE
        styrgraf scenario show scenarios/ledprotes.yaml
        styrgraf scenario show scenarios/ledprotes.yaml --format json
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv
  }

  @Argument(help: ArgumentHelp("The scenario.", valueName: "file"), completion: .file())
  var file: String
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|csv"))
  var format: Format = .table
  @OptionGroup var validity: ValidityOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = options.makeWorkspace()
    let answer = try workspace.evaluate(
      try workspace.scenario(file: file), validOn: validity.validOn.map(GraphWorkspace.day))
    switch format {
    case .table: Output.write(ScenarioPage(answer, options: options).text)
    case .json:
      var writer = JSONWriter()
      answer.write(to: &writer, language: options.language)
      writer.endLine()
      Output.write(writer.takeBytes())
    case .csv: answer.impact.table.write(as: .csv) { Output.write($0) }
    }
  }
}

struct ScenarioCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Says whether a scenario could be applied, and if not why.",
    discussion: """
      Ends with status 2 if it could not.

      EXAMPLE
        styrgraf scenario check scenarios/ledprotes.yaml
      """)

  @Argument(help: ArgumentHelp("The scenario.", valueName: "file"), completion: .file())
  var file: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = options.makeWorkspace()
    let answer = try workspace.evaluate(try workspace.scenario(file: file))
    try workspace.check(answer)
    Output.print(options.texts.scenarioIsApplicable(changes: answer.changes.count, revision: answer.revision))
  }
}
