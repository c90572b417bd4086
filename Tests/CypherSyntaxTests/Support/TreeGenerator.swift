import CypherSyntax
import Diagnostics
import SeededRandom

/// Makes trees that the grammar can express, with names that look like keywords.
struct TreeGenerator {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  private let span = SourceSpan(0, 0)

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  private mutating func chance(_ oneIn: Int) -> Bool { Int.random(in: 0..<oneIn, using: &random) == 0 }

  private mutating func some<Element>(_ range: ClosedRange<Int>, _ make: (inout TreeGenerator) -> Element) -> [Element]
  {
    (0..<Int.random(in: range, using: &random)).map { _ in make(&self) }
  }

  mutating func name() -> NameSyntax {
    NameSyntax(
      text: pick([
        "a", "b", "x", "n", "åäö", "_1", "a b", "a`b", "1a", "match", "END", "case", "in", "is", "where", "not", "null",
        "true", "count", "exists", "all", "any", "reduce", "shortestPath", "distinct", "limit", "and", "with", "path",
      ]), span: span)
  }

  // MARK: Expressions

  mutating func expression(_ depth: Int) -> ExpressionSyntax {
    ExpressionSyntax(depth <= 0 ? leaf() : branch(depth - 1), span: span)
  }

  private mutating func leaf() -> ExpressionSyntax.Kind {
    switch Int.random(in: 0..<9, using: &random) {
    case 0: .literal(.integer(pick([0, 7, -7, .max, .min])))
    case 1: .literal(.float(pick([0.5, -0.5, 1e300, 1e-300, 1e16])))
    case 2: .literal(.string(pick(["", "it's", "\\", "a\nb", "\u{0}", "😀", "\"", "// x"])))
    case 3: .literal(pick([.null, .boolean(true), .boolean(false)]))
    case 4: .parameter(pick(["p", "0", "a b", "match"]))
    case 5: .countAll
    default: .variable(name().text)
    }
  }

  private mutating func branch(_ depth: Int) -> ExpressionSyntax.Kind {
    switch Int.random(in: 0..<24, using: &random) {
    case 0: .property(expression(depth), name())
    case 1: .element(of: expression(depth), at: expression(depth))
    case 2: .slice(of: expression(depth), from: optional(depth), to: optional(depth))
    case 3: .list(some(0...3) { $0.expression(depth) })
    case 4: .map(some(0...3) { MapEntrySyntax(key: $0.name(), value: $0.expression(depth)) })
    case 5, 6: .unary(pick([.not, .plus]), expression(depth))
    case 7: negated(depth)
    case 8, 9, 10: .binary(operators(), expression(depth), expression(depth))
    case 11: .and(some(2...3) { $0.expression(depth) })
    case 12: .or(some(2...3) { $0.expression(depth) })
    case 13: .comparison(expression(depth), some(1...2) { $0.comparison(depth) })
    case 14: .isNull(expression(depth), isNegated: chance(2))
    case 15: .hasLabels(expression(depth), labels(2))
    case 16:
      .call(
        FunctionCallSyntax(
          name: some(1...2) { $0.name() }, isDistinct: false, arguments: some(0...2) { $0.expression(depth) }))
    case 17: conditional(depth)
    case 18:
      .listComprehension(variable: name(), list: expression(depth), filter: optional(depth), result: optional(depth))
    case 19:
      .patternComprehension(path: path(depth, isNamed: chance(2)), filter: optional(depth), result: expression(depth))
    case 20:
      .quantifier(
        pick([.all, .any, .none, .single]), variable: name(), list: expression(depth), filter: optional(depth))
    case 21:
      .reduce(
        accumulator: name(), initial: expression(depth), variable: name(), list: expression(depth),
        step: expression(depth))
    case 22: .pattern(path(depth, isNamed: false))
    default: .mapProjection(variable: name(), items: some(0...2) { $0.projectionItem(depth) })
    }
  }

