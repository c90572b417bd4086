public import Diagnostics

/// The tree of a whole query: single queries joined by UNION. There is a tree for any text; what could not be read is
/// `missing` in it and told by the parser's diagnostics.
public struct QuerySyntax: Hashable, Sendable {
  /// What was asked for instead of, or beside, the answer.
  public enum Mode: Hashable, Sendable {
    case run, explain, profile
  }

  public var mode: Mode
  /// Queries before NEXT, in order: the rows of each are what the following one begins with. None of them has such
  /// itself.
  public var leading: [QuerySyntax]
  public var parts: [SingleQuerySyntax]
  /// One fewer than `parts`.
  public var unions: [UnionSyntax]
  public var span: SourceSpan

  public init(
    mode: Mode = .run, leading: [QuerySyntax] = [], parts: [SingleQuerySyntax], unions: [UnionSyntax] = [],
    span: SourceSpan
  ) {
    self.mode = mode
    self.leading = leading
    self.parts = parts
    self.unions = unions
    self.span = span
  }
}

public struct UnionSyntax: Hashable, Sendable {
  public var isAll: Bool
  public var span: SourceSpan

  public init(isAll: Bool, span: SourceSpan) {
    self.isAll = isAll
    self.span = span
  }
}

/// Clauses in order.
public struct SingleQuerySyntax: Hashable, Sendable {
  public var clauses: [ClauseSyntax]
  public var span: SourceSpan

  public init(clauses: [ClauseSyntax], span: SourceSpan) {
    self.clauses = clauses
    self.span = span
  }
}

/// A name as written, without its backquotes.
public struct NameSyntax: Hashable, Sendable {
  public var text: String
  public var span: SourceSpan

  public init(text: String, span: SourceSpan) {
    self.text = text
    self.span = span
  }
}
