public import Diagnostics

/// An expression with its place.
public struct ExpressionSyntax: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    case literal(LiteralSyntax)
    /// `$name`
    case parameter(String)
    case variable(String)
    case property(ExpressionSyntax, NameSyntax)
    /// `base[index]`
    case element(of: ExpressionSyntax, at: ExpressionSyntax)
    /// `base[from..to]`
    case slice(of: ExpressionSyntax, from: ExpressionSyntax?, to: ExpressionSyntax?)
    case list([ExpressionSyntax])
    case map([MapEntrySyntax])
    case unary(UnaryOperatorSyntax, ExpressionSyntax)
    case binary(BinaryOperatorSyntax, ExpressionSyntax, ExpressionSyntax)
    /// Two or more operands; so that thousands of alternatives make no deep tree.
    case and([ExpressionSyntax])
    /// Two or more operands.
    case or([ExpressionSyntax])
    /// `a < b <= c`: each neighbour pair compared, all of it true.
    case comparison(ExpressionSyntax, [ComparisonSyntax])
    /// `IS NULL`, `IS NOT NULL`
    case isNull(ExpressionSyntax, isNegated: Bool)
    /// `n:Label`, `n IS Label`
    case hasLabels(ExpressionSyntax, LabelExpressionSyntax)
    case call(FunctionCallSyntax)
    /// `count(*)`
    case countAll
    case conditional(CaseSyntax)
    /// `[x IN list WHERE filter | result]`
    case listComprehension(
      variable: NameSyntax, list: ExpressionSyntax, filter: ExpressionSyntax?, result: ExpressionSyntax?)
    /// `[path WHERE filter | result]`
    case patternComprehension(path: PathPatternSyntax, filter: ExpressionSyntax?, result: ExpressionSyntax)
    /// `all(x IN list WHERE filter)` and its kin; `nil` where the WHERE is missing.
    case quantifier(QuantifierKindSyntax, variable: NameSyntax, list: ExpressionSyntax, filter: ExpressionSyntax?)
    /// `reduce(accumulator = initial, x IN list | step)`
    case reduce(
      accumulator: NameSyntax, initial: ExpressionSyntax, variable: NameSyntax, list: ExpressionSyntax,
      step: ExpressionSyntax)
    /// A path pattern as a condition, `(a)-->(b)`, or as the argument of a function.
    case pattern(PathPatternSyntax)
    /// `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`
    case subquery(SubqueryKindSyntax, QuerySyntax)
    /// `variable {.a, .*, b, c: 1}`
    case mapProjection(variable: NameSyntax, items: [MapProjectionItemSyntax])
    /// What could not be read.
    case missing
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(_ kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

public enum LiteralSyntax: Hashable, Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
}

public enum UnaryOperatorSyntax: Hashable, Sendable {
  case not, plus, minus
}

public enum BinaryOperatorSyntax: String, Hashable, Sendable {
  case xor = "XOR"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case modulo = "%"
  case power = "^"
  case `in` = "IN"
  case startsWith = "STARTS WITH"
  case endsWith = "ENDS WITH"
  case contains = "CONTAINS"
  case matches = "=~"
  case concatenate = "||"
}

public enum ComparisonOperatorSyntax: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
}

public struct ComparisonSyntax: Hashable, Sendable {
  public var comparison: ComparisonOperatorSyntax
  public var operand: ExpressionSyntax

  public init(comparison: ComparisonOperatorSyntax, operand: ExpressionSyntax) {
    self.comparison = comparison
    self.operand = operand
  }
}

public struct MapEntrySyntax: Hashable, Sendable {
  public var key: NameSyntax
  public var value: ExpressionSyntax

  public init(key: NameSyntax, value: ExpressionSyntax) {
    self.key = key
    self.value = value
  }
}

public struct FunctionCallSyntax: Hashable, Sendable {
  /// The parts between the dots: `duration.between` has two.
  public var name: [NameSyntax]
  public var isDistinct: Bool
  public var arguments: [ExpressionSyntax]

  public init(name: [NameSyntax], isDistinct: Bool, arguments: [ExpressionSyntax]) {
    self.name = name
    self.isDistinct = isDistinct
    self.arguments = arguments
  }

  /// The whole name, with its dots.
  public var fullName: String { name.map(\.text).joined(separator: ".") }
}

/// `CASE [subject] WHEN … THEN … [ELSE …] END`
public struct CaseSyntax: Hashable, Sendable {
  public struct Branch: Hashable, Sendable {
    public var condition: ExpressionSyntax
    public var result: ExpressionSyntax

    public init(condition: ExpressionSyntax, result: ExpressionSyntax) {
      self.condition = condition
      self.result = result
    }
  }

  public var subject: ExpressionSyntax?
  public var branches: [Branch]
  public var otherwise: ExpressionSyntax?

  public init(subject: ExpressionSyntax?, branches: [Branch], otherwise: ExpressionSyntax?) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
  }
}

public enum QuantifierKindSyntax: String, Hashable, Sendable {
  case all, any, none, single
}

public enum SubqueryKindSyntax: String, Hashable, Sendable {
  case exists = "EXISTS"
  case count = "COUNT"
  case collect = "COLLECT"
}

public enum MapProjectionItemSyntax: Hashable, Sendable {
  /// `.name`
  case property(NameSyntax)
  /// `.*`
  case allProperties
  /// `key: expression`
  case entry(NameSyntax, ExpressionSyntax)
  /// `variable`
  case variable(NameSyntax)
}
