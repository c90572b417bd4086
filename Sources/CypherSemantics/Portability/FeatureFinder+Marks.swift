import CypherSyntax
import Diagnostics

/// What the tree does not tell.
extension FeatureFinder {
  func visit(_ mark: SpellingMark) {
    switch mark.kind {
    case .filter: add(.filter, mark.span, replaced(mark.span, by: "WITH * WHERE"))
    case .insert: add(.insert, mark.span, replaced(mark.span, by: "CREATE"))
    case .offset: add(.offset, mark.span, replaced(mark.span, by: "SKIP"))
    case .unionDistinct: add(.unionDistinct, mark.span, DialectRewriting(edits: [removal(of: mark.span)]))
    case .labelIs: add(.labelIs, mark.span, replaced(withBlanks(mark.span), by: ":"))
    case .labelAnd:
      let hasFinding = conditionSpans.contains { $0.lower <= mark.span.lower && mark.span.upper <= $0.upper }
      if !hasFinding { add(.labelAnd, mark.span, replaced(withBlanks(mark.span), by: ":")) }
    case .barColon: add(.barColon, mark.span, replaced(mark.span, by: "|"))
    case .abbreviatedArrow: add(.abbreviatedArrow, mark.span)
    // Found with their clauses and paths.
    case .let, .for, .next, .pathSelector, .pathMode: break
    }
  }

  /// The mark of a kind at the start of a clause.
  func isMarked(_ kind: SpellingMark.Kind, at offset: Int) -> SourceSpan? {
    parsed.marks.first { $0.kind == kind && $0.span.lower == offset }?.span
  }

  /// A mark of a kind inside a span.
  func mark(_ kind: SpellingMark.Kind, inside span: SourceSpan) -> SourceSpan? {
    parsed.marks.first { $0.kind == kind && span.lower <= $0.span.lower && $0.span.upper <= span.upper }?.span
  }
}
