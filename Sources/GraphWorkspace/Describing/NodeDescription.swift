public import GraphModel

/// Everything about one node, for a person who asks what it is.
public struct NodeDescription: Sendable {
  public struct Fact: Sendable {
    public var property: String
    /// What the schema calls the property.
    public var caption: Caption
    public var value: Value
  }

  /// The relationships of one type in one direction.
  public struct Group: Sendable {
    public var type: String
    public var isOutgoing: Bool
    /// What the schema calls the type, in this direction.
    public var caption: Caption
    /// By kind, then in Swedish order of name.
    public var relationships: [Relationship]
  }

  public struct Relationship: Sendable {
    /// The node at the other end.
    public var other: Element
    /// Without source, lines and basis.
    public var properties: [Fact]
    public var provenance: Provenance
  }

  public struct Element: Sendable {
    public var key: String
    public var kind: String
    public var name: String
  }

  /// What a fact rests on.
  public struct Provenance: Sendable {
    /// The name of the source, or its key where there is no such node.
    public var source: String?
    public var sourceKey: String?
    public var lines: String?
    /// `stated`, `inferred`, `unknown` or `example`.
    public var basis: String?

    public var isInferred: Bool { basis == "inferred" }
    public var isEmpty: Bool { source == nil && lines == nil && basis == nil }
  }

  /// Who must act.
  public struct Responsible: Sendable {
    /// By key; none, one or several.
    public var councils: [Element]
    /// The word of the rule that made them responsible; `nil` where there are none.
    public var rule: String?
    public var restsOnInference: Bool
    /// Owners that are no councils.
    public var owners: [Element]
  }

  public var id: Int64
  public var element: Element
  public var labels: [String]
  /// What the schema calls the kind.
  public var kindCaption: Caption
  /// In the order of the schema, without key, name, source, lines and basis.
  public var facts: [Fact]
  public var provenance: Provenance
  /// Outgoing ones first, types in the order of the schema.
  public var groups: [Group]
  /// `nil` where the graph knows no councils, or no council can be responsible for such a thing.
  public var responsible: Responsible?
}
