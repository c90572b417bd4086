import GraphModel

extension ScalarFunction {
  static let valueType = ScalarFunction(
    name: "valueType", summary: "The most precise type of a value, as text.", parameters: [.init("value", .any)],
    result: .string, propagatesNull: false,
    examples: [
      .init("valueType(1)", "INTEGER NOT NULL"),
      .init("valueType(['a', 2])", "LIST<STRING NOT NULL | INTEGER NOT NULL> NOT NULL"),
      .init("valueType([1, null])", "LIST<INTEGER> NOT NULL"), .init("valueType(null)", "NULL"),
    ],
    portability: .neo4j(13)
  ) { _, arguments throws(EvaluationError) in
    .string(ValueTypeText.text(arguments[0]))
  }
}

/// - Source: GQL (ISO/IEC 39075), value types; the order of the parts of a union as Neo4j 5 gives it.
private enum ValueTypeText {
  static func text(_ value: Value) -> String {
    value.isNull ? "NULL" : name(value) + " NOT NULL"
  }

  private static func name(_ value: Value) -> String {
    switch value {
    case .time: return "ZONED TIME"
    case .dateTime: return "ZONED DATETIME"
    case .list(let items): return "LIST<\(element(items))>"
    default: return value.typeName
    }
  }

  private static func element(_ items: [Value]) -> String {
    if items.isEmpty { return "NOTHING" }
    let present = items.filter { !$0.isNull }
    guard !present.isEmpty else { return "NULL" }
    var names: [String: Int] = [:]
    for item in present { names[name(item)] = rank(item) }
    let suffix = present.count == items.count ? " NOT NULL" : ""
    return names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { $0.key + suffix }.joined(separator: " | ")
  }

  private static func rank(_ value: Value) -> Int {
    switch value {
    case .null: 0
    case .boolean: 1
    case .string: 2
    case .integer: 3
    case .float: 4
    case .date: 5
    case .localTime: 6
    case .time: 7
    case .localDateTime: 8
    case .dateTime: 9
    case .duration: 10
    case .node: 11
    case .relationship: 12
    case .map: 13
    case .list: 14
    case .path: 15
    }
  }
}
