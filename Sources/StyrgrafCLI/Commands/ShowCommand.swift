import ArgumentParser
import GraphModel
import GraphWorkspace

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one node: facts, source and lines, relationships, who is responsible.",
    discussion: """
      The node is named by its key, or by a name that only it has. What is inferred and not stated is marked.

      EXAMPLE
        styrgraf show po-psykisk-halsa
        styrgraf show "SOR Ortopedi" --valid-on 2024-01-01
      """)

  @Argument(help: ArgumentHelp("The node's key or name.", valueName: "key"))
  var key: String
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let workspace = options.makeWorkspace()
    let description = try workspace.show(
      key, validOn: validity.validOn.map(GraphWorkspace.day), after: world.read(workspace))
    if format == .json {
      var writer = JSONWriter()
      description.write(to: &writer)
      writer.endLine()
      return Output.write(writer.takeBytes())
    }
    let captions = try workspace.kindCaptions(in: options.language)
    Output.write(NodePage(description, captions: captions, options: options).text)
  }
}
