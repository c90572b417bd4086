public import GraphModel

/// A node that loses an owner or the like, because the scenario retires that.
///
/// It is no effect: nothing is wrong with the node, and nothing passes on from it, but somebody must decide who takes
/// over.
public struct UnownedElement: Sendable {
  public let element: ImpactElement
  /// What is retired and was its owner or the like.
  public let lost: ImpactElement
  /// What the lost one was to it: the name of a relationship type, or a role that the graph's own rules name.
  public let role: String
  /// Who else is the same to it, active and not retired, by key.
  public let remaining: [ImpactElement]
  /// What the scenario puts in the place of the lost one.
  public let takenOverBy: ImpactElement?

  /// Whether nobody is left in the role.
  public var isLeftAlone: Bool { remaining.isEmpty && takenOverBy == nil }
}

/// What a graph's own rules say of who loses whom, beyond the relationship types whose table says `unowned`.
public protocol OwnershipRules: Sendable {
  /// - Parameters:
  ///   - retired: everything that the scenario retires and that was active, by key.
  ///   - replacements: the replacements that hold, old to new.
  /// - Returns: what is left, each node with each loss once; nothing that is inactive or retired itself.
  func losses(retiring retired: [NodeIndex], replacements: [NodeIndex: NodeIndex]) -> [OwnershipLoss]
}

/// One answer of `OwnershipRules`.
public struct OwnershipLoss: Hashable, Sendable {
  public var node: NodeIndex
  /// The retired node that was its owner or the like.
  public var lost: NodeIndex
  /// What the lost one was to it.
  public var role: String
  /// Who else is the same to it.
  public var remaining: [NodeIndex]
  public var takenOverBy: NodeIndex?

  public init(
    node: NodeIndex, lost: NodeIndex, role: String, remaining: [NodeIndex] = [], takenOverBy: NodeIndex? = nil
  ) {
    self.node = node
    self.lost = lost
    self.role = role
    self.remaining = remaining
    self.takenOverBy = takenOverBy
  }
}
