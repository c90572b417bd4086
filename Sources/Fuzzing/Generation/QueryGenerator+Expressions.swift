import CypherSemantics
import SeededRandom

extension QueryGenerator {
  /// An expression that mostly has the wanted kind of value.
  mutating func expression(_ wanted: Kind, _ depth: Int) -> String {
    let kind = random.chance(oneIn: 24) ? random.one(of: Kind.allCases) : wanted
    if random.chance(oneIn: 24) {
      return random.one(of: [
        "null", random.chance(oneIn: 20) ? "$missing" : "$any", "$any", "$two", "$text", "$list", "$map",
      ])
    }
    if random.chance(oneIn: 5), let known = variable(kind) { return known }
    switch kind {
    case .node: return variable(.node) ?? "null"
    case .relationship: return variable(.relationship) ?? "null"
    case .relationships: return variable(.relationships) ?? "[]"
    case .path: return variable(.path) ?? "null"
    case .any:
      return expression(
        random.one(of: [.number, .text, .boolean, .list, .map, .temporal, .node, .relationship]), depth)
    case .number: return depth > 0 ? number(depth - 1) : numberLiteral()
    case .text: return depth > 0 ? text(depth - 1) : textLiteral()
    case .boolean: return depth > 0 ? boolean(depth - 1) : random.one(of: ["true", "false"])
    case .list:
      return depth > 0 ? list(depth - 1) : random.one(of: ["[]", "[1, 2]", "[null, 'a', 1.5]", "range(1, 3)"])
    case .map: return depth > 0 ? map(depth - 1) : random.one(of: ["{}", "{num: 1}", "{a: null, b: [1]}"])
    case .temporal: return temporal(depth)
    }
  }

  private mutating func numberLiteral() -> String {
    random.one(of: [
      "0", "1", "2", "3", "-1", "1.5", "-0.0", "0.0", "1e308", "9223372036854775807", "-9223372036854775808", "0x1F",
      "0o17", "(0.0/0.0)", "(1.0/0.0)", ".5", "1e-320", "42",
    ])
  }

  private mutating func textLiteral() -> String {
    random.one(of: [
      "''", "'a'", "'abc'", "\"it's\"", "'å'", "'a\\u030A'", "'\\n'", "'1'", "'2020-01-01'", "'😀'", "'P1D'",
    ])
  }

  private mutating func property(_ depth: Int) -> String {
    let owner = random.chance(oneIn: 3) ? variable(.relationship) : variable(.node)
    return (owner ?? variable(.any) ?? expression(.map, depth)) + "." + key()
  }

  /// Forms that can have any value.
  private mutating func anything(_ depth: Int) -> String {
    switch random.number(below: 12) {
    case 0...3: return property(depth)
    case 4: return "\(operand(.list, depth))[\(expression(.number, depth))]"
    case 5: return "\(operand(.map, depth))[\(expression(.text, depth))]"
    case 6:
      return "CASE " + maybe(2) { $0.expression(.any, depth) + " " }
        + joined(1...2, " ") { "WHEN \($0.expression(.boolean, depth)) THEN \($0.expression(.any, depth))" }
        + maybe(2) { " ELSE " + $0.expression(.any, depth) } + " END"
    case 7: return "coalesce(\(joined(1...3) { $0.expression(.any, depth) }))"
    case 8: return "head(\(expression(.list, depth)))"
    case 9:
      let (list, start) = (expression(.list, depth), expression(.any, depth))
      return inner {
        let (sum, item) = ($0.newVariable(.any), $0.newVariable(.any))
        return "reduce(\(sum) = \(start), \(item) IN \(list) | \($0.expression(.any, depth)))"
      }
    default: return function(depth)
    }
  }

  private mutating func operand(_ kind: Kind, _ depth: Int) -> String { "(\(expression(kind, depth)))" }

