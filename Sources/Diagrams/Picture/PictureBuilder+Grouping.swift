import GraphModel

extension PictureBuilder {
  mutating func group() {
    for rule in definition.grouping {
      switch rule {
      case .property(let name, let pattern, let order): group(by: name, pattern: pattern, order: order)
      case .relationship(let type, let member, let pattern): group(by: type, member: member, pattern: pattern)
      case .sets(let sets, let isBanded): group(into: sets, isBanded: isBanded)
      }
    }
  }

  private func isGroupable(_ node: Int) -> Bool { !looks[node].isHidden && foldedInto[node].isEmpty }

  private mutating func group(by property: String, pattern: ElementPattern, order: [Value]) {
    var members: [(frame: Int?, value: Value, nodes: [Int])] = []
    for node in graph.nodes.indices where isGroupable(node) {
      guard graph.matches(pattern, node) else { continue }
      let value = graph.value(property, of: node)
      if value.isNull { continue }
      if let index = members.firstIndex(where: { $0.frame == innermostFrame[node] && $0.value == value }) {
        members[index].nodes.append(node)
      } else {
        members.append((innermostFrame[node], value, [node]))
      }
    }
    members.sort { a, b in
      let ranks = [a, b].map { entry in order.firstIndex(of: entry.value) ?? order.count }
      if ranks[0] != ranks[1] { return ranks[0] < ranks[1] }
      return a.value.orderability(against: b.value).isLess
    }
    for (number, group) in members.enumerated() {
      let title = PlainText(writer.text(group.value), limit: context.limits.nameLength)
      addFrame(
        PictureFrame(
          id: names.name(for: "group-\(property)-\(writer.text(group.value))"), title: title, parent: group.frame,
          // By the order that is asked for, so that a band has its place whatever others there are.
          band: order.isEmpty ? nil : order.firstIndex(of: group.value) ?? order.count + number),
        identity: "\(property) \(writer.text(group.value))", members: group.nodes)
    }
  }

  private mutating func group(into sets: [GroupingRule.NamedSet], isBanded: Bool) {
    var isTaken: [Bool] = Array(repeating: false, count: graph.nodes.count)
    for (number, set) in sets.enumerated() {
      var members: [Int?: [Int]] = [:]
      for node in graph.nodes.indices where isGroupable(node) && !isTaken[node] {
        guard set.patterns.contains(where: { graph.matches($0, node) }) else {
          continue
        }
        isTaken[node] = true
        members[innermostFrame[node], default: []].append(node)
      }
      let title = set.title.text(in: context.language) ?? ""
      for (frame, nodes) in members.sorted(by: { ($0.key ?? -1) < ($1.key ?? -1) }) {
        addFrame(
          PictureFrame(
            id: names.name(for: "group-\(number + 1)"), title: PlainText(title), parent: frame, fill: set.fill,
            band: isBanded ? number : nil),
          identity: "set \(number)", members: nodes)
      }
    }
  }

  private mutating func group(by type: String, member: RelationshipEnd, pattern: ElementPattern) {
    // A node with several parents stands in the frame of the first; its other relationships are drawn.
    var parents: [Int: (node: Int, relationship: Int)] = [:]
    for index in graph.relationships.indices where !isSpent[index] {
      let relationship = graph.relationships[index]
      guard relationship.type.isIdenticalText(to: type) else { continue }
      let (inner, outer) =
        member == .from ? (relationship.from, relationship.to) : (relationship.to, relationship.from)
      guard inner != outer, parents[inner] == nil, isGroupable(inner), isGroupable(outer) else { continue }
      guard graph.matches(pattern, outer) else { continue }
      guard !leadsTo(inner, from: outer, parents) else { continue }
      parents[inner] = (outer, index)
      isSpent[index] = true
    }
    let outerNodes = Set(parents.values.map(\.node))
    // Outer frames first, so that each finds the one around it.
    let ordered = outerNodes.sorted { a, b in
      let depths = [a, b].map { depth(of: $0, parents) }
      return depths[0] == depths[1] ? a < b : depths[0] < depths[1]
    }
    for outer in ordered {
      let members = graph.nodes.indices.filter { parents[$0]?.node == outer }
      let frame = addFrame(
        PictureFrame(
          id: names.name(for: "group-\(graph.nodes[outer].key)"),
          title: PlainText(graph.nodes[outer].name, limit: context.limits.nameLength),
          parent: innermostFrame[outer], fill: looks[outer].style.fill,
          isDashed: looks[outer].style.line == .dashed),
        identity: "node \(outer)", members: members + [outer])
      frameOfNode[outer] = frame
    }
  }

  private func leadsTo(_ node: Int, from start: Int, _ parents: [Int: (node: Int, relationship: Int)]) -> Bool {
    var current: Int? = start
    while let next = current {
      if next == node { return true }
      current = parents[next]?.node
    }
    return false
  }

  private func depth(of node: Int, _ parents: [Int: (node: Int, relationship: Int)]) -> Int {
    var depth = 0
    var current = parents[node]?.node
    while let next = current {
      depth += 1
      current = parents[next]?.node
    }
    return depth
  }

  @discardableResult
  private mutating func addFrame(_ frame: PictureFrame, identity: String, members: [Int]) -> Int {
    let index = frames.count
    frames.append(frame)
    frameIdentities.append((frame.parent.map { frameIdentities[$0] + " › " } ?? "") + identity)
    for node in members { innermostFrame[node] = index }
    return index
  }
}
