import Diagnostics
import GraphModel
import GraphWorkspace
import Testing

/// The events that can be asked about, in the words of whoever asks, and what is wrong with a question.
@Suite struct ImpactEventTests {
  let folder: TemporaryFolder
  let workspace: GraphWorkspace

  init() throws {
    folder = try TemporaryFolder([
      "g/schema.yaml": """
      version: 1
      kinds:
        Document:
          inactive: {status: [retired]}
          properties: {name: {type: string}, status: {type: string}, valid_to: {type: edtf}}
        DesignLink: {properties: {name: {type: string}}}
        ProgrammeArea: {properties: {name: {type: string}}}
        Council: {properties: {name: {type: string}}}
      relationships:
        LINKS_TO: {from: DesignLink, to: Document, impact: {review: review, retired: broken}}
        BELONGS_TO: {from: [Document, DesignLink], to: ProgrammeArea}
        RESPONSIBLE_FOR: {from: Council, to: ProgrammeArea, dependent: to, impact: {retired: unowned}}
      """,
      "g/nodes/Document.csv": "key,name,status,valid_to\nd1,Ett,,2026-12-31\nd2,Två,,\nd3,Tre,retired,\n",
      "g/nodes/DesignLink.csv": "key,name\nl1,Länk ett\nl2,Länk två\n",
      "g/nodes/ProgrammeArea.csv": "key,name\na1,Område ett\na2,Område två\n",
      "g/nodes/Council.csv": "key,name\nc1,Råd ett\nc2,Råd två\n",
      "g/relationships/LINKS_TO.csv": "from,to\nl1,d1\nl2,d1\n",
      "g/relationships/BELONGS_TO.csv": "from,to\nl1,a1\nl2,a2\n",
      "g/relationships/RESPONSIBLE_FOR.csv": "from,to\nc1,a1\nc2,a2\n",
    ])
    workspace = GraphWorkspace(database: folder.path + "/g.db", folder: folder.path)
    _ = try workspace.load([folder.path + "/g"], context: ChangeContext(actor: "t"))
  }

  private func findings(_ body: () throws -> Void) -> [Diagnostic] {
    do {
      try body()
      return []
    } catch {
      return FailureReport(error).diagnostics
    }
  }

  private func json(_ answer: ImpactAnswer) -> String { String(decoding: answer.json(in: .english), as: UTF8.self) }

  @Test func revisingAndReplacing() throws {
    let revised = try workspace.impact(ImpactRequest(reviewed: ["d1"]))
    #expect(json(revised).contains(#""counts":{"broken":0,"degraded":0,"review":2,"repoint":0}"#))
    let replaced = try workspace.impact(ImpactRequest(successions: [.init(old: "d1", new: "d2")]))
    #expect(json(replaced).contains(#""replaced":{"d1":"d2"}"#) && json(replaced).contains(#""verdict":"repoint""#))
  }

  @Test func aQueryGivesASet() throws {
    let answer = try workspace.impact(
      ImpactRequest(query: "MATCH (d:Document) WHERE d.status IS NULL RETURN d, [d] AS again"))
    #expect(json(answer).hasPrefix(#"{"retired":["d1","d2"]"#))
    let empty = try workspace.impact(ImpactRequest(query: "MATCH (d:Document {key: 'none'}) RETURN d"))
    #expect(empty.affectedCount == 0)
    #expect(empty.sentence(in: .swedish) == "Inget tas ur bruk eller ses över, så inget påverkas.")
    #expect(findings { _ = try workspace.impact(ImpactRequest(query: "CREATE (:Document)")) }.count == 1)
    #expect(findings { _ = try workspace.retirementPlan(ImpactRequest(query: "RETURN 1")) }.map(\.id) == ["empty-set"])
  }

  @Test func mistakesAreToldAllAtOnce() throws {
    let found = findings {
      _ = try workspace.impact(ImpactRequest(retired: ["d11", "x"], replacements: ["nothing"]))
    }
    #expect(found.map(\.id) == ["unknown-node", "unknown-node", "bad-replacement"])
    #expect(found[0].hint?.contains("did you mean 'd1'") == true)
  }

