import ArgumentParser
import GraphModel
import GraphWorkspace

struct WhyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why", abstract: "Shows why a node is affected, or why not, and what to mend.",
    discussion: """
      All shortest chains that give exactly its effect, and the single relationships without which the effect \
      is less.

      EXAMPLE
        styrgraf impact why ex-link-ledprotes-001 --retire ex-doc-antibiotikaprofylax-ledprotes
      """)

  @Argument(help: ArgumentHelp("Key or name of the affected node.", valueName: "target"))
  var target: String
  @Option(help: ArgumentHelp("Key or name of what is retired; may be repeated.", valueName: "key"))
  var retire: [String] = []
  @Option(help: ArgumentHelp("Key or name of what goes under revision; may be repeated.", valueName: "key"))
  var revise: [String] = []
  @Option(help: ArgumentHelp("Retires OLD and puts NEW in its place; may be repeated.", valueName: "old=new"))
  var replace: [String] = []
  @Option(help: ArgumentHelp("So many chains at most; all are counted.", valueName: "number"))
  var limit: Int = 20
  @OptionGroup var answering: ImpactAnswerOptions

  func validate() throws {
    if retire.isEmpty, revise.isEmpty, replace.isEmpty {
      throw ValidationError("Say what happens: --retire KEY, --revise KEY or --replace OLD=NEW.")
    }
    if limit < 1 { throw ValidationError("--limit is 1 or more.") }
  }

  func run() throws {
    let options = answering.options
    let workspace = options.makeWorkspace()
    var request = ImpactRequest(
      retired: retire, reviewed: revise, replacements: replace,
      validOn: try answering.validity.validOn.map(GraphWorkspace.day))
    request.scenario = try answering.world.read(workspace)
    let answer = try workspace.why(target, request, limit: limit)
    switch answering.format {
    case .json: Output.write(answer.json(in: options.language) + [0x0A])
    case .csv: answer.table(in: options.language).write(as: .csv) { Output.write($0) }
    case .table: for sentence in answer.sentences(in: options.language) { Output.print(PlainLines.oneLine(sentence)) }
    }
    if let failOn = answering.failOn, answer.isAtLeast(failOn.rawValue) {
      throw ExitCode(ExitStatus.found.rawValue)
    }
  }
}
