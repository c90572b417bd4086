import GraphModel
import ImpactAnalysis

/// Follows the relationships that tell whom to turn to at a body.
///
/// The roles that are placed in the body, then those placed in what it is one of; and the functional addresses of all
/// of these. Persons are left out on purpose: a letter goes to an office, and the graph names few who hold one.
struct ContactSearch: Sendable {
  private let graph: GraphView
  private let names: ElementNames
  private let role: LabelID?
  private let channel: LabelID?
  private let instanceOf: [TypeID]
  private let placedIn: [TypeID]
  private let hasAddress: [TypeID]

  init(graph: GraphView, names: ElementNames) {
    self.graph = graph
    self.names = names
    let symbols = graph.symbols
    role = symbols.label(Vocabulary.Kind.role)
    channel = symbols.label(Vocabulary.Kind.channel)
    instanceOf = [Vocabulary.Relationship.instanceOf].compactMap(symbols.type)
    placedIn = [Vocabulary.Relationship.placedIn].compactMap(symbols.type)
    hasAddress = [Vocabulary.Relationship.hasAddress].compactMap(symbols.type)
  }

  /// The nearest first: those of the body, then those of its classes; each by key.
  func contacts(of body: NodeIndex) -> [Contact] {
    var contacts: [Contact] = []
    var seen: Set<NodeIndex> = [body]
    var level = [body]
    while !level.isEmpty {
      for place in level {
        let roles = ends(of: place, .incoming, placedIn).filter { node in role.map { graph.hasLabel($0, node) } ?? false
        }
        for element in names.sortedByKey(Array(Set(roles))) {
          contacts.append(contact(element, at: place, body))
        }
        if !addresses(of: place).isEmpty { contacts.append(contact(place, at: place, body)) }
      }
      let above = level.flatMap { ends(of: $0, .outgoing, instanceOf) }.filter { seen.insert($0).inserted }
      level = names.sortedByKey(above)
    }
    return contacts
  }

  private func contact(_ element: NodeIndex, at place: NodeIndex, _ body: NodeIndex) -> Contact {
    Contact(
      element: names.element(element), place: names.element(place), isOfClass: place != body,
      addresses: addresses(of: element), note: text("note", of: element))
  }

  private func addresses(of node: NodeIndex) -> [String] {
    let channels = ends(of: node, .outgoing, hasAddress).filter { node in
      channel.map { graph.hasLabel($0, node) } ?? false
    }
    return names.sortedByKey(Array(Set(channels))).map { text("address", of: $0) ?? names.name(of: $0) }
  }

  private func ends(of node: NodeIndex, _ direction: TraversalDirection, _ types: [TypeID]) -> [NodeIndex] {
    if types.isEmpty { return [] }
    var neighbours: [Neighbour] = []
    graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
    return neighbours.map(\.node)
  }

  private func text(_ property: String, of node: NodeIndex) -> String? {
    if case .string(let text) = graph.property(property, of: node), !text.isEmpty { text } else { nil }
  }
}
