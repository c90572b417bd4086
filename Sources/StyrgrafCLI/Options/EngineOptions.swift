import ArgumentParser
import GraphWorkspace

/// How the engine works; the answers are the same.
struct EngineOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many rows go from step to step at once (default: 1024). Changes no answer.", valueName: "rows"))
  var rowsPerBatch: Int?
  @Option(
    help: ArgumentHelp(
      "Leaves a rewrite of plans out; may be repeated. Changes no answer.",
      valueName: EngineSettings.rewriteNames.joined(separator: "|")))
  var withoutRewrite: [String] = []

  func validate() throws {
    let possible = EngineSettings.possibleRowsPerBatch
    if let rowsPerBatch, !possible.contains(rowsPerBatch) {
      throw ValidationError("--rows-per-batch is a number from \(possible.lowerBound) to \(possible.upperBound).")
    }
    for name in withoutRewrite where !EngineSettings.rewriteNames.contains(name) {
      throw ValidationError(
        "There is no rewrite '\(name)'; there are \(EngineSettings.rewriteNames.joined(separator: ", ")).")
    }
  }

  var settings: EngineSettings {
    EngineSettings(rowsPerBatch: rowsPerBatch ?? EngineSettings.standard.rowsPerBatch, leavingOut: withoutRewrite)
      ?? .standard
  }
}
