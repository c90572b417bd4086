import Foundation
import GraphWorkspace
import Testing

/// The openCypher TCK against `styrgraf session`, judged strictly: error type, phase and detail, and side effects by
/// comparing the graph.
///
/// The cases and their runner lie in the folder that STYRGRAF_TCK names, else in `../shared/tck`; without them the test
/// is skipped.
@Suite struct TCKTests {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["STYRGRAF_TCK"] { return URL(filePath: named) }
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appending(path: "shared/tck")
  }()

  static var isThere: Bool {
    FileManager.default.isReadableFile(atPath: folder.appending(path: "runner").path) && Program.isBuilt
  }

  @Test(
    .enabled(if: isThere, "no openCypher TCK: set STYRGRAF_TCK to the folder that holds its runner"),
    arguments: [[], ["--rows-per-batch", "1"], ["--rows-per-batch", "2"]]
      + EngineSettings.rewriteNames.map { ["--without-rewrite", $0] })
  func everyCasePasses(engine: [String]) throws { try expectSuccess(session: engine) }

  /// What `FeatureTests` runs by a runner of its own. The runner's CSV files lie anywhere below the root.
  @Test(.enabled(if: isThere, "no openCypher TCK: set STYRGRAF_TCK to the folder that holds its runner"))
  func ownFeaturesPassByTheSameRunner() throws {
    let features = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Features")
    try expectSuccess(options: ["--features", features.path], session: ["--workspace", "/"])
  }

  private func expectSuccess(options: [String] = [], session: [String] = []) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["python3", Self.folder.appending(path: "runner").path, "--timeout", "120", "--max-failures", "20", "-v"]
      + options
      + ["--", Program.path, "session", "--db", ":memory:"] + session
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let printed = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let summary = printed.split(separator: "\n").last.map(String.init) ?? ""
    #expect(process.terminationStatus == 0, "\(printed.suffix(4000))")
    #expect(summary.contains(" passed, 0 failed"))
  }
}
