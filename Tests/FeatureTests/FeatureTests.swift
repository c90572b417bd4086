import GraphWorkspace
import Testing

/// What users have beyond the openCypher TCK, as feature files in its format: `Tests/Features`.
///
/// The TCK's own runner reads the same files (`--features`), see `TCKTests`.
@Suite struct FeatureTests {
  @Test(arguments: try FeatureCase.all())
  func holds(_ feature: FeatureCase) {
    #expect(throws: Never.self) { try FeatureRun.run(feature.steps) }
  }

  /// Neither how many rows go together nor a rewrite changes an answer.
  @Test(arguments: [1, 2].map { ($0, "") } + EngineSettings.rewriteNames.map { (1024, $0) })
  func holds(rowsPerBatch: Int, withoutRewrite name: String) throws {
    let engine = try #require(EngineSettings(rowsPerBatch: rowsPerBatch, leavingOut: name.isEmpty ? [] : [name]))
    for feature in try FeatureCase.all() {
      #expect(throws: Never.self, "\(feature)") { try FeatureRun.run(feature.steps, engine: engine) }
    }
  }

  @Test func anUnknownRewriteCannotBeLeftOut() {
    #expect(EngineSettings(leavingOut: ["no such rewrite"]) == nil)
    #expect(EngineSettings(rowsPerBatch: 0) == nil)
  }

  @Test func thereAreCases() throws {
    #expect(try FeatureCase.all().count > 500)
  }
}
