import Governance
import GraphModel
import ImpactAnalysis
import Temporals
import TestGraphs
import Testing

@Suite struct BodyChangeTests {
  /// A document of an area, one of a council, one of a team, a link, and items over them.
  var sketch: GraphSketch {
    var sketch = GraphSketch.region
    for document in ["doc-area", "doc-council", "doc-team", "doc-both"] { sketch.node(document, "Document") }
    sketch.node("doc-gone", "Document", ["status": "retired"])
    sketch.node("link", "DesignLink")
    sketch.node("item", "DesignItem")
    sketch.node("package", "DesignItem")
    sketch.link("doc-area", "BELONGS_TO", "po-rorelse")
    sketch.link("doc-gone", "BELONGS_TO", "po-rorelse")
    sketch.link("doc-council", "OWNED_BY", "sor-ortopedi")
    sketch.link("doc-both", "OWNED_BY", "sor-a")
    sketch.link("doc-both", "BELONGS_TO", "po-rorelse")
    sketch.link("doc-team", "OWNED_BY", "rpt-hoft")
    sketch.link("link", "BELONGS_TO", "po-rorelse")
    sketch.link("item", "USES", "link")
    sketch.link("package", "CONTAINS", "item")
    return sketch
  }

  func rows(_ keys: String..., replace: [(String, String)] = []) throws -> [String] {
    let graph = sketch.graph
    let report = GovernanceImpact.report(
      graph: graph, retire: try keys.map(graph.node),
      replace: try replace.map { .init(old: try graph.node($0.0), new: try graph.node($0.1)) }, validOn: nil)
    return report.unowned.map {
      "\($0.element.key) \($0.role) \($0.lost.key) [\($0.remaining.map(\.key).joined(separator: " "))]"
        + ($0.takenOverBy.map { " → \($0.key)" } ?? "")
    }
  }

