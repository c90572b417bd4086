import ArgumentParser
import GraphWorkspace

struct ShellCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shell", abstract: "Asks the graph at a prompt.",
    discussion: """
      A statement ends with ';' or an empty line; Tab completes; Ctrl-C stops a query or clears the line; Ctrl-D or \
      :quit ends. ':help' lists what else there is. Statements only read, unless --write or ':write on' allow more. \
      From a pipe or a file, statements are read without a prompt, and the first mistake ends the shell.

      EXAMPLE
        styrgraf shell
        echo "MATCH (c:Council) RETURN count(c) AS councils; MATCH (d:Document) RETURN count(d) AS documents" \
      | styrgraf shell --format csv
      """)

  @Option(help: ArgumentHelp("How to answer.", valueName: "table|json|jsonl|csv"))
  var format: TableFormat = .table
  @Flag(help: "Allows statements to change the graph.")
  var write = false
  @OptionGroup var change: ChangeOptions
  @Flag(help: "Keeps no history of what is asked.")
  var noHistory = false
  @Flag(help: "From a pipe or a file: goes on after a mistake.")
  var keepGoing = false
  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var validity: ValidityOption
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let shell = Shell(
      options.makeWorkspace(), isWriting: write, format: format.shellFormat,
      limits: limitOptions.limits(else: .interactive), validOn: try validity.validOn.map(GraphWorkspace.day),
      context: change.context)
    try shell.open()
    if Environment.inputIsTerminal, Environment.outputIsTerminal {
      let path =
        noHistory || shell.workspace.isInMemory
        ? nil : ShellHistory.standardPath(stateFolder: Environment["XDG_STATE_HOME"], home: Environment["HOME"])
      InteractiveShell(shell, history: ShellHistory(path: path), options: options).run()
    } else {
      let status = try PipedShell(shell, keepsGoing: keepGoing, options: options).run()
      if let status { throw ExitCode(status) }
    }
  }
}

extension TableFormat {
  fileprivate var shellFormat: ShellFormat {
    switch self {
    case .table: .table
    case .json: .json
    case .jsonl: .jsonl
    case .csv: .csv
    }
  }
}
