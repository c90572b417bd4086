import Governance
public import GraphModel
import ImpactAnalysis

extension ImpactAnswer {
  /// What could be pointed at instead of a retired thing, as people read of it.
  public struct CureReading: Sendable {
    public struct Candidate: Sendable {
      public var key: String
      public var name: String
      /// 0…1.
      public var score: Double
      public var reasons: [String]
      /// Why it may not replace it as things stand; `nil` if it may.
      public var refusal: String?
    }

    public var key: String
    public var name: String
    /// How many things break directly at it.
    public var dependentCount: Int
    /// Those that may replace it first, best first.
    public var candidates: [Candidate]
  }

  var cures: [Cure] { governance.cures(for: report) }

  /// For each retired thing at which something breaks, what could be pointed at instead; by key.
  /// - Complexity: that of `GovernanceImpact.cures(for:limit:)`.
  public func cureReadings(in language: CaptionLanguage) -> [CureReading] {
    cures.map { cure in
      CureReading(
        key: cure.old.key, name: cure.old.name, dependentCount: cure.dependents.count,
        candidates: cure.candidates.map { candidate in
          CureReading.Candidate(
            key: candidate.element.key, name: candidate.element.name, score: candidate.score,
            reasons: candidate.reasons.compactMap { $0.text.text(in: language) },
            refusal: candidate.refusal?.text.text(in: language))
        })
    }
  }

  /// The answer as one JSON object that has the member `cures` too.
  public func jsonWithCures(in language: CaptionLanguage) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      report.writeMembers(to: &writer, language: language)
      writer.key("cures")
      writer.array(cures) { $1.write(to: &$0, language: language) }
    }
    return writer.takeBytes()
  }
}
