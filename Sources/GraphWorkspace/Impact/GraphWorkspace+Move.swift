import Diagnostics
import Governance
import GraphModel
import ImpactAnalysis
public import Temporals

extension GraphWorkspace {
  /// What changes hands if things go to another programme area.
  /// - Throws: `DiagnosticsError` with everything that is unknown or cannot belong to an area; `StoreError`.
  public func move(
    _ keys: [String], toArea area: String, validOn date: CalendarDate? = nil, after scenario: Scenario? = nil
  ) throws -> ImpactListing {
    let (graph, impact) = try impactAnalysis(validOn: date, after: scenario)
    var findings: [Diagnostic] = []
    func node(_ text: String) throws -> NodeIndex? {
      do { return try requiredNode(text, in: graph, isPart: date != nil) } catch let finding as Diagnostic {
        findings.append(finding)
        return nil
      }
    }
    let nodes = try keys.compactMap(node)
    let names = ElementNames(graph)
    for node in nodes where !impact.canMove(node) {
      let element = names.element(node)
      findings.append(
        Diagnostic(id: "not-movable", message: "'\(element.key)' is a \(element.kind), which belongs to no area"))
    }
    let target = try node(area)
    if let target, !impact.isProgrammeArea(target) {
      findings.append(
        Diagnostic(
          id: "not-an-area", message: "'\(area)' is no programme area but a \(names.kind(of: target))",
          hint: "'styrgraf find' lists the areas"))
    }
    guard findings.isEmpty, let target else { throw DiagnosticsError(findings) }
    let move = impact.move(nodes, to: target)
    let rows = move.changes.map { change in
      Self.cells(change.element) + [
        Self.keys(change.before), Self.keys(change.after), .boolean(change.isMoved),
        .string(change.after.isEmpty ? "nobody" : change.after.count > 1 ? "several" : "one"),
      ]
    }
    return ImpactListing(
      "changes",
      facts: [
        ("area", .string(move.area.key)), ("moved", Self.keys(move.moved)), ("unmoved", Self.keys(move.unmoved)),
        ("handing_over", Self.keys(move.handingOver)), ("taking_over", Self.keys(move.takingOver)),
      ],
      columns: ["key", "kind", "name", "before", "after", "moved", "decides"], rows: rows,
      summary: ImpactListing.caption(summary(move, .english), summary(move, .swedish)), notes: notes(move))
  }

  private func summary(_ move: AreaMove, _ language: CaptionLanguage) -> String {
    func list(_ bodies: [ImpactElement]) -> String {
      guard let last = bodies.last else { return language == .english ? "nobody" : "ingen" }
      let others = bodies.dropLast().map(\.name).joined(separator: ", ")
      return others.isEmpty ? last.name : others + (language == .english ? " and " : " och ") + last.name
    }
    if move.changes.isEmpty {
      return language == .english ? "Nobody's responsibility changes." : "Ingens ansvar ändras."
    }
    return switch language {
    case .english:
      "Responsibility for \(move.changes.count) goes from \(list(move.handingOver)) to \(list(move.takingOver))."
    case .swedish:
      "Ansvaret för \(move.changes.count) går från \(list(move.handingOver)) till \(list(move.takingOver))."
    }
  }

  private func notes(_ move: AreaMove) -> [Caption] {
    var notes = move.unmoved.map {
      ImpactListing.caption(
        "“\($0.name)” belongs to “\(move.area.name)” already.", "”\($0.name)” hör redan till ”\(move.area.name)”.")
    }
    let nobody = move.changes.count { $0.after.isEmpty }
    if nobody > 0 {
      notes.append(
        ImpactListing.caption(
          "Nobody is responsible for \(nobody) of them afterwards, so somebody must be appointed.",
          "För \(nobody) av dem är ingen ansvarig efteråt, så någon måste utses."))
    }
    let several = move.changes.count { $0.after.count > 1 }
    if several > 0 {
      notes.append(
        ImpactListing.caption(
          "More than one council is responsible for \(several) of them afterwards, so they must agree on who acts.",
          "För \(several) av dem är fler än ett råd ansvarigt efteråt, så de måste enas om vem som agerar."))
    }
    return notes
  }
}
