public import CypherSyntax

/// A language that a query can be written for.
public enum Dialect: String, CaseIterable, Hashable, Sendable {
  case openCypher9, neo4j5, cypher25
  /// All that this product understands: openCypher 9 with GQL extensions and its own functions and procedures.
  case styrgraf

  /// The dialects of other engines.
  public static let elsewhere: [Dialect] = [.openCypher9, .neo4j5, .cypher25]

  /// What a query promises that declares nothing.
  public static let `default` = Dialect.openCypher9

  /// As it is written in a header: `openCypher 9`.
  public var name: String {
    switch self {
    case .openCypher9: "openCypher 9"
    case .neo4j5: "Neo4j 5"
    case .cypher25: "Cypher 25"
    case .styrgraf: "Styrgraf"
    }
  }

  /// Reads a name; letter case and blanks do not count: `openCypher 9`, `neo4j5`, `Cypher 5`.
  public init?(_ name: String) {
    let letters = name.lowercased().filter { $0 != " " && $0 != "-" }
    switch letters {
    case "opencypher9", "opencypher", "cypher9": self = .openCypher9
    case "neo4j5", "cypher5": self = .neo4j5
    case "cypher25", "neo4jcypher25": self = .cypher25
    case "styrgraf": self = .styrgraf
    default: return nil
    }
  }

  /// The dialect that the head of a query asks for with `CYPHER 5` and its kin.
  public init(_ version: LanguageVersionSyntax) {
    switch version.number {
    case 5: self = .neo4j5
    case 25: self = .cypher25
    default: self = .openCypher9
    }
  }
}
