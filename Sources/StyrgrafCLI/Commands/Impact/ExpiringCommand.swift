import ArgumentParser
import GraphWorkspace

struct ExpiringCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "expiring", abstract: "Shows what is still active and will no longer be valid on a day.",
    discussion: """
      What that does all together stands first, then what each does by itself.

      EXAMPLE
        styrgraf impact expiring --before 2027-01-01
      """)

  @Option(help: ArgumentHelp("The day.", valueName: "date"))
  var before: String
  @Option(help: ArgumentHelp("Only nodes of this kind; else of all kinds that declare valid_to.", valueName: "kind"))
  var kind: String?
  @OptionGroup var listing: ImpactListOptions

  func run() throws {
    let workspace = listing.options.makeWorkspace()
    let expiring = try workspace.expiring(
      before: try GraphWorkspace.day(before), kind: kind, validOn: listing.day.map(GraphWorkspace.day),
      after: try listing.world.read(workspace))
    try listing.deliver(expiring, workspace)
  }
}
