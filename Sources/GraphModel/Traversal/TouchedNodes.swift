/// The nodes of a snapshot of which the snapshot no longer tells all: a bit for each.
struct TouchedNodes: Sendable {
  /// As far as the highest of them.
  private var words: [UInt64] = []

  var isEmpty: Bool { words.isEmpty }

  mutating func insert(_ node: NodeIndex) {
    let word = Int(node.raw >> 6)
    if word >= words.count { words += [UInt64](repeating: 0, count: word + 1 - words.count) }
    words[word] |= 1 &<< UInt64(node.raw & 63)
  }

  @inline(__always)
  func contains(_ node: UInt32) -> Bool {
    let word = Int(node >> 6)
    return word < words.count && words[word] & (1 &<< UInt64(node & 63)) != 0
  }

  /// In order.
  func nodes(below bound: UInt32) -> [NodeIndex] {
    var nodes: [NodeIndex] = []
    for (number, word) in words.enumerated() where word != 0 {
      for bit in 0..<UInt32(64) where word & (1 &<< UInt64(bit)) != 0 {
        let node = UInt32(number) << 6 | bit
        if node < bound { nodes.append(NodeIndex(node)) }
      }
    }
    return nodes
  }
}
