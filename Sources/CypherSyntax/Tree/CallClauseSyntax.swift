public import Diagnostics

/// `[OPTIONAL] CALL name(arguments) [YIELD items [WHERE condition]]`
public struct ProcedureCallSyntax: Hashable, Sendable {
  public var isOptional: Bool
  /// The parts between the dots.
  public var name: [NameSyntax]
  /// `nil` where there are no parentheses: the arguments are the parameters of the same names.
  public var arguments: [ExpressionSyntax]?
  public var yield: YieldSyntax?
  public var span: SourceSpan

  public init(
    isOptional: Bool = false, name: [NameSyntax], arguments: [ExpressionSyntax]?, yield: YieldSyntax?, span: SourceSpan
  ) {
    self.isOptional = isOptional
    self.name = name
    self.arguments = arguments
    self.yield = yield
    self.span = span
  }
}

public struct YieldSyntax: Hashable, Sendable {
  /// `YIELD *`, which only a standalone call may have.
  public var includesAll: Bool
  public var items: [YieldItemSyntax]
  public var condition: ExpressionSyntax?
  public var span: SourceSpan

  public init(includesAll: Bool, items: [YieldItemSyntax], condition: ExpressionSyntax?, span: SourceSpan) {
    self.includesAll = includesAll
    self.items = items
    self.condition = condition
    self.span = span
  }
}

public struct YieldItemSyntax: Hashable, Sendable {
  public var field: NameSyntax
  public var alias: NameSyntax?

  public init(field: NameSyntax, alias: NameSyntax?) {
    self.field = field
    self.alias = alias
  }
}

/// `[OPTIONAL] CALL (imports) { query }`, or `CALL { WITH imports … }`
public struct SubqueryCallSyntax: Hashable, Sendable {
  public var isOptional: Bool
  /// `nil` where there is no scope clause; empty where it is `()`.
  public var imports: [NameSyntax]?
  /// `(*)`
  public var importsAll: Bool
  public var query: QuerySyntax
  public var span: SourceSpan

  public init(
    isOptional: Bool = false, imports: [NameSyntax]?, importsAll: Bool, query: QuerySyntax, span: SourceSpan
  ) {
    self.isOptional = isOptional
    self.imports = imports
    self.importsAll = importsAll
    self.query = query
    self.span = span
  }
}
