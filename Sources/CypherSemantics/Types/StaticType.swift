public import GraphModel

/// What is known of an expression's type before it runs: the set of types its value can have, null apart.
///
/// Used to refuse at compile time what cannot succeed for any value, as the language demands (`1 AND true`).
public struct StaticType: Hashable, Sendable {
  public struct Members: OptionSet, Hashable, Sendable {
    public let rawValue: UInt32

    public init(rawValue: UInt32) { self.rawValue = rawValue }

    public static let boolean = Members(rawValue: 1 << 0)
    public static let integer = Members(rawValue: 1 << 1)
    public static let float = Members(rawValue: 1 << 2)
    public static let string = Members(rawValue: 1 << 3)
    public static let list = Members(rawValue: 1 << 4)
    public static let map = Members(rawValue: 1 << 5)
    public static let node = Members(rawValue: 1 << 6)
    public static let relationship = Members(rawValue: 1 << 7)
    public static let path = Members(rawValue: 1 << 8)
    public static let date = Members(rawValue: 1 << 9)
    public static let time = Members(rawValue: 1 << 10)
    public static let localTime = Members(rawValue: 1 << 11)
    public static let dateTime = Members(rawValue: 1 << 12)
    public static let localDateTime = Members(rawValue: 1 << 13)
    public static let duration = Members(rawValue: 1 << 14)

    public static let number: Members = [.integer, .float]
    public static let temporal: Members = [.date, .time, .localTime, .dateTime, .localDateTime, .duration]
    public static let element: Members = [.node, .relationship]
    public static let all = Members(rawValue: (1 << 15) - 1)
  }

  public var members: Members
  /// What a list holds; any where it is not known.
  private var elements: [StaticType]

  public init(_ members: Members) {
    self.members = members
    elements = []
  }

  public static func list(of element: StaticType) -> StaticType {
    var type = StaticType(.list)
    type.elements = [element]
    return type
  }

  /// The type of a list's items.
  public var element: StaticType { elements.first ?? .any }

  public static let any = StaticType(.all)
  /// The type of `null` alone.
  public static let null = StaticType([])
  public static let boolean = StaticType(.boolean)
  public static let integer = StaticType(.integer)
  public static let float = StaticType(.float)
  public static let number = StaticType(.number)
  public static let string = StaticType(.string)
  public static let anyList = StaticType(.list)
  public static let map = StaticType(.map)
  public static let node = StaticType(.node)
  public static let relationship = StaticType(.relationship)
  public static let path = StaticType(.path)

  /// Whether some value can be of both; null always can.
  public func canBe(_ wanted: Members) -> Bool { members.isEmpty || !members.isDisjoint(with: wanted) }

  /// The type of a value that comes from one expression or the other.
  public func union(_ other: StaticType) -> StaticType {
    var type = StaticType(members.union(other.members))
    if members.contains(.list), other.members.contains(.list) {
      if !elements.isEmpty, !other.elements.isEmpty { type.elements = [element.union(other.element)] }
    } else {
      type.elements = members.contains(.list) ? elements : other.elements
    }
    return type
  }

  /// The type in words, for messages.
  public var description: String {
    if members == .all { return "any value" }
    if members.isEmpty { return "null" }
    let names: [(Members, String)] = [
      (.boolean, "boolean"), (.integer, "integer"), (.float, "float"), (.string, "string"), (.list, "list"),
      (.map, "map"), (.node, "node"), (.relationship, "relationship"), (.path, "path"), (.date, "date"),
      (.time, "time"), (.localTime, "local time"), (.dateTime, "datetime"), (.localDateTime, "local datetime"),
      (.duration, "duration"),
    ]
    return names.filter { members.contains($0.0) }.map(\.1).joined(separator: " or ")
  }
}

extension StaticType {
  /// The static type of a constant.
  public init(of value: Value) {
    switch value {
    case .null: self = .null
    case .boolean: self = .boolean
    case .integer: self = .integer
    case .float: self = .float
    case .string: self = .string
    case .date: self.init(.date)
    case .localTime: self.init(.localTime)
    case .time: self.init(.time)
    case .localDateTime: self.init(.localDateTime)
    case .dateTime: self.init(.dateTime)
    case .duration: self.init(.duration)
    case .list(let items): self = .list(of: items.reduce(StaticType.null) { $0.union(StaticType(of: $1)) })
    case .map: self = .map
    case .node: self = .node
    case .relationship: self = .relationship
    case .path: self = .path
    }
  }
}
