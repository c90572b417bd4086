/// A mapping of the definition language. Its words stand here once: the reader knows no others, and the JSON Schema for
/// editors is written from them.
enum DefinitionPart: String, CaseIterable, Sendable {
  case diagram, parameter, query, match, bounds, group, set, fold, gather, alignment, styles, nodeStyle,
    relationshipStyle

  /// What messages call it.
  var title: String {
    switch self {
    case .diagram: "a diagram"
    case .parameter: "a parameter"
    case .query: "a query"
    case .match: "a match"
    case .bounds: "a condition"
    case .group: "a group"
    case .set: "a set"
    case .fold: "a fold"
    case .gather: "a gather"
    case .alignment: "an alignment"
    case .styles: "styles"
    case .nodeStyle: "a style of nodes"
    case .relationshipStyle: "a style of relationships"
    }
  }

  var words: [DefinitionWord] {
    switch self {
    case .diagram: Self.diagramWords
    case .parameter: Self.parameterWords
    case .query: Self.queryWords
    case .match: Self.matchWords
    case .bounds: Self.boundsWords
    case .group: Self.groupWords + Self.matchWords
    case .set: Self.setWords
    case .fold: Self.foldWords + Self.matchWords
    case .gather: Self.gatherWords + Self.matchWords
    case .alignment: Self.alignmentWords
    case .styles: Self.stylesWords
    case .nodeStyle: Self.nodeStyleWords + Self.matchWords
    case .relationshipStyle: Self.relationshipStyleWords
    }
  }

  /// Words of which a mapping must have exactly one; empty where there is no such choice.
  var choice: [String] { self == .group ? ["property", "relationship", "sets"] : [] }

  /// Whether a mapping without any word means nothing.
  var needsAWord: Bool { self == .bounds }
}
