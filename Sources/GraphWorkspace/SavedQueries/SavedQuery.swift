public import Diagnostics
public import GraphModel

/// A query in a file of the folder `queries`, with what its header comments say.
public struct SavedQuery: Sendable {
  /// What the query is expected to give.
  public enum Severity: String, CaseIterable, Hashable, Sendable {
    case minor, major, critical
  }

  /// The path within `queries` without `.cypher`.
  public var name: String
  public var source: SourceText
  public var title: Caption
  public var description: Caption
  public var parameters: [DeclaredParameter]
  /// The query is a check: rows are findings of this severity.
  public var expectsNoRows: Severity?
  /// What is wrong with the header, with places in the file.
  public var diagnostics: [Diagnostic]
}

extension SavedQuery {
  /// Reads the header: the comment lines before the query.
  ///
  ///     // Requirements nobody satisfies
  ///     // sv: Krav som ingen uppfyller
  ///     // description: Every requirement without a component.
  ///     // parameter status: string = 'approved'   only requirements in this state
  ///     // expect: no rows (major)
  init(name: String, source: SourceText) {
    self.init(
      name: name, source: source, title: Caption(), description: Caption(), parameters: [], expectsNoRows: nil,
      diagnostics: [])
    var header = SavedQueryHeader(source)
    header.read(into: &self)
  }

  /// The title in a language; the name where it has none.
  public func title(in language: CaptionLanguage) -> String { title.text(in: language) ?? name }
}
