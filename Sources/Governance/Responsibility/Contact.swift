public import ImpactAnalysis

/// Whom to turn to at a body, as the graph tells it: a role or the body itself, never a person.
public struct Contact: Sendable {
  /// A role, or the body or class of bodies that has an address of its own.
  public let element: ImpactElement
  /// Where it is placed: the body, or the class of bodies that the body is one of, such as all councils.
  public let place: ImpactElement
  /// Whether it is known of the class only, so that it is the same for all of its bodies.
  public let isOfClass: Bool
  /// Functional addresses as the source writes them; the name of a channel whose address no source gives.
  public let addresses: [String]
  /// What should be known of the role, such as that no source says who has it.
  public let note: String?
}
