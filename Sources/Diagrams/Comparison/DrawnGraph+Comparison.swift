import GraphModel

extension DrawnGraph {
  enum World { case before, after }

  /// One of two worlds under the numbers of both: what it lacks is in the lists, and not there.
  ///
  /// An element that is not there still has its properties and relationships of the other world, so that rules can be
  /// asked of it.
  init(_ compared: ComparedGraph, as world: World) {
    let isLater = world == .after
    let nodes = compared.nodes.map { node in
      let data = isLater ? node.after ?? node.before : node.before ?? node.after
      var drawn = DrawnNode(data ?? NodeData(id: 0, labels: [], properties: [:]))
      drawn.isThere = isLater ? node.isFoundAfter : node.isFoundBefore
      return drawn
    }
    let relationships = compared.relationships.map { relationship in
      let data = isLater ? relationship.after ?? relationship.before : relationship.before ?? relationship.after
      let ends = [data?.startID, data?.endID].map { $0.flatMap { compared.numbers[$0] } ?? 0 }
      return DrawnRelationship(
        type: data?.type ?? "", from: ends[0], to: ends[1], id: data?.id ?? 0, properties: data?.properties ?? [:],
        isThere: isLater ? relationship.isFoundAfter : relationship.isFoundBefore)
    }
    self.init(nodes: nodes, relationships: relationships) { node, relationship in
      let isThere = relationships[relationship].isThere
      if nodes[node].isThere { return isThere }
      let other = compared.relationships[relationship]
      return isLater ? other.isFoundBefore : other.isFoundAfter
    }
  }
}
