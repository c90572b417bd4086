import ArgumentParser
import GraphModel
import GraphWorkspace

struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Answers requests as JSON lines on standard input, in order.",
    discussion: """
      Each line is one request, such as {"op": "run", "query": "RETURN 1 AS one", "params": {}}; each gets one line as \
      answer. Each 'run' is one transaction. Queries are unlimited unless --timeout, --max-rows \
      or --max-memory, or 'timeout', 'maxRows' or 'maxMemory' of a request, say otherwise.

      EXAMPLE
        echo '{"op": "run", "query": "RETURN 1 AS one"}' | styrgraf session --db :memory:
      """)

  @Flag(help: "Allows 'reset', which empties the database; :memory: always does.")
  var scratch = false
  @OptionGroup var change: ChangeOptions
  @OptionGroup var engineOptions: EngineOptions
  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let session = QuerySession(
      options.makeWorkspace(engine: engineOptions.settings), version: Styrgraf.version, scratch: scratch,
      context: change.context,
      limits: limitOptions.limits(else: .unlimited))
    try session.open()
    var input = LineInput()
    var answers = JSONWriter()
    while let lines = input.next() {
      for line in lines where !Self.isBlank(line) {
        session.answer(line, to: &answers)
        if answers.bytes.count > 1 << 16 { Output.write(answers.takeBytes()) }
      }
      Output.write(answers.takeBytes())
    }
  }

  private static func isBlank(_ line: [UInt8]) -> Bool {
    line.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
