import ArgumentParser
import GraphModel
import GraphWorkspace

struct SessionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "session", abstract: "Answers requests as JSON lines on standard input, in order.")

  @Option(name: .customLong("db"), help: "The database.") var db: String?
  @Flag(help: "Allows 'reset', which empties the database.") var scratch = false

  func run() throws {
    let workspace = GraphWorkspace(database: db ?? "styrgraf.db")
    let session = QuerySession(workspace, version: Styrgraf.version, scratch: scratch, actor: "styrgraf")
    try session.open()
    var input = LineInput()
    var answers = JSONWriter()
    while let lines = input.next() {
      for line in lines where !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        session.answer(line, to: &answers)
        if answers.bytes.count > 1 << 16 { Output.write(answers.takeBytes()) }
      }
      Output.write(answers.takeBytes())
    }
  }
}
