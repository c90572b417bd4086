import Governance
public import GraphModel
import ImpactAnalysis

extension ImpactAnswer {
  /// By what the hits can be put together: `council`, `area`, `kind`, `effect`.
  public static let groupings = ImpactGroupKey.allCases.map(\.rawValue)

  /// Hits that belong together, counted.
  public struct GroupReading: Sendable {
    /// `group`, `several` (hits with more than one, counted under each of them too), `nobody` (hits with none) or
    /// `distinct` (every hit once).
    public var code: String
    /// The key of the council or area, the code of the kind or effect; empty for the others.
    public var key: String
    /// What it is called in the language asked for.
    public var name: String
    /// How many of each effect, by its code.
    public var counts: [String: Int]
    public var total: Int
    /// How many were like this before.
    public var alreadyCount: Int
  }

  /// The groups, most broken first, and at the end every hit once.
  /// - Returns: `nil` for a grouping that does not exist.
  public func groups(by key: String, in language: CaptionLanguage) -> [GroupReading]? {
    guard let key = ImpactGroupKey(rawValue: key) else { return nil }
    let grouping = grouping(by: key)
    let groups = grouping.groups.map { group in
      let name = ImpactWords.name(of: group.identity, by: key, schema: graph.schema, language)
      return switch group.identity {
      case .element(let element): reading("group", element.key, name, group.counts, group.alreadyCount)
      case .code(let code): reading("group", code, name, group.counts, group.alreadyCount)
      case .several: reading("several", "", name, group.counts, group.alreadyCount)
      case .nobody: reading("nobody", "", name, group.counts, group.alreadyCount)
      }
    }
    let all = ImpactWords.group("distinct", by: key.rawValue, language)
    return groups + [reading("distinct", "", all, grouping.distinct, grouping.alreadyCount)]
  }

  /// The columns of `groupTable`.
  public static let groupColumns = ["row", "key", "name"] + effects.reversed() + ["total", "already"]

  /// A row for each group and a last one for every hit once: in the column `row` stands what it is.
  public func groupTable(by key: String) -> ResultTable? {
    groups(by: key, in: .english).map { groups in
      ResultTable(
        columns: Self.groupColumns,
        rows: groups.map { group in
          [.string(group.code), .string(group.key), .string(group.code == "group" ? group.name : "")]
            + Self.effects.reversed().map { .integer(Int64(group.counts[$0] ?? 0)) }
            + [.integer(Int64(group.total)), .integer(Int64(group.alreadyCount))]
        })
    }
  }

  /// The answer as one JSON object with a member `grouped` more; names in it are those of the graph, kinds and effects
  /// in the language asked for.
  public func json(in language: CaptionLanguage, groupedBy key: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      report.writeMembers(to: &writer, language: language)
      guard let groups = groups(by: key, in: language) else { return }
      writer.key("grouped")
      writer.object { writer in
        writer.key("by")
        writer.string(key)
        writer.key("groups")
        writer.array(groups.dropLast()) { Self.write($1, to: &$0) }
        if let distinct = groups.last {
          writer.key("distinct")
          Self.write(distinct, to: &writer)
        }
      }
    }
    return writer.takeBytes()
  }

  func grouping(by key: ImpactGroupKey) -> ImpactGrouping {
    ImpactGrouping(report, by: key, responsibilities: governance.responsibilities)
  }

  private func reading(
    _ code: String, _ key: String, _ name: String, _ counts: ImpactCounts, _ already: Int
  ) -> GroupReading {
    GroupReading(
      code: code, key: key, name: name,
      counts: Dictionary(uniqueKeysWithValues: ImpactEffect.allCases.map { ($0.name, counts[$0]) }),
      total: counts.total, alreadyCount: already)
  }

  private static func write(_ group: GroupReading, to writer: inout JSONWriter) {
    writer.object { writer in
      if group.code != "distinct" {
        writer.key("row")
        writer.string(group.code)
      }
      if !group.key.isEmpty {
        writer.key("key")
        writer.string(group.key)
      }
      if group.code == "group" {
        writer.key("name")
        writer.string(group.name)
      }
      writer.key("counts")
      writer.object { writer in
        for effect in effects.reversed() {
          writer.key(effect)
          writer.integer(group.counts[effect] ?? 0)
        }
      }
      writer.key("total")
      writer.integer(group.total)
      writer.key("already")
      writer.integer(group.alreadyCount)
    }
  }
}
