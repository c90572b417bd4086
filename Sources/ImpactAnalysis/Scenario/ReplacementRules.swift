public import GraphModel

/// What a graph's own rules say of a replacement, beyond what holds in every graph.
public protocol ReplacementRules: Sendable {
  /// - Parameter new: a node that is there, active, of the old one's kind, and not retired by the scenario.
  func judgement(onReplacing old: NodeIndex, with new: NodeIndex) -> ReplacementJudgement
}

/// The answer of `ReplacementRules`.
public struct ReplacementJudgement: Sendable {
  /// Why the replacement may not be; `nil` allows it.
  public var refusal: ReplacementRefusal?
  /// What should be known all the same.
  public var notes: [ImpactNote]

  public init(refusal: ReplacementRefusal? = nil, notes: [ImpactNote] = []) {
    self.refusal = refusal
    self.notes = notes
  }
}

/// Why a replacement is refused: a stable code, and words.
public struct ReplacementRefusal: Sendable {
  public enum Code: String, Sendable {
    /// Nothing replaces itself.
    case same
    /// There is no such node.
    case missing
    /// The call names several replacements for one node.
    case ambiguous
    /// The replacements of the call lead back to the node.
    case cycle
    /// The scenario retires the replacement too.
    case retired
    case inactive
    case otherKind = "other-kind"
    case notValid = "not-valid"
    /// A rule of the graph forbids it.
    case notAllowed = "not-allowed"
    /// A rule of the graph limits a property that the replacement lacks.
    case unknownProperty = "unknown-property"
  }

  public var code: Code
  public var text: Caption

  public init(code: Code, text: Caption) {
    self.code = code
    self.text = text
  }
}

/// Something an impact report says beside its numbers: a stable code, and words.
public struct ImpactNote: Sendable {
  /// The code of the note that the schema declares no consequences for a kind.
  static let noImpactOfKind = "no-impact-of-kind"

  public var code: String
  public var text: Caption

  public init(code: String, text: Caption) {
    self.code = code
    self.text = text
  }
}
