public import Diagnostics

/// `CREATE pattern`
public struct CreateClauseSyntax: Hashable, Sendable {
  public var pattern: PatternSyntax
  public var span: SourceSpan

  public init(pattern: PatternSyntax, span: SourceSpan) {
    self.pattern = pattern
    self.span = span
  }
}

/// `MERGE path [ON CREATE SET …] [ON MATCH SET …]`
public struct MergeClauseSyntax: Hashable, Sendable {
  public var path: PathPatternSyntax
  public var onCreate: [SetItemSyntax]
  public var onMatch: [SetItemSyntax]
  public var span: SourceSpan

  public init(path: PathPatternSyntax, onCreate: [SetItemSyntax], onMatch: [SetItemSyntax], span: SourceSpan) {
    self.path = path
    self.onCreate = onCreate
    self.onMatch = onMatch
    self.span = span
  }
}

public struct SetClauseSyntax: Hashable, Sendable {
  public var items: [SetItemSyntax]
  public var span: SourceSpan

  public init(items: [SetItemSyntax], span: SourceSpan) {
    self.items = items
    self.span = span
  }
}

public struct SetItemSyntax: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// `owner.name = value`
    case property(owner: ExpressionSyntax, name: NameSyntax, value: ExpressionSyntax)
    /// `variable = map`
    case replaceProperties(variable: NameSyntax, value: ExpressionSyntax)
    /// `variable += map`
    case mergeProperties(variable: NameSyntax, value: ExpressionSyntax)
    /// `variable:A:B`
    case labels(variable: NameSyntax, labels: [NameSyntax])
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

public struct RemoveClauseSyntax: Hashable, Sendable {
  public var items: [RemoveItemSyntax]
  public var span: SourceSpan

  public init(items: [RemoveItemSyntax], span: SourceSpan) {
    self.items = items
    self.span = span
  }
}

public struct RemoveItemSyntax: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case property(owner: ExpressionSyntax, name: NameSyntax)
    case labels(variable: NameSyntax, labels: [NameSyntax])
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(kind: Kind, span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

public struct DeleteClauseSyntax: Hashable, Sendable {
  public var isDetaching: Bool
  public var items: [ExpressionSyntax]
  public var span: SourceSpan

  public init(isDetaching: Bool, items: [ExpressionSyntax], span: SourceSpan) {
    self.isDetaching = isDetaching
    self.items = items
    self.span = span
  }
}

/// `FOREACH (variable IN list | updating clauses)`
public struct ForEachClauseSyntax: Hashable, Sendable {
  public var variable: NameSyntax
  public var list: ExpressionSyntax
  public var clauses: [ClauseSyntax]
  public var span: SourceSpan

  public init(variable: NameSyntax, list: ExpressionSyntax, clauses: [ClauseSyntax], span: SourceSpan) {
    self.variable = variable
    self.list = list
    self.clauses = clauses
    self.span = span
  }
}