  private mutating func number(_ depth: Int) -> String {
    switch random.number(below: 10) {
    case 0...3:
      let arithmetic = random.one(of: ["+", "-", "*", "/", "%", "^"])
      return "\(operand(.number, depth)) \(arithmetic) \(operand(.number, depth))"
    case 4: return "-\(operand(.number, depth))"
    case 5: return "size(\(expression(.list, depth)))"
    case 6: return "COUNT { \(subqueryBody(depth)) }"
    case 7, 8: return anything(depth)
    default: return numberLiteral()
    }
  }

  private mutating func text(_ depth: Int) -> String {
    switch random.number(below: 6) {
    case 0: return "\(expression(.text, depth)) + \(expression(.any, depth))"
    case 1: return "\(operand(.text, depth)) || \(operand(.text, depth))"
    case 2: return "toString(\(expression(.any, depth)))"
    case 3, 4: return anything(depth)
    default: return textLiteral()
    }
  }

  private mutating func boolean(_ depth: Int) -> String {
    switch random.number(below: 16) {
    case 0...3:
      let comparison = random.one(of: ["=", "<>", "<", "<=", ">", ">="])
      return "\(operand(.any, depth)) \(comparison) \(operand(.any, depth))"
    case 4: return "\(operand(.number, depth)) < \(operand(.number, depth)) <= \(operand(.number, depth))"
    case 5, 6: return "\(operand(.boolean, depth)) \(random.one(of: ["AND", "OR", "XOR"])) \(operand(.boolean, depth))"
    case 7: return "NOT \(operand(.boolean, depth))"
    case 8: return "\(operand(.any, depth)) IS \(random.chance(oneIn: 2) ? "NOT " : "")NULL"
    case 9: return "\(operand(.any, depth)) IN \(operand(.list, depth))"
    case 10:
      let comparison = random.one(of: ["STARTS WITH", "ENDS WITH", "CONTAINS", "=~"])
      return "\(operand(.text, depth)) \(comparison) \(operand(.text, depth))"
    case 11: return "\(variable(.node) ?? "n"):\(label())"
    case 12:
      let list = expression(.list, depth)
      let quantifier = random.one(of: ["all", "any", "none", "single"])
      return inner { "\(quantifier)(\($0.newVariable(.any)) IN \(list) WHERE \($0.expression(.boolean, depth)))" }
    case 13:
      return inner {
        "(\($0.variable(.node) ?? ""))" + $0.random.one(of: ["-->", "<--", "-[:R]->", "-[:S*1..2]-"]) + "()"
      }
    case 14: return "EXISTS { \(subqueryBody(depth)) }"
    default: return anything(depth)
    }
  }

  private mutating func subqueryBody(_ depth: Int) -> String {
    let outer = hasWritten
    defer { hasWritten = outer }
    hasWritten = false
    return inner {
      if $0.random.chance(oneIn: 2) { return $0.path(depth: depth - 1, isNamed: false) }
      return $0.match(depth: depth - 1) + $0.maybe(3) { " " + $0.projection("RETURN", depth: depth - 1) }
    }
  }

  private mutating func list(_ depth: Int) -> String {
    switch random.number(below: 12) {
    case 0, 1: return "[\(joined(0...3) { $0.expression(.any, depth) })]"
    case 2:
      return
        "\(operand(.list, depth))[\(maybe(2) { $0.expression(.number, depth) })..\(maybe(2) { $0.expression(.number, depth) })]"
    case 3: return "\(operand(.list, depth)) + \(operand(.any, depth))"
    case 4:
      return "range(\(random.number(below: 5)), \(random.number(below: 9) - 2)"
        + maybe(2) { ", \($0.random.number(below: 5) - 2)" } + ")"
    case 5:
      let list = expression(.list, depth)
      return inner {
        "[\($0.newVariable(.any)) IN \(list)" + $0.maybe(2) { " WHERE " + $0.expression(.boolean, depth) }
          + $0.maybe(2) { " | " + $0.expression(.any, depth) } + "]"
      }
    case 6:
      return inner {
        "[\($0.path(depth: depth - 1, isNamed: $0.random.chance(oneIn: 3)))"
          + $0.maybe(3) { " WHERE " + $0.expression(.boolean, depth) } + " | \($0.expression(.any, depth))]"
      }
    case 7:
      return random.one(of: ["labels", "keys", "nodes", "relationships"])
        + "(\(expression(random.one(of: [.node, .path, .relationship]), depth)))"
    case 8: return "COLLECT { \(inner { $0.match(depth: depth - 1) + " RETURN " + $0.expression(.any, depth) }) }"
    case 9: return variable(.relationships) ?? "[1]"
    default: return anything(depth)
    }
  }

