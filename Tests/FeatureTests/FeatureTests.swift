import Testing

/// What users have beyond the openCypher TCK, as feature files in its format: `Tests/Features`.
///
/// The TCK's own runner reads the same files (`--features`), see `TCKTests`.
@Suite struct FeatureTests {
  @Test(arguments: try FeatureCase.all())
  func holds(_ feature: FeatureCase) {
    #expect(throws: Never.self) { try FeatureRun.run(feature.steps) }
  }

  @Test func thereAreCases() throws {
    #expect(try FeatureCase.all().count > 500)
  }
}
