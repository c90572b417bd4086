import ArgumentParser
import GraphWorkspace

struct SaveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "save", abstract: "Writes the whole graph as a folder of tables, in one canonical order.",
    discussion: """
      A folder that holds other CSV files is refused. Loading what was saved changes nothing.

      EXAMPLE
        styrgraf save out/graph
      """)

  @Argument(help: ArgumentHelp("The folder; made if it is missing.", valueName: "dir"), completion: .directory)
  var directory: String
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let report = try options.makeWorkspace().save(to: directory)
    Output.print(options.texts.saved(report, directory))
  }
}
