public import CypherSyntax

/// What is to be done, as a tree of operators that take rows from their input and give rows.
public indirect enum LogicalPlan: Sendable {
  /// One row: empty, or that of the enclosing row in a subquery.
  case argument([LocalImport])
  /// For each input row every node, or every node with a label.
  case nodeScan(LogicalPlan, NodeScan)
  /// For each input row the nodes whose property has a value.
  case nodeSeek(LogicalPlan, NodeSeek)
  case expand(LogicalPlan, Expand)
  case expandVariable(LogicalPlan, ExpandVariable)
  /// Checks that a list of relationships found before makes a path.
  case followList(LogicalPlan, FollowList)
  /// For each input row the ways through repetitions of a piece of a path.
  case repeatPath(LogicalPlan, RepeatPath)
  /// For each input row the wanted ones among the paths from a node.
  case searchPaths(LogicalPlan, SearchPaths)
  case filter(LogicalPlan, BoundExpression)
  /// Adds slots, or overwrites them.
  case project(LogicalPlan, [BoundProjection.Item])
  /// Keeps these slots alone.
  case keep(LogicalPlan, [Slot])
  case aggregate(LogicalPlan, keys: [BoundProjection.Item], aggregates: [Aggregate])
  /// For each group of input rows how many nodes walks from a node of its rows reach: instead of walking from each row
  /// and counting what is found.
  case reachCount(LogicalPlan, ReachCount)
  case distinct(LogicalPlan, [Slot])
  case sort(LogicalPlan, [BoundProjection.SortKey])
  /// The first rows of an order, without sorting the rest.
  case top(LogicalPlan, [BoundProjection.SortKey], skip: BoundExpression?, limit: BoundExpression)
  case skip(LogicalPlan, BoundExpression)
  case limit(LogicalPlan, BoundExpression)
  case unwind(LogicalPlan, BoundExpression, Slot)
  /// For each input row the rows of a procedure; the row itself for a procedure without fields.
  case call(LogicalPlan, BoundCall)
  /// For each input row the rows of the inner plan, or one with nulls if it gives none.
  case optional(LogicalPlan, inner: LogicalPlan, nullable: [Slot])
  /// For each input row the rows of a subquery: its outputs added to the row; the row itself for a subquery without
  /// RETURN.
  case apply(LogicalPlan, inner: LogicalPlan, Apply)
  case union([UnionBranch], output: [Slot])
  /// The second plan, whose arguments are all rows of the first: NEXT.
  case pipe(LogicalPlan, into: LogicalPlan)
  /// Fills slots again from the row that a subquery began with.
  case restore(LogicalPlan, [Slot])
  /// For each input row the rows of a file.
  case loadCSV(LogicalPlan, BoundTableLoad)
  /// Reads its input to the end before it gives a row: between reading and writing.
  case eager(LogicalPlan)
  case create(LogicalPlan, BoundCreate)
  case merge(LogicalPlan, BoundMerge, match: LogicalPlan)
  case set(LogicalPlan, [BoundSetItem])
  case delete(LogicalPlan, [BoundExpression], isDetaching: Bool)
  /// Runs the inner plan for each item of a list, and lets the row pass.
  case forEach(LogicalPlan, BoundForEach, inner: LogicalPlan)

  public struct Apply: Sendable {
    /// None for a subquery without RETURN, which lets every row pass once.
    public var outputs: [Slot]
    /// Whether a row for which there is nothing goes on with nulls.
    public var isOptional: Bool
  }

  public struct NodeScan: Sendable {
    public var slot: Slot
    public var label: LabelName?
    /// Conditions on the node alone that its rows must meet.
    public var conditions: [BoundExpression] = []
    /// What the rows hold on for whoever comes after; `nil`: everything.
    public var carried: [Slot]?
    /// The nodes are counted: for each input row one row with their number in `slot`.
    public var isCount = false
  }

  public struct NodeSeek: Sendable {
    public var slot: Slot
    public var label: LabelName?
    public var property: PropertyName
    public var value: BoundExpression
    /// Whether the value is a list, any item of which will do.
    public var isList: Bool
  }

  public struct Expand: Sendable {
    public var from: Slot
    public var to: Slot
    /// Whether `to` is bound already, so that only relationships to it count.
    public var isInto: Bool
    public var relationship: Slot
    /// Whether the relationship is bound already, so that only it counts.
    public var isBound: Bool
    public var direction: RelationshipPatternSyntax.Direction
    public var types: [TypeName]?
    /// Relationships of the same MATCH, which must be different ones.
    public var distinctFrom: [Slot]
    /// Conditions on the relationship and the node to which it leads, and on nothing else.
    public var conditions: [BoundExpression] = []
    /// What the rows hold on for whoever comes after; `nil`: everything.
    public var carried: [Slot]?
    /// Asks for numbers instead of relationships.
    public var count: Count?

    /// A node's relationships are counted: one row for each node that has any, without the relationship and its end.
    public struct Count: Sendable {
      /// Holds the number.
      public var slot: Slot
      /// What the node at the other end must be.
      public var ends: BoundLabelExpression?
    }
  }

  public struct ExpandVariable: Sendable {
    public var from: Slot
    public var to: Slot
    public var isInto: Bool
    public var relationships: Slot
    public var direction: RelationshipPatternSyntax.Direction
    /// Whether the pattern is walked against the order in which it is written, so that the list is turned round.
    public var isReversed: Bool
    public var types: [TypeName]?
    public var length: BoundPattern.Length
    public var distinctFrom: [Slot]
    public var stepConditions: [BoundExpression]
    public var stepLocal: Local
    public var mode: PathModeSyntax
    /// Each end node once and no list: how many ways lead there does not matter to the query.
    public var isReachability: Bool
    /// Each end node once for all rows together: nor does it matter where the ways begin.
    public var isShared = false
    /// Only end nodes of which this holds, where it is a search for end nodes.
    public var endLabels: BoundLabelExpression?
    /// Each end node once for all rows together, and nothing of them but their number.
    public var isCounted = false
    /// Conditions on the end node alone, where it is counted.
    public var endConditions: [BoundExpression] = []
    /// Whether somebody reads the relationships of the paths.
    public var isListRead = true
  }

  public struct FollowList: Sendable {
    public var from: Slot
    public var to: Slot
    public var isInto: Bool
    public var relationships: Slot
    public var direction: RelationshipPatternSyntax.Direction
    public var isReversed: Bool
  }

  public struct RepeatPath: Sendable {
    public var from: Slot
    public var to: Slot
    public var isInto: Bool
    /// The relationships of all repetitions, in the order written.
    public var relationships: Slot
    /// Whether the pattern is walked against the order in which it is written.
    public var isReversed: Bool
    public var body: PathBody
    public var length: BoundPattern.Length
    public var distinctFrom: [Slot]
    public var mode: PathModeSyntax
    /// Each end node once and no lists.
    public var isReachability: Bool
    /// As in `ExpandVariable`.
    public var isShared = false
    public var endLabels: BoundLabelExpression?
    public var isCounted = false
    public var endConditions: [BoundExpression] = []
  }

  public struct SearchPaths: Sendable {
    /// The end of the pattern that is bound.
    public var from: Slot
    public var to: Slot
    public var isInto: Bool
    /// Whether `from` is the end as it is written.
    public var isReversed: Bool
    public var search: PathSearch
  }

  public struct Aggregate: Sendable {
    public var slot: Slot
    public var call: AggregateCall
  }

  public struct ReachCount: Sendable {
    /// Of the input rows; computing them cannot fail.
    public var keys: [BoundProjection.Item]
    /// Where the number of nodes goes.
    public var counts: [Aggregate]
    /// The walk: in one direction, of any length.
    public var expand: ExpandVariable
    /// All of what the labels of a node must be that is counted.
    public var labels: [BoundLabelExpression]
  }

  public struct UnionBranch: Sendable {
    public var plan: LogicalPlan
    /// The branch's slots, copied to the union's output in order.
    public var slots: [Slot]
  }
}
