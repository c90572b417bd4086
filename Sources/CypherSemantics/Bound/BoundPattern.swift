public import CypherSyntax
public import Diagnostics

/// The patterns of one MATCH as a graph of nodes and relationships with their slots.
///
/// Conditions written inside the pattern (labels, properties, WHERE) stand among the clause's predicates.
public struct BoundPattern: Sendable {
  public struct Node: Sendable {
    public var slot: Slot
    /// The label to start a scan with, if the pattern names one.
    public var label: LabelName?
    /// Whether an earlier clause has bound it.
    public var isBound: Bool
  }

  public struct Relationship: Sendable {
    public var slot: Slot
    /// In the order written; `direction` says how the relationship runs between them.
    public var left: Slot
    public var right: Slot
    public var direction: RelationshipPatternSyntax.Direction
    /// `nil`: every type. An empty list matches nothing. What a list cannot say stands among the conditions.
    public var types: [TypeName]?
    /// `nil`: exactly one relationship, the slot holds it; else the slot holds their list.
    public var length: Length?
    public var isBound: Bool
    /// Conditions on every single relationship of a variable-length pattern; they see it as `stepLocal`.
    public var stepConditions: [BoundExpression]
    public var stepLocal: Local
    /// What is repeated, where that is more than one relationship without conditions on its ends; the slot then
    /// holds the relationships of all repetitions.
    public var body: PathBody?
    public var mode = PathModeSyntax.trail
    public var span: SourceSpan
  }

  public struct Length: Hashable, Sendable {
    public var lower: Int
    public var upper: Int?
  }

  /// A named path: slots of its first node and of its relationships.
  public struct NamedPath: Sendable {
    public var slot: Slot
    public var start: Slot
    public var steps: [Slot]
  }

  public var nodes: [Node] = []
  public var relationships: [Relationship] = []
  public var searches: [PathSearch] = []
  public var paths: [NamedPath] = []
}
