import ArgumentParser
import GraphModel
import GraphWorkspace

struct DiagramCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diagram", abstract: "Draws a diagram, or all of them.",
    discussion: """
      The format is --format, else the file's ending, else SVG. 'all' writes every format, or the one asked for, and an \
      index.html that leads to the files and works without a network.

      EXAMPLE
        styrgraf diagram governance -o governance.pdf
        styrgraf diagram councils-and-areas --page A3 -o councils.pdf
        styrgraf diagram council --parameter council=sor-ortopedi --format table
        styrgraf diagram all -o out/diagrams
        styrgraf diagram councils-and-areas --valid-on 2022-08-23 --compare-to 2022-08-22 -o change.pdf
        styrgraf diagram impact --compare-to scenarios/ledprotes.yaml -o after.svg
      """)

  @Argument(help: ArgumentHelp("The diagram's name, or 'all'.", valueName: "name"))
  var name: String
  @Option(
    name: .customLong("parameter"),
    help: ArgumentHelp("A value for a parameter; may be repeated.", valueName: "name=value"))
  var parameters: [String] = []
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: ArgumentHelp("Where to write; for 'all' a folder.", valueName: "file"), completion: .file())
  var output: String?
  @Option(
    help: ArgumentHelp(
      "The picture's format; 'table' is its content as text.", valueName: "svg|png|pdf|dot|json|mermaid|graphml|table"))
  var format: DrawingFormat?
  @Option(
    help: ArgumentHelp(
      "The page to draw for, in place of the definition's; 'fit' gives a PDF one page of the picture's own size.",
      valueName: "A4|A3|A4 portrait|A3 portrait|16:9|wide|fit"))
  var page: PageWord?
  @Option(
    name: .customLong("max-boxes"),
    help: ArgumentHelp("Above how many boxes a picture is folded, with counts (250).", valueName: "number"))
  var mostBoxes: Int?
  @Option(help: ArgumentHelp("How large a PNG is drawn; 1 is 96 dots an inch.", valueName: "factor"))
  var scale: Double = 1
  @Option(
    help: ArgumentHelp(
      """
      Marks what differs from another state: a day, 'today', 'revision:N', or a scenario's file. A day is compared with \
      --valid-on, else with today.
      """, valueName: "day|scenario"), completion: .file())
  var compareTo: String?
  @OptionGroup var validity: ValidityOption
  @OptionGroup var world: ScenarioOption
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if name == "all", output == nil { throw ValidationError("'diagram all' needs a folder: -o DIR.") }
    if let mostBoxes, !(1...20_000).contains(mostBoxes) {
      throw ValidationError("--max-boxes must be from 1 to 20000.")
    }
    if !(0.1...10).contains(scale) { throw ValidationError("--scale must be from 0.1 to 10.") }
    if name != "all", format == nil { try Pictures.checkEnding(of: output) }
  }

  func run() throws {
    let workspace = options.makeWorkspace()
    let given = try GivenParameters(parameters)
    if name == "all" { return try drawAll(workspace, given) }
    let diagram = try workspace.diagram(named: name)
    if format == .table {
      let picture = try workspace.picture(
        of: diagram, given, language: options.language, validOn: validity.validOn.map(GraphWorkspace.day),
        after: world.read(workspace), comparedTo: compareTo.map(workspace.comparedState), page: page?.page,
        boxes: mostBoxes)
      let width = output == nil ? Environment.terminalWidth : nil
      let text = PictureTextPrinter(style: options.style, width: width).lines(of: picture.text)
      return try Pictures.deliver(Array(text.utf8), isText: true, to: output)
    }
    let drawn = try draw(
      diagram, format?.picture ?? output.flatMap(PictureFormat.init(fileName:)) ?? .svg, workspace, given)
    try Pictures.deliver(drawn, to: output)
  }

  /// In every format, where none is asked for.
  private func drawAll(_ workspace: GraphWorkspace, _ given: GivenParameters) throws {
    let formats = format.map { $0.picture.map { [$0] } ?? [] } ?? PictureFormat.allCases
    let failed = try workspace.drawGallery(
      given, formats: formats, page: page?.page, scale: scale, language: options.language,
      validOn: validity.validOn.map(GraphWorkspace.day), after: world.read(workspace),
      comparedTo: compareTo.map(workspace.comparedState), into: output ?? "."
    ) { event in
      switch event {
      case .written(let path): Output.tell(path)
      case .note(let text): Output.tell(PlainLines.clean(text))
      case .unreadable(let diagnostic): Findings.tell([diagnostic])
      case .nothing(let name): Output.tell(options.texts.nothingToDraw(name))
      case .failed(let report): Findings.tell(report)
      }
    }
    if let failed { throw ExitCode(ExitStatus(failed.cause).rawValue) }
  }

  private func draw(
    _ diagram: SavedDiagram, _ format: PictureFormat, _ workspace: GraphWorkspace, _ given: GivenParameters
  ) throws -> DrawnDiagram {
    try workspace.draw(
      diagram, given, as: format, language: options.language, validOn: validity.validOn.map(GraphWorkspace.day),
      after: world.read(workspace), comparedTo: compareTo.map(workspace.comparedState), page: page?.page,
      boxes: mostBoxes, scale: scale)
  }
}

/// The page that a picture is drawn for, as a word of the command line.
struct PageWord: ExpressibleByArgument {
  let page: PicturePage

  init?(argument: String) {
    guard let page = PicturePage(argument) else { return nil }
    self.page = page
  }

  static var allValueStrings: [String] { PicturePage.words }
}

/// The formats of pictures, as words of the command line.
enum DrawingFormat: String, ExpressibleByArgument, CaseIterable {
  case svg, png, pdf, dot, json, mermaid, graphml, table

  /// `nil` for text.
  var picture: PictureFormat? { PictureFormat(rawValue: rawValue) }
}