  private mutating func optional(_ depth: Int) -> ExpressionSyntax? { chance(2) ? nil : expression(depth) }

  /// A minus before a number is a negative number.
  private mutating func negated(_ depth: Int) -> ExpressionSyntax.Kind { .unary(.minus, expression(depth)) }

  private mutating func operators() -> BinaryOperatorSyntax {
    pick([
      .xor, .add, .subtract, .multiply, .divide, .modulo, .power, .in, .startsWith, .endsWith, .contains, .matches,
      .concatenate,
    ])
  }

  private mutating func comparison(_ depth: Int) -> ComparisonSyntax {
    ComparisonSyntax(
      comparison: pick([.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]), operand: expression(depth))
  }

  private mutating func conditional(_ depth: Int) -> ExpressionSyntax.Kind {
    let branches = some(1...2) { CaseSyntax.Branch(condition: $0.expression(depth), result: $0.expression(depth)) }
    return .conditional(CaseSyntax(subject: optional(depth), branches: branches, otherwise: optional(depth)))
  }

  private mutating func projectionItem(_ depth: Int) -> MapProjectionItemSyntax {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: .property(name())
    case 1: .allProperties
    case 2: .entry(name(), expression(depth))
    default: .variable(name())
    }
  }

  // MARK: Patterns

  mutating func labels(_ depth: Int) -> LabelExpressionSyntax {
    let kind: LabelExpressionSyntax.Kind =
      switch depth > 0 ? Int.random(in: 0..<5, using: &random) : 0 {
      case 1: .any
      case 2: .not(labels(depth - 1))
      case 3: .and(some(2...3) { $0.labels(depth - 1) })
      case 4: .or(some(2...3) { $0.labels(depth - 1) })
      default: .name(name())
      }
    return LabelExpressionSyntax(kind: kind, span: span)
  }

  mutating func path(_ depth: Int, isNamed: Bool) -> PathPatternSyntax {
    var elements = [node(depth)]
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      elements.append(.relationship(relationship(depth)))
      elements.append(node(depth))
    }
    return PathPatternSyntax(variable: isNamed ? name() : nil, elements: elements, span: span)
  }

  private mutating func properties(_ depth: Int) -> ExpressionSyntax? {
    if chance(2) { return nil }
    let kind: ExpressionSyntax.Kind =
      chance(3)
      ? .parameter("p") : .map(some(0...2) { MapEntrySyntax(key: $0.name(), value: $0.expression(depth - 1)) })
    return ExpressionSyntax(kind, span: span)
  }

  private mutating func node(_ depth: Int) -> PatternElementSyntax {
    .node(
      NodePatternSyntax(
        variable: chance(2) ? nil : name(), labels: chance(2) ? nil : labels(2), properties: properties(depth),
        condition: chance(4) ? expression(depth - 1) : nil, span: span))
  }

  private mutating func relationship(_ depth: Int) -> RelationshipPatternSyntax {
    let lengths: [VariableLengthSyntax?] = [
      nil, nil, VariableLengthSyntax(lower: nil, upper: nil, span: span),
      VariableLengthSyntax(lower: 2, upper: 2, span: span), VariableLengthSyntax(lower: 1, upper: nil, span: span),
      VariableLengthSyntax(lower: nil, upper: 3, span: span),
    ]
    let quantifiers: [QuantifierSyntax?] = [
      nil, nil, nil, QuantifierSyntax(lower: 1, upper: nil, span: span),
      QuantifierSyntax(lower: 0, upper: nil, span: span),
      QuantifierSyntax(lower: 2, upper: 2, span: span), QuantifierSyntax(lower: 1, upper: 5, span: span),
    ]
    return RelationshipPatternSyntax(
      variable: chance(2) ? nil : name(), types: chance(2) ? nil : labels(2),
      direction: pick([.leftToRight, .rightToLeft, .either]), length: pick(lengths), quantifier: pick(quantifiers),
      properties: properties(depth), condition: chance(4) ? expression(depth - 1) : nil, span: span)
  }
}
