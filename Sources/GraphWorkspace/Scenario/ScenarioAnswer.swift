import Governance
public import GraphModel
import ImpactAnalysis
import Interchange
import Temporals

/// What a scenario does: the impact, and the changes that applying it would make.
public struct ScenarioAnswer: Sendable {
  public let scenario: Scenario
  let world: ScenarioWorld
  /// The course of history that was looked at; `nil` where none is told, as in memory.
  let history: String?
  public let impact: ImpactAnswer

  /// The revision of the database that was looked at.
  public var revision: Int64 { world.graph.revision }

  /// A change that applying the scenario would make, in words.
  public struct Change: Hashable, Sendable {
    public var key: String
    public var name: String
    /// Such as `status: valid → retired`, or `+ SUPERSEDES ex-doc-a`.
    public var text: String
  }

  public var changes: [Change] {
    world.changes.map { change in
      Change(key: change.element.key, name: change.element.name, text: Self.text(of: change.difference))
    }
  }

  private static func text(of difference: ScenarioChange.Difference) -> String {
    func value(_ value: Value) -> String { value.plainText ?? "–" }
    return switch difference {
    case .property(let name, let from, let to): "\(name): \(value(from)) → \(value(to))"
    case .removed: "−"
    case .related(let type, let other): "+ \(type) \(other.key)"
    case .unrelated(let type, let other): "− \(type) \(other.key)"
    }
  }

  /// Whether applying either would make the same changes and affect as much.
  func isSame(as other: ScenarioAnswer) -> Bool {
    changes == other.changes && world.report.counts == other.world.report.counts
  }

  /// What the file says is to be done, and why.
  public struct Step: Sendable {
    public enum Verb: String, Sendable {
      case retire, replace, move, revise
    }

    public var verb: Verb
    /// As the file names it.
    public var node: String
    /// What replaces it, or the area it moves to.
    public var other: String?
    public var reason: String?
    public var caseNumber: String?
  }

  /// In the order of the file.
  public var steps: [Step] {
    scenario.file.steps.map { step in
      let (verb, node, other): (Step.Verb, String, String?) =
        switch step.action {
        case .retire(let node): (.retire, node.text, nil)
        case .revise(let node): (.revise, node.text, nil)
        case .replace(let old, let new): (.replace, old.text, new.text)
        case .move(let node, let area): (.move, node.text, area.text)
        }
      return Step(verb: verb, node: node, other: other, reason: step.reason, caseNumber: step.caseNumber)
    }
  }

  /// A moved thing that others answer for afterwards.
  public struct Shift: Sendable {
    public var key: String
    public var name: String
    /// Names of councils.
    public var before: [String]
    public var after: [String]
  }

  public var shifts: [Shift] {
    world.shifts.map {
      Shift(
        key: $0.element.key, name: $0.element.name, before: $0.before.map(\.name), after: $0.after.map(\.name))
    }
  }

  /// What should be known, one sentence each: refused replacements with their reasons first.
  public func remarks(in language: CaptionLanguage) -> [String] {
    impact.remarks(in: language) + world.notes.compactMap { $0.text.text(in: language) }
  }

  /// The answer as one JSON object; `impact` is as `impact retire` writes it.
  public func write(to writer: inout JSONWriter, language: CaptionLanguage) {
    writer.object { writer in
      for (name, text) in [
        ("title", scenario.title), ("reason", scenario.reason), ("case", scenario.caseNumber),
        ("date", scenario.date?.description),
      ] {
        writer.key(name)
        if let text { writer.string(text) } else { writer.null() }
      }
      writer.key("revision")
      writer.integer(revision)
      writer.key("steps")
      writer.array(steps) { Self.write($1, to: &$0) }
      writer.key("changes")
      writer.array(world.changes) { Self.write($1, to: &$0) }
      writer.key("responsibility")
      writer.array(world.shifts) { writer, shift in
        writer.object { writer in
          writer.key("key")
          writer.string(shift.element.key)
          writer.key("before")
          writer.array(shift.before) { $0.string($1.key) }
          writer.key("after")
          writer.array(shift.after) { $0.string($1.key) }
        }
      }
      writer.key("notes")
      writer.array(world.notes) { writer, note in
        writer.object { writer in
          writer.key("code")
          writer.string(note.code)
          writer.key("text")
          writer.string(note.text.text(in: language) ?? note.code)
        }
      }
      writer.key("cures")
      writer.array(impact.cures) { $1.write(to: &$0, language: language) }
      writer.key("impact")
      world.report.write(to: &writer, language: language)
    }
  }

  private static func write(_ step: Step, to writer: inout JSONWriter) {
    writer.object { writer in
      let isPair = step.other != nil
      let members: [(String, String?)] = [
        ("do", step.verb.rawValue), (step.verb == .replace ? "old" : "node", step.node),
        (step.verb == .replace ? "new" : "area", step.other), ("reason", step.reason), ("case", step.caseNumber),
      ]
      for (name, text) in members where isPair || (name != "area" && name != "new") {
        writer.key(name)
        if let text { writer.string(text) } else { writer.null() }
      }
    }
  }

  private static func write(_ change: ScenarioChange, to writer: inout JSONWriter) {
    func relationship(_ code: String, _ type: String, _ other: ImpactElement, _ writer: inout JSONWriter) {
      writer.key("change")
      writer.string(code)
      writer.key("type")
      writer.string(type)
      writer.key("to")
      writer.string(other.key)
    }
    writer.object { writer in
      writer.key("key")
      writer.string(change.element.key)
      switch change.difference {
      case .property(let name, let from, let to):
        writer.key("change")
        writer.string("property")
        writer.key("property")
        writer.string(name)
        writer.key("from")
        writer.value(from)
        writer.key("to")
        writer.value(to)
      case .removed:
        writer.key("change")
        writer.string("removed")
      case .related(let type, let other): relationship("related", type, other, &writer)
      case .unrelated(let type, let other): relationship("unrelated", type, other, &writer)
      }
    }
  }
}
