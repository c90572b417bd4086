/// Gathers diagnostics up to a bound and counts the rest, so that an input with a million mistakes stays readable.
public struct DiagnosticCollector: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []
  /// Errors found, kept or not.
  public private(set) var errorCount = 0
  /// Diagnostics found and not kept.
  public private(set) var omitted = 0
  private let limit: Int

  public init(limit: Int = 100) {
    self.limit = limit
  }

  public var hasErrors: Bool { errorCount > 0 }

  public mutating func add(_ diagnostic: Diagnostic) {
    if diagnostic.severity == .error { errorCount += 1 }
    if diagnostics.count < limit { diagnostics.append(diagnostic) } else { omitted += 1 }
  }

  public mutating func add(contentsOf new: some Sequence<Diagnostic>) {
    for diagnostic in new { add(diagnostic) }
  }

  /// - Throws: `DiagnosticsError` with all that was gathered, if any of it is an error.
  public func throwIfErrors() throws(DiagnosticsError) {
    if hasErrors { throw DiagnosticsError(diagnostics, omitted: omitted) }
  }
}
