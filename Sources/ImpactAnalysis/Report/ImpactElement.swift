public import GraphModel

/// A node as reports name it.
public struct ImpactElement: Sendable {
  public let node: NodeIndex
  /// The node's key; its id where the graph has no keys.
  public let key: String
  /// The node's kind: its first label, empty where it has none.
  public let kind: String
  /// The node's name; its key where it has none.
  public let name: String

  public init(node: NodeIndex, key: String, kind: String, name: String) {
    self.node = node
    self.key = key
    self.kind = kind
    self.name = name
  }
}
