import ArgumentParser
import GraphModel
import GraphWorkspace

struct ScenarioApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Applies a scenario as one change set, which keeps it.",
    discussion: """
      Shows what would change and what it does, asks, and does all of it or nothing. 'styrgraf undo' takes it back. A \
      database that moved since the scenario was shown, or since the revision it names, is refused.

      EXAMPLE
        styrgraf scenario apply scenarios/ledprotes.yaml --dry-run
        styrgraf scenario apply scenarios/ledprotes.yaml --yes
      """)

  @Argument(help: ArgumentHelp("The scenario.", valueName: "file"), completion: .file())
  var file: String
  @Flag(help: "Shows everything, and changes nothing.")
  var dryRun = false
  @Flag(help: "Does not ask.")
  var yes = false
  @Flag(help: "Where the database has moved, looks again instead of refusing.")
  var reEvaluate = false
  @OptionGroup var change: ChangeOptions
  @OptionGroup var options: GlobalOptions

  func run() throws {
    let texts = options.texts
    let workspace = options.makeWorkspace()
    let answer = try workspace.evaluate(try workspace.scenario(file: file))
    Output.write(ScenarioPage(answer, options: options).text)
    try workspace.check(answer, reevaluating: reEvaluate)
    if dryRun { return Output.print("\n" + texts.nothingWritten) }
    guard yes || Confirmation.isGiven(texts.applyQuestion(changes: answer.changes.count), texts) else {
      return Output.tell(texts.nothingWritten)
    }
    let (applied, revision) = try workspace.apply(
      answer, actor: change.context.actor, reason: change.reason, caseNumber: change.caseNumber,
      reevaluating: reEvaluate)
    if applied.revision != answer.revision { Output.tell(texts.evaluatedAgain(applied.revision)) }
    Output.print("\n" + texts.scenarioApplied(changes: applied.changes.count, revision: revision))
  }
}

/// A question that is answered at the terminal.
enum Confirmation {
  /// - Returns: whether the answer is yes; without a terminal it is not, and it is told how to say so.
  static func isGiven(_ question: String, _ texts: Texts) -> Bool {
    guard Environment.inputIsTerminal else {
      Output.tell(texts.needsYes)
      return false
    }
    Output.tellPart(question + " ")
    var input = LineInput()
    guard let line = input.next()?.first else { return false }
    return texts.isYes(String(decoding: line, as: UTF8.self))
  }
}
