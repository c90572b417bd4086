import GraphModel
import ImpactAnalysis

/// What loses its responsible council when councils, teams or areas are closed.
///
/// The rules of responsibility are asked twice of whatever hangs on a closed body, before and after; from there it goes
/// on only through what changes.
/// - Complexity: O(relationships of what changes and of its neighbours).
struct ResponsibilityLosses: OwnershipRules {
  /// The role in reports.
  static let role = "responsible"

  let graph: GraphView
  let index: ResponsibilityIndex
  let names: ElementNames

  func losses(retiring retired: [NodeIndex], replacements: [NodeIndex: NodeIndex]) -> [OwnershipLoss] {
    let closed = retired.filter(index.search.isBody)
    if closed.isEmpty { return [] }
    let search = ResponsibilitySearch(graph: graph, names: names, without: Set(closed))
    var after = ResponsibilityFindings(nodes: graph.nodeNumberBound)
    let closedCouncils = Set(closed.filter(index.search.isCouncil))
    var losses: [OwnershipLoss] = []
    for body in closed {
      var seen: Set<NodeIndex> = [body]
      var open = [body]
      while let node = open.popLast() {
        for follower in index.search.followers(of: node) where seen.insert(follower).inserted {
          let (old, new) = (index.finding(of: follower), search.finding(of: follower, &after))
          let gone = Set(old.councils).subtracting(new.councils)
          if gone.isEmpty { continue }
          open.append(follower)
          if index.search.isCouncil(follower) || index.search.isProgrammeArea(follower) { continue }
          // A closed council is what its own things lose; a closed team or area takes the way to councils that stay.
          let isLoss = closedCouncils.contains(body) ? gone.contains(body) : !gone.isSubset(of: closedCouncils)
          if !isLoss { continue }
          let remaining = self.remaining(old.councils, new.councils, without: body, closedCouncils, replacements)
          losses.append(
            OwnershipLoss(
              node: follower, lost: body, role: Self.role, remaining: remaining, takenOverBy: replacements[body]))
        }
      }
    }
    return losses
  }

  /// Who is responsible without a body: where another closed council has a successor, this one and the councils that
  /// stay; else whoever the rules then name.
  private func remaining(
    _ old: [NodeIndex], _ new: [NodeIndex], without body: NodeIndex, _ closedCouncils: Set<NodeIndex>,
    _ replacements: [NodeIndex: NodeIndex]
  ) -> [NodeIndex] {
    guard closedCouncils.contains(body) else { return new }
    let successors = old.compactMap { council in
      council != body && closedCouncils.contains(council) ? replacements[council] : nil
    }.filter { $0 != replacements[body] }
    if successors.isEmpty { return new }
    return names.sortedByKey(Array(Set(old).intersection(new).union(successors)))
  }
}
