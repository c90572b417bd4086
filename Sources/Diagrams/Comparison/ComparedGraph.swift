import GraphModel

/// The worlds that are compared as one list of nodes and one of relationships, so that a number means the same in both.
struct ComparedGraph: Sendable {
  struct Node: Sendable {
    /// In each world, where the node is there; found by the queries or not.
    var before: NodeData?
    var after: NodeData?
    var isFoundBefore = false
    var isFoundAfter = false
  }

  struct Relationship: Sendable {
    var before: RelationshipData?
    var after: RelationshipData?
    var isFoundBefore = false
    var isFoundAfter = false
    /// The number of the relationship that this one was before, where an end of it has moved.
    var predecessor: Int?
    /// The number of the relationship that this one has become.
    var successor: Int?

    var data: RelationshipData? { after ?? before }
  }

  /// By key, then by id.
  var nodes: [Node] = []
  /// By type, ends and id.
  var relationships: [Relationship] = []
  /// Numbers of the nodes by durable id.
  private(set) var numbers: [Int64: Int] = [:]

  init(_ worlds: ComparedWorlds) {
    addNodes(worlds)
    var found = Self.relationships(worlds)
    Self.joinRemade(&found)
    relationships = found.sorted { a, b in
      let (a, b) = (order(a), order(b))
      if !a.type.isIdenticalText(to: b.type) { return a.type.precedesByCodePoints(b.type) }
      return a.places.lexicographicallyPrecedes(b.places)
    }
    joinMoved()
  }

  private mutating func addNodes(_ worlds: ComparedWorlds) {
    var found: [Int64: Node] = [:]
    for (subgraph, isFound) in [(worlds.before.subgraph, true), (worlds.before.unfound, false)] {
      for data in subgraph.nodes.values {
        found[data.id, default: Node()].before = data
        if isFound { found[data.id]?.isFoundBefore = true }
      }
    }
    for (subgraph, isFound) in [(worlds.after.subgraph, true), (worlds.after.unfound, false)] {
      for data in subgraph.nodes.values {
        found[data.id, default: Node()].after = data
        if isFound { found[data.id]?.isFoundAfter = true }
      }
    }
    let keyed = found.map { (id: $0.key, node: $0.value, key: $0.value.key) }.sorted { a, b in
      a.key.isIdenticalText(to: b.key) ? a.id < b.id : a.key.precedesByCodePoints(b.key)
    }
    for (number, entry) in keyed.enumerated() { numbers[entry.id] = number }
    nodes = keyed.map(\.node)
  }

  private static func relationships(_ worlds: ComparedWorlds) -> [Relationship] {
    var before: [Int64: Relationship] = [:]
    var after: [Int64: Relationship] = [:]
    for (subgraph, isFound) in [(worlds.before.subgraph, true), (worlds.before.unfound, false)] {
      for data in subgraph.relationships.values where isFound || before[data.id] == nil {
        before[data.id] = Relationship(before: data, isFoundBefore: isFound)
      }
    }
    for (subgraph, isFound) in [(worlds.after.subgraph, true), (worlds.after.unfound, false)] {
      for data in subgraph.relationships.values where isFound || after[data.id] == nil {
        after[data.id] = Relationship(after: data, isFoundAfter: isFound)
      }
    }
    var joined: [Relationship] = []
    for (id, earlier) in before.sorted(by: { $0.key < $1.key }) {
      guard let later = after[id], earlier.hasSameEnds(as: later) else {
        joined.append(earlier)
        continue
      }
      after[id] = nil
      joined.append(Relationship(earlier, later))
    }
    return joined + after.sorted { $0.key < $1.key }.map(\.value)
  }

  /// A relationship that ended where another of its type between the same nodes began is the same one, changed.
  private static func joinRemade(_ found: inout [Relationship]) {
    var gone: [Ends: [Int]] = [:]
    var made: [Ends: [Int]] = [:]
    for (number, relationship) in found.enumerated() {
      guard let ends = relationship.ends else { continue }
      if relationship.after == nil { gone[ends, default: []].append(number) }
      if relationship.before == nil { made[ends, default: []].append(number) }
    }
    var spent: Set<Int> = []
    for (ends, earlier) in gone {
      guard earlier.count == 1, let later = made[ends], later.count == 1 else { continue }
      found[later[0]] = Relationship(found[earlier[0]], found[later[0]])
      spent.insert(earlier[0])
    }
    found = found.enumerated().filter { !spent.contains($0.offset) }.map(\.element)
  }

  private func order(_ relationship: Relationship) -> (type: String, places: [Int64]) {
    guard let data = relationship.data else { return ("", []) }
    return (data.type, [data.startID, data.endID].map { Int64(numbers[$0] ?? 0) } + [data.id])
  }
}

/// What a relationship joins.
private struct Ends: Hashable {
  var type: String
  var start: Int64
  var end: Int64
}

extension ComparedGraph.Relationship {
  /// The same relationship in both worlds.
  init(_ earlier: Self, _ later: Self) {
    self.init(
      before: earlier.before, after: later.after, isFoundBefore: earlier.isFoundBefore,
      isFoundAfter: later.isFoundAfter)
  }

  fileprivate func hasSameEnds(as other: Self) -> Bool { ends == other.ends }

  fileprivate var ends: Ends? { data.map { Ends(type: $0.type, start: $0.startID, end: $0.endID) } }
}

extension ComparedGraph.Node {
  /// The node's key, as `DrawnNode` reads it.
  fileprivate var key: String { (after ?? before).map { DrawnNode($0).key } ?? "" }
}
