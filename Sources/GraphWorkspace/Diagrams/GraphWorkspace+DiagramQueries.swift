import CypherSemantics
import CypherSyntax
import Diagnostics
import Diagrams
import GraphModel

extension GraphWorkspace {
  /// Reads the text of a diagram's query: all that is wrong with it, and the columns and parameters that the rest of the
  /// definition must agree with.
  /// - Parameter graph: where given, names that it does not have are warned of.
  func reading(ofQuery source: SourceText, in graph: GraphView?) -> QueryReading {
    let parameters = Lexer.tokens(of: source.utf8).filter { $0.kind == .parameter }.map { token in
      let span = SourceSpan(token.lower, token.upper)
      return (name: Self.parameterName(source.text(of: span)), place: source.place(of: span))
    }
    var options = graph.map { BindingOptions(graph: $0, procedures: procedures) } ?? BindingOptions()
    options.procedures = procedures
    do throws(DiagnosticsError) {
      let bound = try QueryBinder.bind(QueryParser.parse(source), options: options)
      var diagnostics = bound.warnings
      if bound.isWriting {
        var diagnostic = Diagnostic.writesUnasked(source)
        diagnostic.message = "a diagram's query only reads, and this one writes"
        diagnostic.hint = nil
        diagnostics.append(diagnostic)
      }
      return QueryReading(columns: bound.columns, parameters: parameters, diagnostics: diagnostics)
    } catch {
      return QueryReading(columns: nil, parameters: parameters, diagnostics: error.diagnostics)
    }
  }

  /// `$name` or `` $`a name` `` without its signs.
  private static func parameterName(_ text: String) -> String {
    let name = text.dropFirst()
    guard name.first == "`", name.last == "`", name.count > 1 else { return String(name) }
    return String(name.dropFirst().dropLast()).replacing("``", with: "`")
  }
}
