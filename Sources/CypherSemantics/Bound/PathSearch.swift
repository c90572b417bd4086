public import CypherSyntax

/// A path pattern of whose matches between two nodes only some are wanted.
///
/// Joints and parts take turns: a joint is a node, a part is what leads to the next, once or repeatedly. Conditions
/// written inside the pattern choose among the paths before they are counted, and stand here: with the part or joint
/// that they speak of alone, else with the whole path.
public struct PathSearch: Sendable {
  public enum Choice: Hashable, Sendable {
    /// The first paths in order of length.
    case paths(Int)
    /// All paths of the first lengths that there are.
    case groups(Int)
  }

  public struct Joint: Sendable {
    public var local: Local
    /// `nil`: the node is that of another joint, or of an earlier clause.
    public var slot: Slot?
    public var conditions: [BoundExpression] = []
  }

  public struct Part: Sendable {
    public var body: PathBody
    /// `nil`: once, and its slot holds the relationship; else the slot holds the relationships of all repetitions.
    public var length: BoundPattern.Length?
    public var slot: Slot
  }

  public var choice: Choice
  public var mode: PathModeSyntax
  /// One more than parts.
  public var joints: [Joint]
  public var parts: [Part]
  /// Slots of the first and the last joint.
  public var start: Slot
  public var end: Slot
  /// Conditions on the ends together.
  public var endConditions: [BoundExpression] = []
  public var pathConditions: [BoundExpression] = []
  /// The path as the conditions on it see it.
  public var pathLocal: Local
  /// Whether a path from a node to itself counts if it has a relationship; not so in `shortestPath()`.
  public var allowsCycles: Bool

  /// Every slot that a found path fills, but for its ends.
  public var outputs: [Slot] {
    joints.dropFirst().dropLast().compactMap(\.slot)
      + parts.flatMap { [$0.slot] + $0.body.groups.map(\.group.slot) }
  }

  public var conditions: [BoundExpression] {
    joints.flatMap(\.conditions) + parts.flatMap(\.body.conditions) + endConditions + pathConditions
  }
}
