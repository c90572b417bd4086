import Diagnostics
import GraphModel
import GraphWorkspace
import Testing

/// Impacts in the query language.
@Suite struct ImpactProcedureTests {
  private func rows(_ text: String, _ workspace: GraphWorkspace, validOn: String? = nil) throws -> [[Value]] {
    let day = try validOn.map(GraphWorkspace.day)
    return try workspace.query(
      QueryRequest(
        SourceText(name: "query", text: text), writing: ChangeContext(actor: "test"), validOn: day)
    ).table.rows.map(\.self)
  }

  @Test func composesWithTheRestOfTheLanguage() throws {
    let region = try LoadedRegion()
    let found = try rows(
      """
      MATCH (d:Document {key: 'ex-doc-antibiotikaprofylax-ledprotes'})
      CALL impact.retire([d]) YIELD node, effect, because, responsible, path
      WHERE effect = 'broken' AND node:DesignItem
      UNWIND responsible AS council
      RETURN council.name AS name, count(*) AS n, min(size(because)) AS steps, min(length(path)) AS length
      ORDER BY n DESC, name LIMIT 1
      """, region.workspace)
    #expect(found.count == 1)
    #expect(found.first?.first == .string("SOR Ortopedi"))
    #expect(found.first?[2] == .integer(3) && found.first?[3] == .integer(2))
  }

  @Test func everyChainBeginsAtWhatIsRetired() throws {
    let region = try LoadedRegion()
    let odd = try rows(
      """
      CALL impact.retire(['ex-doc-antibiotikaprofylax-ledprotes']) YIELD node, distance, because, path
      WHERE because[0].key <> 'ex-doc-antibiotikaprofylax-ledprotes' OR last(because) <> node
        OR size(because) <> distance + 1 OR nodes(path) <> because OR size(relationships(path)) <> distance
      RETURN node
      """, region.workspace)
    #expect(odd.isEmpty)
  }

  @Test func seesWhatTheStatementWroteAndTheDayOfTheQuestion() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    let call = "CALL impact.retire(['d-1']) YIELD node RETURN node.key ORDER BY node.key"
    #expect(try rows(call, workspace) == [[.string("l-1")]])
    let written = try rows(
      """
      MATCH (d:Document {key: 'd-1'}) CREATE (:DesignLink {key: 'l-2', name: 'Till'})-[:LINKS_TO]->(d)
      WITH d CALL impact.retire([d]) YIELD node RETURN node.key ORDER BY node.key
      """, workspace)
    #expect(written == [[.string("l-1")], [.string("l-2")]])
    #expect(try rows(call, workspace).count == 2)
    // d-1 is valid from 2020.
    #expect(throws: DiagnosticsError.self) { try rows(call, workspace, validOn: "2019-01-01") }
    #expect(try rows(call, workspace, validOn: "2021-01-01").count == 2)
  }

  @Test func replacesAndTellsRefusals() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    #expect(
      try rows("CALL impact.replace('d-1', 'd=4') YIELD node, effect RETURN node.key, effect", workspace)
        == [[.string("l-1"), .string("repoint")]])
    #expect(
      try rows(
        "CALL impact.retire([], {replace: {`d-1`: 'Ny höftfraktur'}}) YIELD effect RETURN effect", workspace)
        == [[.string("repoint")]])
    #expect(
      try rows("CALL impact.refusals({`d-1`: 'd-3', `l-1`: 'l-1'}) YIELD old, code RETURN old.key, code", workspace)
        == [[.string("d-1"), .string("inactive")], [.string("l-1"), .string("same")]])
  }

  @Test(arguments: [
    ("CALL impact.retire(['d-11']) YIELD node RETURN node", "unknown", 20),
    ("CALL impact.retire([1]) YIELD node RETURN node", "expects a key, a name or a node", 20),
    ("CALL impact.retire([null]) YIELD node RETURN node", "expects a key, a name or a node", 20),
    ("CALL impact.retire([], {replaces: {}}) YIELD node RETURN node", "no option 'replaces'", 20),
    ("CALL impact.retire('d-1') YIELD node RETURN node", "", 20),
    ("CALL impact.retired(['d-1']) YIELD node RETURN node", "no procedure is called", 6),
    ("CALL impact.retire(['d-1']) YIELD nod RETURN nod", "gives no field 'nod'", 35),
    ("CALL impact.replace('Höftfraktur', 'd=4') YIELD node RETURN node", "2 nodes are called", 21),
  ])
  func mistakesAreToldWithTheirPlace(query: String, message: String, column: Int) throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    do {
      _ = try rows(query, workspace)
      Issue.record("no mistake")
    } catch let error as DiagnosticsError {
      let first = try #require(error.diagnostics.first)
      #expect(first.place?.column == column, "\(first.rendered())")
      if message == "unknown" {
        #expect(first.message.contains("no node with the key or name 'd-11'"))
        #expect(first.hint?.contains("did you mean 'd-1'") == true, "\(first.rendered())")
      } else {
        #expect(first.message.contains(message), "\(first.rendered())")
      }
    }
  }

  @Test func isOursAndListed() throws {
    let folder = try TemporaryFolder()
    let workspace = try SmallRegister.workspace(in: folder)
    let names = try rows("SHOW PROCEDURES YIELD name WHERE name STARTS WITH 'impact.' RETURN name", workspace)
    #expect(names.contains([.string("impact.retire")]))
    let check = try workspace.check(
      text: "CALL impact.retire(['d-1']) YIELD node RETURN node.key AS key", file: nil)
    #expect(!check.keepsItsWord)
    #expect(check.verdicts.allSatisfy { !$0.runs })
  }

  @Test func allRowsOfACallCountAgainstTheMemory() throws {
    let region = try LoadedRegion()
    let request = QueryRequest(
      text: "CALL impact.retire(['ex-doc-antibiotikaprofylax-ledprotes']) YIELD node RETURN count(node) AS n")
    #expect(try region.workspace.query(request).table.truncation == nil)
    var small = request
    small.limits = QueryLimits(memory: 10_000)
    #expect(try region.workspace.query(small).table.truncation != nil)
  }

  @Test func anUnhurriedCallEndsWithItsBudget() throws {
    let region = try LoadedRegion()
    let answer = try region.workspace.query(
      QueryRequest(
        SourceText(
          name: "query",
          text: """
            MATCH (d:Document) UNWIND range(1, 100000) AS n CALL impact.retire([d]) YIELD node RETURN count(node) AS n
            """), limits: QueryLimits(seconds: 0.2)))
    #expect(answer.table.truncation != nil)
  }
}
