import ArgumentParser
import GraphModel
import GraphWorkspace

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Merges folders of tables into the database, all or nothing.",
    discussion: """
      A folder holds nodes/<Kind>.csv and relationships/<TYPE>.csv; one of the folders, or the database, has the \
      schema.yaml. A node is the same if its key is. Loading twice changes nothing.

      EXAMPLE
        styrgraf load graph graph/region graph/example --reason "first load"
        styrgraf load graph graph/region --sync --dry-run
      """)

  @Argument(help: ArgumentHelp("Folders to load together.", valueName: "dir"), completion: .directory)
  var directories: [String]
  @OptionGroup var change: ChangeOptions
  @Flag(help: "Also removes what no file has, of the loaded kinds and types.")
  var sync = false
  @Flag(help: "Checks and counts everything, and writes nothing.")
  var dryRun = false
  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json"))
  var format: ListFormat = .table
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let texts = options.texts
    let progress = ProgressLine(texts)
    defer { progress.clear() }
    let report = try options.makeWorkspace().load(
      directories, context: change.context, sync: sync, dryRun: dryRun, progress: progress.show)
    progress.clear()
    Findings.tell(report.warnings)
    if format == .json {
      var writer = JSONWriter()
      report.write(to: &writer)
      writer.endLine()
      return Output.write(writer.takeBytes())
    }
    var table = TextTable(["", texts.added, texts.changed, texts.unchanged] + (sync ? [texts.removed] : []))
    for column in 1..<table.columns.count { table.columns[column].isRight = true }
    for count in report.counts {
      let numbers = [count.added, count.changed, count.unchanged] + (sync ? [count.removed] : [])
      table.add([count.name] + numbers.map(String.init))
    }
    if !report.counts.isEmpty {
      Output.write(table.rendered(width: Environment.terminalWidth, style: options.style))
    }
    Output.print(texts.loaded(report, removing: sync, isDryRun: dryRun))
  }
}
