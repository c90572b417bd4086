import GraphModel
public import ImpactAnalysis

extension GovernanceImpact {
  /// What could be pointed at instead of each retired thing at which something breaks: what supersedes it, what the
  /// reviews of its links name, what has its topic, its target or a similar title. Nothing is ever applied by itself.
  ///
  /// What speaks for a candidate are reasons with weights between 0 and 1; the score is what the doubts of all of them
  /// leave. A candidate that may not replace it as things stand comes last and says why; one that the graph declares is
  /// always told, of others as many as there is room for.
  /// - Parameters:
  ///   - report: an answer of this object.
  ///   - limit: how many candidates are told for each thing.
  /// - Returns: by key of the old thing; also where there is no candidate.
  /// - Complexity: for each thing, O(titles that share a beginning or end of a word with its own); once, O(text of the
  ///   titles of its kind), or of its areas where the kind has more than 20,000 nodes.
  public func cures(for report: ImpactReport, limit: Int = 5) -> [Cure] {
    let broken = Set(report.affected.lazy.filter { $0.effect == .broken }.map(\.node))
    if broken.isEmpty { return [] }
    let replaced = Set(report.replaced.map(\.old.node))
    let retired = Set(report.retired.map(\.node))
    var search = CureSearch(graph: graph, names: names) { old, new in
      self.judgement(onReplacing: old, with: new, retired: retired)
    }
    // What was inactive beforehand breaks nothing, so there is nothing to cure.
    let open = report.retired.filter { !replaced.contains($0.node) && !analysis.isInactive($0.node) }
    return open.compactMap { old in
      let dependents = names.sortedByKey(dependents(breakingAt: old.node).filter(broken.contains))
      if dependents.isEmpty { return nil }
      return Cure(
        old: old, dependents: dependents.map(names.element),
        candidates: search.candidates(for: old.node, dependents: dependents, limit: limit))
    }
  }

  /// The nodes that the retirement of a node breaks by a relationship of their own to it; each once.
  private func dependents(breakingAt node: NodeIndex) -> Set<NodeIndex> {
    var found: Set<NodeIndex> = []
    for definition in graph.schema?.relationshipTypes ?? [] where definition.impact.effect(of: .retired) == .broken {
      guard let type = graph.symbols.type(definition.name) else { continue }
      var neighbours: [Neighbour] = []
      graph.appendRelationships(
        of: node, definition.dependentEnd == .from ? .incoming : .outgoing, types: [type], to: &neighbours)
      found.formUnion(neighbours.lazy.map(\.node))
    }
    return found
  }
}
