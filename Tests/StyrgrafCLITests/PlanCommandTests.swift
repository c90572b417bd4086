import Testing

@Suite(.enabled(if: Program.isBuilt)) struct PlanCommandTests {
  @Test func plansComeInEveryForm() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run("load", "small")
    let query = "MATCH (p:Part) WHERE p.size > 1 RETURN p.name"
    let explained = try program.run("query", query, "--explain")
    #expect(explained.output.hasPrefix("Operator         Details"))
    #expect(explained.output.contains("p.size > 1"))
    #expect(!explained.output.contains("Time"))
    #expect(try program.run("query", "EXPLAIN \(query)").output == explained.output)
    #expect(try program.run("query", query, "--profile").output.contains("Own time"))
    #expect(try program.run("query", "profile \(query)").output.contains("Own time"))
    let json = try program.run("query", query, "--explain", "--format", "json").output
    #expect(json.hasPrefix("{\"query\":\"MATCH (p:Part)"))
    #expect(json.contains("\"profiled\":false,\"plan\":{\"operator\":\"Keep\","))
    #expect(json.contains("\"details\":\"p.name\",\"estimatedRows\":"))
    #expect(try program.run("query", query, "--profile", "--format", "svg").output.contains("<svg"))
    #expect(try program.run("query", "PROFILE \(query)", "--format", "dot").output.contains("digraph"))
    #expect(try program.run("query", query, "--profile", "-o", "plan.pdf").status == 0)
    #expect(program.exists("plan.pdf"))
  }

  @Test func onlyPlansAreDrawn() throws {
    let program = try Program()
    defer { program.remove() }
    _ = try program.run("load", "small")
    let outcome = try program.run("query", "RETURN 1", "--format", "svg")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--explain or --profile"))
    #expect(try program.run("query", "RETURN 1", "-o", "x.svg").status == 2)
  }
}
