import GraphModel
import Temporals

/// What leads a thing from its areas to another one: the one place that knows it.
struct AreaTransfer {
  /// Memberships that go.
  let left: [RelationshipIndex]
  /// Whether the thing does not belong to the new area yet.
  let joins: Bool

  /// Memberships that ended before the day are history and stay, but for an ended one in the new area, beside which there
  /// can be no other.
  /// - Parameter day: `nil` asks for no dates: none has ended.
  init(of node: NodeIndex, to area: NodeIndex, on day: CalendarDate?, in graph: GraphView) {
    var memberships: [Neighbour] = []
    if let type = graph.symbols.type(Vocabulary.Relationship.belongsTo) {
      graph.appendRelationships(of: node, .outgoing, types: [type], to: &memberships)
    }
    let hasEnded = memberships.map { Self.hasEnded($0.relationship, on: day, in: graph) }
    let joins = !zip(memberships, hasEnded).contains { $0.node == area && !$1 }
    left = zip(memberships, hasEnded).filter { $0.node == area ? joins : !$1 }.map(\.0.relationship)
    self.joins = joins
  }

  var isNothing: Bool { left.isEmpty && !joins }

  private static func hasEnded(
    _ relationship: RelationshipIndex, on day: CalendarDate?, in graph: GraphView
  ) -> Bool {
    guard let day, let key = graph.symbols.propertyKey(Vocabulary.Property.validTo),
      case .string(let text) = graph.property(key, of: relationship), let end = ExtendedDate(text)?.earliest
    else { return false }
    return end <= day
  }
}
