import GraphModel

/// A set of nodes as one bit for each node of the graph: small enough to be made for a single search.
struct NodeSet {
  private var words: [UInt64]

  /// - Parameter bound: one past the highest node number.
  init(bound: Int) { words = [UInt64](repeating: 0, count: (bound + 63) / 64) }

  /// What a set takes, in bytes.
  static func bytes(bound: Int) -> Int { (bound + 63) / 64 * 8 }

  /// Whether there is no place in it for any node.
  var hasNoRoom: Bool { words.isEmpty }

  @inline(__always)
  func contains(_ node: NodeIndex) -> Bool { words[Int(node.raw >> 6)] & bit(node) != 0 }

  /// - Returns: whether the node was not in the set.
  @inline(__always)
  mutating func insert(_ node: NodeIndex) -> Bool {
    let position = Int(node.raw >> 6)
    let word = words[position]
    if word & bit(node) != 0 { return false }
    words[position] = word | bit(node)
    return true
  }

  @inline(__always)
  mutating func remove(_ node: NodeIndex) { words[Int(node.raw >> 6)] &= ~bit(node) }

  @inline(__always)
  private func bit(_ node: NodeIndex) -> UInt64 { 1 &<< UInt64(node.raw & 63) }
}
