import Foundation
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct ComparisonCommandTests {
  @Test func aDiagramTellsWhatAScenarioChanges() throws {
    let program = try Program()
    defer { program.remove() }
    try FileManager.default.createDirectory(
      atPath: program.folder + "/diagrams", withIntermediateDirectories: true)
    for (name, text) in [
      ("diagrams/parts.yaml", "title: Parts\nqueries: [\"MATCH (p:Part)-[n:NEEDS]->(q:Part) RETURN p, n, q\"]\n"),
      ("s.yaml", "title: Bort med röret\nretire: p-2\n"),
    ] {
      try text.write(toFile: program.folder + "/" + name, atomically: true, encoding: .utf8)
    }
    #expect(try program.run("load", "small", "--reason", "first").status == 0)

    let compared = try program.run("diagram", "parts", "--compare-to", "s.yaml", "--lang", "sv", "--format", "table")
    #expect(compared.status == 0)
    let lines = compared.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("Före: som registrerat · Efter: scenariot ”Bort med röret” · ") })
    #expect(lines.contains { $0.hasPrefix("− borttagen") && $0.contains("Rör") })
    #expect(lines.contains { $0.hasPrefix("− borttagen") && $0.contains("Ångpanna → Rör") })

    #expect(try program.run("diagram", "all", "--compare-to", "s.yaml", "--format", "svg", "-o", "out").status == 0)
    let svg = try String(contentsOfFile: program.folder + "/out/parts.svg", encoding: .utf8)
    #expect(svg.contains("Rör (Part): removed"))

    let unknown = try program.run("diagram", "parts", "--compare-to", "t.yaml")
    #expect(unknown.status == 2 && unknown.errors.contains("neither a day nor the file of a scenario"))
  }
}
