public import CypherSyntax

/// What a quantifier repeats: nodes and relationships in turn, as variables of the conditions on one repetition.
public struct PathBody: Sendable {
  public struct Node: Sendable {
    public var local: Local
    /// The list of this node in all repetitions, if the query can name it: in the rows, and in conditions on a path.
    public var group: Group?
  }

  public struct Step: Sendable {
    public var local: Local
    public var group: Group?
    /// In the order written.
    public var direction: RelationshipPatternSyntax.Direction
    /// `nil`: every type. An empty list matches nothing.
    public var types: [TypeName]?
  }

  public struct Group: Sendable {
    public var slot: Slot
    public var local: Local
  }

  /// One more than steps.
  public var nodes: [Node]
  public var steps: [Step]
  public var conditions: [BoundExpression]

  /// Whether nothing is asked of the nodes and nobody can name them.
  var leavesNodesAlone: Bool {
    let locals = Set(nodes.map(\.local))
    return nodes.allSatisfy { $0.group == nil }
      && conditions.allSatisfy { !$0.containsSubquery && $0.locals.isDisjoint(with: locals) }
  }

  /// The groups, nodes and steps in one list, with where they stand in the body.
  public var groups: [(group: Group, position: Position)] {
    nodes.indices.compactMap { index in nodes[index].group.map { ($0, .node(index)) } }
      + steps.indices.compactMap { index in steps[index].group.map { ($0, .step(index)) } }
  }

  public enum Position: Sendable {
    case node(Int)
    case step(Int)
  }
}
