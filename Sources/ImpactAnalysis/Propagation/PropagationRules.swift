import GraphModel

/// How bad a node's state is, as a small number: 0 untouched, 1 repoint, then the states in their order.
enum ImpactLevel {
  static let none: UInt8 = 0
  static let repoint: UInt8 = 1
  static let broken = level(.broken)
  static let retired = level(.retired)
  /// Above every state: a node that nothing reaches.
  static let closed: UInt8 = 15

  static func level(_ state: ImpactState) -> UInt8 { UInt8(state.rawValue) + 1 }
}

/// What the schema says of propagation, compiled for one graph.
final class PropagationRules: Sendable {
  /// A relationship type that passes something on.
  final class Carrier: Sendable {
    let type: TypeID
    let dependentEnd: RelationshipType.DependentEnd
    /// The relationships in the snapshot towards dependent ends, by the other end.
    let relationships: StoredRelationships?
    /// Four bits per level.
    private let effects: UInt32

    init(type: TypeID, definition: RelationshipType, snapshot: GraphSnapshot) {
      self.type = type
      dependentEnd = definition.dependentEnd
      relationships = StoredRelationships(type: type, dependentEnd: definition.dependentEnd, snapshot: snapshot)
      var effects: UInt32 = 0
      for state in ImpactState.allCases {
        guard let effect = definition.impact.effect(of: state) else { continue }
        effects |= UInt32(ImpactLevel.level(effect)) << (4 * UInt32(ImpactLevel.level(state)))
      }
      self.effects = effects
    }

    func hasSameEffects(as other: Carrier) -> Bool { effects == other.effects }

    /// The level that the dependent end gets.
    func effect(of level: UInt8) -> UInt8 { UInt8(truncatingIfNeeded: effects >> (4 * UInt32(level)) & 15) }
  }

  /// One direction of one type's adjacency.
  struct StoredRelationships: Sendable {
    private let adjacency: Adjacency
    private let dependents: PackedArray<UInt32>
    /// `nil` where a position is the relationship's own number.
    private let numbers: PackedArray<UInt32>?

    init?(type: TypeID, dependentEnd: RelationshipType.DependentEnd, snapshot: GraphSnapshot) {
      guard Int(type.raw) < snapshot.outgoing.count else { return nil }
      switch dependentEnd {
      case .from:
        adjacency = snapshot.incoming[Int(type.raw)]
        dependents = snapshot.incomingNeighbours
        numbers = snapshot.incomingRelationships
      case .to:
        adjacency = snapshot.outgoing[Int(type.raw)]
        dependents = snapshot.ends
        numbers = nil
      }
    }

    @inline(__always)
    func forEach(at node: NodeIndex, _ body: (RelationshipIndex, NodeIndex) -> Void) {
      for position in adjacency.positions(of: node) {
        body(RelationshipIndex(numbers?[position] ?? UInt32(position)), NodeIndex(dependents[position]))
      }
    }
  }

  /// A relationship type whose dependent end loses the other one when that is retired.
  struct Ownership: Sendable {
    let type: TypeID
    let name: String
    let dependentEnd: RelationshipType.DependentEnd
  }

  /// In order of the types' names.
  let carriers: [Carrier]
  /// In order of the types' names.
  let ownerships: [Ownership]
  private let inactivity: InactivityRules

  init(graph: GraphView) {
    let types = graph.schema?.relationshipTypes ?? []
    carriers =
      types
      .filter { !$0.impact.entries.isEmpty }
      .sorted { $0.name.precedesByCodePoints($1.name) }
      .compactMap { definition in
        graph.symbols.type(definition.name).map {
          Carrier(type: $0, definition: definition, snapshot: graph.snapshot)
        }
      }
    ownerships = types.filter(\.impact.leavesUnowned)
      .sorted { $0.name.precedesByCodePoints($1.name) }
      .compactMap { definition in
        graph.symbols.type(definition.name).map {
          Ownership(type: $0, name: definition.name, dependentEnd: definition.dependentEnd)
        }
      }
    inactivity = InactivityRules(graph: graph)
  }

  func isInactive(_ node: NodeIndex, in graph: GraphView) -> Bool { inactivity.isInactive(node, in: graph) }

  /// Every inactive node, by number.
  /// - Complexity: O(nodes of the kinds that can be inactive).
  func inactiveNodes(in graph: GraphView) -> [NodeIndex] { inactivity.inactiveNodes(in: graph) }
}
