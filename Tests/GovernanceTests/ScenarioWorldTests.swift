import Governance
import GraphModel
import ImpactAnalysis
import Temporals
import TestGraphs
import Testing

/// What the world after a scenario holds against what the report says of it.
@Suite struct ScenarioWorldTests {
  private var sketch: GraphSketch {
    var sketch = GraphSketch.region
    for document in ["old", "new", "owned"] { sketch.node(document, "Document") }
    sketch.node("gone", "Document", ["status": "retired"])
    sketch.node("closed", "DesignItem", ["status": "retired"])
    for link in ["l1", "l2"] { sketch.node(link, "DesignLink", ["name": .string(link)]) }
    sketch.link("l1", "LINKS_TO", "old")
    sketch.link("l2", "LINKS_TO", "gone")
    sketch.link("owned", "OWNED_BY", "sor-ortopedi", ["basis": "example"])
    sketch.link("closed", "OWNED_BY", "sor-ortopedi")
    sketch.link("old", "BELONGS_TO", "po-rorelse")
    sketch.link("new", "BELONGS_TO", "po-psykisk-halsa", ["valid_to": "2020-01-01"])
    sketch.link("new", "BELONGS_TO", "po-rorelse")
    return sketch
  }

  private static let day = try? CalendarDate(year: 2026, month: 11, day: 22)

  private func world(
    retire: [String] = [], revise: [String] = [], replace: [(String, String)] = [], move: [(String, String)] = []
  ) throws -> ScenarioWorld {
    let graph = sketch.graph
    return GovernanceImpact(graph: graph, validOn: Self.day).world(
      after: GovernanceScenario(
        retired: try retire.map(graph.node), revised: try revise.map(graph.node),
        replacements: try replace.map { .init(old: try graph.node($0.0), new: try graph.node($0.1)) },
        moves: try move.map { .init(node: try graph.node($0.0), area: try graph.node($0.1)) }))
  }

  private func text(_ world: ScenarioWorld) -> [String] {
    world.changes.map { change in
      let key = change.element.key
      return switch change.difference {
      case .property(let name, _, let to): "\(key) \(name)=\(to.plainText ?? "")"
      case .removed: "\(key) removed"
      case .related(let type, let other): "\(key) +\(type) \(other.key)"
      case .unrelated(let type, let other): "\(key) -\(type) \(other.key)"
      }
    }
  }

  private func councils(of key: String, in graph: GraphView) throws -> [String] {
    ResponsibilityIndex(graph: graph).responsibility(of: try graph.node(key)).councils.map(\.key)
  }

  @Test func responsibilityOfAReplacedCouncilIsTakenOverAsTheReportSays() throws {
    let world = try world(replace: [("sor-ortopedi", "sor-a")])
    #expect(!world.report.unowned.isEmpty)
    for loss in world.report.unowned {
      #expect(loss.takenOverBy?.key == "sor-a")
      let after = try councils(of: loss.element.key, in: world.graph)
      #expect(after.contains("sor-a") && !after.contains("sor-ortopedi"), "\(loss.element.key)")
    }
    #expect(text(world).contains("sor-a +RESPONSIBLE_FOR po-rorelse"))
    #expect(text(world).last == "sor-ortopedi removed")
    #expect(!text(world).contains { $0.hasPrefix("closed ") }, "what is inactive is left as it is")
  }

  @Test func replacedAreaAndTeamAreTakenOverToo() throws {
    let area = try world(replace: [("po-rorelse", "po-psykisk-halsa")])
    #expect(text(area).contains("old +BELONGS_TO po-psykisk-halsa"))
    #expect(try councils(of: "old", in: area.graph) == ["sor-a", "sor-b", "sor-c"])
    let retired = try world(retire: ["old"], replace: [("po-rorelse", "po-tandvard")])
    #expect(!text(retired).contains("old +BELONGS_TO po-tandvard"), "what goes too is led nowhere")
  }

  @Test func linkThatIsRevisedTooIsLed() throws {
    let world = try world(revise: ["l1"], replace: [("old", "new")])
    #expect(text(world) == ["l1 -LINKS_TO old", "l1 +LINKS_TO new", "old status=retired"])
  }

  @Test func documentThatWasRetiredBeforeIsReplacedAndThatIsTold() throws {
    let world = try world(replace: [("gone", "new")])
    #expect(text(world) == ["l2 -LINKS_TO gone", "l2 +LINKS_TO new"])
    #expect(world.report.affected.isEmpty)
    #expect(world.notes.map(\.code) == ["led-from-inactive"])
    #expect(
      world.notes.first?.text.texts["sv"]
        == "”gone” är redan taget ur bruk, så inget nytt går sönder; 1 relation leds om till ”new”.")
  }

  @Test func revisionBringsNothingBackToLife() throws {
    #expect(try world(revise: ["gone", "closed"]).changes.isEmpty)
  }

  @Test func successorThatDependedOnTheOldOneDoesNotDependOnItself() throws {
    var sketch = GraphSketch.region
    sketch.node("a", "Document")
    sketch.node("b", "Document")
    sketch.link("b", "CITES", "a")
    sketch.schema = Schema(
      kinds: [NodeKind(name: "Document", inactive: ["status": ["retired"]])],
      relationshipTypes: [
        RelationshipType(name: "CITES", from: ["Document"], to: ["Document"], impact: ImpactTable([.retired: .broken]))
      ])
    let graph = sketch.graph
    let world = GovernanceImpact(graph: graph, validOn: nil).world(
      after: GovernanceScenario(replacements: [.init(old: try graph.node("a"), new: try graph.node("b"))]))
    #expect(text(world) == ["b -CITES a", "a status=retired"])
  }

  @Test func endedMembershipsStayWhereAThingIsMoved() throws {
    #expect(
      text(try world(move: [("new", "po-tandvard")])) == ["new -BELONGS_TO po-rorelse", "new +BELONGS_TO po-tandvard"])
    // Back to where it once was: there can be only one membership of one area.
    #expect(
      text(try world(move: [("new", "po-psykisk-halsa")])) == [
        "new -BELONGS_TO po-psykisk-halsa", "new -BELONGS_TO po-rorelse", "new +BELONGS_TO po-psykisk-halsa",
      ])
    #expect(try world(move: [("new", "po-rorelse")]).changes.isEmpty)
    let graph = sketch.graph
    let impact = GovernanceImpact(graph: graph, validOn: Self.day)
    let move = impact.move([try graph.node("new")], to: try graph.node("po-rorelse"))
    #expect(move.unmoved.map(\.key) == ["new"], "impact move tells the same")
  }
}
