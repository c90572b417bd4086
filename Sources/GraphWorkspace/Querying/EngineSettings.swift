import CypherSemantics

/// How queries are planned and run, where it must not change an answer: anybody can ask again in another way and
/// compare.
public struct EngineSettings: Sendable {
  /// What `rowsPerBatch` may be.
  public static let possibleRowsPerBatch = 1...1_000_000

  /// How many rows the steps of a plan hand to each other at once.
  public let rowsPerBatch: Int
  let rewrites: PlanRewrites

  /// What is usual.
  public static let standard = EngineSettings(rowsPerBatch: 1024, rewrites: .all)

  private init(rowsPerBatch: Int, rewrites: PlanRewrites) {
    self.rowsPerBatch = rowsPerBatch
    self.rewrites = rewrites
  }

  /// - Parameter leavingOut: names of rewrites that are not applied.
  /// - Returns: `nil` for a number of rows that is not possible, or a rewrite that does not exist.
  public init?(rowsPerBatch: Int = 1024, leavingOut: [String] = []) {
    guard Self.possibleRowsPerBatch.contains(rowsPerBatch), leavingOut.allSatisfy(Self.rewriteNames.contains) else {
      return nil
    }
    self.init(rowsPerBatch: rowsPerBatch, rewrites: leavingOut.reduce(.all) { $0.without($1) })
  }

  /// The rewrites that a plan goes through, in order.
  public static var rewriteNames: [String] { PlanRewrites.all.rewrites.map(\.name) }
}
