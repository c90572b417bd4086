import ArgumentParser
import GraphWorkspace

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Shows in which order a set is best retired.",
    discussion: """
      The order with the fewest broken nodes over all its steps: users go before what they use. Of at most twelve \
      that reach little it is the best there is; of more each step is the best by itself; of a set that reaches very \
      much, what breaks least by itself goes first. The answer says which.

      EXAMPLE
        styrgraf impact plan doc-a doc-b link-a
        styrgraf impact plan --query 'MATCH (d:Document {level: "local"}) RETURN d'
      """)

  @Argument(help: ArgumentHelp("Keys or names of what is to be retired.", valueName: "key"))
  var keys: [String] = []
  @Option(help: ArgumentHelp("Every node in the answer of this query too.", valueName: "text"))
  var query: String?
  @OptionGroup var listing: ImpactListOptions

  func validate() throws {
    if keys.isEmpty, query == nil { throw ValidationError("Give the key of a node to retire, or --query.") }
  }

  func run() throws {
    let workspace = listing.options.makeWorkspace()
    var request = ImpactRequest(retired: keys, query: query, validOn: try listing.day.map(GraphWorkspace.day))
    request.scenario = try listing.world.read(workspace)
    let plan = try workspace.retirementPlan(request)
    try listing.deliver(plan, workspace)
  }
}
