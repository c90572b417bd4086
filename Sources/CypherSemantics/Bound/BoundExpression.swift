public import CypherSyntax
public import Diagnostics
public import GraphModel

/// A column of the rows that a query works on: every variable of a query has its own.
public struct Slot: Hashable, Sendable {
  public var number: Int
  public init(_ number: Int) { self.number = number }
}

/// A variable inside one expression: of a comprehension, a quantifier, a reduction.
public struct Local: Hashable, Sendable {
  public var number: Int
  public init(_ number: Int) { self.number = number }
}

/// An expression whose names are resolved and whose static type is known. Equality disregards places.
public struct BoundExpression: Hashable, Sendable {
  public indirect enum Kind: Hashable, Sendable {
    case constant(Value)
    case parameter(String)
    case slot(Slot)
    case local(Local)
    case property(BoundExpression, PropertyName)
    case element(of: BoundExpression, at: BoundExpression)
    case slice(of: BoundExpression, from: BoundExpression?, to: BoundExpression?)
    case list([BoundExpression])
    case map([MapEntry])
    case not(BoundExpression)
    case negate(BoundExpression)
    case and([BoundExpression])
    case or([BoundExpression])
    case binary(BinaryOperatorSyntax, BoundExpression, BoundExpression)
    case comparison(ComparisonOperatorSyntax, BoundExpression, BoundExpression)
    case isNull(BoundExpression, isNegated: Bool)
    case hasLabels(BoundExpression, BoundLabelExpression)
    case call(FunctionReference, [BoundExpression])
    case aggregate(AggregateCall)
    case conditional(subject: BoundExpression?, branches: [Branch], otherwise: BoundExpression?)
    case listComprehension(Local, list: BoundExpression, filter: BoundExpression?, result: BoundExpression?)
    case quantifier(QuantifierKindSyntax, Local, list: BoundExpression, filter: BoundExpression)
    case reduce(Local, initial: BoundExpression, Local, list: BoundExpression, step: BoundExpression)
    case mapProjection(BoundExpression, [MapProjectionItem])
    /// A path put together from the slots of its elements.
    case path(start: Slot, steps: [Slot])
    /// Whether such a path meets no node twice.
    case isAcyclic(start: Slot, steps: [Slot])
    case subquery(SubqueryReference)
  }

  public struct MapEntry: Hashable, Sendable {
    public var key: String
    public var value: BoundExpression
  }

  public struct Branch: Hashable, Sendable {
    public var condition: BoundExpression
    public var result: BoundExpression
  }

  public enum MapProjectionItem: Hashable, Sendable {
    case allProperties
    case entry(MapEntry)
  }

  public var kind: Kind
  public var type: StaticType
  public var span: SourceSpan

  public init(_ kind: Kind, type: StaticType, span: SourceSpan) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  public static func == (a: BoundExpression, b: BoundExpression) -> Bool { a.kind == b.kind }
  public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// A function in an expression; equal if it has the same name.
public struct FunctionReference: Hashable, Sendable {
  public let function: ScalarFunction

  public static func == (a: FunctionReference, b: FunctionReference) -> Bool { a.function.name == b.function.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(function.name) }
}

/// `count(DISTINCT x)` and its kin. Without an argument it is `count(*)`.
public struct AggregateCall: Hashable, Sendable {
  public let function: AggregateFunction
  public var isDistinct: Bool
  public var argument: BoundExpression?
  public var furtherArguments: [BoundExpression]

  public static func == (a: AggregateCall, b: AggregateCall) -> Bool {
    a.function.name == b.function.name && a.isDistinct == b.isDistinct && a.argument == b.argument
      && a.furtherArguments == b.furtherArguments
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(function.name)
    hasher.combine(isDistinct)
    hasher.combine(argument)
  }
}

/// A condition on labels or types with its names resolved.
public indirect enum BoundLabelExpression: Hashable, Sendable {
  /// A label of a node or the type of a relationship.
  case name(LabelName, type: TypeName)
  case any
  case not(BoundLabelExpression)
  case and([BoundLabelExpression])
  case or([BoundLabelExpression])

  /// A label without which the condition cannot hold: where a scan can start.
  public var requiredLabel: LabelName? {
    switch self {
    case .name(let label, _): label
    case .and(let parts): parts.lazy.compactMap(\.requiredLabel).first
    case .any, .not, .or: nil
    }
  }
}

/// A query inside an expression, run once for each row that asks.
public struct SubqueryReference: Hashable, Sendable {
  public enum Answer: Hashable, Sendable {
    /// Whether there is a row.
    case exists
    /// How many rows there are.
    case count
    /// The values of a slot in all rows.
    case collect(Slot)
  }

  /// Its number in the query's subqueries.
  public var number: Int
  public var answer: Answer
  /// Slots of the enclosing query that it reads.
  public var dependencies: [Slot]
  /// Variables of the enclosing expression that it reads.
  public var locals: [Local] = []
}
