public import Diagnostics
import GraphModel
import Interchange

extension GraphWorkspace {
  /// The folder of the saved queries.
  public var queryFolder: String { WorkspaceFiles.path(folder, "queries") }

  /// The names of the saved queries, in order.
  public func savedQueryNames() -> [String] {
    WorkspaceFiles.list(queryFolder, ending: [".cypher"]).map { String($0.utf8.dropLast(7)) ?? $0 }
  }

  /// All saved queries, in order of name; a file that cannot be read is left out, with a diagnostic.
  public func savedQueries() -> (queries: [SavedQuery], unreadable: [Diagnostic]) {
    var queries: [SavedQuery] = []
    var unreadable: [Diagnostic] = []
    for name in savedQueryNames() {
      do throws(FileError) { queries.append(try readQuery(name)) } catch {
        unreadable.append(Diagnostic(id: "unreadable-file", message: error.description))
      }
    }
    return (queries, unreadable)
  }

  /// A saved query by its name.
  /// - Throws: a `Diagnostic` if there is none, `DiagnosticsError` for a header that cannot be used.
  public func savedQuery(named name: String) throws -> SavedQuery {
    let names = savedQueryNames()
    let wanted = name.hasSuffix(".cypher") ? String(name.dropLast(7)) : name
    guard names.contains(where: { $0.isIdenticalText(to: wanted) }) else {
      throw missingQuery(wanted, names)
    }
    let query = try readQuery(wanted)
    if query.diagnostics.contains(where: { $0.severity == .error }) { throw DiagnosticsError(query.diagnostics) }
    return query
  }

  /// A saved query with its values, ready to be asked.
  public func request(_ query: SavedQuery, _ given: GivenParameters) throws(DiagnosticsError) -> QueryRequest {
    QueryRequest(
      query.source, parameters: try given.values(for: query.parameters, of: "the query '\(query.name)'"))
  }

  /// A query in a file anywhere; its header counts as that of a saved one.
  /// - Throws: `FileError`, `DiagnosticsError`.
  public func queryFile(_ path: String) throws -> SavedQuery {
    let query = SavedQuery(name: path, source: SourceText(name: path, utf8: try WorkspaceFiles.read(path)))
    let errors = query.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { throw DiagnosticsError(errors) }
    return query
  }

  private func readQuery(_ name: String) throws(FileError) -> SavedQuery {
    let path = WorkspaceFiles.path(queryFolder, name + ".cypher")
    return SavedQuery(name: name, source: SourceText(name: path, utf8: try WorkspaceFiles.read(path)))
  }

  private func missingQuery(_ name: String, _ names: [String]) -> Diagnostic {
    if names.isEmpty {
      return Diagnostic(
        id: "unknown-query", message: "there is no saved query '\(name)': there are none in '\(queryFolder)'",
        hint: "a word without blanks is the name of a saved query; name their folder's folder with --workspace DIR")
    }
    let sameEnd = names.filter { $0.hasSuffix("/" + name) }
    let hint =
      sameEnd.count == 1
      ? "did you mean '\(sameEnd[0])'?"
      : NameSuggestion.hint(for: name, among: names) ?? "'styrgraf queries' lists them"
    return Diagnostic(id: "unknown-query", message: "there is no saved query '\(name)'", hint: hint)
  }
}
