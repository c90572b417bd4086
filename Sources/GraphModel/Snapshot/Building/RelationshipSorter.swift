/// Puts relationships in order of type and of one end, by counting, and makes the adjacency on the way.
struct RelationshipSorter {
  /// The positions of each relationship, in order of arrival, in the new order.
  let final: PackedArray<UInt32>
  let adjacency: [Adjacency]

  /// - Parameters:
  ///   - types: the type of each relationship; `nil` if they stand in order of type already, as `typeRanges` says.
  ///   - nodes: the end to sort by, of each relationship.
  init(types: PackedArray<UInt32>?, nodes: PackedArray<UInt32>, typeRanges: [Range<UInt32>]) {
    let counters = RelationshipSorter.counters(types: types, nodes: nodes, typeRanges: typeRanges)
    let count = nodes.count
    final = unsafe PackedArray(count: count) { final in
      if let types {
        for relationship in 0..<count {
          let type = Int(types[relationship])
          unsafe final[relationship] = counters[type].next(nodes[relationship])
        }
      } else {
        for (type, range) in typeRanges.enumerated() {
          for relationship in Int(range.lowerBound)..<Int(range.upperBound) {
            unsafe final[relationship] = counters[type].next(nodes[relationship])
          }
        }
      }
    }
    adjacency = counters.map { $0.adjacency() }
  }

  private static func counters(
    types: PackedArray<UInt32>?, nodes: PackedArray<UInt32>, typeRanges: [Range<UInt32>]
  ) -> [NodeCounter] {
    var bounds = [(low: UInt32, high: UInt32)](repeating: (.max, 0), count: typeRanges.count)
    func forEach(_ body: (Int, UInt32) -> Void) {
      if let types {
        for relationship in 0..<nodes.count { body(Int(types[relationship]), nodes[relationship]) }
      } else {
        for (type, range) in typeRanges.enumerated() {
          for relationship in Int(range.lowerBound)..<Int(range.upperBound) { body(type, nodes[relationship]) }
        }
      }
    }
    forEach { type, node in
      bounds[type].low = min(bounds[type].low, node)
      bounds[type].high = max(bounds[type].high, node)
    }
    var sparse = [[UInt32]](repeating: [], count: typeRanges.count)
    let isSparse = zip(bounds, typeRanges).map { bounds, range in
      !range.isEmpty && Int(bounds.high - bounds.low) > 1024 + 8 * range.count
    }
    if isSparse.contains(true) { forEach { type, node in if isSparse[type] { sparse[type].append(node) } } }
    let counters = typeRanges.indices.map { type in
      NodeCounter(
        start: typeRanges[type].lowerBound, bounds: typeRanges[type].isEmpty ? nil : bounds[type],
        listed: isSparse[type] ? sparse[type] : nil)
    }
    forEach { type, node in counters[type].count(node) }
    for counter in counters { counter.sum() }
    return counters
  }
}

/// The relationships of one type, counted by node.
@safe
private final class NodeCounter {
  private let first: UInt32
  private let nodeCount: Int
  /// The nodes that have any, of a sparse type.
  private let listed: PackedArray<UInt32>?
  private let start: UInt32
  /// While counting, the count of the node at slot *n* stands at *n* + 2; while placing, where its next one goes at
  /// *n* + 1; afterwards where it begins at *n*.
  private let slots: GrowingArray<UInt32>

  init(start: UInt32, bounds: (low: UInt32, high: UInt32)?, listed: [UInt32]?) {
    self.start = start
    first = bounds?.low ?? 0
    if let listed {
      var nodes = listed.sorted()
      var kept = 0
      for node in nodes where kept == 0 || nodes[kept - 1] != node {
        nodes[kept] = node
        kept += 1
      }
      self.listed = PackedArray(nodes[..<kept])
      nodeCount = kept
    } else {
      self.listed = nil
      nodeCount = bounds.map { Int($0.high - $0.low) + 1 } ?? 0
    }
    slots = GrowingArray(capacity: nodeCount + 2)
    for _ in 0..<nodeCount + 2 { slots.append(0) }
  }

  @inline(__always)
  private func slot(_ node: UInt32) -> Int {
    listed.map { $0.sortedPosition(of: node) ?? 0 } ?? Int(node - first)
  }

  @inline(__always)
  func count(_ node: UInt32) { slots[slot(node) + 2] += 1 }

  func sum() {
    var sum = start
    for slot in unsafe 0..<slots.count {
      sum += slots[slot]
      slots[slot] = sum
    }
  }

  @inline(__always)
  func next(_ node: UInt32) -> UInt32 {
    let slot = slot(node) + 1
    let position = slots[slot]
    slots[slot] = position + 1
    return position
  }

  func adjacency() -> Adjacency {
    guard nodeCount > 0 else { return Adjacency(first: 0, offsets: PackedArray(), nodes: PackedArray()) }
    let offsets = slots.packed()
    return Adjacency(
      first: first, offsets: offsets.prefix(nodeCount + 1), nodes: listed ?? PackedArray())
  }
}

extension PackedArray {
  /// The first elements, in the same memory.
  func prefix(_ count: Int) -> PackedArray {
    unsafe PackedArray(base: base, count: Swift.min(count, self.count), owner: owner)
  }
}
