import ArgumentParser
import Foundation

/// Throws queries at the language until one shows a fault.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styrgraf-fuzz",
    abstract:
      "Makes queries by the grammar and by mutation, takes them through parse, bind, plan and run, and checks them.",
    discussion: """
      EXAMPLE
        styrgraf-fuzz --executions 10000000 --seed 1 --seconds 3600 --processes 2
        styrgraf-fuzz --seed 1 --first 4711 --executions 1 --show

      The same seed and number make the same query. What is found is written to --findings, a file each.

      EXIT STATUS
        0 nothing found; 1 something found.
      """)

  @Option(help: "How many queries.") var executions = 100_000
  @Option(help: "What the queries are made from.") var seed: UInt64 = 1
  @Option(help: "End after so many seconds.") var seconds = 3_600.0
  @Option(help: "How many processes work.") var processes = 1
  @Option(help: "The first execution's number.") var first = 0
  @Option(help: "The folder of queries to mutate.") var corpus = "Tests/FuzzingTests/Corpus"
  @Option(help: "The folder for what is found.") var findings = "out/fuzz"
  @Flag(help: "Print the queries and what is found in them, in this process.") var show = false
  @Option(help: .hidden) var stride = 1
  @Option(help: .hidden) var record: String?

  func run() throws {
    let queries = try Corpus.queries(in: URL(filePath: corpus))
    let folder = URL(filePath: findings)
    if show {
      var run = FuzzRun(seed: seed, corpus: queries)
      for number in first..<(first + executions) {
        let text = run.query(number)
        print("\(number): \(text)")
        for finding in run.execute(text, number: number) { print("  \(finding.check): \(finding.detail)") }
      }
    } else if let record {
      try FuzzWorker(
        seed: seed, first: first, stride: stride, end: first + executions,
        deadline: Date.now.addingTimeInterval(seconds), corpus: queries, record: URL(filePath: record), findings: folder
      ).run()
    } else {
      let settings = FuzzSupervisor.Settings(
        seed: seed, first: first, executions: executions, seconds: seconds, processes: max(1, processes),
        corpus: corpus, findings: folder)
      let executable = Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])
      if try !FuzzSupervisor(settings, executable: executable).run() { throw ExitCode.failure }
    }
  }
}

FuzzCommand.main()
