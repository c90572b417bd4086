public import Diagnostics

/// Path patterns separated by commas.
public struct PatternSyntax: Hashable, Sendable {
  public var paths: [PathPatternSyntax]
  public var span: SourceSpan

  public init(paths: [PathPatternSyntax], span: SourceSpan) {
    self.paths = paths
    self.span = span
  }
}

/// `[variable =] [selector] [mode] element…`, or `shortestPath(element…)`
public struct PathPatternSyntax: Hashable, Sendable {
  public var variable: NameSyntax?
  /// Which of the paths between two ends are wanted; `nil`: all.
  public var selector: PathSelectorSyntax?
  public var mode: PathModeSyntax?
  /// Begins and ends with a node or a parenthesised path; nodes and relationships alternate.
  public var elements: [PatternElementSyntax]
  /// Whether it was written `shortestPath(…)` or `allShortestPaths(…)`; the selector says which.
  public var isShortestPathFunction: Bool
  public var span: SourceSpan

  public init(
    variable: NameSyntax? = nil, selector: PathSelectorSyntax? = nil, mode: PathModeSyntax? = nil,
    elements: [PatternElementSyntax], isShortestPathFunction: Bool = false, span: SourceSpan
  ) {
    self.variable = variable
    self.selector = selector
    self.mode = mode
    self.elements = elements
    self.isShortestPathFunction = isShortestPathFunction
    self.span = span
  }
}

public enum PathSelectorSyntax: Hashable, Sendable {
  /// `ANY [k]`
  case any(count: Int)
  /// `SHORTEST k`, `ANY SHORTEST`, and `shortestPath(…)`
  case shortest(count: Int)
  /// `SHORTEST k GROUPS`
  case shortestGroups(count: Int)
  /// `ALL SHORTEST` and `allShortestPaths(…)`
  case allShortest
  /// `ALL`
  case all
}

public enum PathModeSyntax: Hashable, Sendable {
  case walk, trail, acyclic
}

public indirect enum PatternElementSyntax: Hashable, Sendable {
  case node(NodePatternSyntax)
  case relationship(RelationshipPatternSyntax)
  case parenthesized(ParenthesizedPathSyntax)
}

/// `(variable:Labels {properties} WHERE condition)`
public struct NodePatternSyntax: Hashable, Sendable {
  public var variable: NameSyntax?
  public var labels: LabelExpressionSyntax?
  /// A map or a parameter.
  public var properties: ExpressionSyntax?
  public var condition: ExpressionSyntax?
  public var span: SourceSpan

  public init(
    variable: NameSyntax?, labels: LabelExpressionSyntax?, properties: ExpressionSyntax?,
    condition: ExpressionSyntax? = nil, span: SourceSpan
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.condition = condition
    self.span = span
  }
}

/// `-[variable:TYPE*1..3 {properties} WHERE condition]->`, with a quantifier behind it where there is one.
public struct RelationshipPatternSyntax: Hashable, Sendable {
  public enum Direction: Hashable, Sendable {
    case leftToRight, rightToLeft, either
  }

  public var variable: NameSyntax?
  public var types: LabelExpressionSyntax?
  public var direction: Direction
  /// `*`, `*2`, `*1..3`: the variable is a list.
  public var length: VariableLengthSyntax?
  /// `+`, `*`, `{1,5}` behind the arrow.
  public var quantifier: QuantifierSyntax?
  public var properties: ExpressionSyntax?
  public var condition: ExpressionSyntax?
  public var span: SourceSpan

  public init(
    variable: NameSyntax?, types: LabelExpressionSyntax?, direction: Direction, length: VariableLengthSyntax? = nil,
    quantifier: QuantifierSyntax? = nil, properties: ExpressionSyntax?, condition: ExpressionSyntax? = nil,
    span: SourceSpan
  ) {
    self.variable = variable
    self.types = types
    self.direction = direction
    self.length = length
    self.quantifier = quantifier
    self.properties = properties
    self.condition = condition
    self.span = span
  }
}

/// The bounds of `*`; `nil` where none is written.
public struct VariableLengthSyntax: Hashable, Sendable {
  public var lower: Int?
  public var upper: Int?
  /// Where the star stands.
  public var span: SourceSpan

  public init(lower: Int?, upper: Int?, span: SourceSpan) {
    self.lower = lower
    self.upper = upper
    self.span = span
  }
}

public struct QuantifierSyntax: Hashable, Sendable {
  public var lower: Int
  /// `nil`: no bound.
  public var upper: Int?
  public var span: SourceSpan

  public init(lower: Int, upper: Int?, span: SourceSpan) {
    self.lower = lower
    self.upper = upper
    self.span = span
  }
}

/// `([variable =] element… [WHERE condition]) quantifier`
public struct ParenthesizedPathSyntax: Hashable, Sendable {
  public var path: PathPatternSyntax
  public var condition: ExpressionSyntax?
  public var quantifier: QuantifierSyntax?
  public var span: SourceSpan

  public init(
    path: PathPatternSyntax, condition: ExpressionSyntax?, quantifier: QuantifierSyntax?, span: SourceSpan
  ) {
    self.path = path
    self.condition = condition
    self.quantifier = quantifier
    self.span = span
  }
}

/// A condition on labels or types: `:A:B`, `:A|B`, `:A&!B`, `:%`.
public struct LabelExpressionSyntax: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    case name(NameSyntax)
    case any
    case not(LabelExpressionSyntax)
    case and([LabelExpressionSyntax])
    case or([LabelExpressionSyntax])
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}
