public import Diagnostics

/// What the parser made of a text: always a tree, and all the mistakes.
public struct ParsedQuery: Sendable {
  public var query: QuerySyntax
  public var diagnostics: [Diagnostic]
  public var source: SourceText
  /// What the tree does not show of how the text is spelt, in the order in which it was read.
  public var marks: [SpellingMark]
  /// `CYPHER 5` and its kin at the head; `nil` where nothing is asked for.
  public var version: LanguageVersionSyntax?
  /// `EXPLAIN` or `PROFILE` at the head.
  public var modeSpan: SourceSpan?

  public init(
    query: QuerySyntax, diagnostics: [Diagnostic], source: SourceText, marks: [SpellingMark] = [],
    version: LanguageVersionSyntax? = nil, modeSpan: SourceSpan? = nil
  ) {
    self.query = query
    self.diagnostics = diagnostics
    self.source = source
    self.marks = marks
    self.version = version
    self.modeSpan = modeSpan
  }
}
