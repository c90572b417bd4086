import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Testing

/// The traps of the example register, each with its verdict, its responsible councils and its cures in
/// `Golden/trap-….golden`. `RECORD=1` rewrites the files, and fails so that they are read before they are committed.
@Suite struct TrapTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

  @Test(arguments: [
    ("area-without-council", "ex-doc-parodontit-diagnostik-behandling", nil),
    ("three-councils", "ex-doc-overgang-barn-vuxenpsykiatri", nil),
    (
      "national-document", "ex-doc-plotslig-horselnedsattning-utredning-behandling",
      "ex-doc-grav-horselnedsattning-utredning-infor-cochleaimplantat"
    ),
    (
      "retired-replacement", "ex-doc-antibiotikaprofylax-kolorektal-kirurgi-norr",
      "ex-doc-antibiotikaprofylax-tarmkirurgi"
    ),
    (
      "replacement-not-yet-valid", "ex-doc-trombosprofylax-hoftfrakturoperation-vast",
      "ex-doc-trombosprofylax-hoftfraktur"
    ),
    ("local-replacement", "ex-doc-postoperativ-overvakning", "ex-doc-postoperativ-overvakning-vast"),
  ])
  func comesOutAsTheRegisterHasIt(name: String, old: String, new: String?) throws {
    let temporary = try TemporaryFolder()
    let workspace = GraphWorkspace(database: temporary.path + "/region.db", folder: Repository.root)
    _ = try workspace.load(Repository.folders, context: ChangeContext(actor: "test"))
    func answer(_ action: String) throws -> ScenarioAnswer {
      try workspace.evaluate(try Scenario(SourceText(name: name, text: "date: 2026-12-01\n\(action)\n")))
    }
    let retired = try answer("retire: \(old)")
    var lines = ["retire \(old)", retired.impact.sentence(in: .swedish)]
    for reading in retired.impact.readings(in: .swedish) where reading.distance == 1 {
      lines.append("  \(reading.effect) \(reading.key): \(reading.responsible.joined(separator: ", "))")
    }
    for cure in retired.impact.cureReadings(in: .swedish) {
      for candidate in cure.candidates {
        let refusal = candidate.refusal.map { " – inte möjlig: \($0)" } ?? ""
        lines.append("  \(candidate.score) \(candidate.key): \(candidate.reasons.joined(separator: "; "))\(refusal)")
      }
    }
    if let new {
      let replaced = try answer("replace: {old: \(old), new: \(new)}")
      lines += ["replace by \(new)", replaced.impact.sentence(in: .swedish)]
      lines += replaced.remarks(in: .swedish).map { "  \($0)" }
    }
    let text = lines.joined(separator: "\n") + "\n"
    let file = Self.folder.appending(path: "trap-\(name).golden")
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent); run again without RECORD")
    } else {
      #expect(text == (try? String(contentsOf: file, encoding: .utf8)))
    }
  }
}
