import Diagnostics
import Diagrams
public import GraphModel
import ImpactAnalysis
import Reports
import Temporals

extension GraphWorkspace {
  /// The page about an impact as an HTML file that needs nothing else: verdict, figures, what must be decided, picture,
  /// every hit, a list for each council.
  ///
  /// Of a very large impact it shows the worst hits, and says how many it leaves out; its figures are those of all.
  /// - Throws: `DiagramError`, `StoreError`.
  public func page(_ answer: ImpactAnswer, language: CaptionLanguage) throws -> [UInt8] {
    let context = try context(answer.graph, language, answer.validOn)
    let builder = ImpactPageBuilder(answer, language)
    var page = builder.page()
    let drawn = try draw(answer, as: .svg, language: language)
    page.picture = InlineSVG(rendered: drawn.bytes)
    page.pictureNotes = drawn.notes
    page.sources = sources(answer, context, language)
    return page.html
  }

  private func sources(
    _ answer: ImpactAnswer, _ context: DiagramContext, _ language: CaptionLanguage
  ) -> [(label: String, text: String)] {
    func say(_ english: String, _ swedish: String) -> String { language == .swedish ? swedish : english }
    var sources: [(label: String, text: String)] = []
    if let line = context.sourceLine { sources.append((say("Source", "Källa"), line)) }
    if let revision = context.revision { sources.append(("Revision", String(revision))) }
    if let date = answer.validOn {
      sources.append((say("Valid on", "Gäller den"), date.description))
    } else if let date = context.date {
      sources.append((say("As of", "Läget den"), date))
    }
    if let scenario = answer.request.scenario {
      sources.append((say("After the scenario", "Efter scenariot"), scenario.source.name))
    }
    sources.append((say("Command", "Kommando"), command(answer)))
    return sources
  }

  /// What gives the same answer at a prompt.
  private func command(_ answer: ImpactAnswer) -> String {
    let (report, request) = (answer.report, answer.request)
    let asked = report.replaced.map { ($0.old, $0.new) } + report.refused.map { ($0.old, $0.new) }
    let replaced = Set(asked.map(\.0.node))
    // What a query finds is asked for by the query, not by what it found.
    let keys =
      request.query == nil
      ? report.retired.filter { !replaced.contains($0.node) }.map(\.key) : request.retired
    var words = ["styrgraf", "impact", "retire"] + keys.filter { !$0.hasPrefix("-") }.map(Self.shellWord)
    func add(_ option: String, _ value: String) {
      words += value.hasPrefix("-") ? [Self.shellWord("\(option)=\(value)")] : [option, Self.shellWord(value)]
    }
    for (old, new) in asked { add("--replace", "\(old.key)=\(new.key)") }
    if let query = request.query { add("--query", query) }
    if let scenario = request.scenario { add("--scenario", scenario.source.name) }
    if let date = answer.validOn { add("--valid-on", date.description) }
    let others = keys.filter { $0.hasPrefix("-") }
    if !others.isEmpty { words += ["--"] + others.map(Self.shellWord) }
    return words.joined(separator: " ")
  }

  /// A word that a shell takes as it is.
  private static func shellWord(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "-_=.,:/".utf8.contains(byte)
        }
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
