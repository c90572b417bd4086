import ArgumentParser
import Diagnostics
import GraphModel
import GraphWorkspace

/// The command line: reads arguments, calls one verb of the workspace, prints.
struct Styrgraf: ParsableCommand {
  static let version = ProductVersion.current

  static let configuration = CommandConfiguration(
    commandName: "styrgraf",
    abstract: "A graph of who governs what, what rests on what, and what breaks if it goes.",
    discussion: """
      EXAMPLE
        styrgraf load graph graph/region graph/example
        styrgraf find ledprotes
        styrgraf show ex-doc-antibiotikaprofylax-ledprotes
        styrgraf impact retire ex-doc-antibiotikaprofylax-ledprotes

      The database is --db FILE, else the variable STYRGRAF_DB, else styrgraf.db in the current folder. The folders \
      'queries' and 'diagrams' are looked for in the current folder, or in --workspace DIR.

      EXIT STATUS
        0 done; 1 done, and found what --fail-on asks for; 2 a mistake in the arguments or the input; 3 the database or \
      the machine failed; 4 stopped or cut by a budget; 130 stopped by Ctrl-C.

      SHELL COMPLETION
        styrgraf --generate-completion-script bash > ~/.local/share/bash-completion/completions/styrgraf
      (also zsh and fish)
      """,
    version: version,
    subcommands: [
      LoadCommand.self, SaveCommand.self, QueryCommand.self, QueryCheckCommand.self, QueriesCommand.self,
      DiagramsCommand.self,
      SchemaCommand.self, InfoCommand.self, FindCommand.self, ShowCommand.self, ImpactCommand.self,
      ScenarioCommand.self, HistoryCommand.self, UndoCommand.self, DiagramCommand.self, ShellCommand.self,
      SessionCommand.self, LayoutWorkerCommand.self,
    ])

  static func run() -> Never {
    Output.ignoreBrokenPipes()
    // Somebody waits for it, and it has no arguments that need reading.
    if CommandLine.arguments.dropFirst().elementsEqual(LayoutWorkerCommand.command.dropFirst()) {
      LayoutWorkerCommand().run()
      exit(withError: ExitCode.success)
    }
    let arguments = GlobalArguments.joined(GlobalArguments.moved(Array(CommandLine.arguments.dropFirst())))
    do {
      let names = configuration.subcommands.compactMap { $0.configuration.commandName }
      if let name = GlobalArguments.unknownCommand(arguments, among: names) {
        throw Diagnostic(
          id: "unknown-command", message: "there is no command '\(name)'",
          hint: NameSuggestion.hint(for: name, among: names) ?? "'styrgraf --help' lists the commands")
      }
      var command = try parseAsRoot(arguments)
      try command.run()
      exit(withError: ExitCode.success)
    } catch {
      end(with: error, arguments)
    }
  }

  /// Tells what went wrong, where and as it was asked for, and ends with the status that says whose fault it is.
  private static func end(with error: any Error, _ arguments: [String]) -> Never {
    if let status = error as? ExitCode { exit(withError: status) }
    let code = exitCode(for: error)
    if code == .success { exit(withError: error) }
    let isUsage = code == .validationFailure
    let report =
      isUsage
      ? FailureReport(Diagnostic(id: "usage", message: usageMessage(error))) : FailureReport(error)
    if GlobalArguments.asksForJSON(arguments) {
      Output.write(report.json())
    } else if isUsage {
      Output.tell(fullMessage(for: error))
    } else {
      Findings.tell(report)
    }
    if report.cause == .budget, Interruption.isRequested { exit(withError: ExitCode(Interruption.status)) }
    exit(withError: ExitCode(ExitStatus(report.cause).rawValue))
  }

  private static func usageMessage(_ error: any Error) -> String { message(for: error) }
}
