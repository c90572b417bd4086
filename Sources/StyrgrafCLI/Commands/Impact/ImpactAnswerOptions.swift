import ArgumentParser
import GraphModel
import GraphWorkspace

/// How impact subcommands answer.
enum ImpactFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv
}

/// What the subcommands of `impact` take that ask about a scenario.
struct ImpactAnswerOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|csv"))
  var format: ImpactFormat = .table
  @Option(
    help: ArgumentHelp(
      "Ends with status 1 if something at least that bad is found.", valueName: "broken|degraded|review"))
  var failOn: RetireCommand.Effect?
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  /// Answers a request, and ends as `--fail-on` says.
  func answer(_ request: ImpactRequest) throws {
    var request = request
    request.validOn = try validity.validOn.map(GraphWorkspace.day)
    let workspace = options.makeWorkspace()
    request.scenario = try world.read(workspace)
    let answer = try workspace.impact(request)
    let printer = ImpactPrinter(options: options, output: nil, grouping: nil)
    switch format {
    case .table: try printer.deliverTable(answer)
    case .json: try printer.deliverJSON(answer)
    case .csv: try printer.deliverCSV(answer)
    }
    if let failOn, answer.contains(atLeast: failOn.rawValue) { throw ExitCode(ExitStatus.found.rawValue) }
  }
}

/// What the subcommands of `impact` take that answer with a list.
struct ImpactListOptions: ParsableArguments {
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|csv"))
  var format: ImpactFormat = .table
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  var day: String? { validity.validOn }

  func deliver(_ listing: ImpactListing, _ workspace: GraphWorkspace) throws {
    switch format {
    case .json: Output.write(listing.json(in: options.language) + [0x0A])
    case .csv: listing.table.write(as: .csv) { Output.write($0) }
    case .table: Output.write(try page(listing, workspace))
    }
  }

  private func page(_ listing: ImpactListing, _ workspace: GraphWorkspace) throws -> String {
    let texts = options.texts
    func sentence(_ caption: Caption) -> String { PlainLines.oneLine(caption.text(in: options.language) ?? "") }
    var text = options.style.text(sentence(listing.summary), .heading) + "\n"
    for note in listing.notes { text += sentence(note) + "\n" }
    if listing.table.rows.isEmpty { return text }
    let captions = try workspace.kindCaptions(in: options.language)
    let columns = listing.table.columns
    var table = TextTable(columns.map(texts.impactColumn))
    for (position, column) in columns.enumerated() {
      table.columns[position].isRight = ["step", "breaks", "broken", "degraded", "review", "unowned"].contains(column)
      table.columns[position].isKept = column == "key"
    }
    for row in listing.table.rows {
      table.add(
        zip(columns, row).map { column, value in
          let word = texts.impactCell(value, in: column)
          return column == "kind" ? captions[word] ?? word : word
        })
    }
    return text + "\n" + table.rendered(width: Environment.terminalWidth, style: options.style)
  }
}

extension Texts {
  /// The heading of a column of an impact list.
  func impactColumn(_ code: String) -> String {
    switch code {
    case "key": key
    case "kind": kind
    case "name": name
    case "broken": say("Broken", "Slutar fungera")
    case "degraded": say("Degraded", "Försämras")
    case "review": say("Review", "Ses över")
    case "unowned": say("Nobody left", "Ingen kvar")
    case "responsible": responsible
    case "reason": say("Why", "Varför")
    case "valid_to": say("Valid to", "Gäller till")
    case "step": say("Step", "Steg")
    case "breaks": say("Newly broken", "Nya brutna")
    case "newly_broken": say("Which", "Vilka")
    case "before": say("Responsible before", "Ansvarig före")
    case "after": say("Responsible after", "Ansvarig efter")
    case "moved": say("Moved", "Flyttas")
    case "decides": say("Afterwards", "Efteråt")
    default: code
    }
  }

  /// A cell of an impact list; codes in words.
  func impactCell(_ value: Value, in column: String) -> String {
    switch (value, column) {
    case (.boolean(let flag), _): flag ? say("yes", "ja") : say("follows", "följer med")
    case (.list(let items), "responsible"), (.list(let items), "before"), (.list(let items), "after"):
      items.isEmpty ? nobody : items.compactMap(\.plainText).joined(separator: ", ")
    case (.list(let items), _): items.compactMap(\.plainText).joined(separator: ", ")
    case (.string("unused"), "reason"): say("nothing uses it", "inget använder det")
    case (.string("inactive-users"), "reason"): say("only inactive users", "används bara av inaktiva")
    case (.string("already-affected"), "reason"):
      say("its users are as bad already", "det som använder det är redan lika illa ute")
    case (.string("nobody"), "decides"): say("nobody", "ingen")
    case (.string("one"), "decides"): say("one", "en")
    case (.string("several"), "decides"): say("several", "flera")
    default: value.plainText ?? ""
    }
  }
}
