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
  func mark(_ kind: SpellingMark.Kind, at offset: Int) -> SourceSpan? {
    firstMark(from: offset) {
      $0.span.lower == offset
    } where: {
      $0.kind == kind
    }
  }

  /// The first mark of a kind inside a span.
  func mark(_ kind: SpellingMark.Kind, inside span: SourceSpan) -> SourceSpan? {
    firstMark(from: span.lower) {
      $0.span.lower < span.upper
    } where: {
      $0.kind == kind && $0.span.upper <= span.upper
    }
  }

  private func firstMark(
    from offset: Int, while isNear: (SpellingMark) -> Bool, where isMeant: (SpellingMark) -> Bool
  ) -> SourceSpan? {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    return marks[low...].prefix(while: isNear).first(where: isMeant)?.span
  }
}
