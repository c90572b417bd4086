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
struct PropagationRules {
  /// A relationship type that passes something on.
  struct Carrier {
    let type: TypeID
    let dependentEnd: RelationshipType.DependentEnd
    /// Towards the dependent ends; `nil` where the snapshot has no such relationships.
    let adjacency: Adjacency?
    /// Four bits per level.
    private let effects: UInt32

    init(type: TypeID, definition: RelationshipType, snapshot: GraphSnapshot) {
      self.type = type
      dependentEnd = definition.dependentEnd
      if Int(type.raw) < snapshot.outgoing.count {
        let adjacencies = definition.dependentEnd == .from ? snapshot.incoming : snapshot.outgoing
        adjacency = adjacencies[Int(type.raw)]
      } else {
        adjacency = nil
      }
      var effects: UInt32 = 0
      for state in ImpactState.allCases {
        guard let effect = definition.impact.effect(of: state) else { continue }
        effects |= UInt32(ImpactLevel.level(effect)) << (4 * UInt32(ImpactLevel.level(state)))
      }
      self.effects = effects
    }

    /// The level that the dependent end gets.
    func effect(of level: UInt8) -> UInt8 { UInt8(truncatingIfNeeded: effects >> (4 * UInt32(level)) & 15) }
  }

  private struct InactiveValues {
    let property: PropertyKeyID
    let values: [Value]
  }

  /// In order of the types' names.
  let carriers: [Carrier]
  private let inactiveValues: [LabelID: [InactiveValues]]

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
    var inactive: [LabelID: [InactiveValues]] = [:]
    for kind in graph.schema?.kinds ?? [] {
      guard let label = graph.symbols.label(kind.name) else { continue }
      let rules = kind.inactive.compactMap { name, values in
        graph.symbols.propertyKey(name).map { InactiveValues(property: $0, values: values) }
      }
      if !rules.isEmpty { inactive[label] = rules }
    }
    inactiveValues = inactive
  }

  /// Whether the schema calls the node inactive: one of the named properties has one of the named values.
  func isInactive(_ node: NodeIndex, in graph: GraphView) -> Bool {
    if inactiveValues.isEmpty { return false }
    return graph.labels(of: node).contains { label in
      inactiveValues[label]?.contains { $0.values.contains(graph.property($0.property, of: node)) } ?? false
    }
  }

  /// Every inactive node.
  /// - Complexity: O(nodes of the kinds that can be inactive).
  func inactiveNodes(in graph: GraphView) -> [NodeIndex] {
    var found: [NodeIndex] = []
    for label in inactiveValues.keys {
      for range in graph.candidateRanges(label: label) {
        for raw in range {
          let node = NodeIndex(raw)
          if graph.contains(node, label: label), isInactive(node, in: graph) { found.append(node) }
        }
      }
    }
    return found
  }
}
