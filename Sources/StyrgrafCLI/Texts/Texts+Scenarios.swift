import GraphWorkspace

/// The sentences about scenarios and history.
extension Texts {
  var change: String { say("Change", "Ändring") }
  var scenario: String { say("Scenario", "Scenario") }

  private func changes(_ count: Int) -> String {
    say(count == 1 ? "1 change" : "\(number(count)) changes", count == 1 ? "1 ändring" : "\(number(count)) ändringar")
  }

  func scenarioIsApplicable(changes count: Int, revision: Int64) -> String {
    say(
      "the scenario can be applied: \(changes(count)) to revision \(revision)",
      "scenariot kan genomföras: \(changes(count)) av revision \(revision)")
  }

  var scenarioChangesNothing: String {
    say("The scenario changes nothing: all is so already.", "Scenariot ändrar inget: allt är redan så.")
  }

  func scenarioApplied(changes count: Int, revision: Int64) -> String {
    count == 0
      ? say("nothing changed (revision \(revision))", "inget ändrades (revision \(revision))")
      : say(
        "applied, \(changes(count)) (revision \(revision)); 'styrgraf undo \(revision)' takes it back",
        "genomfört, \(changes(count)) (revision \(revision)); ”styrgraf undo \(revision)” tar tillbaka det")
  }

  func evaluatedAgain(_ revision: Int64) -> String {
    say(
      "the database had moved; the scenario was evaluated again at revision \(revision)",
      "databasen hade ändrats; scenariot beräknades på nytt för revision \(revision)")
  }

  func applyQuestion(changes count: Int) -> String {
    say("Apply \(changes(count))? [y/N]", "Genomföra \(changes(count))? [j/N]")
  }

  func undoQuestion(_ revision: Int64) -> String {
    say("Undo revision \(revision)? [y/N]", "Ångra revision \(revision)? [j/N]")
  }

  var needsYes: String {
    say("there is no terminal to ask at: say --yes", "det finns ingen terminal att fråga vid: ange --yes")
  }

  var nothingWritten: String { say("nothing was written", "inget skrevs") }

  func isYes(_ answer: String) -> Bool {
    ["y", "yes", "j", "ja"].contains(answer.lowercased().filter { !$0.isWhitespace })
  }

  func shift(_ name: String, before: String, after: String) -> String {
    say(
      "“\(name)”: \(after) will be responsible, not \(before).", "”\(name)”: \(after) blir ansvarig, inte \(before).")
  }

  func milder(_ comparison: ScenarioComparison) -> String {
    switch comparison.milder {
    case .first: say("A is milder.", "A är mildast.")
    case .second: say("B is milder.", "B är mildast.")
    case .neither: say("Both do equally much.", "Båda gör lika mycket.")
    }
  }

  var noDifference: String { say("Both affect the same in the same way.", "Båda påverkar detsamma på samma sätt.") }

  // MARK: Cures

  var score: String { say("Score", "Poäng") }
  var reasons: String { say("Because", "Därför") }

  func cures(of cure: ImpactAnswer.CureReading) -> String {
    let count = cure.candidates.count { $0.refusal == nil }
    let possible = say(
      count == 1 ? "1 possible replacement" : "\(number(count)) possible replacements",
      count == 1 ? "1 möjlig ersättare" : "\(number(count)) möjliga ersättare")
    return say("\(possible) of “\(cure.name)”", "\(possible) för ”\(cure.name)”")
  }

  /// Two decimals, as the language writes them.
  func score(_ score: Double) -> String {
    let hundredths = String(Int((score * 100).rounded()) + 1_000).dropFirst(2)
    let whole = score >= 0.995 ? "1" : "0"
    return "\(whole)\(say(".", ","))\(hundredths)"
  }

  func refused(_ reason: String) -> String { say("not possible: \(reason)", "inte möjlig: \(reason)") }

  // MARK: History

  func counts(_ count: HistoryLine.Count) -> String {
    [(count.added, "+"), (count.changed, "~"), (count.removed, "−")].filter { $0.0 > 0 }
      .map { "\($0.1)\(number($0.0))" }.joined(separator: " ")
  }

  func undid(_ report: UndoReport, isDryRun: Bool) -> String {
    let told = [(say("nodes", "noder"), report.nodes), (say("relationships", "relationer"), report.relationships)]
      .filter { $0.1.total > 0 }
      .map { "\($0.0) \(counts($0.1))" }
    let what = told.isEmpty ? say("nothing to undo", "inget att ångra") : told.joined(separator: ", ")
    let end =
      isDryRun ? say("dry run, nothing was written", "provkörning, inget skrevs") : "revision \(report.revision)"
    return say("revision \(report.undone) undone: ", "revision \(report.undone) ångrad: ") + "\(what) (\(end))"
  }
}
