import ArgumentParser
import GraphWorkspace

struct SafeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safe", abstract: "Shows what can be retired now without making anything worse.",
    discussion: """
      What nothing uses, what only inactive things use, and what is used only by what is as bad already.

      EXAMPLE
        styrgraf impact safe --kind Document
      """)

  @Option(help: ArgumentHelp("Only nodes of this kind.", valueName: "kind"))
  var kind: String?
  @OptionGroup var listing: ImpactListOptions

  func run() throws {
    let workspace = listing.options.makeWorkspace()
    try listing.deliver(
      try workspace.safeToRetire(
        kind: kind, validOn: listing.day.map(GraphWorkspace.day),
        after: try listing.world.read(workspace)), workspace)
  }
}
