import GraphModel

extension PictureBuilder {
  mutating func fold() {
    for (number, rule) in definition.folding.enumerated() {
      for index in graph.relationships.indices where !isSpent[index] {
        let relationship = graph.relationships[index]
        guard relationship.type.isIdenticalText(to: rule.type), rule.relationship.matches(relationship) else {
          continue
        }
        let (leaf, parent) =
          rule.leaf == .from ? (relationship.from, relationship.to) : (relationship.to, relationship.from)
        guard leaf != parent, graph.matches(rule.pattern, leaf),
          graph.matches(rule.parent, parent)
        else { continue }
        guard !isAbove(leaf, parent) else { continue }
        isSpent[index] = true
        leaves[parent].append(Leaf(node: leaf, relationship: index, rule: number))
        if !rule.keepsBox { foldedInto[leaf].append(parent) }
      }
    }
  }

  /// Whether `node` already holds `other`, directly or through others: folding the other way round would be a circle.
  private func isAbove(_ node: Int, _ other: Int) -> Bool {
    var waiting = [other]
    var visited: Set<Int> = []
    while let next = waiting.popLast() {
      if next == node { return true }
      guard visited.insert(next).inserted else { continue }
      waiting += foldedInto[next]
    }
    return false
  }

  mutating func rows(of node: Int) -> (rows: [PictureRow], columns: Int) {
    var rows: [PictureRow] = []
    var path: Set<Int> = [node]
    addRows(of: node, depth: 0, path: &path, to: &rows)
    let limit = context.limits.rows
    if rows.count > limit {
      let left = rows.count - limit + 1
      rows.removeLast(left)
      rows.append(.leftOut(left, context.language))
    }
    let asked = leaves[node].first.flatMap { definition.folding[$0.rule].columns }
    return (rows, asked ?? (rows.count > 36 ? 3 : (rows.count > 12 ? 2 : 1)))
  }

  private mutating func addRows(of node: Int, depth: Int, path: inout Set<Int>, to rows: inout [PictureRow]) {
    // One row more than the limit is enough to know that rows are left out.
    guard rows.count <= context.limits.rows * 20 else { return }
    for leaf in ordered(leaves[node]) where path.insert(leaf.node).inserted {
      let look = looks[leaf.node]
      let relationship =
        marks?.earlierLooks[leaf.relationship] ?? arrowLook(of: graph.relationships[leaf.relationship])
      used.rowKinds.insert(graph.nodes[leaf.node].kind)
      let isTentative = look.isItalic || look.style.line.isBroken || relationship.look.line.isBroken
      let reason = isTentative ? tentativeReason(look, relationship) : nil
      var text = graph.nodes[leaf.node].name
      if let caption = look.caption { text += " (\(caption.text))" }
      rows.append(
        PictureRow(
          text: PlainText(text, limit: context.limits.nameLength), depth: depth, isTentative: isTentative,
          reason: reason, link: look.link, change: marks?.change(ofRow: leaf.node, in: node)))
      addRows(of: leaf.node, depth: depth + 1, path: &path, to: &rows)
      path.remove(leaf.node)
    }
  }

  private func ordered(_ leaves: [Leaf]) -> [Leaf] {
    leaves.sorted { a, b in
      if a.rule != b.rule { return a.rule < b.rule }
      if let order = definition.order {
        let values = [a, b].map { graph.value(order, of: $0.node) }
        let comparison = values[0].orderability(against: values[1])
        if comparison != .equal { return comparison.isLess }
      }
      let names = [a, b].map { SwedishOrder(graph.nodes[$0.node].name) }
      return names[0] == names[1] ? a.node < b.node : names[0] < names[1]
    }
  }
}
