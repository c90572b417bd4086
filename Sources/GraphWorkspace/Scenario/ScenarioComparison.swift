import Governance
public import GraphModel
import ImpactAnalysis

/// Two scenarios on the same graph beside each other.
public struct ScenarioComparison: Sendable {
  /// Which of the two does less harm: fewer broken things, of as many fewer degraded ones, and so on.
  public enum Milder: String, Sendable {
    case first, second, neither
  }

  /// Something that the two affect differently.
  public struct Difference: Sendable {
    public var key: String
    public var kind: String
    public var name: String
    /// The code of the effect; `nil` for none.
    public var first: String?
    public var second: String?
    /// Keys of councils, by key.
    public var responsible: [String]
  }

  /// How many of the affected things one council answers for.
  public struct Share: Sendable {
    /// `nil` for what nobody answers for.
    public var council: String?
    public var name: String?
    public var first: Int
    public var second: Int
  }

  public let first: ScenarioAnswer
  public let second: ScenarioAnswer
  public let milder: Milder
  /// What is only in the second, worse in it, worse in the first, and only in the first; each by key.
  public let differences: [Difference]
  /// By name of the council, what nobody answers for last.
  public let shares: [Share]

  init(_ first: ScenarioAnswer, _ second: ScenarioAnswer) {
    self.first = first
    self.second = second
    let (a, b) = (first.world.report, second.world.report)
    milder = Self.milder(a.counts, b.counts)
    differences = Self.differences(a, b)
    shares = Self.shares(a, b)
  }

  /// The number of each effect of both, worst first.
  public var counts: [(effect: String, first: Int, second: Int)] {
    ImpactEffect.allCases.reversed().map {
      ($0.name, first.world.report.counts[$0], second.world.report.counts[$0])
    }
  }

  private static func milder(_ a: ImpactCounts, _ b: ImpactCounts) -> Milder {
    for effect in ImpactEffect.allCases.reversed() where a[effect] != b[effect] {
      return a[effect] < b[effect] ? .first : .second
    }
    return .neither
  }

  private static func differences(_ a: ImpactReport, _ b: ImpactReport) -> [Difference] {
    let (inA, inB) = (a.effects, b.effects)
    func difference(_ element: AffectedElement) -> Difference? {
      let (first, second) = (inA[element.node], inB[element.node])
      if first == second { return nil }
      return Difference(
        key: element.key, kind: element.kind, name: element.name, first: first?.name, second: second?.name,
        responsible: element.responsible.map(\.key))
    }
    let found = b.affected.compactMap(difference) + a.affected.filter { inB[$0.node] == nil }.compactMap(difference)
    return found.map { (order($0), $0) }
      .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.key.precedesByCodePoints($1.1.key) }.map(\.1)
  }

  private static func order(_ difference: Difference) -> Int {
    guard let first = difference.first.flatMap(ImpactEffect.init(name:)) else { return 0 }
    guard let second = difference.second.flatMap(ImpactEffect.init(name:)) else { return 3 }
    return second > first ? 1 : 2
  }

  private static func shares(_ a: ImpactReport, _ b: ImpactReport) -> [Share] {
    var shares: [TextKey: Share] = [:]
    var orphans = Share(council: nil, name: nil, first: 0, second: 0)
    func count(_ report: ImpactReport, _ part: WritableKeyPath<Share, Int>) {
      for element in report.affected {
        if element.responsible.isEmpty { orphans[keyPath: part] += 1 }
        for council in element.responsible {
          shares[
            TextKey(council.key), default: Share(council: council.key, name: council.name, first: 0, second: 0)][
              keyPath: part] += 1
        }
      }
    }
    count(a, \.first)
    count(b, \.second)
    let sorted = shares.values.sorted { SwedishOrder.precedes($0.name ?? "", $1.name ?? "") }
    return sorted + (orphans.first + orphans.second > 0 ? [orphans] : [])
  }
}

extension GraphWorkspace {
  /// Holds two scenarios against each other on the graph as it stands.
  /// - Throws: as `evaluate`.
  public func compare(_ first: Scenario, _ second: Scenario) throws -> ScenarioComparison {
    ScenarioComparison(try evaluate(first), try evaluate(second))
  }
}

extension ScenarioComparison {
  /// A row for each difference; columns and codes are the same in every language.
  public var table: ResultTable {
    ResultTable(
      columns: ["key", "kind", "name", "first", "second", "responsible"],
      rows: differences.map { difference -> [Value] in
        [
          .string(difference.key), .string(difference.kind), .string(difference.name),
          difference.first.map(Value.string) ?? .null, difference.second.map(Value.string) ?? .null,
          .list(difference.responsible.map { .string($0) }),
        ]
      })
  }

  /// The comparison as one JSON object.
  public func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("milder")
      writer.string(milder.rawValue)
      for (name, answer) in [("first", first), ("second", second)] {
        writer.key(name)
        writer.object { writer in
          writer.key("title")
          writer.string(answer.scenario.name)
          writer.key("verdict")
          writer.string(answer.world.report.verdict.rawValue)
          writer.key("counts")
          writer.object { writer in
            for effect in ImpactEffect.allCases.reversed() {
              writer.key(effect.name)
              writer.integer(answer.world.report.counts[effect])
            }
          }
        }
      }
      writer.key("differences")
      writer.array(differences) { Self.write($1, to: &$0) }
      writer.key("councils")
      writer.array(shares) { writer, share in
        writer.object { writer in
          writer.key("key")
          if let council = share.council { writer.string(council) } else { writer.null() }
          writer.key("first")
          writer.integer(share.first)
          writer.key("second")
          writer.integer(share.second)
        }
      }
    }
  }

  private static func write(_ difference: Difference, to writer: inout JSONWriter) {
    writer.object { writer in
      for (name, text) in [
        ("key", difference.key), ("kind", difference.kind), ("name", difference.name), ("first", difference.first),
        ("second", difference.second),
      ] {
        writer.key(name)
        if let text { writer.string(text) } else { writer.null() }
      }
      writer.key("responsible")
      writer.array(difference.responsible) { $0.string($1) }
    }
  }
}
