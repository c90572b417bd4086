public import Diagnostics

/// Reads query text. There is a tree for any bytes; the mistakes come beside it, in source order.
///
/// A mistake in the grammar hides what follows it up to the end of the bracket or the next clause, so that one slip of
/// the pen gives one diagnostic.
/// - Source: openCypher 9 grammar; operators as in CIP2021-08-10; the pattern half of ISO/IEC 39075 (GQL).
public enum QueryParser {
  /// The tree of a whole query, with an optional `;` behind it.
  /// - Complexity: O(*bytes*).
  public static func parse(_ source: SourceText) -> ParsedQuery {
    let parser = Parser(source)
    let query = parser.parseQueryText()
    return ParsedQuery(
      query: query, diagnostics: parser.diagnostics, source: source, marks: parser.marks, version: parser.version,
      modeSpan: parser.modeSpan)
  }

  /// The tree of a text that is one expression and nothing else.
  public static func parseExpression(_ source: SourceText) -> (ExpressionSyntax, [Diagnostic]) {
    let parser = Parser(source)
    let expression = parser.parseExpressionText()
    return (expression, parser.diagnostics)
  }
}
