import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace

/// What is done with the database as a whole, as tasks of the benchmark: opening without the map file, saving, and a
/// change with a question after it.
struct LedgerTasks {
  let database: String
  let parameters: BenchmarkParameters
  var isQuick = false

  static let openWithoutMap = "open and Q1hot without map"
  static let save = "save"
  static let change = "change, then Q1typ"
  /// As `change`, where names are separated by commas.
  static let changeAlias = "change"

  /// The map is built from the rows, and the hot document asked about, as a first process does after a load.
  func measureOpening() throws -> Measurement {
    let question = try question("Q1hot")
    return try Measurement.measure(isQuick: isQuick) {
      let workspace = GraphWorkspace(database: database, mapKeeping: MapKeeping(usesFile: false))
      return try question.answer(question.parameters.map { try workspace.prepare(question.text).answer($0) })
    }
  }

  func measureSaving() throws -> Measurement {
    let workspace = GraphWorkspace(database: database)
    _ = try workspace.graph()
    return try withScratchFolder { folder in
      try Measurement.measure(isQuick: isQuick) {
        let saved = try workspace.save(to: folder + "/saved")
        return "\(saved.nodes)/\(saved.relationships)"
      }
    }
  }

  /// One new link to the typical document is committed, and what depends on the document is asked for. The database is
  /// copied first.
  func measureChange() throws -> Measurement {
    try withScratchFolder { folder in
      let copy = folder + "/copy.db"
      for ending in ["", "-wal", ".map"] where FileManager.default.fileExists(atPath: database + ending) {
        try FileManager.default.copyItem(atPath: database + ending, toPath: copy + ending)
      }
      let workspace = GraphWorkspace(database: copy)
      _ = try workspace.graph()
      let question = try question("Q1typ")
      var number = 0
      return try Measurement.measure(isQuick: isQuick) {
        number += 1
        let text = "MATCH (d:Document {key: $k}) CREATE (:DesignLink {key: $new})-[:LINKS_TO]->(d)"
        _ = try workspace.query(
          QueryRequest(
            SourceText(name: "change", text: text),
            parameters: ["k": .string(parameters.typ.key), "new": .string("bench-\(number)")],
            writing: ChangeContext(actor: "styrgraf-bench", reason: "benchmark")))
        return try question.answer(question.parameters.map { try workspace.prepare(question.text).answer($0) })
      }
    }
  }

  private func question(_ name: String) throws -> BenchmarkQuestion {
    guard let question = BenchmarkQuestion.all(parameters).first(where: { $0.name == name }) else {
      throw BenchmarkError("there is no question '\(name)'")
    }
    return question
  }

  private func withScratchFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = NSTemporaryDirectory() + "/styrgraf-bench-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}
