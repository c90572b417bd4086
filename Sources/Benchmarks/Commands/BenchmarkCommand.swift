import ArgumentParser
import Foundation
import GraphModel
import GraphWorkspace

@main
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "styrgraf-bench", abstract: "Makes a synthetic country and measures how fast it is answered about.",
    discussion: """
      EXAMPLE
        styrgraf-bench generate --scale 1 country
        styrgraf-bench load country --db country.db
        styrgraf-bench parameters --db country.db > parameters.json
        styrgraf-bench run --db country.db --params parameters.json

      Times are medians of warm runs: processor time of the whole process, and wall time. Build it with -c release.
      """,
    subcommands: [
      GenerateCommand.self, LoadMeasurementCommand.self, ParametersCommand.self, RunCommand.self, CompareCommand.self,
      DiagramsCommand.self,
    ])
}

struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Writes a synthetic country as a folder that 'styrgraf load' reads.",
    discussion: "Scale 1 is one region of about 50,000 nodes and 260,000 relationships; 20 is the whole country.")

  @Option(help: "How many regions; below 1 a part of one.") var scale = 1.0
  @Option(help: "The same seed gives the same country.") var seed: UInt64 = 1
  @Argument(help: "The folder to write.") var folder: String

  func validate() throws {
    guard scale > 0, scale <= 100 else { throw ValidationError("--scale is above 0 and at most 100") }
  }

  func run() throws {
    let summary = try CountryGenerator.generate(scale: scale, seed: seed, into: folder)
    print("\(folder): \(summary.nodes) nodes, \(summary.relationships) relationships")
  }
}

struct LoadMeasurementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "Loads folders into a new database and tells the time, memory and file size.")

  @Argument(help: "The folders to load.") var folders: [String]
  @Option(help: "The database to make; there may be none yet.") var db: String
  @Option(help: ArgumentHelp("How to answer.", valueName: "text|json")) var format: BenchmarkFormat = .text

  func validate() throws {
    if FileManager.default.fileExists(atPath: db) { throw ValidationError("'\(db)' is there already") }
  }

  func run() throws {
    let workspace = GraphWorkspace(database: db)
    let (cpu, wall) = (ProcessClock.processorSeconds, ProcessClock.wallSeconds)
    _ = try workspace.load(folders, context: ChangeContext(actor: "styrgraf-bench", reason: "benchmark"))
    let load = Measurement(
      cpuMicroseconds: (ProcessClock.processorSeconds - cpu) * 1e6,
      wallMicroseconds: (ProcessClock.wallSeconds - wall) * 1e6, runs: 1, answer: "loaded")
    let info = try workspace.info()
    var results = BenchmarkResults(nodes: info.nodeCount, relationships: info.relationshipCount)
    results.tasks["load"] = load
    results.peakMemoryBytes = ProcessClock.peakMemory
    results.fileBytes = Int(info.fileSize)
    print(try format.text(results))
  }
}

struct ParametersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parameters", abstract: "Chooses what the questions are asked about; prints them as JSON.")

  @Option(help: "The database.") var db: String
  @Option(help: "The same seed chooses the same.") var seed: UInt64 = 1

  func run() throws {
    let parameters = try ParameterChoice.choose(in: GraphWorkspace(database: db), seed: seed)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    print(String(decoding: try encoder.encode(parameters), as: UTF8.self))
  }
}

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Measures the questions and tasks on a database.")

  @Option(help: "The database.") var db: String
  @Option(help: "What the questions are asked about: a file of 'styrgraf-bench parameters'.") var params: String
  @Option(
    help: ArgumentHelp(
      "Measure these alone, separated by commas; 'change' is the one with a comma.", valueName: "names")) var only:
    String?
  @Option(
    help: ArgumentHelp("Asks the questions also through 'session' of this styrgraf program.", valueName: "program"))
  var session: String?
  @Option(
    help: ArgumentHelp(
      "Runs another program and shows its times; may be repeated. It prints lines 'RES NAME ANSWER SECONDS'.",
      valueName: "name=command"))
  var beside: [BesideProgram] = []
  @Option(help: ArgumentHelp("How to answer.", valueName: "text|json")) var format: BenchmarkFormat = .text

  func run() throws {
    let parameters = try JSONDecoder().decode(
      BenchmarkParameters.self, from: Data(contentsOf: URL(filePath: params)))
    let names = only.map { Set($0.split(separator: ",").map(String.init)) } ?? []
    let run = BenchmarkRun(
      database: db, parameters: parameters, only: names, sessionProgram: session, beside: beside)
    let results = try run.measure { name in
      FileHandle.standardError.write(Data("measuring \(name)\n".utf8))
    }
    print(try format.text(results))
    if !results.disagreements.isEmpty { throw ExitCode(1) }
  }
}

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Compares two result files; exit status 1 if one thing got too slow.")

  @Argument(help: "Results of 'run --format json' to compare with.") var before: String
  @Argument(help: "Results to judge.") var after: String
  @Option(help: "How much slower is too slow: 1.2 is a fifth.") var threshold = 1.2

  func run() throws {
    let comparison = BenchmarkComparison(try results(before), try results(after))
    print(comparison.text(threshold: threshold))
    if !comparison.failures(threshold: threshold).isEmpty { throw ExitCode(1) }
  }

  private func results(_ path: String) throws -> BenchmarkResults {
    try JSONDecoder().decode(BenchmarkResults.self, from: Data(contentsOf: URL(filePath: path)))
  }
}

extension BesideProgram: ExpressibleByArgument {}

enum BenchmarkFormat: String, ExpressibleByArgument {
  case text, json

  func text(_ results: BenchmarkResults) throws -> String {
    switch self {
    case .text: results.text
    case .json: try results.json
    }
  }
}