  private mutating func map(_ depth: Int) -> String {
    switch random.number(below: 4) {
    case 0: return "properties(\(expression(random.one(of: [.node, .relationship, .map]), depth)))"
    case 1:
      guard let owner = variable(.node) else { return "{}" }
      return "\(owner) {\(random.one(of: [".*", ".num", ".num, .name", "x: 1, .*"]))}"
    default: return "{" + keys(0...3).map { "\($0): \(expression(.any, depth))" }.joined(separator: ", ") + "}"
    }
  }

  private mutating func temporal(_ depth: Int) -> String {
    if depth > 0, random.chance(oneIn: 3) {
      return
        "\(operand(.temporal, depth - 1)) \(random.one(of: ["+", "-", "*", "/"])) \(operand(random.one(of: [.temporal, .number]), depth - 1))"
    }
    return random.one(of: [
      "date('2020-02-29')", "date({year: 2020, week: 53})", "localtime('12:30:01.5')",
      "time('23:59:59.999999999+02:00')",
      "datetime('2015-07-21T21:40:32.142[Europe/Stockholm]')", "localdatetime('-999999999-01-01T00:00')",
      "localdatetime('+999999999-12-31T23:59:59')", "duration('P1Y2M3DT4H5M6.789S')",
      "duration({months: -1, days: 0.5})",
      "date.truncate('week', date('2020-01-01'), {dayOfWeek: 2})",
      "datetime.truncate('hour', datetime('2020-01-01T01:30Z'))",
      "duration.between(date('2020-01-31'), date('2021-02-28'))", "duration({seconds: 9223372036854775807})",
      "duration({nanoseconds: -1})", "datetime({epochMillis: 1})", "date({year: 9223372036854775807})",
      "duration('P-1M1D')",
      "datetime({year: 2020, timezone: 'Europe/London'})", "time({hour: 1, timezone: '+18:00'})",
    ])
  }

  mutating func aggregate(depth: Int) -> String {
    if random.chance(oneIn: 3) { return "count(*)" }
    let function = random.one(of: FunctionRegistry.aggregates)
    let extra = function.name.hasPrefix("percentile") ? ", \(random.one(of: ["0.5", "0", "1", "2", "$two"]))" : ""
    return "\(function.name)(\(maybe(5) { _ in "DISTINCT " })\(expression(.any, depth - 1))\(extra))"
  }

  /// Any function of the registry, mostly with as many arguments as it takes.
  private mutating func function(_ depth: Int) -> String {
    let function = random.one(of: FunctionRegistry.scalars)
    let required = function.parameters.count { !$0.isOptional }
    var count = required + random.number(below: function.parameters.count - required + 1)
    if random.chance(oneIn: 30) { count += 1 }
    let arguments = (0..<count).map { index in
      index < function.parameters.count ? argument(function.parameters[index], depth) : expression(.any, depth)
    }
    return "\(function.name)(\(arguments.joined(separator: ", ")))"
  }

  private mutating func argument(_ parameter: ScalarFunction.Parameter, _ depth: Int) -> String {
    let fitting: [(StaticType.Members, Kind)] = [
      (.list, .list), (.string, .text), (.integer, .number), (.float, .number), (.boolean, .boolean), (.map, .map),
      (.node, .node), (.relationship, .relationship), (.path, .path), (.temporal, .temporal),
    ]
    let kinds = fitting.filter { !parameter.type.members.isDisjoint(with: $0.0) }
    return expression(kinds.isEmpty ? .any : random.one(of: kinds).1, depth)
  }
}
