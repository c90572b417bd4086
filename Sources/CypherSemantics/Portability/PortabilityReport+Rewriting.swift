public import CypherSyntax
import Diagnostics

extension PortabilityReport {
  /// A query in the words of another dialect.
  public enum Rewriting: Sendable {
    /// The whole text; what needed no change stands as it was.
    case text(String)
    /// What cannot be written there.
    case impossible([PortabilityFinding])
  }

  /// The whole query for a dialect, with the same columns and rows. The result is read again: it is given only if it
  /// parses and nothing in it hinders any more.
  ///
  /// - Parameter binds: a last test of the new text, such as that its variables are in scope.
  public func rewritten(for dialect: Dialect, binds: (ParsedQuery) -> Bool = { _ in true }) -> Rewriting {
    let hindrances = hindrances(in: dialect)
    let stubborn = hindrances.filter { $0.rewriting?.targets.contains(dialect) != true }
    guard stubborn.isEmpty else { return .impossible(stubborn) }
    guard let text = SourceRewriter(source, edits(for: hindrances)).rewritten() else { return .impossible(hindrances) }
    let again = QueryParser.parse(SourceText(name: source.name, text: text))
    guard again.diagnostics.allSatisfy({ $0.severity != .error }), binds(again),
      PortabilityReport(of: again, procedures: procedures).hindrances(in: dialect).isEmpty
    else { return .impossible(hindrances) }
    return .text(text)
  }

  private func edits(for hindrances: [PortabilityFinding]) -> [SourceEdit] {
    let rewritings = hindrances.compactMap(\.rewriting)
    var edits = rewritings.flatMap(\.edits)
    edits += Self.conditionEdits(rewritings.flatMap(\.conditions))
    for column in columns where edits.contains(where: { Self.touches($0.span, column.span) }) {
      edits.append(SourceEdit(insertAt: column.span.upper, [.text(" AS \(QueryPrinter.quoted(column.name))")]))
    }
    return edits
  }

  private static func touches(_ edit: SourceSpan, _ column: SourceSpan) -> Bool {
    column.lower <= edit.lower && edit.upper <= column.upper
  }

  private static func conditionEdits(_ conditions: [AddedCondition]) -> [SourceEdit] {
    var places: [ConditionPlace] = []
    var pieces: [ConditionPlace: [[SourceEdit.Piece]]] = [:]
    for condition in conditions {
      if pieces[condition.place] == nil { places.append(condition.place) }
      // Two constructs of one label expression have one rewriting.
      if pieces[condition.place]?.contains(condition.pieces) != true {
        pieces[condition.place, default: []].append(condition.pieces)
      }
    }
    return places.flatMap { place in
      let added = Array((pieces[place] ?? []).joined(separator: [.text(" AND ")]))
      guard let condition = place.condition else {
        return [SourceEdit(insertAt: place.end, [.text(" WHERE ")] + added)]
      }
      let after = SourceEdit(insertAt: condition.upper, [.text(place.isLoose ? ") AND " : " AND ")] + added)
      return place.isLoose ? [SourceEdit(insertAt: condition.lower, [.text("(")]), after] : [after]
    }
  }
}
