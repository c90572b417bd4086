import Foundation
import Governance
import GraphModel
import ImpactAnalysis
import Temporals
import Testing

@testable import GraphWorkspace

/// The traps of the example register, one file each in `Golden/impact`, in Swedish and English. `RECORD=1` rewrites
/// them, and fails so that nobody forgets.
@Suite struct ImpactGoldenTests {
  struct Trap: CustomTestStringConvertible, Sendable {
    var file: String
    var retired: [String] = []
    var replacements: [(String, String)] = []
    var testDescription: String { file }
  }

  static let traps = [
    Trap(file: "area-without-council", retired: ["ex-doc-antibiotika-tandingrepp-profylax-riskpatienter"]),
    Trap(file: "three-councils", retired: ["ex-doc-elektrokonvulsiv-behandling-forberedelser-uppfoljning"]),
    Trap(
      file: "national-document", retired: ["ex-doc-fosterovervakning-ctg-klassificering"],
      replacements: [
        ("ex-doc-antibiotika-tandingrepp-profylax-riskpatienter", "ex-doc-parodontit-diagnostik-behandling")
      ]),
    Trap(
      file: "retired-replacement",
      replacements: [("ex-doc-antibiotikaprofylax-kolorektal-kirurgi-norr", "ex-doc-antibiotikaprofylax-tarmkirurgi")]),
    Trap(
      file: "replacement-not-yet-valid",
      replacements: [("ex-doc-trombosprofylax-hoftfrakturoperation-vast", "ex-doc-trombosprofylax-hoftfraktur")]),
  ]

  @Test(arguments: traps) func isAsWritten(_ trap: Trap) throws {
    let region = try LoadedRegion()
    let answer = try answer(trap, region.workspace)
    let text = [CaptionLanguage.swedish, .english].map { told(answer, in: $0) }.joined(separator: "\n====\n\n")
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Golden/impact/\(trap.file).golden")
    guard ProcessInfo.processInfo.environment["RECORD"] == nil else {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == text)
  }

  /// On a day of its own, so that what is not yet valid stays so.
  private func answer(_ trap: Trap, _ workspace: GraphWorkspace) throws -> ImpactAnswer {
    let graph = try workspace.graph()
    func node(_ key: String) throws -> NodeIndex { try #require(graph.node(withKey: key)) }
    let governance = try GovernanceImpact(graph: graph, validOn: CalendarDate(year: 2026, month: 11, day: 22))
    let scenario = try ImpactScenario(
      retired: trap.retired.map(node),
      replacements: trap.replacements.map { ImpactScenario.Replacement(old: try node($0.0), new: try node($0.1)) })
    return ImpactAnswer(
      report: governance.report(on: scenario), governance: governance, graph: graph, validOn: nil)
  }

  private func told(_ answer: ImpactAnswer, in language: CaptionLanguage) -> String {
    var lines = [answer.sentence(in: language)] + answer.remarks(in: language).map { "! " + $0 }
    for group in answer.groups(by: "council", in: language) ?? [] {
      let counts = ImpactAnswer.effects.reversed().map { String(group.counts[$0] ?? 0) }.joined(separator: "/")
      lines.append("# \(group.name): \(counts)")
    }
    for group in answer.grouping(by: .council).groups {
      guard case .element(let council) = group.identity else { continue }
      let contacts = answer.governance.responsibilities.contacts(of: council.node)
      lines += contacts.map { "@ \(council.name): \(ImpactWords.contact($0, language))" }
    }
    let narrative = ImpactNarrative(answer.report, language: language)
    for (reading, element) in zip(answer.readings(in: language), answer.report.affected) {
      lines.append("")
      lines.append("\(reading.key) (\(reading.distance))\(reading.isAlready ? " *" : "")")
      lines.append("  \(narrative.explanation(of: element))")
      lines.append("  → \(reading.responsible.isEmpty ? "–" : reading.responsible.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
