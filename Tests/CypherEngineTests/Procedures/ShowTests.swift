import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Testing

@Suite struct ShowTests {
  private func answer(_ text: String) throws -> ResultTable {
    let graph = GraphView(.empty())
    return try PreparedQuery(SourceText(name: "query", text: text), for: graph).run(on: graph).table
  }

  @Test func functionsAreThoseOfTheRegistry() throws {
    let table = try answer("SHOW FUNCTIONS")
    #expect(table.columns == ["name", "category", "description"])
    let names = FunctionRegistry.scalars.map(\.name) + FunctionRegistry.aggregates.map(\.name)
    #expect(table.rows.map { $0[0] } == names.sorted { $0.precedesByCodePoints($1) }.map(Value.string))
  }

  @Test func proceduresAreThoseOfTheRegistry() throws {
    let table = try answer("SHOW PROCEDURES")
    #expect(table.columns == ["name", "description", "mode", "worksOnSystem"])
    #expect(table.rows.map { $0[0] } == ProcedureRegistry.standard.all.map { .string($0.name) })
  }

  @Test(arguments: ["SHOW FUNCTION", "SHOW ALL FUNCTIONS", "SHOW BUILT IN FUNCTIONS EXECUTABLE BY CURRENT USER"])
  func otherSpellings(_ text: String) throws {
    #expect(try answer(text).rows.count == answer("SHOW FUNCTIONS").rows.count)
  }

  @Test func nobodyDefinesFunctions() throws {
    #expect(try answer("SHOW USER DEFINED FUNCTIONS").rows.isEmpty)
  }

  @Test func yieldNamesOrdersAndCuts() throws {
    let table = try answer(
      "SHOW FUNCTIONS YIELD name AS f, aggregating ORDER BY name DESC SKIP 1 LIMIT 2 WHERE aggregating")
    #expect(table.columns == ["f", "aggregating"])
    let all = try answer("SHOW FUNCTIONS YIELD * WHERE aggregating OR true")
    #expect(
      all.columns == [
        "name", "category", "description", "signature", "isBuiltIn", "argumentDescription", "returnDescription",
        "aggregating", "rolesExecution", "rolesBoostedExecution", "isDeprecated", "deprecatedBy",
      ])
    #expect(try answer("SHOW PROCEDURES YIELD *").columns.count == 13)
  }

  @Test func whereAlone() throws {
    #expect(try answer("SHOW FUNCTIONS WHERE name = 'toUpper'").rows.map { $0[0] } == [.string("toUpper")])
    #expect(try answer("SHOW PROCEDURES WHERE mode = 'DBMS'").rows.map { $0[0] } == [.string("dbms.components")])
  }

  @Test func returnComputes() throws {
    let table = try answer(
      """
      SHOW FUNCTIONS YIELD name, category, argumentDescription WHERE name STARTS WITH 'sub'
      RETURN category, collect(name) AS names, argumentDescription[0].type AS first
      """)
    #expect(table.rows == [[.string("Text"), .list([.string("substring")]), .string("STRING")]])
    #expect(try answer("SHOW PROCEDURES YIELD name RETURN count(*) AS n").rows.count == 1)
  }

  @Test func whatElseMayFollow() throws {
    let table = try answer("SHOW FUNCTIONS YIELD name, aggregating WITH name WHERE aggregating RETURN min(name) AS m")
    #expect(table.rows == [[.string("avg")]])
  }

  @Test(arguments: [
    ("SHOW FUNCTIONS RETURN name", "add YIELD"), ("SHOW FUNCTIONS YIELD nam", "did you mean 'name'?"),
    ("SHOW FUNTIONS", "did you mean 'FUNCTIONS'?"), ("SHOW", "FUNCTIONS or PROCEDURES"),
    ("SHOW ALL PROCEDURES", "FUNCTIONS"), ("MATCH (n) SHOW FUNCTIONS", "the next clause"),
  ])
  func mistakesAreTold(_ text: String, _ words: String) throws {
    do throws(DiagnosticsError) {
      _ = try PreparedQuery(SourceText(name: "query", text: text), for: GraphView(.empty()))
      Issue.record("\(text) was accepted")
    } catch {
      let told = error.diagnostics.map { $0.rendered() }.joined()
      #expect(told.contains(words), "\(told)")
    }
  }

  @Test func wordsOfShowStayNames() throws {
    let text = "WITH 1 AS show, 2 AS user, 3 AS function RETURN show + user + function AS procedures"
    #expect(try answer(text).rows == [[.integer(6)]])
  }
}
