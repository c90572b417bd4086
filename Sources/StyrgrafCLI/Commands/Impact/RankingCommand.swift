import ArgumentParser
import GraphWorkspace

struct RankingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ranking", abstract: "Shows which nodes carry most: how much would break without each.",
    discussion: """
      Each is retired by itself; what is broken counts before what is degraded, that before what \
      needs review, and that before what has nobody left who owns it or answers for it.

      EXAMPLE
        styrgraf impact ranking --kind Document --limit 10
      """)

  @Option(help: ArgumentHelp("Only nodes of this kind.", valueName: "kind"))
  var kind: String?
  @Option(help: ArgumentHelp("So many at most.", valueName: "number"))
  var limit: Int = 20
  @OptionGroup var listing: ImpactListOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is 1 or more.") }
  }

  func run() throws {
    let workspace = listing.options.makeWorkspace()
    let ranking = try workspace.impactRanking(
      kind: kind, limit: limit, validOn: listing.day.map(GraphWorkspace.day),
      after: try listing.world.read(workspace))
    try listing.deliver(ranking, workspace)
  }
}