  @Test func closedCouncilIsLostByAllThatFollowsFromIt() throws {
    #expect(
      try rows("sor-ortopedi") == [
        "item responsible sor-ortopedi []", "package responsible sor-ortopedi []", "link responsible sor-ortopedi []",
        "doc-area responsible sor-ortopedi []", "doc-council responsible sor-ortopedi []",
        "doc-team responsible sor-ortopedi []", "rpt-hoft responsible sor-ortopedi []",
      ])
  }

  @Test func areaStepsInForAClosedOwner() throws {
    #expect(try rows("sor-a") == ["doc-both responsible sor-a [sor-ortopedi]"])
  }

  @Test func closedTeamAndAreaTakeTheWayToTheCouncil() throws {
    #expect(try rows("rpt-hoft") == ["doc-team responsible rpt-hoft []"])
    #expect(
      try rows("po-rorelse") == [
        "item responsible po-rorelse []", "package responsible po-rorelse []", "link responsible po-rorelse []",
        "doc-area responsible po-rorelse []", "doc-team responsible po-rorelse []",
        "rpt-hoft responsible po-rorelse []",
      ])
  }

  @Test func successorTakesOver() throws {
    #expect(try rows(replace: [("sor-a", "sor-b")]) == ["doc-both responsible sor-a [sor-ortopedi] → sor-b"])
  }

  @Test func successorOfAnotherCouncilRemains() throws {
    var sketch = sketch
    sketch.node("doc-shared", "Document")
    sketch.link("doc-shared", "OWNED_BY", "sor-a")
    sketch.link("doc-shared", "OWNED_BY", "sor-ortopedi")
    let graph = sketch.graph
    let report = GovernanceImpact.report(
      graph: graph, retire: [try graph.node("sor-ortopedi")],
      replace: [.init(old: try graph.node("sor-a"), new: try graph.node("sor-b"))], validOn: nil)
    let loss = try #require(
      report.unowned.first { $0.element.key == "doc-shared" && $0.lost.key == "sor-ortopedi" })
    #expect(loss.remaining.map(\.key) == ["sor-b"] && !loss.isLeftAlone)
  }

  @Test func rankingCountsWhatTheRulesLeaveAlone() throws {
    let graph = sketch.graph
    let impact = GovernanceImpact(graph: graph, validOn: nil)
    let ranking = impact.ranking(of: Array(graph.nodes), limit: nil, check: {})
    #expect(ranking.contains { $0.element.key == "sor-ortopedi" && $0.counts.unowned == 7 })
    for ranked in ranking {
      let report = impact.report(on: ImpactScenario(retired: [ranked.element.node]))
      #expect(report.counts.unowned == ranked.counts.unowned, "\(ranked.element.key)")
    }
  }

  @Test func documentsOwnNothing() throws {
    #expect(try rows("doc-area", "link", "item").isEmpty)
  }

  func move(_ keys: String..., to area: String) throws -> AreaMove {
    let graph = sketch.graph
    return GovernanceImpact(graph: graph, validOn: nil).move(try keys.map(graph.node), to: try graph.node(area))
  }

  func rows(_ move: AreaMove) -> [String] {
    move.changes.map {
      "\($0.element.key) [\($0.before.map(\.key).joined(separator: " "))] [\($0.after.map(\.key).joined(separator: " "))]"
    }
  }

  @Test func movedThingsAndWhatFollowsFromThemChangeHands() throws {
    let move = try move("link", "rpt-hoft", to: "po-psykisk-halsa")
    #expect(
      rows(move) == [
        "link [sor-ortopedi] [sor-a sor-b sor-c]", "rpt-hoft [sor-ortopedi] [sor-a sor-b sor-c]",
        "item [sor-ortopedi] [sor-a sor-b sor-c]", "package [sor-ortopedi] [sor-a sor-b sor-c]",
        "doc-team [sor-ortopedi] [sor-a sor-b sor-c]",
      ])
    #expect(move.handingOver.map(\.key) == ["sor-ortopedi"])
    #expect(move.takingOver.map(\.key) == ["sor-a", "sor-b", "sor-c"])
  }

  @Test func nobodyAndNothingAreTold() throws {
    let toNobody = try move("doc-area", to: "po-tandvard")
    #expect(rows(toNobody) == ["doc-area [sor-ortopedi] []"] && toNobody.takingOver.isEmpty)
    let stays = try move("doc-area", to: "po-rorelse")
    #expect(stays.changes.isEmpty && stays.unmoved.map(\.key) == ["doc-area"])
    // The owner comes before the area.
    #expect(try move("doc-both", to: "po-tandvard").changes.isEmpty)
  }

  @Test func onlySomeKindsMove() throws {
    let graph = sketch.graph
    let impact = GovernanceImpact(graph: graph, validOn: nil)
    #expect(try impact.canMove(graph.node("link")) && !impact.canMove(graph.node("sor-a")))
    #expect(try impact.isProgrammeArea(graph.node("po-rorelse")) && !impact.isProgrammeArea(graph.node("link")))
  }

  @Test func expiringThingsComeByTheirEnd() throws {
    var sketch = sketch
    sketch.node("d-2027", "Document", ["valid_to": "2027"])
    sketch.node("d-2026", "Document", ["valid_to": "2026-12"])
    sketch.node("d-2026b", "Document", ["valid_to": "2026-12-01"])
    sketch.node("d-over", "Document", ["valid_to": "2025", "status": "retired"])
    sketch.node("d-open", "Document", ["valid_to": "2030"])
    sketch.link("link", "LINKS_TO", "d-2026")
    let graph = sketch.graph
    let impact = GovernanceImpact(graph: graph, validOn: nil)
    let day = try CalendarDate(year: 2027, month: 1, day: 1)
    let expiring = impact.expiring(Array(graph.nodes), before: day)
    #expect(expiring.map(\.element.key) == ["d-2026", "d-2026b", "d-2027"])
    #expect(expiring.map(\.counts.broken) == [2, 0, 0] && expiring[0].counts.degraded == 1)
  }
}
