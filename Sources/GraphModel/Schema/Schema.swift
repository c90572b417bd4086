/// What a graph may hold: kinds of nodes, types of relationships, their properties, and how a change travels.
///
/// It is the contents of `schema.yaml`; order is the order of declaration.
public struct Schema: Hashable, Sendable {
  public var version: Int
  public var kinds: [NodeKind]
  public var relationshipTypes: [RelationshipType]

  public init(version: Int = 1, kinds: [NodeKind] = [], relationshipTypes: [RelationshipType] = []) {
    self.version = version
    self.kinds = kinds
    self.relationshipTypes = relationshipTypes
  }

  /// - Complexity: O(*kinds*).
  public func kind(named name: String) -> NodeKind? { kinds.first { $0.name.isIdenticalText(to: name) } }

  /// - Complexity: O(*types*).
  public func relationshipType(named name: String) -> RelationshipType? {
    relationshipTypes.first { $0.name.isIdenticalText(to: name) }
  }
}

/// A kind of node: in the query language a label.
public struct NodeKind: Hashable, Sendable {
  public var name: String
  public var caption: Caption
  /// What several of them are called; empty where nobody said.
  public var plural: Caption
  public var description: Caption
  public var properties: [PropertyDefinition]
  /// Property values with which a node of this kind is inactive: neither affected by a scenario nor passing it on.
  public var inactive: [String: [Value]]
  /// Property values that say that a node of this kind is being reviewed; the first one is what a scenario sets.
  public var underReview: [String: [Value]]

  public init(
    name: String, caption: Caption = Caption(), plural: Caption = Caption(), description: Caption = Caption(),
    properties: [PropertyDefinition] = [], inactive: [String: [Value]] = [:], underReview: [String: [Value]] = [:]
  ) {
    self.name = name
    self.caption = caption
    self.plural = plural
    self.description = description
    self.properties = properties
    self.inactive = inactive
    self.underReview = underReview
  }

  public func property(named name: String) -> PropertyDefinition? {
    properties.first { $0.name.isIdenticalText(to: name) }
  }
}

/// A declared property of a kind or of a relationship type.
public struct PropertyDefinition: Hashable, Sendable {
  public var name: String
  public var type: PropertyType
  public var isRequired: Bool
  /// The values allowed; `nil` allows any of the type.
  public var allowedValues: [Value]?
  public var caption: Caption
  public var description: Caption

  public init(
    name: String, type: PropertyType, isRequired: Bool = false, allowedValues: [Value]? = nil,
    caption: Caption = Caption(), description: Caption = Caption()
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.allowedValues = allowedValues
    self.caption = caption
    self.description = description
  }
}

/// A type of relationship, between which kinds it runs, and what it does with a change.
public struct RelationshipType: Hashable, Sendable {
  /// The end that depends on the other.
  public enum DependentEnd: String, Hashable, Sendable {
    case from, to
  }

  public var name: String
  public var from: [String]
  public var to: [String]
  public var caption: Caption
  public var inverseCaption: Caption
  public var description: Caption
  public var dependentEnd: DependentEnd
  public var impact: ImpactTable
  /// Properties that tell parallel relationships apart; none: there are no parallel ones.
  public var identity: [String]
  public var properties: [PropertyDefinition]

  public init(
    name: String, from: [String], to: [String], caption: Caption = Caption(), inverseCaption: Caption = Caption(),
    description: Caption = Caption(), dependentEnd: DependentEnd = .from, impact: ImpactTable = ImpactTable([:]),
    identity: [String] = [], properties: [PropertyDefinition] = []
  ) {
    self.name = name
    self.from = from
    self.to = to
    self.caption = caption
    self.inverseCaption = inverseCaption
    self.description = description
    self.dependentEnd = dependentEnd
    self.impact = impact
    self.identity = identity
    self.properties = properties
  }

  public func property(named name: String) -> PropertyDefinition? {
    properties.first { $0.name.isIdenticalText(to: name) }
  }
}
