/// The relationships that a walk in one direction may take, packed, and the same ones backwards.
///
/// Of a graph without an overlay it lends the snapshot's own arrays. One with an overlay is packed anew.
public struct WalkAdjacency: Sendable {
  /// The relationships of one type, or all of them together.
  struct Part: Sendable {
    let adjacency: Adjacency
    let neighbours: PackedArray<UInt32>

    /// The same as bare memory, to be used while the part lives.
    @unsafe var lane: AdjacencyLane { unsafe AdjacencyLane(adjacency, neighbours) }
  }

  /// One past the highest node number.
  let nodeBound: Int
  let forward: [Part]
  let backward: [Part]
  /// How many relationships there are to walk.
  public let count: Int

  /// - Parameters:
  ///   - direction: one of the two; `both` is walked as `outgoing`.
  ///   - types: `nil` is every type.
  /// - Complexity: O(*types*); with an overlay O(*nodes* + *relationships*).
  public init(_ graph: GraphView, _ direction: TraversalDirection, types: [TypeID]?) {
    let pairs: (outgoing: [Part], incoming: [Part]) =
      graph.hasOverlay ? Self.packed(graph, types) : Self.stored(graph.snapshot, types)
    nodeBound = graph.nodeNumberBound
    forward = direction == .incoming ? pairs.incoming : pairs.outgoing
    backward = direction == .incoming ? pairs.outgoing : pairs.incoming
    if graph.hasOverlay {
      count = forward.reduce(0) { $0 + $1.neighbours.count }
    } else {
      let ranges = graph.snapshot.typeRanges
      count = Set(types?.map { Int($0.raw) } ?? Array(ranges.indices)).reduce(0) {
        $0 + (ranges.indices.contains($1) ? ranges[$1].count : 0)
      }
    }
  }

  /// Any graph of numbers.
  /// - Parameter steps: from where to where each step leads, both below `nodeBound`.
  /// - Complexity: O(`nodeBound` + *steps*).
  public init(nodeBound: Int, steps: some Collection<(from: UInt32, to: UInt32)>) {
    self.nodeBound = nodeBound
    forward = [Self.part(nodeBound, steps.lazy.map { ($0.from, $0.to) })]
    backward = [Self.part(nodeBound, steps.lazy.map { ($0.to, $0.from) })]
    count = steps.count
  }

  private static func stored(_ snapshot: GraphSnapshot, _ types: [TypeID]?) -> (outgoing: [Part], incoming: [Part]) {
    let numbers = types.map { Set($0.map { Int($0.raw) }).sorted() } ?? Array(snapshot.outgoing.indices)
    let known = numbers.filter { snapshot.typeRanges.indices.contains($0) && !snapshot.typeRanges[$0].isEmpty }
    return (
      known.map { Part(adjacency: snapshot.outgoing[$0], neighbours: snapshot.ends) },
      known.map { Part(adjacency: snapshot.incoming[$0], neighbours: snapshot.incomingNeighbours) }
    )
  }

  private static func packed(_ graph: GraphView, _ types: [TypeID]?) -> (outgoing: [Part], incoming: [Part]) {
    var pairs: [(UInt32, UInt32)] = []
    var buffer: [Neighbour] = []
    let known = types.map { Set($0).sorted { $0.raw < $1.raw } }
    for raw in 0..<UInt32(graph.nodeNumberBound) where !graph.isDeleted(NodeIndex(raw)) {
      buffer.removeAll(keepingCapacity: true)
      graph.appendRelationships(of: NodeIndex(raw), .outgoing, types: known, to: &buffer)
      for neighbour in buffer where !graph.isDeleted(neighbour.node) { pairs.append((raw, neighbour.node.raw)) }
    }
    let bound = graph.nodeNumberBound
    return ([part(bound, pairs)], [part(bound, pairs.lazy.map { ($0.1, $0.0) })])
  }

  /// Sorts by counting.
  private static func part(_ nodeBound: Int, _ pairs: some Collection<(UInt32, UInt32)>) -> Part {
    var offsets = [UInt32](repeating: 0, count: nodeBound + 2)
    for pair in pairs { offsets[Int(pair.0) + 2] += 1 }
    for node in 0..<nodeBound { offsets[node + 2] += offsets[node + 1] }
    var neighbours = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      neighbours[Int(offsets[Int(pair.0) + 1])] = pair.1
      offsets[Int(pair.0) + 1] += 1
    }
    return Part(
      adjacency: Adjacency(first: 0, offsets: PackedArray(offsets.dropLast()), nodes: PackedArray()),
      neighbours: PackedArray(neighbours))
  }
}
