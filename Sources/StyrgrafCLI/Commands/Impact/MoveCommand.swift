import ArgumentParser
import GraphWorkspace

struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move", abstract: "Shows whose responsibility changes if things go to another programme area.",
    discussion: """
      What is moved, and everything whose responsible council follows from it. Nothing is changed.

      EXAMPLE
        styrgraf impact move ex-link-ledprotes-001 --area po-infektionssjukdomar
      """)

  @Argument(help: ArgumentHelp("Keys or names of what is moved.", valueName: "key"))
  var keys: [String]
  @Option(help: ArgumentHelp("Key or name of the programme area that it goes to.", valueName: "area"))
  var area: String
  @OptionGroup var listing: ImpactListOptions

  func run() throws {
    let workspace = listing.options.makeWorkspace()
    try listing.deliver(
      try workspace.move(
        keys, toArea: area, validOn: listing.day.map(GraphWorkspace.day),
        after: try listing.world.read(workspace)), workspace)
  }
}
