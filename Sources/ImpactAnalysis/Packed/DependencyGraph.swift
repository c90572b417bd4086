import GraphModel

/// The relationships that pass something on, packed for many questions of one graph.
///
/// Nodes are numbered by the order of their keys: their *places*. A node's dependents stand in order of place, and for
/// one dependent in order of type, so that a walk meets chains in the order in which reports name them and never sorts.
/// Relationships to inactive nodes are left out, since these are neither affected nor pass anything on.
final class DependencyGraph: Sendable {
  /// One row of `effects` for each level.
  static let rowWidth = 64
  private static let levels = 6

  let nodes: [UInt32]
  let places: [UInt32]
  /// By place: where the dependents begin.
  let offsets: [UInt32]
  let dependents: [UInt32]
  /// Which of the distinct effect tables a relationship has.
  let tables: [UInt8]
  let relationships: [UInt32]
  /// By place: whether something inactive hangs on it.
  let hasInactiveDependents: [Bool]
  /// The level that the dependent end gets, by level of the other end and table.
  let effects: [UInt8]

  /// - Parameter places: of each node.
  /// - Complexity: O(nodes + relationships that pass something on).
  init(graph: GraphView, rules: PropagationRules, places: [UInt32]) {
    var nodes = [UInt32](repeating: 0, count: places.count)
    for (node, place) in places.enumerated() { nodes[Int(place)] = UInt32(node) }
    let list = DependencyList(graph: graph, rules: rules, places: places)
    let byDependent = StableOrder(of: list.dependents, below: places.count)
    let bySource = StableOrder(of: byDependent.positions.map { list.sources[Int($0)] }, below: places.count)
    let order = bySource.positions.map { byDependent.positions[Int($0)] }
    self.nodes = nodes
    self.places = places
    offsets = bySource.offsets
    dependents = order.map { list.dependents[Int($0)] }
    tables = order.map { list.tables[Int($0)] }
    relationships = order.map { list.relationships[Int($0)] }
    hasInactiveDependents = list.hasInactiveDependents
    effects = DependencyGraph.effects(list.distinctTables)
  }

  func node(at place: Int) -> NodeIndex { NodeIndex(nodes[place]) }
  func place(of node: NodeIndex) -> Int { Int(places[Int(node.raw)]) }

  /// Where the dependents of a place stand.
  func positions(of place: Int) -> Range<Int> { Int(offsets[place])..<Int(offsets[place + 1]) }

  /// What a level passes on, by table.
  func row(_ level: UInt8) -> ArraySlice<UInt8> {
    effects[Int(level) * DependencyGraph.rowWidth..<(Int(level) + 1) * DependencyGraph.rowWidth]
  }

  /// The level that the dependent end of a relationship gets.
  func effect(at position: Int, of level: UInt8) -> UInt8 {
    effects[Int(level) * DependencyGraph.rowWidth + Int(tables[position])]
  }

  private static func effects(_ tables: [PropagationRules.Carrier]) -> [UInt8] {
    var effects = [UInt8](repeating: ImpactLevel.none, count: levels * rowWidth)
    for level in 0..<UInt8(levels) {
      for (number, table) in tables.enumerated() {
        effects[Int(level) * rowWidth + number] = table.effect(of: level)
      }
    }
    return effects
  }
}

/// The relationships that pass something on, by type's name and number.
private struct DependencyList {
  var sources: [UInt32] = []
  var dependents: [UInt32] = []
  var relationships: [UInt32] = []
  var tables: [UInt8] = []
  var hasInactiveDependents: [Bool]
  /// One type for each of the distinct tables; of tables that never fall there are fewer than `rowWidth`.
  var distinctTables: [PropagationRules.Carrier] = []

  init(graph: GraphView, rules: PropagationRules, places: [UInt32]) {
    var isInactive = [Bool](repeating: false, count: places.count)
    hasInactiveDependents = isInactive
    for node in rules.inactiveNodes(in: graph) { isInactive[Int(node.raw)] = true }
    let snapshot = graph.snapshot
    for carrier in rules.carriers {
      let table = UInt8(code(of: carrier))
      let stored =
        Int(carrier.type.raw) < snapshot.typeRanges.count ? snapshot.typeRanges[Int(carrier.type.raw)] : 0..<0
      for number in stored {
        let relationship = RelationshipIndex(number)
        if graph.hasOverlay, graph.isDeleted(relationship) { continue }
        add(
          relationship, snapshot.start(of: relationship), snapshot.end(of: relationship), carrier, table, graph,
          isInactive, places)
      }
      for number in UInt32(snapshot.relationshipCount)..<UInt32(graph.relationshipNumberBound) {
        let relationship = RelationshipIndex(number)
        if graph.isDeleted(relationship) || graph.type(of: relationship) != carrier.type { continue }
        add(
          relationship, graph.start(of: relationship), graph.end(of: relationship), carrier, table, graph,
          isInactive, places)
      }
    }
  }

  private mutating func add(
    _ relationship: RelationshipIndex, _ start: NodeIndex, _ end: NodeIndex, _ carrier: PropagationRules.Carrier,
    _ table: UInt8, _ graph: GraphView, _ isInactive: [Bool], _ places: [UInt32]
  ) {
    let (dependent, source) = carrier.dependentEnd == .from ? (start, end) : (end, start)
    if graph.hasOverlay, graph.isDeleted(dependent) || graph.isDeleted(source) { return }
    if isInactive[Int(dependent.raw)] {
      if dependent != source { hasInactiveDependents[Int(places[Int(source.raw)])] = true }
      return
    }
    sources.append(places[Int(source.raw)])
    dependents.append(places[Int(dependent.raw)])
    relationships.append(relationship.raw)
    tables.append(table)
  }

  private mutating func code(of carrier: PropagationRules.Carrier) -> Int {
    if let known = distinctTables.firstIndex(where: { $0.hasSameEffects(as: carrier) }) { return known }
    distinctTables.append(carrier)
    return distinctTables.count - 1
  }
}

/// Positions in the order of small numbers; equal ones stay as they stand.
/// - Source: counting sort, Cormen et al., 4th ed., §8.2.
private struct StableOrder {
  var positions: [UInt32]
  /// Where each number begins.
  var offsets: [UInt32]

  init(of numbers: [UInt32], below bound: Int) {
    offsets = [UInt32](repeating: 0, count: bound + 1)
    for number in numbers { offsets[Int(number) + 1] += 1 }
    for number in 0..<bound { offsets[number + 1] += offsets[number] }
    var next = offsets
    positions = [UInt32](repeating: 0, count: numbers.count)
    for (position, number) in numbers.enumerated() {
      positions[Int(next[Int(number)])] = UInt32(position)
      next[Int(number)] += 1
    }
  }
}
