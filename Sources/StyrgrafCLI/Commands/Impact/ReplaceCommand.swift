import ArgumentParser
import GraphWorkspace

struct ReplaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace", abstract: "Shows what must be repointed if one node takes the place of another.",
    discussion: """
      The same as 'impact retire --replace OLD=NEW'. Nothing is changed.

      EXAMPLE
        styrgraf impact replace doc-a doc-b
      """)

  @Argument(help: ArgumentHelp("Key or name of what is retired.", valueName: "old"))
  var old: String
  @Argument(help: ArgumentHelp("Key or name of what takes its place.", valueName: "new"))
  var new: String
  @OptionGroup var answering: ImpactAnswerOptions

  func run() throws { try answering.answer(ImpactRequest(successions: [.init(old: old, new: new)])) }
}
