import ArgumentParser
import GraphModel
import GraphWorkspace

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the change sets: when, by whom, why, and how much.",
    discussion: """
      Newest first. Numbers stand as + added, ~ changed, − removed. JSON also has the text of applied scenarios.

      EXAMPLE
        styrgraf history
        styrgraf history --limit 100 --format csv
      """)

  @Option(help: ArgumentHelp("So many at most.", valueName: "number"))
  var limit: Int = 20
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|jsonl|csv"))
  var format: TableFormat = .table
  @OptionGroup var options: GlobalOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is 1 or more.") }
  }

  func run() throws {
    let lines = try options.makeWorkspace().history(limit: limit)
    if format == .json {
      var writer = JSONWriter()
      writer.array(lines) { $1.write(to: &$0) }
      writer.endLine()
      return Output.write(writer.takeBytes())
    }
    if let encoding = format.encoding { return HistoryLine.table(lines).write(as: encoding) { Output.write($0) } }
    let texts = options.texts
    var table = TextTable([
      texts.revision, texts.time, texts.actor, texts.caseNumber, texts.nodes, texts.relationships, texts.reason,
    ])
    table.columns[0].isRight = true
    for line in lines {
      table.add([
        String(line.revision), line.recordedAt, line.actor, line.caseNumber ?? "", texts.counts(line.nodes),
        texts.counts(line.relationships), line.reason ?? "",
      ])
    }
    Output.write(table.rendered(width: Environment.terminalWidth, style: options.style))
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Restores what a change set changed, as a change set of its own.",
    discussion: """
      All of it or nothing: what later change sets touched is named, and refused. The schema stays as it is. An undo can \
      be undone. 'styrgraf history' lists the revisions.

      EXAMPLE
        styrgraf undo 7 --dry-run
        styrgraf undo 7 --reason "applied too early" --yes
      """)

  @Argument(help: ArgumentHelp("The change set to undo.", valueName: "revision"))
  var revision: Int
  @Flag(help: "Checks and counts everything, and changes nothing.")
  var dryRun = false
  @Flag(help: "Does not ask.")
  var yes = false
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var change: ChangeOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let texts = options.texts
    let workspace = options.makeWorkspace()
    let planned = try workspace.undo(Int64(revision), context: change.context, dryRun: true)
    if !dryRun, !yes {
      Output.tell(texts.undid(planned, isDryRun: true))
      guard Confirmation.isGiven(texts.undoQuestion(Int64(revision)), texts) else {
        return Output.tell(texts.nothingWritten)
      }
    }
    let report = dryRun ? planned : try workspace.undo(Int64(revision), context: change.context)
    if format == .json {
      var writer = JSONWriter()
      report.write(to: &writer)
      writer.endLine()
      return Output.write(writer.takeBytes())
    }
    Output.print(texts.undid(report, isDryRun: dryRun))
  }
}
