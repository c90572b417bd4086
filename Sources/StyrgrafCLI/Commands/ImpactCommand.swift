import ArgumentParser
import GraphModel
import GraphWorkspace

struct ImpactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "impact", abstract: "Shows what breaks, and who must act.",
    discussion: """
      EXAMPLE
        styrgraf impact retire ex-doc-antibiotikaprofylax-ledprotes
      """, subcommands: [RetireCommand.self, CompareCommand.self])
}

struct RetireCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Shows what happens if nodes are retired.",
    discussion: """
      A node is named by its key, or by a name that only it has. Nothing is changed.

      EXAMPLE
        styrgraf impact retire ex-doc-antibiotikaprofylax-ledprotes
        styrgraf impact retire doc-a --replace doc-a=doc-b --fail-on broken
        styrgraf impact retire doc-a --format svg -o impact.svg
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case table, json, csv, svg, dot, png, pdf
  }

  enum Effect: String, ExpressibleByArgument, CaseIterable {
    case broken, degraded, review, repoint
  }

  @Argument(help: ArgumentHelp("Keys or names of what is retired.", valueName: "key"))
  var keys: [String] = []
  @Option(help: ArgumentHelp("Retires OLD and puts NEW in its place; may be repeated.", valueName: "old=new"))
  var replace: [String] = []
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|csv|svg|dot|png|pdf"))
  var format: Format?
  @Option(
    help: ArgumentHelp(
      "Ends with status 1 if something at least that bad is found.", valueName: "broken|degraded|review"))
  var failOn: Effect?
  @Option(
    name: [.customShort("o"), .customLong("output")], help: ArgumentHelp("Where to write.", valueName: "file"),
    completion: .file())
  var output: String?
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if keys.isEmpty, replace.isEmpty { throw ValidationError("Give the key of a node to retire.") }
  }

  func run() throws {
    let workspace = options.makeWorkspace()
    var request = ImpactRequest(
      retired: keys, replacements: replace, validOn: try validity.validOn.map(GraphWorkspace.day))
    request.scenario = try world.read(workspace)
    let answer = try workspace.impact(request)
    try deliver(answer, workspace)
    if let failOn, answer.contains(atLeast: failOn.rawValue) { throw ExitCode(ExitStatus.found.rawValue) }
  }

  private var chosenFormat: Format {
    if let format { return format }
    let ending = output?.split(separator: ".", omittingEmptySubsequences: false).last.map { $0.lowercased() }
    return ending.flatMap(Format.init(rawValue:)) ?? .table
  }

  private func deliver(_ answer: ImpactAnswer, _ workspace: GraphWorkspace) throws {
    switch chosenFormat {
    case .json: try Pictures.deliver(answer.json(in: options.language) + [0x0A], isText: true, to: output)
    case .csv:
      var bytes: [UInt8] = []
      answer.table.write(as: .csv) { bytes += $0 }
      try Pictures.deliver(bytes, isText: true, to: output)
    case .svg: try deliver(answer, .svg, workspace)
    case .dot: try deliver(answer, .dot, workspace)
    case .png: try deliver(answer, .png, workspace)
    case .pdf: try deliver(answer, .pdf, workspace)
    case .table:
      try Pictures.deliver(Array(page(answer).utf8), isText: true, to: output)
    }
  }

  private func deliver(_ answer: ImpactAnswer, _ format: PictureFormat, _ workspace: GraphWorkspace) throws {
    try Pictures.deliver(try workspace.draw(answer, as: format, language: options.language), to: output)
  }

  private func page(_ answer: ImpactAnswer) -> String {
    let texts = options.texts
    let isShown = output == nil
    let style = isShown ? options.style : TerminalStyle(isColored: false)
    var text = style.text(PlainLines.oneLine(answer.sentence(in: options.language)), .heading) + "\n"
    for remark in answer.remarks(in: options.language) { text += PlainLines.oneLine(remark) + "\n" }
    let readings = answer.readings(in: options.language)
    if readings.isEmpty { return text }
    var table = TextTable([
      texts.effect, texts.kind, texts.name, texts.key, texts.steps, texts.responsible, texts.because,
    ])
    table.columns[4].isRight = true
    table.keep(0, 3)
    for reading in readings {
      table.add([
        texts.effectName(reading.effect) + (reading.isAlready ? " (\(texts.already))" : ""), reading.kind,
        reading.name, reading.key, String(reading.distance),
        reading.responsible.isEmpty ? texts.nobody : reading.responsible.joined(separator: ", "),
        reading.chain.dropLast().joined(separator: " → ") + (reading.pointsAt.map { texts.pointingAt($0) } ?? ""),
      ])
    }
    return text + "\n" + table.rendered(width: isShown ? Environment.terminalWidth : nil, style: style)
  }
}
