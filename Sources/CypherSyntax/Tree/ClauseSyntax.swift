public import Diagnostics

public indirect enum ClauseSyntax: Hashable, Sendable {
  case match(MatchClauseSyntax)
  case unwind(UnwindClauseSyntax)
  case with(ProjectionClauseSyntax)
  case returning(ProjectionClauseSyntax)
  case create(CreateClauseSyntax)
  case merge(MergeClauseSyntax)
  case set(SetClauseSyntax)
  case remove(RemoveClauseSyntax)
  case delete(DeleteClauseSyntax)
  case call(ProcedureCallSyntax)
  case callSubquery(SubqueryCallSyntax)
  case forEach(ForEachClauseSyntax)
  case loadCSV(LoadCSVClauseSyntax)
  case show(ShowClauseSyntax)
  /// `FINISH`: the query ends without a result.
  case finish(SourceSpan)

  public var span: SourceSpan {
    switch self {
    case .match(let clause): clause.span
    case .unwind(let clause): clause.span
    case .with(let clause), .returning(let clause): clause.span
    case .create(let clause): clause.span
    case .merge(let clause): clause.span
    case .set(let clause): clause.span
    case .remove(let clause): clause.span
    case .delete(let clause): clause.span
    case .call(let clause): clause.span
    case .callSubquery(let clause): clause.span
    case .forEach(let clause): clause.span
    case .loadCSV(let clause): clause.span
    case .show(let clause): clause.span
    case .finish(let span): span
    }
  }
}

/// `[OPTIONAL] MATCH pattern [WHERE condition]`
public struct MatchClauseSyntax: Hashable, Sendable {
  public var isOptional: Bool
  /// Which relationships of the whole pattern must be different ones; `nil`: all.
  public var mode: MatchModeSyntax?
  public var pattern: PatternSyntax
  public var condition: ExpressionSyntax?
  public var span: SourceSpan

  public init(
    isOptional: Bool, mode: MatchModeSyntax? = nil, pattern: PatternSyntax, condition: ExpressionSyntax?,
    span: SourceSpan
  ) {
    self.isOptional = isOptional
    self.mode = mode
    self.pattern = pattern
    self.condition = condition
    self.span = span
  }
}

/// `DIFFERENT RELATIONSHIPS` or `REPEATABLE ELEMENTS`
public enum MatchModeSyntax: Hashable, Sendable {
  case differentRelationships, repeatableElements
}

/// `UNWIND list AS variable`
public struct UnwindClauseSyntax: Hashable, Sendable {
  public var list: ExpressionSyntax
  public var variable: NameSyntax
  public var span: SourceSpan

  public init(list: ExpressionSyntax, variable: NameSyntax, span: SourceSpan) {
    self.list = list
    self.variable = variable
    self.span = span
  }
}

/// The body of WITH and RETURN.
public struct ProjectionClauseSyntax: Hashable, Sendable {
  /// The words in which the clause is written.
  public enum Wording: Hashable, Sendable {
    /// `WITH …` or `RETURN …`
    case plain
    /// `LET a = …`, which is `WITH *, … AS a`.
    case letting
    /// `FILTER …`, which is `WITH * WHERE …`.
    case filtering
  }

  public var wording: Wording
  public var isDistinct: Bool
  /// `*` before the items.
  public var includesAll: Bool
  public var items: [ProjectionItemSyntax]
  public var order: [SortItemSyntax]
  public var skip: ExpressionSyntax?
  public var limit: ExpressionSyntax?
  /// Of WITH only.
  public var condition: ExpressionSyntax?
  public var span: SourceSpan

  public init(
    wording: Wording = .plain, isDistinct: Bool = false, includesAll: Bool, items: [ProjectionItemSyntax],
    order: [SortItemSyntax] = [],
    skip: ExpressionSyntax? = nil, limit: ExpressionSyntax? = nil, condition: ExpressionSyntax? = nil,
    span: SourceSpan
  ) {
    self.wording = wording
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.order = order
    self.skip = skip
    self.limit = limit
    self.condition = condition
    self.span = span
  }
}

/// `expression [AS alias]`
public struct ProjectionItemSyntax: Hashable, Sendable {
  public var expression: ExpressionSyntax
  public var alias: NameSyntax?
  /// The expression as written, parentheses and blanks included: the column's name where there is no alias.
  public var text: String
  public var span: SourceSpan

  public init(expression: ExpressionSyntax, alias: NameSyntax?, text: String, span: SourceSpan) {
    self.expression = expression
    self.alias = alias
    self.text = text
    self.span = span
  }
}

public struct SortItemSyntax: Hashable, Sendable {
  public var expression: ExpressionSyntax
  public var isDescending: Bool
  public var span: SourceSpan

  public init(expression: ExpressionSyntax, isDescending: Bool, span: SourceSpan) {
    self.expression = expression
    self.isDescending = isDescending
    self.span = span
  }
}

/// `LOAD CSV [WITH HEADERS] FROM url AS variable [FIELDTERMINATOR text]`
public struct LoadCSVClauseSyntax: Hashable, Sendable {
  public var withHeaders: Bool
  public var url: ExpressionSyntax
  public var variable: NameSyntax
  public var fieldTerminator: ExpressionSyntax?
  public var span: SourceSpan

  public init(
    withHeaders: Bool, url: ExpressionSyntax, variable: NameSyntax, fieldTerminator: ExpressionSyntax?,
    span: SourceSpan
  ) {
    self.withHeaders = withHeaders
    self.url = url
    self.variable = variable
    self.fieldTerminator = fieldTerminator
    self.span = span
  }
}

/// `SHOW FUNCTIONS` or `SHOW PROCEDURES`, the first clause of its query.
public struct ShowClauseSyntax: Hashable, Sendable {
  public enum Subject: String, Hashable, Sendable {
    case functions = "FUNCTIONS"
    case procedures = "PROCEDURES"
  }

  /// Which functions are wanted.
  public enum Origin: String, Hashable, Sendable {
    case all = "ALL"
    case builtIn = "BUILT IN"
    case userDefined = "USER DEFINED"
  }

  public var subject: Subject
  public var origin: Origin?
  /// `EXECUTABLE BY …` as written.
  public var executable: String?
  /// `YIELD items [ORDER BY …] [SKIP …] [LIMIT …] [WHERE …]`
  public var yield: ProjectionClauseSyntax?
  /// WHERE without YIELD.
  public var condition: ExpressionSyntax?
  public var span: SourceSpan

  public init(
    subject: Subject, origin: Origin? = nil, executable: String? = nil, yield: ProjectionClauseSyntax? = nil,
    condition: ExpressionSyntax? = nil, span: SourceSpan
  ) {
    self.subject = subject
    self.origin = origin
    self.executable = executable
    self.yield = yield
    self.condition = condition
    self.span = span
  }
}
