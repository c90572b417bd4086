/// In which dialects a function exists, and how its call is written where it does not.
public struct FunctionPortability: Hashable, Sendable {
  public var availability: DialectAvailability
  /// Where calls with optional arguments exist, if not as widely as the others.
  public var withOptionalArguments: DialectAvailability?
  /// The same in openCypher 9, with `$1`, `$2` for the arguments: `size($1)`. It stands for calls with just as many.
  public var rewriting: String?

  public init(
    _ availability: DialectAvailability, withOptionalArguments: DialectAvailability? = nil, rewriting: String? = nil
  ) {
    self.availability = availability
    self.withOptionalArguments = withOptionalArguments
    self.rewriting = rewriting
  }

  /// openCypher 9, Neo4j 5 and Cypher 25.
  public static let everywhere = FunctionPortability(.everywhere)
  /// An extension of this product.
  public static let styrgraf = FunctionPortability(.styrgraf)

  /// Cypher 25 since its beginning.
  public static let cypher25 = FunctionPortability(.cypher25(2025, 6))

  /// Neo4j since 5.`minor`.
  public static func neo4j(_ minor: Int = 0, rewriting: String? = nil) -> FunctionPortability {
    FunctionPortability(.neo4j(minor), rewriting: rewriting)
  }
}

extension FunctionRegistry {
  /// Names that came later than the functions that they stand for.
  private static let synonymPortability: [String: FunctionPortability] = [
    "lower": .neo4j(21, rewriting: "toLower($1)"), "upper": .neo4j(21, rewriting: "toUpper($1)"),
  ]

  /// Where a call of a function exists; letter case does not count. What nobody knows is taken for an extension.
  public static func portability(of name: String, arguments count: Int) -> FunctionPortability {
    if let synonym = synonymPortability[name.lowercased()] { return synonym }
    if let aggregate = aggregate(named: name) { return aggregate.portability }
    guard let function = scalar(named: name) else { return .styrgraf }
    var portability = function.portability
    if count > function.arity.lowerBound { portability.withOptionalArguments.map { portability.availability = $0 } }
    let wanted = portability.rewriting?.split(separator: "$").compactMap { $0.first?.wholeNumberValue }.max() ?? 0
    if wanted != count { portability.rewriting = nil }
    return portability
  }
}
