import ArgumentParser

/// The command line: reads arguments, calls one verb of the workspace, prints.
struct Styrgraf: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "styrgraf",
    abstract: "A graph of who governs what, what rests on what, and what breaks.",
    version: version,
    subcommands: [SessionCommand.self])

  static func run() {
    Output.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
  }
}
