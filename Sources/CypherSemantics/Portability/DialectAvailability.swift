/// A release of Neo4j: 5.9, 2025.06.
public struct DialectRelease: Hashable, Comparable, Sendable, CustomStringConvertible {
  public var major: Int
  public var minor: Int

  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  public static func < (a: Self, b: Self) -> Bool { (a.major, a.minor) < (b.major, b.minor) }

  public var description: String { major > 1000 && minor < 10 ? "\(major).0\(minor)" : "\(major).\(minor)" }
}

/// In which dialects something exists, and since which release.
public struct DialectAvailability: Hashable, Sendable {
  public var openCypher9: Bool
  /// `nil`: Neo4j's Cypher 5 does not have it.
  public var neo4j5: DialectRelease?
  /// `nil`: Cypher 25 does not have it.
  public var cypher25: DialectRelease?

  public init(openCypher9: Bool, neo4j5: DialectRelease?, cypher25: DialectRelease?) {
    self.openCypher9 = openCypher9
    self.neo4j5 = neo4j5
    self.cypher25 = cypher25
  }

  /// The first release of Neo4j that knows Cypher 25.
  private static let firstOf25 = DialectRelease(2025, 6)

  public static let everywhere = DialectAvailability(
    openCypher9: true, neo4j5: DialectRelease(5, 0), cypher25: firstOf25)
  /// Nowhere but here.
  public static let styrgraf = DialectAvailability(openCypher9: false, neo4j5: nil, cypher25: nil)
  /// Of openCypher 9, and no longer of Neo4j.
  public static let openCypher9Only = DialectAvailability(openCypher9: true, neo4j5: nil, cypher25: nil)

  /// Of Neo4j since 5.`minor`, and of Cypher 25.
  public static func neo4j(_ minor: Int = 0) -> DialectAvailability {
    DialectAvailability(openCypher9: false, neo4j5: DialectRelease(5, minor), cypher25: firstOf25)
  }

  /// Of Cypher 25 since a release, and of nothing before.
  public static func cypher25(_ year: Int, _ month: Int) -> DialectAvailability {
    DialectAvailability(openCypher9: false, neo4j5: nil, cypher25: DialectRelease(year, month))
  }

  public func exists(in dialect: Dialect) -> Bool {
    switch dialect {
    case .openCypher9: openCypher9
    case .neo4j5: neo4j5 != nil
    case .cypher25: cypher25 != nil
    case .styrgraf: true
    }
  }

  /// The release of Neo4j that has it first in a dialect; `nil` where the dialect has no releases or does not have it.
  public func release(in dialect: Dialect) -> DialectRelease? {
    switch dialect {
    case .openCypher9, .styrgraf: nil
    case .neo4j5: neo4j5
    case .cypher25: cypher25
    }
  }
}
