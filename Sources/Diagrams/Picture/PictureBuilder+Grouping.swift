import GraphModel

extension PictureBuilder {
  mutating func group() {
    var nesting = Nesting(count: graph.nodes.count)
    for (number, rule) in definition.grouping.enumerated() {
      switch rule {
      case .property(let name, let pattern, let order):
        group(by: name, pattern: pattern, order: order, rule: number)
      case .relationship(let type, let member, let pattern):
        group(by: type, member: member, pattern: pattern, &nesting)
      case .sets(let sets, let isBanded): group(into: sets, isBanded: isBanded, rule: number)
      }
    }
    orderFrames()
    makeLanes(nesting)
  }

  /// On a line of time every box has a lane, and the boxes that head the lanes have their colours, not the lanes.
  private mutating func makeLanes(_ nesting: Nesting) {
    guard definition.timeline != nil else { return }
    leaveOutermostFrames(nesting)
    for node in graph.nodes.indices where innermostFrame[node] == nil && isGroupable(node) {
      let frame = addFrame(
        PictureFrame(
          id: names.name(for: "group-\(graph.nodes[node].key)"),
          title: PlainText(graph.nodes[node].name, limit: context.limits.nameLength), parent: nil),
        key: .node(node), members: [node])
      frameOfNode[node] = frame
    }
    for index in frames.indices { frames[index].fill = nil }
  }

  private func isGroupable(_ node: Int) -> Bool { !looks[node].isHidden && foldedInto[node].isEmpty }

  private mutating func group(by property: String, pattern: ElementPattern, order: [Value], rule: Int) {
    var members: [FrameValue: [Int]] = [:]
    for node in graph.nodes.indices where isGroupable(node) {
      guard graph.matches(pattern, node) else { continue }
      let value = graph.value(property, of: node)
      if value.isNull { continue }
      members[FrameValue(frame: innermostFrame[node], value: value), default: []].append(node)
    }
    let ranks = Dictionary(order.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    let groups = members.map { (key: $0.key, nodes: $0.value, rank: ranks[$0.key.value] ?? order.count) }
      .sorted { a, b in
        if a.rank != b.rank { return a.rank < b.rank }
        let comparison = a.key.value.orderability(against: b.key.value)
        return comparison == .equal ? a.nodes[0] < b.nodes[0] : comparison.isLess
      }
    for (number, group) in groups.enumerated() {
      let text = writer.text(group.key.value)
      addFrame(
        PictureFrame(
          id: names.name(for: "group-\(property)-\(text)"), title: PlainText(text, limit: context.limits.nameLength),
          parent: group.key.frame,
          // By the order that is asked for, so that a band has its place whatever others there are.
          band: order.isEmpty ? nil : ranks[group.key.value] ?? order.count + number),
        key: .value(group.key.value, rule: rule), members: group.nodes)
    }
  }

  private struct FrameValue: Hashable {
    var frame: Int?
    var value: Value
  }

  private mutating func group(into sets: [GroupingRule.NamedSet], isBanded: Bool, rule: Int) {
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
          key: .set(number, rule: rule), members: nodes)
      }
    }
  }

  private mutating func group(
    by type: String, member: RelationshipEnd, pattern: ElementPattern, _ nesting: inout Nesting
  ) {
    var membersOf: [Int: [Int]] = [:]
    var inners: Set<Int> = []
    for index in graph.relationships.indices where !isSpent[index] {
      let relationship = graph.relationships[index]
      guard relationship.type.isIdenticalText(to: type) else { continue }
      let (inner, outer) =
        member == .from ? (relationship.from, relationship.to) : (relationship.to, relationship.from)
      guard isGroupable(inner), isGroupable(outer), graph.matches(pattern, outer) else { continue }
      guard nesting.put(inner, into: outer, by: index) else { continue }
      membersOf[outer, default: []].append(inner)
      inners.insert(inner)
      isSpent[index] = true
    }
    // Outer frames first, so that each finds the one around it.
    for outer in outermostFirst(membersOf, isInner: inners.contains) {
      // A node is one frame, whichever relationships lead into it.
      let frame = frameOfNode[outer] ?? addFrame(ofNode: outer)
      for member in membersOf[outer] ?? [] {
        if let own = frameOfNode[member] { frames[own].parent = frame } else { innermostFrame[member] = frame }
      }
    }
  }

  private mutating func addFrame(ofNode node: Int) -> Int {
    let frame = addFrame(
      PictureFrame(
        id: names.name(for: "group-\(graph.nodes[node].key)"),
        title: PlainText(graph.nodes[node].name, limit: context.limits.nameLength),
        parent: innermostFrame[node], fill: looks[node].style.fill, isDashed: looks[node].style.line == .dashed),
      key: .node(node), members: [node])
    frameOfNode[node] = frame
    return frame
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
  private mutating func addFrame(_ frame: PictureFrame, key: FrameKey, members: [Int]) -> Int {
    let index = frames.count
    frames.append(frame)
    frameIdentities.append(identity(key, in: frame.parent))
    for node in members { innermostFrame[node] = index }
    return index
  }

  /// A node is the same frame wherever that stands; the others are so within the frame around them.
  private func identity(_ key: FrameKey, in parent: Int?) -> [FrameKey] {
    if case .node = key { return [key] }
    return (parent.map { frameIdentities[$0] } ?? []) + [key]
  }

  // MARK: Frames in frames

  /// Numbers the frames so that each comes after the one around it, also where a later rule put it there.
  private mutating func orderFrames() {
    var order: [Int] = []
    var isOrdered = Array(repeating: false, count: frames.count)
    for start in frames.indices {
      var inwards: [Int] = []
      var current: Int? = start
      while let frame = current, !isOrdered[frame] {
        isOrdered[frame] = true
        inwards.append(frame)
        current = frames[frame].parent
      }
      order += inwards.reversed()
    }
    var places = Array(repeating: 0, count: frames.count)
    for (place, frame) in order.enumerated() { places[frame] = place }
    keepFrames(order, places: places)
    for (index, frame) in frames.enumerated() {
      guard let key = frameIdentities[index].last else { continue }
      frameIdentities[index] = identity(key, in: frame.parent)
    }
  }

  /// Puts what stands in inner frames into the outermost ones; what put it into the inner ones is to be drawn.
  private mutating func leaveOutermostFrames(_ nesting: Nesting) {
    var outermost: [Int] = []
    var places: [Int] = []
    for (index, frame) in frames.enumerated() {
      places.append(frame.parent.map { places[$0] } ?? outermost.count)
      if frame.parent == nil { outermost.append(index) }
    }
    frameOfNode = frameOfNode.filter { frames[$0.value].parent == nil }
    for placement in nesting.placements where frameOfNode[placement.outer] == nil {
      isSpent[placement.relationship] = false
    }
    keepFrames(outermost, places: places)
  }

  /// - Parameter places: the new number of each frame, or of the one that stands for it.
  private mutating func keepFrames(_ kept: [Int], places: [Int]) {
    frames = kept.map { frames[$0] }
    for index in frames.indices { frames[index].parent = frames[index].parent.map { places[$0] } }
    frameIdentities = kept.map { frameIdentities[$0] }
    innermostFrame = innermostFrame.map { $0.map { places[$0] } }
    frameOfNode = frameOfNode.mapValues { places[$0] }
  }
}
