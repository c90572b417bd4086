import Governance
import GraphModel
import ImpactAnalysis

/// Gathers what there is to say of a node.
struct NodeDescriber {
  private static let provenanceProperties = ["source", "lines", "basis"]

  private let graph: GraphView
  private let labels: NodeLabels

  init(_ graph: GraphView) {
    self.graph = graph
    labels = NodeLabels(graph)
  }

  func describe(_ node: NodeIndex) -> NodeDescription {
    let kind = graph.schema?.kind(named: labels.kind(of: node))
    let properties = named(graph.properties(of: node))
    return NodeDescription(
      id: graph.id(of: node), element: element(node), labels: graph.labelNames(of: node),
      kindCaption: kind?.caption ?? Caption(),
      facts: facts(properties, declared: kind?.properties ?? [], without: ["key", "name"] + Self.provenanceProperties),
      provenance: provenance(properties), groups: groups(of: node), responsible: responsible(for: node))
  }

  private func element(_ node: NodeIndex) -> NodeDescription.Element {
    NodeDescription.Element(key: labels.key(of: node), kind: labels.kind(of: node), name: labels.name(of: node))
  }

  private func element(_ element: ImpactElement) -> NodeDescription.Element {
    NodeDescription.Element(key: element.key, kind: element.kind, name: element.name)
  }

  // MARK: Facts

  private func named(_ properties: [(key: PropertyKeyID, value: Value)]) -> [(name: String, value: Value)] {
    properties.map { (graph.symbols.name(of: $0.key), $0.value) }
  }

  private func facts(
    _ properties: [(name: String, value: Value)], declared: [PropertyDefinition], without: [String]
  ) -> [NodeDescription.Fact] {
    var facts: [(position: Int, fact: NodeDescription.Fact)] = []
    for (name, value) in properties where !without.contains(name) {
      let position = declared.firstIndex { $0.name.isIdenticalText(to: name) }
      let caption = position.map { declared[$0].caption } ?? Caption()
      facts.append((position ?? Int.max, NodeDescription.Fact(property: name, caption: caption, value: value)))
    }
    return facts.sorted { a, b in
      a.position != b.position ? a.position < b.position : a.fact.property.precedesByCodePoints(b.fact.property)
    }.map(\.fact)
  }

  private func provenance(_ properties: [(name: String, value: Value)]) -> NodeDescription.Provenance {
    func text(_ name: String) -> String? {
      guard case .string(let text)? = properties.first(where: { $0.name == name })?.value else { return nil }
      return text
    }
    let key = text("source")
    let source = key.flatMap { graph.node(withKey: $0) }
    return NodeDescription.Provenance(
      source: source.map(labels.name(of:)) ?? key, sourceKey: key, lines: text("lines"), basis: text("basis"))
  }

  // MARK: Relationships

  private func groups(of node: NodeIndex) -> [NodeDescription.Group] {
    var groups: [NodeDescription.Group] = []
    for direction in [TraversalDirection.outgoing, .incoming] {
      for type in typesInOrder {
        var neighbours: [Neighbour] = []
        graph.appendRelationships(of: node, direction, types: [type], to: &neighbours)
        if neighbours.isEmpty { continue }
        groups.append(group(type, isOutgoing: direction == .outgoing, neighbours))
      }
    }
    return groups
  }

  private var typesInOrder: [TypeID] {
    let declared = graph.schema?.relationshipTypes.compactMap { graph.symbols.type($0.name) } ?? []
    let all = (0..<UInt32(graph.symbols.types.count)).map { TypeID($0) }
    return declared
      + all.filter { !declared.contains($0) }
      .sorted { graph.symbols.name(of: $0).precedesByCodePoints(graph.symbols.name(of: $1)) }
  }

  private func group(_ type: TypeID, isOutgoing: Bool, _ neighbours: [Neighbour]) -> NodeDescription.Group {
    let name = graph.symbols.name(of: type)
    let definition = graph.schema?.relationshipType(named: name)
    let relationships = neighbours.map { neighbour in
      let properties = named(graph.properties(of: neighbour.relationship))
      return NodeDescription.Relationship(
        other: element(neighbour.node),
        properties: facts(
          properties, declared: definition?.properties ?? [], without: Self.provenanceProperties),
        provenance: provenance(properties))
    }
    let sorted = relationships.map { (SwedishOrder.key($0.other.name), $0) }.sorted { a, b in
      if !a.1.other.kind.isIdenticalText(to: b.1.other.kind) {
        return a.1.other.kind.precedesByCodePoints(b.1.other.kind)
      }
      return a.0 != b.0 ? a.0.lexicographicallyPrecedes(b.0) : a.1.other.key.precedesByCodePoints(b.1.other.key)
    }.map(\.1)
    return NodeDescription.Group(
      type: name, isOutgoing: isOutgoing,
      caption: (isOutgoing ? definition?.caption : definition?.inverseCaption) ?? Caption(), relationships: sorted)
  }

  // MARK: Responsibility

  private func responsible(for node: NodeIndex) -> NodeDescription.Responsible? {
    guard graph.symbols.label("Council") != nil else { return nil }
    let found = ResponsibilityIndex(graph: graph).responsibility(of: node)
    if let schema = graph.schema, found.councils.isEmpty, found.owners.isEmpty,
      !ResponsibilityIndex.applies(to: graph.labelNames(of: node), in: schema)
    {
      return nil
    }
    return NodeDescription.Responsible(
      councils: found.councils.map(element), rule: found.rule?.rawValue, restsOnInference: found.restsOnInference,
      owners: found.owners.map(element))
  }
}
