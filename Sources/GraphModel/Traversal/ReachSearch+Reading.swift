/// Reading what was reached.
extension ReachSearch {
  /// What was reached, in order of distance.
  public subscript(place: Int) -> NodeIndex {
    precondition(place >= 0 && place < count, "place out of range")
    return unsafe NodeIndex(memory.queue[place])
  }

  /// - Precondition: the node is one of the graph that is searched.
  @inline(__always)
  public func contains(_ node: NodeIndex) -> Bool {
    precondition(Int(node.raw >> 6) < wordCount, "no node of this graph")
    return unsafe memory.seen[Int(node.raw >> 6)] & (1 &<< UInt64(node.raw & 63)) != 0
  }

  /// How many of the nodes reached, from a place on, have numbers in some ranges, and labels and relationships as the
  /// snapshot says.
  /// - Parameter ranges: in order, with gaps between them.
  /// - Complexity: O(*nodes from there on* · *ranges*), or O(*ranges' nodes* / 64) for all of many nodes.
  public func storedCount(in ranges: [Range<UInt32>], from place: Int) -> Int {
    if place == 0, count > wordCount {
      var sum = ranges.reduce(0) { $0 + count(in: $1) }
      forEachTouched { node in if ranges.contains(where: { $0.contains(node.raw) }) { sum -= 1 } }
      return sum
    }
    var sum = 0
    for range in ranges {
      let (first, size) = (range.lowerBound, UInt32(range.count))
      for place in place..<count {
        let node = unsafe memory.queue[place]
        if node &- first < size, node < storedCount, !touched.contains(node) { sum += 1 }
      }
    }
    return sum
  }

  /// How many nodes of a range of numbers were reached.
  /// - Complexity: O(*range* / 64).
  func count(in range: Range<UInt32>) -> Int {
    guard let last = range.last else { return 0 }
    let (low, high) = (Int(range.lowerBound >> 6), Int(last >> 6))
    let lowMask = UInt64.max &<< UInt64(range.lowerBound & 63)
    let highMask = UInt64.max &>> UInt64(63 - last & 63)
    if low == high { return unsafe (memory.seen[low] & lowMask & highMask).nonzeroBitCount }
    var sum = unsafe (memory.seen[low] & lowMask).nonzeroBitCount + (memory.seen[high] & highMask).nonzeroBitCount
    for word in low + 1..<high { unsafe sum += memory.seen[word].nonzeroBitCount }
    return sum
  }

  /// Nodes that were reached, from a place on, and whose labels or relationships are others than the snapshot's.
  /// - Complexity: O(*nodes from there on*), or O(*nodes of the graph* / 64) for all of many nodes.
  public func forEachTouched(from place: Int = 0, _ body: (NodeIndex) -> Void) {
    if touched.isEmpty, graph.nodeNumberBound == Int(storedCount) { return }
    guard place == 0, count > wordCount else {
      for place in place..<count where !graph.isAsStored(self[place]) { body(self[place]) }
      return
    }
    for node in touched.nodes(below: storedCount) where contains(node) { body(node) }
    for node in storedCount..<UInt32(graph.nodeNumberBound) where contains(NodeIndex(node)) { body(NodeIndex(node)) }
  }

  /// Adds nodes reached to an array.
  public func append(_ places: Range<Int>, to nodes: inout [NodeIndex]) {
    for place in places { nodes.append(self[place]) }
  }

  /// Bytes in use.
  public var byteCount: Int { count * MemoryLayout<UInt32>.stride + wordCount * MemoryLayout<UInt64>.stride }
}
