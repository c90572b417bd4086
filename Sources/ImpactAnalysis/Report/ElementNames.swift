public import GraphModel
import Synchronization

/// What the nodes of one graph are called.
public final class ElementNames: Sendable {
  private let graph: GraphView
  private let keys: TextProperty
  private let names: TextProperty
  /// By set of labels, for nodes of the snapshot; empty where an overlay may have changed labels.
  private let kinds: [String]
  private let sorting = Mutex(Sorting())

  private struct Sorting {
    var nodesSorted = 0
    var ranks: [UInt32]?
  }

  public init(_ graph: GraphView) {
    self.graph = graph
    keys = TextProperty("key", in: graph)
    names = TextProperty("name", in: graph)
    kinds =
      graph.overlay == nil
      ? graph.snapshot.labelSets.map { $0.first.map(graph.symbols.name(of:)) ?? "" } : []
  }

  /// The node's key; its id where it has none.
  public func key(of node: NodeIndex) -> String {
    keys.text(of: node, in: graph) ?? String(graph.id(of: node))
  }

  /// - Parameter node: also one that is not in the graph; it is called by its number.
  public func element(_ node: NodeIndex) -> ImpactElement {
    guard graph.isPresent(node) else {
      return ImpactElement(node: node, key: "#\(node.raw)", kind: "", name: "#\(node.raw)")
    }
    return ImpactElement(node: node, key: key(of: node), kind: kind(of: node), name: name(of: node))
  }

  /// The node's name; its key where it has none.
  public func name(of node: NodeIndex) -> String { names.text(of: node, in: graph) ?? key(of: node) }

  /// The node's kind: its first label, empty where it has none.
  public func kind(of node: NodeIndex) -> String {
    if !kinds.isEmpty { return kinds[graph.snapshot.labelSet(of: node)] }
    return graph.labels(of: node).first.map(graph.symbols.name(of:)) ?? ""
  }

  /// The nodes by key in code-point order.
  public func sortedByKey(_ nodes: [NodeIndex]) -> [NodeIndex] {
    nodes.count < 2 ? nodes : orderByKey(nodes).map { nodes[$0] }
  }

  /// The positions of nodes in the order of their keys; the same node's in the order in which they stand.
  func orderByKey(_ nodes: [NodeIndex]) -> [Int] {
    if let ranks = ranks(beforeSorting: nodes.count) {
      // The rank above, the position below: numbers sort faster than what they stand for.
      return nodes.enumerated().map { UInt64(ranks[Int($1.raw)]) << 32 | UInt64($0) }.sorted()
        .map { Int($0 & 0xFFFF_FFFF) }
    }
    return KeyOrder.positions(of: nodes.map { key(of: $0) }) { nodes[$0] < nodes[$1] }
  }

  /// The place of each node in the order of all keys, once so much was sorted that it pays to know it.
  func ranks(beforeSorting count: Int) -> [UInt32]? {
    sorting.withLock { sorting in
      if let ranks = sorting.ranks { return ranks }
      sorting.nodesSorted += count
      if sorting.nodesSorted < graph.nodeNumberBound / 8 { return nil }
      let ranks = allRanks()
      sorting.ranks = ranks
      return ranks
    }
  }

  /// The place of each node in the order of all keys.
  /// - Complexity: O(*n* log *n*) for *n* nodes, once.
  func ranks() -> [UInt32] {
    sorting.withLock { sorting in
      let ranks = sorting.ranks ?? allRanks()
      sorting.ranks = ranks
      return ranks
    }
  }

  private func allRanks() -> [UInt32] {
    let nodes = (0..<UInt32(graph.nodeNumberBound)).map { NodeIndex($0) }
    var ranks = [UInt32](repeating: 0, count: nodes.count)
    let order = KeyOrder.positions(of: nodes.map { key(of: $0) }, otherwise: { $0 < $1 })
    for (rank, position) in order.enumerated() {
      ranks[position] = UInt32(rank)
    }
    return ranks
  }
}

/// The texts that one property has; read without a `Value` between where the snapshot alone tells them.
final class TextProperty: Sendable {
  private let property: PropertyKeyID?
  private let first: UInt32
  private let codes: PackedArray<UInt32>?
  private let dictionary: TextDictionary?

  init(_ name: String, in graph: GraphView) {
    property = graph.symbols.propertyKey(name)
    if let property, graph.overlay == nil,
      case .strings(let first, let codes, let texts)? = graph.snapshot.nodeColumn(property)
    {
      self.first = first
      self.codes = codes
      dictionary = texts
    } else {
      first = 0
      codes = nil
      dictionary = nil
    }
  }

  func text(of node: NodeIndex, in graph: GraphView) -> String? {
    if let codes, let dictionary {
      guard node.raw >= first, Int(node.raw - first) < codes.count else { return nil }
      let code = Int(codes[Int(node.raw - first)])
      return code == 0 ? nil : dictionary[code - 1]
    }
    if let property, case .string(let text) = graph.property(property, of: node) { return text }
    return nil
  }
}
