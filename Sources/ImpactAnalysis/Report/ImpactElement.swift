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

/// What the nodes of one graph are called.
public struct ElementNames: Sendable {
  private let graph: GraphView
  private let keyProperty: PropertyKeyID?
  private let nameProperty: PropertyKeyID?

  public init(_ graph: GraphView) {
    self.graph = graph
    keyProperty = graph.symbols.propertyKey("key")
    nameProperty = graph.symbols.propertyKey("name")
  }

  public func key(of node: NodeIndex) -> String {
    if let keyProperty, case .string(let key) = graph.property(keyProperty, of: node) { return key }
    return String(graph.id(of: node))
  }

  /// - Parameter node: also one that is not in the graph; it is called by its number.
  public func element(_ node: NodeIndex) -> ImpactElement {
    guard graph.isPresent(node) else {
      return ImpactElement(node: node, key: "#\(node.raw)", kind: "", name: "#\(node.raw)")
    }
    let key = key(of: node)
    let kind = graph.labels(of: node).first.map(graph.symbols.name(of:)) ?? ""
    if let nameProperty, case .string(let name) = graph.property(nameProperty, of: node) {
      return ImpactElement(node: node, key: key, kind: kind, name: name)
    }
    return ImpactElement(node: node, key: key, kind: kind, name: key)
  }

  /// The nodes by key in code-point order.
  public func sortedByKey(_ nodes: [NodeIndex]) -> [NodeIndex] {
    nodes.count < 2 ? nodes : orderByKey(nodes).map { nodes[$0] }
  }

  /// The positions of nodes in the order of their keys; the same node's in the order in which they stand.
  func orderByKey(_ nodes: [NodeIndex]) -> [Int] {
    KeyOrder.positions(of: nodes.map { key(of: $0) }) { nodes[$0] < nodes[$1] }
  }
}

/// Sorts many keys that are mostly told apart by their first bytes.
enum KeyOrder {
  private struct Entry {
    /// The first sixteen bytes, the first one highest.
    let high: UInt64
    let low: UInt64
    let position: Int
  }

  /// The positions of keys in code-point order.
  /// - Parameter isBefore: decides between positions with the same key; where it does not, they stand as they did.
  static func positions(of keys: [String], otherwise isBefore: (Int, Int) -> Bool) -> [Int] {
    var entries: [Entry] = []
    entries.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() {
      var high: UInt64 = 0
      var low: UInt64 = 0
      for (offset, byte) in key.utf8.prefix(16).enumerated() {
        if offset < 8 {
          high |= UInt64(byte) << UInt64(56 - 8 * offset)
        } else {
          low |= UInt64(byte) << UInt64(120 - 8 * offset)
        }
      }
      entries.append(Entry(high: high, low: low, position: position))
    }
    entries.sort { a, b in
      if a.high != b.high { return a.high < b.high }
      if a.low != b.low { return a.low < b.low }
      let (x, y) = (keys[a.position], keys[b.position])
      if !x.isIdenticalText(to: y) { return x.precedesByCodePoints(y) }
      if isBefore(a.position, b.position) { return true }
      return !isBefore(b.position, a.position) && a.position < b.position
    }
    return entries.map(\.position)
  }
}
