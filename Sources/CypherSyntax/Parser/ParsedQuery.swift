public import Diagnostics

/// What the parser made of a text: always a tree, and all the mistakes.
public struct ParsedQuery: Sendable {
  public var query: QuerySyntax
  public var diagnostics: [Diagnostic]
  public var source: SourceText

  public init(query: QuerySyntax, diagnostics: [Diagnostic], source: SourceText) {
    self.query = query
    self.diagnostics = diagnostics
    self.source = source
  }
}
