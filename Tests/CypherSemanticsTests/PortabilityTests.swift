import CypherSemantics
import CypherSyntax
import Diagnostics
import Foundation
import GraphModel
import Testing

private func report(_ query: String) -> PortabilityReport {
  PortabilityReport(of: QueryParser.parse(SourceText(name: "query", text: query)))
}

@Suite struct PortabilityTests {
  @Test(arguments: DialectFeature.all.map(\.id))
  func everyRowOfTheTableIsFound(id: String) throws {
    let feature = try #require(DialectFeature.all.first { $0.id == id })
    let found = report(feature.example)
    #expect((found.findings + found.warnings).map(\.feature.id).contains(id), "\(feature.example)")
    let without = report(feature.counterexample)
    #expect(!(without.findings + without.warnings).map(\.feature.id).contains(id), "\(feature.counterexample)")
    for query in [feature.example, feature.counterexample] {
      #expect(QueryParser.parse(SourceText(name: "query", text: query)).diagnostics.isEmpty, "\(query)")
    }
  }

  @Test func rowsHaveWordsInBothLanguages() {
    #expect(Set(DialectFeature.all.map(\.id)).count == DialectFeature.all.count)
    for feature in DialectFeature.all {
      #expect(feature.name.texts.count == 2 && feature.advice.texts.count == 2)
      #expect(feature.isWarning == (feature.availability == .everywhere), "\(feature.id)")
    }
  }

  @Test(arguments: [
    ("RETURN 1", [nil, nil]), ("RETURN 'a' || 'b'", ["5.19", nil]), ("LET x = 1 RETURN x", [nil, nil]),
    ("FOR x IN [1] RETURN x || [2]", [nil, "2026.04"]),
    ("MATCH SHORTEST 1 (a)-[]->+(b) RETURN a ORDER BY a OFFSET 1", ["5.24", nil]),
  ])
  func theReleaseIsTheGreatestOfAll(query: String, since: [String?]) {
    let report = report(query)
    #expect(report.verdict(for: .neo4j5).since?.description == since[0])
    #expect(report.verdict(for: .cypher25).since?.description == since[1])
  }

  @Test(arguments: [
    ("CYPHER 5 RETURN 1", Dialect.neo4j5, QuerySyntax.Mode.run), ("cypher 25 EXPLAIN RETURN 1", .cypher25, .explain),
    ("PROFILE CYPHER 9 RETURN 1", .openCypher9, .profile),
  ])
  func theHeadAsksForADialect(query: String, dialect: Dialect, mode: QuerySyntax.Mode) {
    let parsed = QueryParser.parse(SourceText(name: "query", text: query))
    #expect(parsed.diagnostics.isEmpty)
    #expect(parsed.query.mode == mode)
    let report = PortabilityReport(of: parsed)
    #expect(report.requested == dialect)
    #expect(report.hindrances(in: dialect).allSatisfy { $0.feature.id == "explain" && dialect == .openCypher9 })
    for other in Dialect.elsewhere where other != dialect { #expect(!report.verdict(for: other).runs) }
  }

  @Test(arguments: ["CYPHER 4 RETURN 1", "CYPHER 5 CYPHER 5 RETURN 1", "CYPHER 99999999999999999999 RETURN 1"])
  func otherHeadsAreMistakes(query: String) {
    #expect(!QueryParser.parse(SourceText(name: "query", text: query)).diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("openCypher 9", Dialect.openCypher9), ("Neo4j 5", .neo4j5), ("neo4j5", .neo4j5), ("CYPHER 25", .cypher25),
    ("styrgraf", .styrgraf), ("GQL", nil), ("", nil),
  ])
  func dialectsHaveNames(name: String, dialect: Dialect?) {
    #expect(Dialect(name) == dialect)
  }

  /// openCypher 9's own functions, by its reference; whatever else there is must say where it exists.
  @Test func functionsDeclareWhereTheyExist() {
    let reference: Set<String> = [
      "endnode", "id", "keys", "labels", "length", "nodes", "properties", "relationships", "startnode", "type",
      "coalesce", "exists", "toboolean", "tofloat", "tointeger", "tostring", "head", "last", "range", "reverse", "size",
      "tail", "left", "ltrim", "replace", "right", "rtrim", "split", "substring", "tolower", "toupper", "trim", "abs",
      "acos", "asin", "atan", "atan2", "ceil", "cos", "cot", "degrees", "e", "exp", "floor", "haversin", "log", "log10",
      "pi", "radians", "rand", "round", "sign", "sin", "sqrt", "tan", "timestamp", "date", "datetime", "localdatetime",
      "localtime", "time", "duration",
    ]
    for function in FunctionRegistry.scalars {
      let root = function.name.lowercased().prefix { $0 != "." }
      let isOfReference = reference.contains(String(root))
      #expect((function.portability.availability == .everywhere) == isOfReference, "\(function.name)")
    }
    for aggregate in FunctionRegistry.aggregates {
      #expect(aggregate.portability == .everywhere, "\(aggregate.name)")
    }
  }

  /// The finder and the rewriter take any tree, also one of a text with mistakes.
  @Test func brokenTextsDoNoHarm() {
    for feature in DialectFeature.all {
      let bytes = Array(feature.example.utf8)
      for end in bytes.indices {
        let report = report(String(decoding: bytes[..<end], as: UTF8.self))
        for finding in report.findings { _ = report.replacement(for: finding) }
        for dialect in Dialect.elsewhere { _ = report.rewritten(for: dialect) }
      }
    }
  }
}

/// Queries, what is found in them and how they are rewritten. `RECORD=1` writes the file anew, and fails.
@Suite struct PortabilityGoldenTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Golden/portability.golden")

  @Test func reportsAreAsWritten() throws {
    let stored = try String(contentsOf: Self.file, encoding: .utf8)
    let queries = stored.components(separatedBy: "\n====\n").map { $0.components(separatedBy: "\n----\n")[0] }
      .map { $0.trimmingCharacters(in: .newlines) }
    let recorded = queries.map { "\($0)\n----\n\(Self.text(of: $0))" }.joined(separator: "\n====\n") + "\n"
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try recorded.write(to: Self.file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(Self.file.lastPathComponent)")
    }
    #expect(queries.count > 40)
    for (old, new) in zip(
      stored.components(separatedBy: "\n====\n"), recorded.components(separatedBy: "\n====\n"))
    {
      #expect(old.trimmingCharacters(in: .newlines) == new.trimmingCharacters(in: .newlines))
    }
  }

  private static func text(of query: String) -> String {
    let report = report(query)
    var lines: [String] = []
    for finding in report.findings + report.warnings {
      let place = report.source.place(of: finding.span)
      let missing = Dialect.elsewhere.filter { !finding.availability.exists(in: $0) }.map(\.name)
      var line = "\(place.line):\(place.column) \(finding.name(in: .english))"
      line += missing.isEmpty ? ": a warning" : ": not in \(missing.joined(separator: ", "))"
      if let replacement = report.replacement(for: finding) { line += "; write \(replacement)" }
      lines.append(line)
    }
    for dialect in [Dialect.openCypher9, .neo4j5] where !report.hindrances(in: dialect).isEmpty {
      switch report.rewritten(for: dialect) {
      case .text(let text): lines.append("\(dialect.name):\n\(text)")
      case .impossible(let findings):
        lines.append("\(dialect.name): not \(findings.map { $0.name(in: .english) }.joined(separator: ", "))")
      }
    }
    return lines.isEmpty ? "runs everywhere" : lines.joined(separator: "\n")
  }
}
