public import CypherSyntax
public import Diagnostics

/// A query whose names are resolved, ready to be planned.
public struct BoundQuery: Sendable {
  public var body: BoundUnion
  public var mode: QuerySyntax.Mode
  public var slots: [SlotInfo]
  public var localCount: Int
  public var names: QueryNames
  /// Queries inside expressions, by number.
  public var subqueries: [BoundUnion]
  /// What is asked of each of them.
  public var subqueryAnswers: [SubqueryReference.Answer]
  /// The columns of the answer; none for a query without RETURN.
  public var columns: [String]
  public var isWriting: Bool
  /// What is odd but not wrong: a label that nothing has.
  public var warnings: [Diagnostic]
}

public struct SlotInfo: Sendable {
  /// The variable's name; `nil` for what the query does not name.
  public var name: String?
  public var type: StaticType
}

/// Single queries joined by UNION.
public struct BoundUnion: Sendable {
  public struct Part: Sendable {
    public var clauses: [BoundClause]
    /// The slots of the answer, in column order.
    public var output: [Slot]
    /// Variables of an enclosing expression that the query reads, and the slots it reads them from.
    public var imports: [LocalImport]
  }

  /// Queries before NEXT, in order: every part begins with the rows of the last one.
  public var leading: [BoundUnion] = []
  public var parts: [Part]
  /// Slots of the enclosing query that what follows may read; a union of several parts lets go of them.
  public var carried: [Slot] = []
  /// Whether repeated rows are left out: UNION without ALL.
  public var isDistinct: Bool
  /// The slots that hold the answer of the union, in column order; the parts' own where there is one part.
  public var output: [Slot]
}

/// A variable of an expression copied into the rows of a query inside it.
public struct LocalImport: Hashable, Sendable {
  public var local: Local
  public var slot: Slot
}

public indirect enum BoundClause: Sendable {
  case match(BoundMatch)
  case unwind(BoundExpression, Slot)
  case call(BoundCall)
  case subquery(BoundSubqueryCall)
  case forEach(BoundForEach)
  case loadCSV(BoundTableLoad)
  case projection(BoundProjection)
  case create(BoundCreate)
  case merge(BoundMerge)
  case set([BoundSetItem])
  case delete([BoundExpression], isDetaching: Bool)
}

public struct BoundMatch: Sendable {
  public var isOptional: Bool
  public var pattern: BoundPattern
  public var predicates: [BoundExpression]
  /// What the clause binds: null in all of them where an optional pattern is not found.
  public var newSlots: [Slot]
}

public struct BoundCall: Sendable {
  /// Whether a row for which the procedure gives nothing goes on with nulls.
  public var isOptional: Bool
  public var procedure: Procedure
  public var arguments: [BoundExpression]
  /// The fields that are read, by number, and their slots.
  public var outputs: [(field: Int, slot: Slot)]
  public var condition: BoundExpression?
}

/// `CALL { … }`
public struct BoundSubqueryCall: Sendable {
  public var query: BoundUnion
  /// Whether a row for which the query gives nothing goes on with nulls.
  public var isOptional: Bool
  public var isWriting: Bool
}

public struct BoundForEach: Sendable {
  public var list: BoundExpression
  public var slot: Slot
  public var clauses: [BoundClause]
}

/// `LOAD CSV`
public struct BoundTableLoad: Sendable {
  public var url: BoundExpression
  public var fieldTerminator: BoundExpression?
  public var withHeaders: Bool
  /// A map with headers, else a list.
  public var row: Slot
  /// What `linenumber()` and `file()` tell of the row.
  public var line: Slot
  public var file: Slot

  var expressions: [BoundExpression] { [url] + (fieldTerminator.map { [$0] } ?? []) }
}

/// WITH or RETURN.
public struct BoundProjection: Sendable {
  public struct Item: Sendable {
    public var slot: Slot
    public var expression: BoundExpression
  }

  public struct SortKey: Sendable {
    public var expression: BoundExpression
    public var isDescending: Bool
  }

  public struct Aggregation: Sendable {
    public var keys: [Item]
    public var aggregates: [(slot: Slot, call: AggregateCall)]
  }

  /// Computed before the items; the items then speak of its slots.
  public var aggregation: Aggregation?
  public var items: [Item]
  /// Slots that are kept beside the items: what a subquery has from the query around it.
  public var carried: [Slot] = []
  public var isDistinct: Bool
  public var order: [SortKey]
  public var skip: BoundExpression?
  public var limit: BoundExpression?
  public var condition: BoundExpression?
}

public struct BoundCreate: Sendable {
  public struct Node: Sendable {
    public var slot: Slot
    public var labels: [String]
    public var properties: BoundExpression?
  }

  public struct Relationship: Sendable {
    public var slot: Slot
    public var type: String
    public var from: Slot
    public var to: Slot
    public var properties: BoundExpression?
    public var span: SourceSpan
  }

  /// In the order in which they are written.
  public var nodes: [Node] = []
  public var relationships: [Relationship] = []
  public var paths: [BoundPattern.NamedPath] = []
}

public struct BoundMerge: Sendable {
  public var match: BoundMatch
  public var create: BoundCreate
  public var onCreate: [BoundSetItem]
  public var onMatch: [BoundSetItem]
}

public enum BoundSetItem: Sendable {
  case property(owner: BoundExpression, name: String, value: BoundExpression)
  case replaceProperties(Slot, value: BoundExpression)
  case mergeProperties(Slot, value: BoundExpression)
  case addLabels(Slot, [String])
  case removeLabels(Slot, [String])
}
