public import GraphModel

/// An active node that can be retired without making anything worse.
public struct SafeElement: Sendable {
  /// Why it is safe, the plainest first.
  public enum Reason: String, Sendable, CaseIterable {
    /// Nothing hangs on it.
    case unused
    /// All that hangs on it is inactive.
    case inactiveUsers = "inactive-users"
    /// All that would be affected is as bad already, because of what is inactive.
    case alreadyAffected = "already-affected"
  }

  public let element: ImpactElement
  public let reason: Reason
}

extension ImpactAnalysis {
  /// Nodes whose retirement makes nothing worse: by reason and key. What the schema declares no consequences for is left
  /// out, since of it nothing is known; so is what owns something by a relationship type that says `unowned`.
  ///
  /// What hangs on a node directly is enough to look at: where that is as bad already, all behind it is too.
  /// - Parameter nodes: those to choose from.
  /// - Complexity: O(relationships at the nodes).
  public func safeToRetire(among nodes: [NodeIndex]) -> [SafeElement] {
    let packed = engine.packed()
    let before = engine.levelsBeforeScenario()
    let ownerships = OwnershipSearch(graph: graph, rules: rules, names: names)
    var found: [SafeElement.Reason: [NodeIndex]] = [:]
    for node in nodes where graph.isPresent(node) && !rules.isInactive(node, in: graph) && hasKnownConsequences(node) {
      let place = packed.place(of: node)
      var affects = false
      var worsens = false
      for position in packed.positions(of: place) where packed.dependents[position] != UInt32(place) {
        let effect = packed.effect(at: position, of: ImpactLevel.retired)
        if effect == ImpactLevel.none { continue }
        affects = true
        let dependent = packed.node(at: Int(packed.dependents[position]))
        if before.isEmpty || before[Int(dependent.raw)] < effect {
          worsens = true
          break
        }
      }
      if worsens || ownerships.ownsAnything(node) { continue }
      let reason: SafeElement.Reason =
        affects ? .alreadyAffected : packed.hasInactiveDependents[place] ? .inactiveUsers : .unused
      found[reason, default: []].append(node)
    }
    return SafeElement.Reason.allCases.flatMap { reason in
      names.sortedByKey(found[reason] ?? []).map { SafeElement(element: names.element($0), reason: reason) }
    }
  }

  /// Whether some relationship type could let the node pass something on.
  func hasKnownConsequences(_ node: NodeIndex) -> Bool {
    guard let kinds = kindsWithConsequences else { return true }
    return graph.labelNames(of: node).contains(where: kinds.contains)
  }
}
