public import CypherSemantics
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
  /// The language that it is written for; `nil` where the header does not say.
  public var dialect: Dialect?
  /// Where the header says it.
  var dialectSpan: SourceSpan?
  /// Whether it stands in the folder `queries`, and so is used by others.
  public var isSaved: Bool
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
  ///     // dialect: openCypher 9
  init(name: String, source: SourceText, isSaved: Bool) {
    self.init(
      name: name, source: source, title: Caption(), description: Caption(), parameters: [], expectsNoRows: nil,
      isSaved: isSaved, diagnostics: [])
    var header = SavedQueryHeader(source)
    header.read(into: &self)
  }

  /// The name of the dialect that it declares, or of the one that counts where it declares none.
  public var dialectName: String { (dialect ?? .default).name }

  /// The title in a language; the name where it has none.
  public func title(in language: CaptionLanguage) -> String { title.text(in: language) ?? name }
}
