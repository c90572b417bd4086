public import GraphModel

/// A construct that not every dialect has, or that does not do the same everywhere: a row of the table in
/// `docs/dialects.md`.
public struct DialectFeature: Sendable {
  /// Stable, such as `quantified-relationship`.
  public var id: String
  public var name: Caption
  public var availability: DialectAvailability
  /// What to write instead, in general; for a warning, what differs.
  public var advice: Caption
  /// Whether it runs everywhere and may mean or do something else there.
  public var isWarning: Bool
  /// A query with the construct, and one without that says something like it.
  public var example: String
  public var counterexample: String

  init(
    _ id: String, en: String, sv: String, _ availability: DialectAvailability, instead: String, stället: String,
    isWarning: Bool = false, example: String, counterexample: String
  ) {
    self.id = id
    name = Caption(["en": en, "sv": sv])
    self.availability = availability
    advice = Caption(["en": instead, "sv": stället])
    self.isWarning = isWarning
    self.example = example
    self.counterexample = counterexample
  }

  /// All of them, in the order of the manual. A new one is a row in one of these lists, and a line in `FeatureFinder`.
  public static let all: [DialectFeature] = clauses + patterns + expressions + warnings
}
