import ArgumentParser
import GraphModel
import GraphWorkspace

struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", abstract: "Shows what breaks, and who must act.",
    discussion: """
      EXAMPLE
        styrgraf impact retire ex-doc-antibiotikaprofylax-ledprotes
      """,
    subcommands: [
      RetireCommand.self, ReviseCommand.self, ReplaceCommand.self, MoveCommand.self, WhyCommand.self,
      RankingCommand.self, SafeCommand.self, ExpiringCommand.self, PlanCommand.self, CompareCommand.self,
    ])
}

struct RetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Shows what happens if nodes are retired.",
    discussion: """
      A node is named by its key, or by a name that only it has. Nothing is changed. '--format csv' is for programs: \
      every text stands as it is. For Excel use '--lists', where no name is taken for a formula.

      EXAMPLE
        styrgraf impact retire ex-doc-antibiotikaprofylax-ledprotes
        styrgraf impact retire doc-a --replace doc-a=doc-b --fail-on broken
        styrgraf impact retire --query 'MATCH (d:Document {level: "local"}) RETURN d'
        styrgraf impact retire doc-a -o impact.html
        styrgraf impact retire doc-a --group-by council
        styrgraf impact retire doc-a --lists lists
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, html, svg, dot, png, pdf
  }

  enum Effect: String, ExpressibleByArgument, CaseIterable {
    case broken, degraded, review, repoint
  }

  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case council, area, kind, effect
  }

  @Argument(help: ArgumentHelp("Keys or names of what is retired.", valueName: "key"))
  var keys: [String] = []
  @Option(help: ArgumentHelp("Retires OLD and puts NEW in its place; may be repeated.", valueName: "old=new"))
  var replace: [String] = []
  @Option(help: ArgumentHelp("Retires every node in the answer of this query too.", valueName: "text"))
  var query: String?
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|csv|html|svg|dot|png|pdf"))
  var format: Format?
  @Option(
    help: ArgumentHelp(
      "Ends with status 1 if something at least that bad is found.", valueName: "broken|degraded|review"))
  var failOn: Effect?
  @Option(
    help: ArgumentHelp(
      "Counts the hits in groups; one with several councils stands under each.", valueName: "council|area|kind|effect"))
  var groupBy: Grouping?
  @Option(
    help: ArgumentHelp(
      "Writes one list to send per council, for Excel, and one each for what several and what nobody answer for.",
      valueName: "dir"), completion: .directory)
  var lists: String?
  @Flag(help: "Tells what could be pointed at instead, with reasons; also in JSON.")
  var cures = false
  @Option(
    name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("Where to write.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if keys.isEmpty, replace.isEmpty, query == nil { throw ValidationError("Give the key of a node to retire.") }
    if groupBy != nil, ![.table, .json, .csv].contains(chosenFormat) {
      throw ValidationError("--group-by answers as table, json or csv.")
    }
  }

  func run() throws {
    let workspace = options.makeWorkspace()
    var request = ImpactRequest(
      retired: keys, replacements: replace, query: query, validOn: try validity.validOn.map(GraphWorkspace.day))
    request.scenario = try world.read(workspace)
    let answer = try workspace.impact(request)
    let printer = ImpactPrinter(
      options: options, output: output, grouping: groupBy?.rawValue, showsCures: cures)
    if let lists {
      let written = try workspace.writeLists(answer, to: lists, language: options.language)
      if format == nil, output == nil, groupBy == nil {
        try printer.deliver(written, of: answer)
      } else {
        printer.tell(written)
        try deliver(answer, workspace, printer)
      }
    } else {
      try deliver(answer, workspace, printer)
    }
    if let failOn, answer.contains(atLeast: failOn.rawValue) { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private var chosenFormat: Format {
    if let format { return format }
    let ending = output?.split(separator: ".", omittingEmptySubsequences: false).last.map { $0.lowercased() }
    return ending.flatMap(Format.init(rawValue:)) ?? .table
  }

  private func deliver(_ answer: ImpactAnswer, _ workspace: GraphWorkspace, _ printer: ImpactPrinter) throws {
    switch chosenFormat {
    case .table: try printer.deliverTable(answer)
    case .json: try printer.deliverJSON(answer)
    case .csv: try printer.deliverCSV(answer)
    case .html: try printer.deliverPage(answer, workspace)
    case .svg: try printer.deliver(answer, as: .svg, workspace)
    case .dot: try printer.deliver(answer, as: .dot, workspace)
    case .png: try printer.deliver(answer, as: .png, workspace)
    case .pdf: try printer.deliver(answer, as: .pdf, workspace)
    }
  }
}
