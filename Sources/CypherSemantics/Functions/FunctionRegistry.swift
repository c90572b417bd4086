/// Every function of the query language, by name.
///
/// A new function is a file in this folder and a line in one of these lists.
public enum FunctionRegistry {
  public static let scalars: [ScalarFunction] = [
    .abs, .acos, .asin, .atan, .atan2, .ceil, .coalesce, .cos, .cot, .degrees, .e, .elementId, .endNode, .exists,
    .exp, .floor, .haversin, .head, .id, .isEmpty, .keys, .labels, .last, .left, .length, .log, .log10, .lTrim,
    .nodes, .pi, .properties, .radians, .rand, .range, .relationships, .replace, .reverse, .right, .round, .rTrim,
    .sign, .sin, .size, .split, .sqrt, .startNode, .substring, .tail, .tan, .toBoolean, .toFloat, .toInteger,
    .toLower, .toString, .toUpper, .trim, .type,
  ]

  public static let aggregates: [AggregateFunction] = [
    .avg, .collect, .count, .max, .min, .percentileCont, .percentileDisc, .stDev, .stDevP, .sum,
  ]

  /// Other names of functions, in lower case.
  static let synonyms = ["lower": "tolower", "upper": "toupper"]

  /// A function by its name; letter case does not count.
  public static func scalar(named name: String) -> ScalarFunction? {
    let key = name.lowercased()
    return scalarsByName[synonyms[key] ?? key]
  }

  /// An aggregate by its name; letter case does not count.
  public static func aggregate(named name: String) -> AggregateFunction? { aggregatesByName[name.lowercased()] }

  /// All names, for "did you mean".
  public static var names: [String] { scalars.map(\.name) + aggregates.map(\.name) }

  private static let scalarsByName = Dictionary(uniqueKeysWithValues: scalars.map { ($0.name.lowercased(), $0) })
  private static let aggregatesByName = Dictionary(
    uniqueKeysWithValues: aggregates.map { ($0.name.lowercased(), $0) })
}
