public import GraphModel
public import ImpactAnalysis

/// What could be pointed at instead of a thing whose retirement breaks others. Proposed, never done.
public struct Cure: Sendable {
  public let old: ImpactElement
  /// What breaks directly at `old`, by key.
  public let dependents: [ImpactElement]
  /// Those that may replace it, best first; then those that may not, which say why.
  public let candidates: [CureCandidate]

  /// How many of the candidates may replace it.
  public var acceptableCount: Int { candidates.count { $0.refusal == nil } }
}

/// Something that could replace another.
public struct CureCandidate: Sendable {
  public let element: ImpactElement
  /// 0…1: how much speaks for it.
  public let score: Double
  /// What speaks for it, strongest first; at least one.
  public let reasons: [CureReason]
  /// Why it may not replace it as things stand; `nil` if it may.
  public let refusal: ReplacementRefusal?
  /// What should be known before it is chosen, such as what a rule that was never decided would say.
  public let notes: [ImpactNote]
}

/// Why something is a candidate: a stable code, and words.
public struct CureReason: Sendable {
  public enum Code: String, Sendable {
    /// The graph says that it supersedes the old one.
    case supersedes
    /// It supersedes what supersedes the old one.
    case supersedesSuccessor = "supersedes-successor"
    /// The review of something that breaks names it as what shall take the place.
    case namedByReview = "named-by-review"
    case sameTopic = "same-topic"
    /// It leads to the same thing as the old one.
    case sameTarget = "same-target"
    case similarTitle = "similar-title"
    case sameArea = "same-area"
    case sameType = "same-type"
  }

  public let code: Code
  public let text: Caption
  /// How much it says, 0…1.
  let weight: Double
}
