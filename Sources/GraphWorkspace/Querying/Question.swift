import Diagnostics
import GraphModel

/// A query as somebody asked for it: as a text, by the name of a saved one, or in a file.
public struct Question: Sendable {
  public var request: QueryRequest
  /// Rows are findings of this severity: a saved check.
  public var expectsNoRows: SavedQuery.Severity?
}

extension GraphWorkspace {
  /// The query that is meant: a text without blanks is the name of a saved one.
  /// - Parameter file: a path; `-` is standard input.
  /// - Throws: a `Diagnostic`, `DiagnosticsError` or `FileError`.
  public func question(text: String?, file: String?, _ given: GivenParameters) throws -> Question {
    if let file {
      let query = try queryFile(file == "-" ? "/dev/stdin" : file)
      return try question(query, given)
    }
    let text = text ?? ""
    let isName = !text.isEmpty && !text.unicodeScalars.contains(where: \.properties.isWhitespace)
    if isName { return try question(savedQuery(named: text), given) }
    return Question(
      request: QueryRequest(SourceText(name: "query", text: text), parameters: given.values), expectsNoRows: nil)
  }

  private func question(_ query: SavedQuery, _ given: GivenParameters) throws -> Question {
    if query.parameters.isEmpty, !given.isEmpty, !query.isSaved {
      return Question(
        request: QueryRequest(query.source, parameters: given.values), expectsNoRows: query.expectsNoRows)
    }
    return Question(request: try request(query, given), expectsNoRows: query.expectsNoRows)
  }
}
