public import Diagnostics

/// A word or sign that the tree no longer shows, since another one says the same there: `FILTER c` and `WITH * WHERE c`
/// are one tree.
public struct SpellingMark: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// `FILTER`, with the `WHERE` behind it
    case filter
    /// `LET`, at the start of its clause
    case `let`
    /// `FOR`, at the start of its clause
    case `for`
    /// `NEXT` behind a RETURN, which has become a WITH unless a UNION is on either side
    case next(returning: SourceSpan)
    case insert
    case offset
    /// The `DISTINCT` of `UNION DISTINCT`
    case unionDistinct
    /// `&` between labels or types
    case labelAnd
    /// `IS` before labels or types
    case labelIs
    /// `|:` between types
    case barColon
    /// A relationship without brackets; the span is the part before its second dash
    case abbreviatedArrow
    /// `SHORTEST 1`, `ALL SHORTEST PATHS` …, the mode included
    case pathSelector
    /// `TRAIL`, `ACYCLIC PATHS` …
    case pathMode
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }
}

/// The version of the language that a text asks for with its first words: `CYPHER 5`.
public struct LanguageVersionSyntax: Hashable, Sendable {
  /// 5, 9 or 25.
  public var number: Int
  public var span: SourceSpan

  public init(number: Int, span: SourceSpan) {
    self.number = number
    self.span = span
  }
}
