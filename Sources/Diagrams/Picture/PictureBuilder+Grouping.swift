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
    // A way from each node towards the outermost around it, shortened as it is walked.
    var outward = Array(graph.nodes.indices)
    for index in graph.relationships.indices where !isSpent[index] {
      let relationship = graph.relationships[index]
      guard relationship.type.isIdenticalText(to: type) else { continue }
      let (inner, outer) =
        member == .from ? (relationship.from, relationship.to) : (relationship.to, relationship.from)
      guard inner != outer, parents[inner] == nil, isGroupable(inner), isGroupable(outer) else { continue }
      guard graph.matches(pattern, outer) else { continue }
      guard outermost(of: outer, &outward) != inner else { continue }
      parents[inner] = (outer, index)
      outward[inner] = outer
      isSpent[index] = true
    }
    var membersOf: [Int: [Int]] = [:]
    for node in graph.nodes.indices {
      if let parent = parents[node] { membersOf[parent.node, default: []].append(node) }
    }
    // Outer frames first, so that each finds the one around it.
    let ordered = outermostFirst(membersOf, isInner: { parents[$0] != nil })
    for outer in ordered {
      let members = membersOf[outer] ?? []
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

  private func outermost(of node: Int, _ outward: inout [Int]) -> Int {
    var current = node
    while outward[current] != current {
      outward[current] = outward[outward[current]]
      current = outward[current]
    }
    return current
  }

  /// The nodes that have members, level by level, each level in order.
  private func outermostFirst(_ membersOf: [Int: [Int]], isInner: (Int) -> Bool) -> [Int] {
    var level = membersOf.keys.filter { !isInner($0) }.sorted()
    var ordered: [Int] = []
    while !level.isEmpty {
      ordered += level
      level = level.flatMap { membersOf[$0] ?? [] }.filter { membersOf[$0] != nil }.sorted()
    }
    return ordered
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
