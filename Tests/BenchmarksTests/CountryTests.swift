import Foundation
import GraphModel
import GraphWorkspace
import Testing

@testable import Benchmarks

/// A small country, made and loaded once.
final class SmallCountry: Sendable {
  let folder: String
  let database: String

  init() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "styrgraf-bench-\(UUID().uuidString)")
    folder = root.appending(path: "country").path
    database = root.appending(path: "country.db").path
    _ = try CountryGenerator.generate(scale: 0.02, seed: 7, into: folder)
    _ = try GraphWorkspace(database: database).load([folder], context: ChangeContext(actor: "test"))
  }

  deinit { try? FileManager.default.removeItem(atPath: (folder as NSString).deletingLastPathComponent) }
}

@Suite struct CountryTests {
  private func contents(_ folder: String) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for case let path as String in FileManager.default.enumerator(atPath: folder) ?? .init() where path.contains(".") {
      contents[path] = try Data(contentsOf: URL(filePath: "\(folder)/\(path)"))
    }
    return contents
  }

  @Test func sameSeedGivesSameBytesAndAnotherDoesNot() throws {
    let country = try SmallCountry()
    let other = country.folder + "-again"
    let another = country.folder + "-seed"
    _ = try CountryGenerator.generate(scale: 0.02, seed: 7, into: other)
    _ = try CountryGenerator.generate(scale: 0.02, seed: 8, into: another)
    let made = try contents(country.folder)
    #expect(made.count == 23)
    #expect(try contents(other) == made)
    #expect(try contents(another) != made)
  }

  @Test func answersOfTheQuestionsAgreeWithAPlainSearch() throws {
    let country = try SmallCountry()
    let workspace = GraphWorkspace(database: country.database)
    let parameters = try ParameterChoice.choose(in: workspace, seed: 3)
    let results = try BenchmarkRun(database: country.database, parameters: parameters, isQuick: true).measure { _ in }
    let answers = results.queries.mapValues(\.answer)
    #expect(Set(answers.keys) == ["Q1hot", "Q1typ", "Q1leaf", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9"])

    let graph = try workspace.graph()
    let dependencies = PlainAdjacency(
      graph, types: ["CITES", "LINKS_TO", "USES", "CONTAINS"], isEitherWay: false)
    let items = graph.snapshot.nodeRanges(withLabel: try #require(graph.symbols.label("DesignItem")))
    var scratch = dependencies.makeScratch()
    for (name, subject) in [("Q1hot", parameters.hot), ("Q1typ", parameters.typ), ("Q1leaf", parameters.leaf)] {
      let node = try #require(graph.snapshot.node(withKey: subject.key))
      #expect(answers[name] == String(dependencies.reachedCount(from: node, in: items, &scratch)))
      #expect(answers[name] == subject.count.map(String.init))
    }
    #expect(results.tasks["search hot"]?.answer == answers["Q1hot"])
    #expect(answers["Q5"] == parameters.q5.dist.map(String.init))
    #expect(answers["Q7"]?.hasPrefix("\(parameters.hot.count ?? 0)/") == true)
    #expect(results.nodes == graph.snapshot.nodeCount)
    #expect(results.queries.values.allSatisfy { $0.runs > 0 && $0.cpuMicroseconds > 0 })
  }
}

@Suite struct BesideTests {
  @Test func readsWhatAnotherProgramPrints() throws {
    let program = try #require(BesideProgram(argument: "limit=printf 'load: 3\nRES Q1hot 7 0.000002 (x)\nRES Q3\n'"))
    let results = try program.measure()
    #expect(results.keys.sorted() == ["Q1hot"])
    #expect(results["Q1hot"]?.answer == "7")
    #expect(abs((results["Q1hot"]?.microseconds ?? 0) - 2) < 1e-9)
    #expect(BesideProgram(argument: "true") == nil)
    #expect(throws: BenchmarkError.self) { try BesideProgram(argument: "nothing=true")?.measure() }
  }

  @Test func anotherAnswerIsTold() {
    let own = Measurement(cpuMicroseconds: 1, wallMicroseconds: 1, runs: 1, answer: "7")
    var results = BenchmarkResults(nodes: 1, relationships: 1)
    results.queries = ["Q1": own, "Q2": own]
    results.session = ["Q1": own]
    results.beside = ["peer": ["Q1": .init(microseconds: 1, answer: "7"), "Q2": .init(microseconds: 1, answer: "8")]]
    #expect(results.disagreements == ["Q2: peer answers 8, not 7"])
    #expect(results.text.contains("Q2: peer answers 8, not 7"))
  }
}

@Suite struct ComparisonTests {
  private func results(_ times: [String: (Double, String)]) -> BenchmarkResults {
    var results = BenchmarkResults(nodes: 1, relationships: 1)
    results.queries = times.mapValues {
      Measurement(cpuMicroseconds: $0.0, wallMicroseconds: $0.0, runs: 1, answer: $0.1)
    }
    return results
  }

  @Test func tellsWhatIsSlowerOrAnswersOtherwise() {
    let comparison = BenchmarkComparison(
      results(["Q1": (100, "a"), "Q2": (100, "a"), "Q3": (100, "a"), "Q4": (1, "a")]),
      results(["Q1": (119, "a"), "Q2": (121, "a"), "Q3": (50, "b"), "Q5": (1, "a")]))
    #expect(comparison.failures(threshold: 1.2).map(\.name) == ["Q2", "Q3"])
    #expect(comparison.unmatched == ["Q4", "Q5"])
    #expect(
      comparison.text(threshold: 1.2) == """
        Q1: 100 µs -> 119 µs, 119 %
        Q2: 100 µs -> 121 µs, 121 %  SLOWER
        Q3: 100 µs -> 50.0 µs, 50 %  ANOTHER ANSWER
        in one file only: Q4, Q5
        """)
  }

  @Test func resultsSurviveBeingWrittenAsJSON() throws {
    let json = try results(["Q9": (1.5, "77")]).json
    let read = try JSONDecoder().decode(BenchmarkResults.self, from: Data(json.utf8))
    #expect(read.queries["Q9"]?.cpuMicroseconds == 1.5)
    #expect(json.contains("\"cpu_us\" : 1.5"))
  }
}
