import ArgumentParser
import GraphModel
import GraphWorkspace

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The database; :memory: for one without a file.", valueName: "file"))
  var db: String?
  @Option(help: ArgumentHelp("The folder with 'queries', 'diagrams' and what LOAD CSV reads.", valueName: "dir"))
  var workspace: String = "."
  @Option(help: ArgumentHelp("The language of captions and sentences: sv or en.", valueName: "sv|en"))
  var lang: Language?
  @Flag(help: "No colours, also on a terminal.")
  var noColor = false

  var texts: Texts { Texts(language) }
  var language: CaptionLanguage { lang?.caption ?? Environment.language }
  var style: TerminalStyle { TerminalStyle(isColored: !noColor && Environment.allowsColor) }

  func makeWorkspace(engine: EngineSettings = .standard) -> GraphWorkspace {
    let named = db ?? Environment["STYRGRAF_DB"]
    return GraphWorkspace(
      database: named ?? "styrgraf.db", folder: workspace,
      mapKeeping: MapKeeping(usesFile: Environment["STYRGRAF_MAP"] != "off"), engine: engine,
      layoutCommand: LayoutWorkerCommand.command)
  }
}

enum Language: String, ExpressibleByArgument, CaseIterable {
  case sv, en

  var caption: CaptionLanguage { self == .sv ? .swedish : .english }
}

/// The day of the question.
struct ValidityOption: ParsableArguments {
  @Option(help: ArgumentHelp("Only what is valid on this day (default: everything).", valueName: "date"))
  var validOn: String?
}

/// The form of a list.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

/// The form of a result.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, jsonl, csv

  var encoding: ResultEncoding? {
    switch self {
    case .table: nil
    case .json: .json
    case .jsonl: .jsonLines
    case .csv: .csv
    }
  }
}

/// Why something is written.
struct ChangeOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Why, for the history.", valueName: "text"))
  var reason: String?
  @Option(name: .customLong("case"), help: ArgumentHelp("The case number (diarienummer).", valueName: "nr"))
  var caseNumber: String?

  var context: ChangeContext {
    ChangeContext(actor: Environment["USER"] ?? "styrgraf", reason: reason, caseNumber: caseNumber)
  }
}
