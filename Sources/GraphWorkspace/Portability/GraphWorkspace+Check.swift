import CypherSemantics
import CypherSyntax
public import Diagnostics
import GraphModel

extension GraphWorkspace {
  /// Where the query that is meant would run; no database is opened.
  /// - Parameters:
  ///   - file: a path; `-` is standard input.
  ///   - dialect: holds the query to this one, whatever it declares.
  /// - Throws: `DiagnosticsError` with all mistakes of a query that cannot be asked here; as `question` does.
  public func check(text: String?, file: String?, heldTo dialect: String? = nil) throws -> QueryCheck {
    let wanted = try dialect.map(Self.dialect)
    let text = text ?? ""
    let isName = !text.isEmpty && !text.unicodeScalars.contains(where: \.properties.isWhitespace)
    let query: SavedQuery
    if let file {
      query = try queryFile(file == "-" ? "/dev/stdin" : file)
    } else if isName {
      query = try savedQuery(named: text)
    } else {
      query = SavedQuery(name: "query", source: SourceText(name: "query", text: text), isSaved: false)
    }
    return try check(query, heldTo: wanted)
  }

  /// Checks all saved queries, in order of name; what cannot be asked is told beside.
  public func checkSavedQueries(heldTo dialect: String? = nil) throws -> (checks: [QueryCheck], mistakes: [Diagnostic])
  {
    let wanted = try dialect.map(Self.dialect)
    var (checks, mistakes): ([QueryCheck], [Diagnostic]) = ([], [])
    let (queries, unreadable) = savedQueries()
    mistakes += unreadable
    for query in queries {
      mistakes += query.diagnostics.filter { $0.severity == .error }
      do throws(DiagnosticsError) { checks.append(try check(query, heldTo: wanted)) } catch {
        mistakes += error.diagnostics
      }
    }
    return (checks, mistakes)
  }

  /// The query's whole text for another dialect, with the same columns and rows; its header declares it.
  /// - Throws: `DiagnosticsError` with the places that cannot be written there.
  public func rewritten(_ check: QueryCheck, for name: String) throws -> String {
    let dialect = try Self.dialect(name)
    let procedures = procedures
    let rewriting = check.report.rewritten(for: dialect) { parsed in
      var options = BindingOptions()
      options.procedures = procedures
      do throws(DiagnosticsError) { _ = try QueryBinder.bind(parsed, options: options) } catch { return false }
      return true
    }
    switch rewriting {
    case .text(let text):
      guard let span = check.declaration else { return text }
      // The header stands before all that was rewritten.
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(span.lower..<span.upper, with: dialect.name.utf8)
      return String(decoding: bytes, as: UTF8.self)
    case .impossible(let findings):
      throw DiagnosticsError(
        findings.map { finding in
          Diagnostic(
            id: "not-portable",
            message: "\(finding.name(in: .english)) cannot be written in \(dialect.name) without knowing more",
            place: check.report.source.place(of: finding.span), hint: finding.feature.advice.text(in: .english))
        })
    }
  }

  private func check(_ query: SavedQuery, heldTo dialect: Dialect?) throws(DiagnosticsError) -> QueryCheck {
    let parsed = QueryParser.parse(query.source)
    var options = BindingOptions()
    options.procedures = procedures
    _ = try QueryBinder.bind(parsed, options: options)
    return QueryCheck(query, parsed, procedures: procedures, heldTo: dialect)
  }

  private static func dialect(_ name: String) throws(Diagnostic) -> Dialect {
    if let dialect = Dialect(name) { return dialect }
    throw .unknownDialect(name, at: nil)
  }
}

extension Diagnostic {
  static func unknownDialect(_ name: String, at place: DiagnosticPlace?) -> Diagnostic {
    let names = Dialect.allCases.map(\.name)
    return Diagnostic(
      id: "unknown-dialect", message: "there is no dialect '\(name)'", place: place,
      hint: NameSuggestion.hint(for: name, among: names) ?? "use one of \(names.joined(separator: ", "))")
  }
}
