import ArgumentParser
import GraphWorkspace

struct ReviseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revise", abstract: "Shows what must be looked over if nodes go under revision.",
    discussion: """
      As 'impact retire', with the state 'review' instead of 'retired'. Nothing is changed.

      EXAMPLE
        styrgraf impact revise ex-doc-antibiotikaprofylax-ledprotes
      """)

  @Argument(help: ArgumentHelp("Keys or names of what goes under revision.", valueName: "key"))
  var keys: [String]
  @OptionGroup var answering: ImpactAnswerOptions

  func run() throws { try answering.answer(ImpactRequest(reviewed: keys)) }
}
