import GraphModel

/// Nothing but offsets and neighbours: what a search costs when nobody asks for types, reasons or owners.
///
/// The yardstick that the product's own times are held against.
struct PlainAdjacency {
  private let offsets: [UInt32]
  private let neighbours: [UInt32]

  /// The neighbours by relationships of some types (`nil`: all), followed against their direction or both ways.
  init(_ graph: GraphView, types: Set<String>?, isEitherWay: Bool) {
    let snapshot = graph.snapshot
    var pairs: [(from: UInt32, to: UInt32)] = []
    for number in 0..<UInt32(snapshot.relationshipCount) {
      let relationship = RelationshipIndex(number)
      if let types, !types.contains(graph.symbols.name(of: snapshot.type(of: relationship))) { continue }
      let (start, end) = (snapshot.start(of: relationship).raw, snapshot.end(of: relationship).raw)
      pairs.append((end, start))
      if isEitherWay { pairs.append((start, end)) }
    }
    var offsets = [UInt32](repeating: 0, count: snapshot.nodeCount + 1)
    for pair in pairs { offsets[Int(pair.from) + 1] += 1 }
    for node in 0..<snapshot.nodeCount { offsets[node + 1] += offsets[node] }
    var next = offsets
    var neighbours = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      neighbours[Int(next[Int(pair.from)])] = pair.to
      next[Int(pair.from)] += 1
    }
    self.offsets = offsets
    self.neighbours = neighbours
  }

  /// What a breadth-first search needs; kept between searches, as any engine would.
  struct Scratch {
    fileprivate var seen: [UInt32]
    fileprivate var queue: [UInt32]
    fileprivate var search: UInt32 = 0
  }

  func makeScratch() -> Scratch {
    Scratch(
      seen: [UInt32](repeating: 0, count: offsets.count), queue: [UInt32](repeating: 0, count: offsets.count))
  }

  /// How many nodes a search from a node reaches, itself not counted, of those in some stretches of numbers.
  /// - Complexity: O(relationships seen).
  func reachedCount(from start: NodeIndex, in wanted: [Range<UInt32>], _ scratch: inout Scratch) -> Int {
    scratch.search += 1
    let search = scratch.search
    var count = 0
    var head = 0
    var tail = 1
    scratch.queue[0] = start.raw
    scratch.seen[Int(start.raw)] = search
    while head < tail {
      let node = Int(scratch.queue[head])
      head += 1
      for position in Int(offsets[node])..<Int(offsets[node + 1]) {
        let neighbour = neighbours[position]
        if scratch.seen[Int(neighbour)] == search { continue }
        scratch.seen[Int(neighbour)] = search
        scratch.queue[tail] = neighbour
        tail += 1
        if wanted.contains(where: { $0.contains(neighbour) }) { count += 1 }
      }
    }
    return count
  }

  /// The distance of every node from one; `nil` where no way leads.
  func distances(from start: NodeIndex) -> [Int?] {
    var distances = [Int?](repeating: nil, count: offsets.count - 1)
    var frontier = [start.raw]
    distances[Int(start.raw)] = 0
    var distance = 0
    while !frontier.isEmpty {
      distance += 1
      var following: [UInt32] = []
      for node in frontier {
        for position in Int(offsets[Int(node)])..<Int(offsets[Int(node) + 1]) {
          let neighbour = neighbours[position]
          if distances[Int(neighbour)] != nil { continue }
          distances[Int(neighbour)] = distance
          following.append(neighbour)
        }
      }
      frontier = following
    }
    return distances
  }
}
