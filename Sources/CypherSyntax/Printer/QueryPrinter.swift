/// Writes trees as canonical text: a clause a line, keywords in upper case, arrows as `-[]->`, parentheses only where
/// the operators need them. The text of a tree without mistakes parses to the same tree.
///
/// A column without an alias keeps its text as written, since that is its name.
public enum QueryPrinter {
  public static func print(_ query: QuerySyntax) -> String {
    let writer = SyntaxWriter()
    writer.write(query)
    return writer.text
  }

  public static func print(_ expression: ExpressionSyntax) -> String {
    let writer = SyntaxWriter()
    writer.write(expression)
    return writer.text
  }

  public static func print(_ path: PathPatternSyntax) -> String {
    let writer = SyntaxWriter()
    writer.write(path)
    return writer.text
  }

  /// A name, in backquotes unless it can stand without them wherever a name may stand.
  public static func quoted(_ name: String) -> String {
    SyntaxWriter.quoted(name, isVariable: true)
  }
}
