import GraphModel

/// Finds what loses its owner or the like by the relationship types whose table says `unowned`.
struct OwnershipSearch {
  let graph: GraphView
  let rules: PropagationRules
  let names: ElementNames

  /// - Parameters:
  ///   - retired: what the scenario retires, and what of it was active beforehand.
  ///   - replacements: those that hold, old to new.
  /// - Complexity: O(ownership relationships at the retired nodes and at those that hang on them).
  func losses(
    retired: Set<NodeIndex>, active: [NodeIndex], replacements: [NodeIndex: NodeIndex]
  ) -> [OwnershipLoss] {
    var losses: [OwnershipLoss] = []
    var neighbours: [Neighbour] = []
    for carrier in rules.ownerships {
      for body in active {
        neighbours.removeAll(keepingCapacity: true)
        graph.appendRelationships(
          of: body, carrier.dependentEnd == .from ? .incoming : .outgoing, types: [carrier.type], to: &neighbours)
        var seen: Set<NodeIndex> = []
        for neighbour in neighbours where seen.insert(neighbour.node).inserted {
          if retired.contains(neighbour.node) || !isActive(neighbour.node) { continue }
          losses.append(
            OwnershipLoss(
              node: neighbour.node, lost: body, role: carrier.name,
              remaining: remaining(of: neighbour.node, without: body, by: carrier, retired, replacements),
              takenOverBy: replacements[body]))
        }
      }
    }
    return losses
  }

  /// The active owners that stay, and what takes the place of the others that go.
  private func remaining(
    of node: NodeIndex, without lost: NodeIndex, by carrier: PropagationRules.Ownership, _ retired: Set<NodeIndex>,
    _ replacements: [NodeIndex: NodeIndex]
  ) -> [NodeIndex] {
    var neighbours: [Neighbour] = []
    graph.appendRelationships(
      of: node, carrier.dependentEnd == .from ? .outgoing : .incoming, types: [carrier.type], to: &neighbours)
    var owners: Set<NodeIndex> = []
    for owner in neighbours.lazy.map(\.node) where owner != lost && isActive(owner) {
      if !retired.contains(owner) {
        owners.insert(owner)
      } else if let successor = replacements[owner], successor != replacements[lost], successor != node {
        owners.insert(successor)
      }
    }
    return names.sortedByKey(Array(owners))
  }

  /// Whether something active would lose a node by these relationship types.
  /// - Complexity: O(ownership relationships at the node up to the first that is active).
  func ownsAnything(_ node: NodeIndex) -> Bool {
    var neighbours: [Neighbour] = []
    for carrier in rules.ownerships {
      neighbours.removeAll(keepingCapacity: true)
      graph.appendRelationships(
        of: node, carrier.dependentEnd == .from ? .incoming : .outgoing, types: [carrier.type], to: &neighbours)
      if neighbours.contains(where: { $0.node != node && isActive($0.node) }) { return true }
    }
    return false
  }

  private func isActive(_ node: NodeIndex) -> Bool { !graph.isDeleted(node) && !rules.isInactive(node, in: graph) }

  /// The losses as a report names them: what nobody is left for first, then by kind, key, role and what is lost.
  func elements(_ losses: [OwnershipLoss]) -> [UnownedElement] {
    let elements = losses.map { loss in
      UnownedElement(
        element: names.element(loss.node), lost: names.element(loss.lost), role: loss.role,
        remaining: names.sortedByKey(loss.remaining).map(names.element),
        takenOverBy: loss.takenOverBy.map(names.element))
    }
    return elements.sorted { a, b in
      if a.isLeftAlone != b.isLeftAlone { return a.isLeftAlone }
      for (x, y) in [
        (a.element.kind, b.element.kind), (a.element.key, b.element.key), (a.role, b.role), (a.lost.key, b.lost.key),
      ] where !x.isIdenticalText(to: y) { return x.precedesByCodePoints(y) }
      return false
    }
  }
}
