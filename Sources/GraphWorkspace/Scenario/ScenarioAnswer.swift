import Governance
public import GraphModel
import ImpactAnalysis
import Temporals

/// What a scenario does: the impact, and the changes that applying it would make.
public struct ScenarioAnswer: Sendable {
  public let scenario: Scenario
  let world: ScenarioWorld
  public let impact: ImpactAnswer

  /// The revision of the database that was looked at.
  public var revision: Int64 { world.graph.revision }

  /// A change that applying the scenario would make, in words.
  public struct Change: Sendable {
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
      writer.key("cures")
      writer.array(impact.cures) { $1.write(to: &$0, language: language) }
      writer.key("impact")
      world.report.write(to: &writer, language: language)
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
