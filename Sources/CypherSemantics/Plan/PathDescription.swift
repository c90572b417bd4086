import CypherSyntax

/// The words for operators that walk paths.
extension PlanText {
  func describe(_ expand: LogicalPlan.RepeatPath) -> (name: String, details: String) {
    let body = text(of: expand.body) + text(of: expand.length)
    let (from, to) = (name(expand.from), name(expand.to) + text(expand.endLabels))
    let (left, right) = expand.isReversed ? (to, from) : (from, to)
    return (
      (expand.isReachability ? "Reachability" : "RepeatPath") + (expand.isInto ? "Into" : ""),
      "(\(left))\(body)(\(right))" + (expand.isReversed ? " from the right" : "")
        + (expand.isCounted ? " counted" : "") + conditions(expand.endConditions)
    )
  }

  func describe(_ plan: LogicalPlan.SearchPaths) -> (name: String, details: String) {
    let search = plan.search
    var text = "(\(name(search.start)))"
    for (part, joint) in zip(search.parts, search.joints.dropFirst()) {
      if part.length == nil || part.body.steps.count == 1 && part.body.leavesNodesAlone {
        text += part.body.steps.map { arrow($0.direction, types: $0.types) }.joined()
      } else {
        text += self.text(of: part.body)
      }
      if let length = part.length { text += self.text(of: length) }
      text += joint.slot.map { "(\(name($0)))" } ?? "()"
    }
    let mode = search.mode == .trail ? "" : search.mode == .walk ? " WALK" : " ACYCLIC"
    let choice =
      switch search.choice {
      case .paths(let count): "\(count)"
      case .groups(let count): "\(count) GROUPS"
      }
    return (
      (search.allowsCycles ? "ShortestPaths" : "ShortestPath") + (plan.isInto ? "Into" : ""),
      choice + mode + " " + text + (plan.isReversed ? " from the right" : "")
    )
  }

  private func text(of body: PathBody) -> String {
    var text = "(" + body.nodes.prefix(1).map(self.text).joined()
    for (step, node) in zip(body.steps, body.nodes.dropFirst()) {
      text += arrow(step.direction, types: step.types) + self.text(of: node)
    }
    return text + ")"
  }

  private func text(of node: PathBody.Node) -> String { "(\(node.group.map { name($0.slot) } ?? ""))" }

  private func arrow(_ direction: RelationshipPatternSyntax.Direction, types: [TypeName]?) -> String {
    let names = types.map { ":" + $0.map { QueryPrinter.quoted(query.names.text(of: $0)) }.joined(separator: "|") }
    let (left, right) = ends(of: direction)
    return "\(left)[\(names ?? "")]\(right)"
  }

  private func text(of length: BoundPattern.Length) -> String {
    "{\(length.lower),\(length.upper.map(String.init) ?? "")}"
  }
}