  @Test func oddScenariosAreAnswered() throws {
    #expect(
      try workspace.impact(ImpactRequest(retired: ["d1", "d1"])).remarks(in: .swedish)
        == ["”Ett” anges två gånger; det räknas en gång."])
    let same = try workspace.impact(ImpactRequest(replacements: ["d1=d1"]))
    #expect(json(same).contains(#""refused":{"d1":"nothing replaces itself"}"#))
    let circle = try workspace.impact(ImpactRequest(replacements: ["d1=d2", "d2=d1"]))
    #expect(json(circle).contains(#""code":"cycle""#) && json(circle).contains(#""verdict":"breaks""#))
  }

  @Test func whyTellsChainsAndWhatToMend() throws {
    let why = try workspace.why("l1", ImpactRequest(retired: ["d1"]))
    #expect(
      String(decoding: why.json(in: .english), as: UTF8.self).contains(
        #""mend":[{"type":"LINKS_TO","dependent":"l1","other":"d1","remaining":null"#))
    #expect(why.isAtLeast("broken"))
    let not = try workspace.why("a1", ImpactRequest(retired: ["d1"]))
    #expect(String(decoding: not.json(in: .english), as: UTF8.self).contains(#""effect":null,"reason":"no-chain""#))
    #expect(findings { _ = try workspace.why("l9", ImpactRequest(retired: ["d1"])) }.map(\.id) == ["unknown-node"])
  }

  @Test func movingTellsWhoHandsOver() throws {
    let move = try workspace.move(["l1"], toArea: "a2")
    #expect(
      String(decoding: move.json(in: .english), as: UTF8.self).contains(
        #""handing_over":["c1"],"taking_over":["c2"]"#))
    #expect(move.summary.text(in: .swedish) == "Ansvaret för 1 går från Råd ett till Råd två.")
    let found = findings { _ = try workspace.move(["l1", "c1"], toArea: "a22") }
    #expect(found.map(\.id) == ["not-movable", "unknown-node"])
    #expect(findings { _ = try workspace.move(["l1"], toArea: "d1") }.map(\.id) == ["not-an-area"])
  }

  @Test func lookingAhead() throws {
    let ranking = try workspace.impactRanking(kind: "Document")
    #expect(ranking.table.rows.map { $0[0] } == [.string("d1")])
    #expect(ranking.table.rows.map { $0[3] } == [.integer(2)])
    let safe = try workspace.safeToRetire(kind: "Document")
    #expect(safe.table.rows.map { $0[0] } == [.string("d2")])
    let expiring = try workspace.expiring(before: GraphWorkspace.day("2027-01-01"))
    #expect(expiring.table.rows.map { $0[0] } == [.string("d1")])
    #expect(expiring.summary.text(in: .english)?.hasPrefix("1 end before 2027-01-01; all together: Breaks: ") == true)
    let plan = try workspace.retirementPlan(ImpactRequest(retired: ["d1", "l1", "l2"]))
    #expect(plan.table.rows.map { $0[1] } == [.string("l1"), .string("l2"), .string("d1")])
    #expect(findings { _ = try workspace.impactRanking(kind: "Documents") }.first?.hint == "did you mean 'Document'?")
  }

  @Test func rankingTellsWhatIsLeftAlone() throws {
    let ranking = try workspace.impactRanking(kind: "Council")
    #expect(ranking.table.columns.contains("unowned"))
    #expect(ranking.table.rows.map { $0[0] } == [.string("c1"), .string("c2")])
    #expect(ranking.summary.text(in: .english)?.contains("leaves most without anybody: 2") == true)
  }

  @Test func whatEndsIsFoundInAnySchema() throws {
    let folder = try TemporaryFolder([
      "g/schema.yaml": """
      version: 1
      kinds:
        Package: {properties: {valid_to: {type: edtf}}}
        Licence: {properties: {valid_to: {type: edtf}}}
        Author: {properties: {name: {type: string}}}
      relationships: {}
      """,
      "g/nodes/Package.csv": "key,valid_to\np1,2020-01-01\np2,\n",
      "g/nodes/Licence.csv": "key,valid_to\nx1,2019-01-01\n",
      "g/nodes/Author.csv": "key,name\na1,Ada\n",
    ])
    let workspace = GraphWorkspace(database: folder.path + "/g.db", folder: folder.path)
    _ = try workspace.load([folder.path + "/g"], context: ChangeContext(actor: "t"))
    let day = try GraphWorkspace.day("2027-01-01")
    #expect(try workspace.expiring(before: day).table.rows.map { $0[0] } == [.string("x1"), .string("p1")])
    #expect(try workspace.expiring(before: day, kind: "Package").table.rows.count == 1)
    let called = try workspace.query(
      QueryRequest(text: "CALL impact.expiring('2027-01-01') YIELD node RETURN node.key AS key"))
    #expect(called.table.rows.map { $0[0] } == [.string("x1"), .string("p1")])
  }

  @Test func theOtherQuestionsCanBeAskedOfAScenarioToo() throws {
    let scenario = try Scenario(SourceText(name: "s.yaml", text: "retire: [d1]\nreason: r\n"))
    #expect(try workspace.impactRanking(kind: "Document", after: scenario).table.rows.isEmpty)
    #expect(try workspace.expiring(before: GraphWorkspace.day("2027-01-01"), after: scenario).table.rows.isEmpty)
    #expect(try workspace.safeToRetire(kind: "Document", after: scenario).table.rows.map { $0[0] } == [.string("d2")])
  }

  @Test func thePageTellsTheCommandThatWasGiven() throws {
    var request = ImpactRequest(
      retired: ["l1"], query: "MATCH (l:DesignLink {key: 'l2'}) RETURN l",
      validOn: try GraphWorkspace.day("2026-01-01"))
    request.scenario = try Scenario(
      SourceText(name: "min plan.yaml", text: "retire: [d1]\nreason: r\n"))
    let answer = try workspace.impact(request)
    let page = String(decoding: try workspace.page(answer, language: .english), as: UTF8.self)
      .replacing("&#39;", with: "'")
    #expect(
      page.contains(
        """
        styrgraf impact retire l1 --query 'MATCH (l:DesignLink {key: '\\''l2'\\''}) RETURN l' \
        --scenario 'min plan.yaml' --valid-on 2026-01-01
        """))
    #expect(page.contains("asked of the world after the scenario “min plan.yaml”"))
  }

  @Test func thePageDoesNotCallSafeWhatIsUnknown() throws {
    let page = String(
      decoding: try workspace.page(workspace.impact(ImpactRequest(retired: ["l1"])), language: .swedish),
      as: UTF8.self)
    #expect(page.contains("verdict unknown") && !page.contains("Inget annat påverkas."))
    let council = String(
      decoding: try workspace.page(workspace.impact(ImpactRequest(retired: ["c1"])), language: .swedish),
      as: UTF8.self)
    #expect(council.contains("utan någon kvar") && !council.contains("Inget annat påverkas."))
  }

  @Test func aGraphWithoutRulesOrSchemaSaysSo() throws {
    let bare = GraphWorkspace(database: ":memory:")
    _ = try bare.query(
      QueryRequest(text: "CREATE (:A {key: 'x'})", writing: ChangeContext(actor: "t")))
    #expect(
      try bare.impact(ImpactRequest(retired: ["x"])).remarks(in: .english)
        == ["The schema declares no impact for any relationship type, so nothing can be affected."])
    #expect(try bare.safeToRetire().table.rows.isEmpty)
    #expect(try bare.impactRanking().notes.count == 1)
    #expect(
      try bare.why("x", ImpactRequest(retired: ["x"])).sentences(in: .english).last
        == "A “x” is itself retired or revised in this scenario.")
  }
}
