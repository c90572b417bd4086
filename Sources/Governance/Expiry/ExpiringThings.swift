public import GraphModel
public import ImpactAnalysis
public import Temporals

/// Something whose validity ends.
public struct ExpiringElement: Sendable {
  public let element: ImpactElement
  /// As the graph writes it: the first day on which it is no longer valid.
  public let validTo: String
  /// What would happen if only this were retired.
  public let counts: ImpactCounts
  /// By key.
  public let responsible: [ImpactElement]
}

extension GovernanceImpact {
  /// As `expiring(_:before:check:)`, to the end.
  public func expiring(_ nodes: [NodeIndex], before date: CalendarDate) -> [ExpiringElement] {
    expiring(nodes, before: date, check: {})
  }

  /// What is still active and will no longer be valid on a day, by the end of its validity and by key, each with what
  /// its own retirement would do.
  /// - Parameters:
  ///   - nodes: those to choose from.
  ///   - check: asked every few milliseconds. What it throws ends the work.
  public func expiring<Failure: Error>(
    _ nodes: [NodeIndex], before date: CalendarDate, check: () throws(Failure) -> Void
  ) throws(Failure) -> [ExpiringElement] {
    let ending = nodes.compactMap { node -> (node: NodeIndex, end: CalendarDate, text: String)? in
      guard !analysis.isInactive(node), case .string(let text) = graph.property("valid_to", of: node),
        let validTo = ExtendedDate(text), let end = validTo.earliest,
        !ValidityInterval(to: validTo).contains(date)
      else { return nil }
      return (node, end, text)
    }
    let byKey = names.sortedByKey(ending.map(\.node))
    let known = Dictionary(ending.map { ($0.node, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = byKey.compactMap { known[$0] }.enumerated()
      .sorted { ($0.element.end, $0.offset) < ($1.element.end, $1.offset) }.map(\.element)
    let counts = try analysis.counts(ifRetired: ordered.map(\.node), check: check)
    return zip(ordered, counts).map { ending, counts in
      ExpiringElement(
        element: names.element(ending.node), validTo: ending.text, counts: counts,
        responsible: responsibilities.councils(of: ending.node))
    }
  }
}
