/// What a load did, or would do.
public struct MergeSummary: Sendable {
  /// How many elements of one kind or relationship type.
  public struct Count: Hashable, Sendable {
    public var name: String
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    public var removed = 0

    public init(name: String, added: Int = 0, changed: Int = 0, unchanged: Int = 0, removed: Int = 0) {
      self.name = name
      self.added = added
      self.changed = changed
      self.unchanged = unchanged
      self.removed = removed
    }

    public var isChange: Bool { added + changed + removed > 0 }
  }

  /// By kind, in order of name; only kinds that the load met.
  public var nodes: [Count] = []
  /// By type, in order of name; only types that the load met.
  public var relationships: [Count] = []
  public var schemaChanged = false
  public var revisionBefore: Int64
  /// The same as before if nothing changed.
  public var revisionAfter: Int64

  /// Whether anything changed.
  public var isChange: Bool {
    schemaChanged || nodes.contains(where: \.isChange) || relationships.contains(where: \.isChange)
  }
}
