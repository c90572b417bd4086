import ArgumentParser
import GraphModel
import GraphWorkspace

struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query", abstract: "Asks the graph in openCypher.",
    discussion: """
      A word without blanks is the name of a saved query; 'styrgraf queries' lists them. A query only reads, unless \
      --write allows more.

      EXAMPLE
        styrgraf query "MATCH (c:Council) RETURN c.number AS number, c.name AS council ORDER BY number"
        styrgraf query ownership/teams-of-council --parameter council='SOR Internmedicin'
        styrgraf query --file question.cypher --format csv
        styrgraf query "MATCH (d:Document {key: 'd-1'}) SET d.status = 'retired'" --write --reason "replaced"

      'styrgraf query check' says where else a query would run. A saved query called 'check' itself is asked with \
      --file queries/check.cypher.
      """)

  @Argument(help: ArgumentHelp("The query, or the name of a saved one.", valueName: "text|name"))
  var text: String?
  @Option(
    help: ArgumentHelp("Reads the query from a file; '-' is standard input.", valueName: "file"), completion: .file())
  var file: String?
  @Option(
    name: .customLong("parameter"),
    help: ArgumentHelp("A value for $name; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []
  @Option(
    help: ArgumentHelp(
      "How to answer; a plan also as a picture.", valueName: "table|json|jsonl|csv|svg|png|pdf|dot"))
  var format: QueryFormat?
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write a plan.", valueName: "file"), completion: .file())
  var output: String?
  @Flag(help: "Allows the query to change the graph.")
  var write = false
  @OptionGroup var change: ChangeOptions
  @Flag(help: "Prints the plan and does not run the query.")
  var explain = false
  @Flag(help: "Runs the query and prints the plan with rows and times.")
  var profile = false
  @OptionGroup var engineOptions: EngineOptions
  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if (text == nil) == (file == nil) {
      throw ValidationError("Give a query, the name of a saved query, or --file FILE.")
    }
    if explain && profile { throw ValidationError("Give --explain or --profile, not both.") }
  }

  func run() throws {
    let workspace = options.makeWorkspace(engine: engineOptions.settings)
    let given = try GivenParameters(parameters)
    let question = try workspace.question(text: text, file: file, given)
    var request = question.request
    request.limits = limitOptions.limits(else: .interactive)
    request.cancellation = Interruption.cancellation
    request.validOn = try validity.validOn.map(GraphWorkspace.day)
    request.scenario = try world.read(workspace)
    request.isProfiling = profile
    if write { request.writing = change.context }
    if !explain, !request.asksForPlan, format?.picture != nil || output != nil {
      throw ValidationError("Only a plan is drawn, or written to a file: add --explain or --profile.")
    }
    if explain {
      let (plan, warnings) = try workspace.explain(
        request.source, validOn: request.validOn, after: request.scenario)
      Findings.tell(warnings)
      return try deliver(plan, workspace)
    }
    let answer = try Interruption.watched { try workspace.query(request) }
    Findings.tell(answer.warnings)
    let printer = AnswerPrinter(format: (format ?? .table).encoding, texts: options.texts, style: options.style)
    if let plan = answer.plan { try deliver(plan, workspace) } else { printer.print(answer) }
    printer.tellWhatElse(answer, question.expectsNoRows)
    switch answer.table.truncation {
    case nil: return
    case .cancelled?: throw ExitCode(Interruption.status)
    default: throw ExitCode(ExitStatus.budgetSpent.rawValue)
    }
  }

  /// The form of a plan: as asked, else by the ending of the file.
  private var planFormat: QueryFormat {
    if let format { return format }
    return output.flatMap(PictureFormat.init(fileName:)).flatMap { QueryFormat(rawValue: $0.rawValue) } ?? .table
  }

  private func deliver(_ plan: QueryPlan, _ workspace: GraphWorkspace) throws {
    if let picture = planFormat.picture {
      return try Pictures.deliver(try workspace.draw(plan, as: picture, language: options.language), to: output)
    }
    let isJSON = planFormat == .json || planFormat == .jsonl
    let bytes = isJSON ? plan.json : Array((plan.text + "\n").utf8)
    try Pictures.deliver(bytes, isText: true, to: output)
  }
}

/// The forms of an answer, and of a plan.
enum QueryFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv, svg, png, pdf, dot

  /// `nil` for a table for people, and for what is drawn.
  var encoding: ResultEncoding? { TableFormat(rawValue: rawValue)?.encoding }

  /// `nil` for what is written.
  var picture: PictureFormat? { encoding == nil && self != .table ? PictureFormat(rawValue: rawValue) : nil }
}
