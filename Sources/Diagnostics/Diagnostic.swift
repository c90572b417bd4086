/// Something to tell a person about what they wrote: a query, a cell, a schema, a definition.
///
/// It is data; `rendered()` writes it. The identifier is stable, so that tests and scripts can rely on it.
public struct Diagnostic: Error, Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable {
    case error, warning, note
  }

  /// Stable and readable, such as `unknown-property`.
  public var id: String
  public var severity: Severity
  /// What is wrong and what was expected, in one sentence without a closing full stop.
  public var message: String
  public var place: DiagnosticPlace?
  /// What would mend it, such as `did you mean 'status'?`.
  public var hint: String?
  public var notes: [String]
  /// The query language's own name for the mistake; `nil` outside queries.
  public var queryError: QueryErrorCode?

  public init(
    id: String, severity: Severity = .error, message: String, place: DiagnosticPlace? = nil, hint: String? = nil,
    notes: [String] = [], queryError: QueryErrorCode? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.place = place
    self.hint = hint
    self.notes = notes
    self.queryError = queryError
  }
}

/// A mistake in openCypher's own vocabulary: the type, the phase in which it is found, and the detail.
///
/// - Source: openCypher TCK, `TCKErrorTypes`.
public struct QueryErrorCode: Hashable, Sendable {
  public enum Phase: String, Hashable, Sendable {
    case compile, runtime
  }

  public var type: String
  public var phase: Phase
  public var detail: String

  public init(type: String, phase: Phase, detail: String) {
    self.type = type
    self.phase = phase
    self.detail = detail
  }

  public static func syntax(_ detail: String) -> QueryErrorCode {
    QueryErrorCode(type: "SyntaxError", phase: .compile, detail: detail)
  }
}

/// Where a diagnostic points: a file or query, a line and a column, both counted from 1.
public struct DiagnosticPlace: Hashable, Sendable {
  public var source: String
  public var line: Int
  public var column: Int
  public var excerpt: DiagnosticExcerpt?

  public init(source: String, line: Int, column: Int, excerpt: DiagnosticExcerpt? = nil) {
    self.source = source
    self.line = line
    self.column = column
    self.excerpt = excerpt
  }
}

/// One line of a source with the part that is meant: a column and a length, in code points.
public struct DiagnosticExcerpt: Hashable, Sendable {
  public var line: String
  public var column: Int
  public var length: Int

  public init(line: String, column: Int, length: Int) {
    self.line = line
    self.column = column
    self.length = length
  }
}

/// Several diagnostics thrown as one error: everything that is wrong with one input.
public struct DiagnosticsError: Error, Sendable {
  public var diagnostics: [Diagnostic]
  /// How many more were found and not kept.
  public var omitted: Int

  public init(_ diagnostics: [Diagnostic], omitted: Int = 0) {
    self.diagnostics = diagnostics
    self.omitted = omitted
  }
}
