import Diagnostics
import GraphModel
import GraphStore
public import Temporals

/// A state of the graph that a picture is compared with.
public enum ComparedState: Sendable {
  /// What is valid on a day.
  case day(CalendarDate)
  /// The world after a scenario.
  case scenario(Scenario)
  /// What was recorded at an earlier revision of the database.
  case revision(Int64)
}

extension GraphWorkspace {
  private static let todayWords = ["today", "idag"]
  private static let revisionMark = "revision:"

  /// A state as somebody wrote it: a day, `today`, `revision:3`, or the path of a scenario's file.
  /// - Throws: a `Diagnostic` that names all of these, for what is none of them; `DiagnosticsError` for mistakes in the
  ///   file; `FileError`.
  public func comparedState(_ text: String) throws -> ComparedState {
    if Self.todayWords.contains(text) { return .day(try Self.today()) }
    if text.hasPrefix(Self.revisionMark), let revision = Int64(text.dropFirst(Self.revisionMark.count)) {
      return .revision(revision)
    }
    // A file may be called like a day that does not exist.
    if WorkspaceFiles.exists(text) { return .scenario(try scenario(file: text)) }
    let isLikeDay = text.contains { $0.isNumber } && text.allSatisfy { $0.isNumber || "-/.".contains($0) }
    if isLikeDay { return .day(try Self.day(text)) }
    if let day = try? Self.day(text) { return .day(day) }
    let folder = "scenarios"
    let known = WorkspaceFiles.list(folder, ending: [".yaml", ".yml"]).map { WorkspaceFiles.path(folder, $0) }
    let forms = "write a day such as 2024-05-01, 'today', 'revision:3', or the path of a scenario's file"
    throw Diagnostic(
      id: "unknown-state", message: "'\(text)' is neither a day nor the file of a scenario",
      hint: NameSuggestion.hint(for: text, among: known).map { "\($0) Else \(forms)" } ?? forms)
  }
}

/// The two worlds of a comparison, and how people call them.
struct WorldPair {
  struct World {
    var graph: GraphView
    /// `nil` where days do not matter.
    var day: CalendarDate?
    var name: String
  }

  var before: World
  var after: World
}

extension GraphWorkspace {
  /// Which of two worlds is the earlier one: the world after a scenario is always the later, of two days and revisions it
  /// is the later one. A day is compared with the day of the question, else with today.
  /// - Throws: a `Diagnostic` where both are the same; as `evaluate`; `StoreError`.
  func worlds(
    validOn date: CalendarDate?, after scenario: Scenario?, comparedTo state: ComparedState, _ language: CaptionLanguage
  ) throws -> WorldPair {
    let words = WorldWords(language)
    switch state {
    case .scenario(let other):
      if let scenario, scenario.source.text.isIdenticalText(to: other.source.text) { throw Self.comparedWithItself }
      let after = WorldPair.World(
        graph: try graph(validOn: date, after: scenario ?? other), day: date,
        name: words.name(after: scenario ?? other, validOn: date))
      let before = WorldPair.World(
        graph: try graph(validOn: date, after: scenario == nil ? nil : other), day: date,
        name: scenario == nil ? words.name(validOn: date) : words.name(after: other, validOn: date))
      return WorldPair(before: before, after: after)
    case .day(let other):
      let day = try scenario == nil ? date ?? Self.today() : date ?? Self.day(of: nil, after: scenario)
      let asked = WorldPair.World(
        graph: try graph(validOn: day, after: scenario), day: day,
        name: scenario.map { words.name(after: $0, validOn: day) } ?? day.description)
      let compared = WorldPair.World(graph: try graph(validOn: other), day: other, name: other.description)
      guard scenario == nil else { return WorldPair(before: compared, after: asked) }
      if day == other { throw Self.comparedWithItself }
      return other < day ? WorldPair(before: compared, after: asked) : WorldPair(before: asked, after: compared)
    case .revision(let revision):
      let now = try graph(validOn: date, after: scenario)
      if scenario == nil, now.revision == revision { throw Self.comparedWithItself }
      let then = GraphView(try ledger().snapshot(at: revision, validOn: date))
      return WorldPair(
        before: WorldPair.World(graph: then, day: date, name: words.name(revision: revision, validOn: date)),
        after: WorldPair.World(
          graph: now, day: date,
          name: scenario.map { words.name(after: $0, validOn: date) }
            ?? words.name(revision: now.revision, validOn: date)))
    }
  }

  private static var comparedWithItself: Diagnostic {
    Diagnostic(
      id: "compared-with-itself", message: "both states are the same, so there is nothing to compare",
      hint: "name another one with --compare-to, or another day with --valid-on; without --valid-on the day is today")
  }
}

/// What worlds are called under a picture's title.
private struct WorldWords {
  let isSwedish: Bool

  init(_ language: CaptionLanguage) { isSwedish = language == .swedish }

  func name(validOn day: CalendarDate?) -> String {
    day?.description ?? (isSwedish ? "som registrerat" : "as recorded")
  }

  func name(after scenario: Scenario, validOn day: CalendarDate?) -> String {
    let name = isSwedish ? "scenariot ”\(scenario.name)”" : "the scenario “\(scenario.name)”"
    return name + (day.map { ", \($0)" } ?? "")
  }

  func name(revision: Int64, validOn day: CalendarDate?) -> String {
    "revision \(revision)" + (day.map { ", \($0)" } ?? "")
  }
}
