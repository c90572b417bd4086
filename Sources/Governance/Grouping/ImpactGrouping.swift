import GraphModel
public import ImpactAnalysis

/// By what the hits of an impact are put together.
public enum ImpactGroupKey: String, CaseIterable, Hashable, Sendable {
  case council, area, kind, effect
}

/// Hits of an impact that belong together.
public struct ImpactGroup: Sendable {
  public enum Identity: Sendable {
    /// A council or a programme area.
    case element(ImpactElement)
    /// The name of a kind or an effect.
    case code(String)
    /// Hits that have more than one; they are counted under each of them too.
    case several
    /// Hits that have none.
    case nobody
  }

  public let identity: Identity
  /// Positions in the report's `affected`, rising.
  public let members: [Int]
  public let counts: ImpactCounts
  /// How many of the hits were like this before.
  public let alreadyCount: Int
}

/// The hits of an impact by council, programme area, kind or effect.
///
/// A hit with several councils or areas is counted under each, so that each list is whole, and the groups add up to more
/// than there is: `distinct` counts every hit once.
public struct ImpactGrouping: Sendable {
  public let by: ImpactGroupKey
  /// Most broken first, then most degraded and so on, the same by key; at the end those of several, and of nobody.
  public let groups: [ImpactGroup]
  /// Every hit once: the counts of the report.
  public let distinct: ImpactCounts
  /// How many of them were like this before.
  public let alreadyCount: Int

  /// - Complexity: O(*n* log *n*) for *n* hits.
  public init(_ report: ImpactReport, by key: ImpactGroupKey, responsibilities: ResponsibilityIndex) {
    by = key
    distinct = report.counts
    alreadyCount = report.affected.count { $0.already }
    var collected: [GroupID: Collected] = [:]
    func add(_ position: Int, to id: GroupID, _ identity: @autoclosure () -> ImpactGroup.Identity) {
      let hit = report.affected[position]
      collected[id, default: Collected(identity: identity())].add(position, hit)
    }
    for (position, hit) in report.affected.enumerated() {
      switch key {
      case .kind: add(position, to: .code(hit.kind), .code(hit.kind))
      case .effect: add(position, to: .code(hit.effect.name), .code(hit.effect.name))
      case .council, .area:
        let bodies = key == .council ? hit.responsible : responsibilities.areas(of: hit.node)
        for body in bodies { add(position, to: .node(body.node), .element(body)) }
        if bodies.isEmpty { add(position, to: .nobody, .nobody) }
        if bodies.count > 1 { add(position, to: .several, .several) }
      }
    }
    groups = collected.values.map(\.group).sorted(by: Self.precedes)
  }

  private enum GroupID: Hashable {
    case node(NodeIndex)
    case code(String)
    case several, nobody
  }

  private static func precedes(_ a: ImpactGroup, _ b: ImpactGroup) -> Bool {
    if a.identity.rank != b.identity.rank { return a.identity.rank < b.identity.rank }
    for effect in ImpactEffect.allCases.reversed() where a.counts[effect] != b.counts[effect] {
      return a.counts[effect] > b.counts[effect]
    }
    return a.identity.key.precedesByCodePoints(b.identity.key)
  }

  private struct Collected {
    var identity: ImpactGroup.Identity
    var members: [Int] = []
    var counts = ImpactCounts()
    var alreadyCount = 0

    init(identity: ImpactGroup.Identity) {
      self.identity = identity
    }

    mutating func add(_ position: Int, _ hit: AffectedElement) {
      members.append(position)
      counts.count(hit.effect)
      if hit.already { alreadyCount += 1 }
    }

    var group: ImpactGroup {
      ImpactGroup(identity: identity, members: members, counts: counts, alreadyCount: alreadyCount)
    }
  }
}

extension ImpactGroup.Identity {
  /// Those that somebody must decide about stand last.
  fileprivate var rank: Int {
    switch self {
    case .element, .code: 0
    case .several: 1
    case .nobody: 2
    }
  }

  fileprivate var key: String {
    switch self {
    case .element(let element): element.key
    case .code(let code): code
    case .several, .nobody: ""
    }
  }
}
