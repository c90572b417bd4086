public import Temporals

/// A value of the query language and of a property.
///
/// Nodes, relationships and paths stand for elements of one snapshot (or overlay); whoever shows them looks them up
/// there, or in the `ResultTable` that carries them. Properties hold none of these, no maps and no nulls.
///
/// `==` and `hash` are *equivalence*, the sense of DISTINCT and grouping: null is equivalent to null, NaN to NaN, and an
/// integer to the float of the same number. The language's `=` with three outcomes is `equality(with:)`.
public enum Value: Sendable {
  case null
  case boolean(Bool)
  case integer(Int64)
  case float(Double)
  case string(String)
  case date(CalendarDate)
  case localTime(LocalTime)
  indirect case time(OffsetTime)
  indirect case localDateTime(LocalDateTime)
  indirect case dateTime(ZonedDateTime)
  indirect case duration(CalendarDuration)
  case list([Value])
  case map([String: Value])
  case node(NodeIndex)
  case relationship(RelationshipIndex)
  indirect case path(Path)
}

/// A walk through the graph: one node more than relationships.
public struct Path: Hashable, Sendable {
  public var nodes: [NodeIndex]
  public var relationships: [RelationshipIndex]

  /// - Precondition: one node more than relationships.
  public init(nodes: [NodeIndex], relationships: [RelationshipIndex]) {
    precondition(nodes.count == relationships.count + 1, "a path has one node more than relationships")
    self.nodes = nodes
    self.relationships = relationships
  }
}

extension Value {
  public var isNull: Bool {
    if case .null = self { return true }
    return false
  }

  /// Whether it is a list or a map, which may hold others.
  public var isNested: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }

  /// The name of the value's type in messages and manuals, in upper case as the standard writes it.
  public var typeName: String {
    switch self {
    case .null: "NULL"
    case .boolean: "BOOLEAN"
    case .integer: "INTEGER"
    case .float: "FLOAT"
    case .string: "STRING"
    case .date: "DATE"
    case .localTime: "LOCAL TIME"
    case .time: "TIME"
    case .localDateTime: "LOCAL DATETIME"
    case .dateTime: "DATETIME"
    case .duration: "DURATION"
    case .list: "LIST"
    case .map: "MAP"
    case .node: "NODE"
    case .relationship: "RELATIONSHIP"
    case .path: "PATH"
    }
  }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByFloatLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .boolean(value) }
  public init(floatLiteral value: Double) { self = .float(value) }
  public init(arrayLiteral elements: Value...) { self = .list(elements) }
  public init(nilLiteral: ()) { self = .null }
}
