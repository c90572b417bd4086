public import ImpactAnalysis

/// Which councils are responsible for a thing, and by what.
public struct Responsibility: Sendable {
  /// What made the councils responsible; the first rule that gives any counts.
  public enum Rule: String, Hashable, Sendable {
    /// It is a council.
    case itself
    /// The council owns it.
    case owner
    /// A process team owns it, whose programme area the council is responsible for.
    case owningTeam = "owning-team"
    /// The council is responsible for the programme area that it belongs to, or that it is.
    case area
    /// The council is responsible for something that the design item uses, is based on or contains.
    case contents
  }

  /// By key; none, one or several.
  public let councils: [ImpactElement]
  /// `nil` if nobody is responsible.
  public let rule: Rule?
  /// Whether a relationship that made a council responsible is inferred, not stated by a source.
  public let restsOnInference: Bool
  /// Other owners than councils, by key.
  public let owners: [ImpactElement]
}
