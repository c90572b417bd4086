import Foundation
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct ScenarioCommandTests {
  private func write(_ text: String, _ name: String, _ program: Program) throws {
    try text.write(toFile: program.folder + "/" + name, atomically: true, encoding: .utf8)
  }

  @Test func scenarioIsShownAppliedAndUndone() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("load", "small", "--reason", "first").status == 0)
    try write("title: Bort med röret\nreason: rostigt\ncase: EX 1\nretire: p-2\n", "s.yaml", program)
    #expect(try program.run("save", "before").status == 0)

    let shown = try program.run("scenario", "show", "s.yaml")
    #expect(shown.status == 0)
    #expect(shown.output.hasPrefix("Bort med röret\nrostigt; EX 1\n\nBreaks: "))
    #expect(try program.run("scenario", "show", "s.yaml", "--format", "json").output.hasPrefix(#"{"title":"Bort med"#))
    #expect(try program.run("scenario", "check", "s.yaml").status == 0)
    let asked = try program.run(
      "query", "MATCH (p:Part) RETURN p.key AS key", "--scenario", "s.yaml", "--format", "csv")
    #expect(asked.output == "key\r\np-1\r\n" || asked.output == "key\np-1\n")
    #expect(try program.run("find", "Rör", "--scenario", "s.yaml", "--format", "csv").output.contains("p-2") == false)
    #expect(try program.run("show", "p-2", "--scenario", "s.yaml").status == 2)

    // Nobody can be asked.
    let unasked = try program.run("scenario", "apply", "s.yaml")
    #expect(unasked.errors.contains("--yes"))
    #expect(try program.run("scenario", "apply", "s.yaml", "--dry-run").output.hasSuffix("nothing was written\n"))
    #expect(try program.run("history", "--format", "csv").output.split(separator: "\n").count == 2)

    let applied = try program.run("scenario", "apply", "s.yaml", "--yes")
    #expect(applied.output.hasSuffix("(revision 2); 'styrgraf undo 2' takes it back\n"))
    #expect(try program.run("query", "MATCH (p:Part) RETURN count(p) AS n", "--format", "csv").output.contains("1"))
    #expect(try program.run("undo", "2", "--dry-run").output.hasSuffix("(dry run, nothing was written)\n"))
    #expect(try program.run("undo", "2", "--yes", "--lang", "sv").output.hasPrefix("revision 2 ångrad: noder +1"))
    #expect(try program.run("save", "after").status == 0)
    for file in ["nodes/Part.csv", "relationships/NEEDS.csv", "schema.yaml"] {
      let contents = ["before", "after"].map { FileManager.default.contents(atPath: "\(program.folder)/\($0)/\(file)") }
      #expect(contents[0] != nil && contents[0] == contents[1], "\(file)")
    }
    let history = try program.run("history", "--format", "json").output
    #expect(history.contains(#""reason":"undo of revision 2: Bort med röret: rostigt","case":"EX 1""#))
    #expect(history.contains(#""scenario":"title: Bort med röret\nreason: rostigt\ncase: EX 1\nretire: p-2\n""#))
    #expect(try program.run("history").status == 0)
  }

  @Test func mistakesAreTheUsers() throws {
    let program = try Program()
    defer { program.remove() }
    #expect(try program.run("load", "small").status == 0)
    try write("titel: x\nretire: p-9\n", "bad.yaml", program)
    let bad = try program.run("scenario", "check", "bad.yaml")
    #expect(bad.status == 2)
    #expect(bad.errors.contains("bad.yaml:1:1: error: a scenario has no 'titel'"))
    #expect(bad.errors.contains("did you mean 'title'?"))
    try write("retire: p-9\n", "unknown.yaml", program)
    #expect(try program.run("scenario", "show", "unknown.yaml").errors.contains("unknown.yaml:1:9"))
    #expect(try program.run("query", "RETURN 1", "--scenario", "missing.yaml").status == 2)
    #expect(try program.run("undo", "7", "--yes").status == 2)
    #expect(try program.run("history", "--limit", "0").status == 2)
    try write("retire: p-2\nrevision: 9\n", "late.yaml", program)
    #expect(try program.run("scenario", "apply", "late.yaml", "--yes").status == 2)
    try write("retire: p-1\n", "other.yaml", program)
    try write("retire: p-2\n", "first.yaml", program)
    let compared = try program.run("impact", "compare", "first.yaml", "other.yaml")
    #expect(compared.output.hasPrefix("B is milder.\n"))
    #expect(try program.run("impact", "retire", "p-2", "--cures").output.contains("0 possible replacements of “Rör”"))
  }
}
