/// Every function of the query language, by name.
///
/// A new function is a file in this folder and a line in one of these lists.
public enum FunctionRegistry {
  /// All functions as the manual groups them; each list is sorted by name.
  public static let categories: [FunctionCategory] = [
    FunctionCategory("Nodes, relationships and paths", scalars: entities),
    FunctionCategory("Predicates and choices", scalars: predicates),
    FunctionCategory("Conversion", scalars: conversions),
    FunctionCategory("Lists", scalars: lists),
    FunctionCategory("Text", scalars: texts),
    FunctionCategory("Mathematics", scalars: mathematics),
    FunctionCategory("Dates, times and durations", scalars: temporals),
    FunctionCategory("Extended dates and validity", scalars: validity),
    FunctionCategory("Files", scalars: files),
    FunctionCategory("Aggregates", aggregates: aggregates),
  ]

  static let entities: [ScalarFunction] = [
    .elementId, .endNode, .id, .keys, .labels, .length, .nodes, .properties, .relationships, .startNode, .type,
  ]

  static let predicates: [ScalarFunction] = [.coalesce, .exists, .isEmpty, .isNaN, .nullIf, .valueType]

  static let conversions: [ScalarFunction] = [
    .toBoolean, .toBooleanList, .toBooleanOrNull, .toFloat, .toFloatList, .toFloatOrNull, .toInteger, .toIntegerList,
    .toIntegerOrNull, .toString, .toStringList, .toStringOrNull,
  ]

  static let lists: [ScalarFunction] = [.head, .last, .range, .reverse, .size, .tail]

  static let texts: [ScalarFunction] = [
    .bTrim, .charLength, .left, .lTrim, .normalize, .randomUUID, .replace, .right, .rTrim, .split, .substring, .toLower,
    .toUpper, .trim,
  ]

  static let mathematics: [ScalarFunction] = [
    .abs, .acos, .asin, .atan, .atan2, .ceil, .cos, .cosh, .cot, .coth, .degrees, .e, .exp, .floor, .haversin, .log,
    .log10, .pi, .radians, .rand, .round, .sign, .sin, .sinh, .sqrt, .tan, .tanh,
  ]

  static let temporals: [ScalarFunction] = [
    .date, .dateRealtime, .dateStatement, .dateTransaction, .dateTruncate,
    .dateTime, .dateTimeFromEpoch, .dateTimeFromEpochMillis, .dateTimeRealtime, .dateTimeStatement,
    .dateTimeTransaction, .dateTimeTruncate,
    .duration, .durationBetween, .durationInDays, .durationInMonths, .durationInSeconds,
    .localDateTime, .localDateTimeRealtime, .localDateTimeStatement, .localDateTimeTransaction,
    .localDateTimeTruncate,
    .localTime, .localTimeRealtime, .localTimeStatement, .localTimeTransaction, .localTimeTruncate,
    .time, .timeRealtime, .timeStatement, .timeTransaction, .timeTruncate,
    .timestamp,
  ]

  static let validity: [ScalarFunction] = [.edtfEarliest, .edtfIsValid, .edtfLatest, .validOn]

  static let files: [ScalarFunction] = [.file, .lineNumber]

  public static let aggregates: [AggregateFunction] = [
    .avg, .collect, .count, .max, .min, .percentileCont, .percentileDisc, .stDev, .stDevP, .sum,
  ]

  /// All functions of single values.
  public static let scalars: [ScalarFunction] = categories.flatMap(\.scalars)

  /// Other names of functions, in lower case, and the names that they stand for.
  public static let synonyms = ["character_length": "char_length", "lower": "toLower", "upper": "toUpper"]

  /// A function by its name; letter case does not count.
  public static func scalar(named name: String) -> ScalarFunction? {
    let key = name.lowercased()
    return scalarsByName[synonyms[key]?.lowercased() ?? key]
  }

  /// An aggregate by its name; letter case does not count.
  public static func aggregate(named name: String) -> AggregateFunction? { aggregatesByName[name.lowercased()] }

  /// All names, for "did you mean".
  public static var names: [String] { scalars.map(\.name) + aggregates.map(\.name) }

  private static let scalarsByName = Dictionary(uniqueKeysWithValues: scalars.map { ($0.name.lowercased(), $0) })
  private static let aggregatesByName = Dictionary(
    uniqueKeysWithValues: aggregates.map { ($0.name.lowercased(), $0) })
}
