import GraphModel

/// What became of the elements of a picture, and how those look that only the earlier world has.
struct PictureMarks: Sendable {
  /// By number: of a box, a frame, and of lines without a mark of their own.
  var nodes: [ElementChange?]
  var rows: [Row: ElementChange] = [:]
  /// The relationships whose changes lines tell, by number: not the node is new there, but what put it there.
  var relationshipOfRow: [Row: Int] = [:]
  var relationships: [ElementChange?]
  /// Of relationships that only the earlier world draws, by its rules.
  var earlierLooks: [Int: RelationshipLook] = [:]
  /// How the two worlds are called.
  var names: (before: String, after: String)

  /// A node as a line in another's box.
  struct Row: Hashable {
    var node: Int
    var parent: Int
  }

  /// A new or vanished node is so wherever it stands; else the line tells what became of its place.
  func change(ofRow node: Int, in parent: Int) -> ElementChange? {
    if let change = nodes[node], change.kind == .added || change.kind == .removed { return change }
    return rows[Row(node: node, parent: parent)] ?? nodes[node]
  }

  /// All changes that a picture draws, and the sentence that counts them.
  func comparison(of builder: PictureBuilder, boxOfNode: [Int?]) -> PictureComparison {
    var entries: Set<PictureComparison.Entry> = []
    var counts: [Bool: ChangeCounts] = [:]
    func add(_ change: ElementChange?, of name: String, sort: String, isRelationship: Bool = false) {
      guard let change else { return }
      counts[isRelationship, default: ChangeCounts()].add(change.kind)
      entries.insert(
        PictureComparison.Entry(change: change, sort: sort, name: name, isRelationship: isRelationship))
    }
    let drawn = drawnChanges(in: builder, boxOfNode)
    for (number, changes) in drawn.nodes.enumerated() {
      let node = builder.graph.nodes[number]
      for change in changes { add(change, of: node.name, sort: builder.kindCaption(node.kind)) }
    }
    for (index, relationship) in builder.graph.relationships.enumerated() {
      let isArrow =
        !builder.isSpent[index] && !builder.boxes(of: relationship.from, boxOfNode).isEmpty
        && !builder.boxes(of: relationship.to, boxOfNode).isEmpty
      guard isArrow || drawn.relationships[index] != nil else { continue }
      let ends = [relationship.from, relationship.to].map { builder.graph.nodes[$0].name }
      add(
        drawn.relationships[index] ?? relationships[index], of: "\(ends[0]) → \(ends[1])",
        sort: builder.typeCaption(relationship.type), isRelationship: true)
    }
    let order = ChangeKind.allCases
    let sorted = entries.sorted { a, b in
      if a.change.kind != b.change.kind {
        return (order.firstIndex(of: a.change.kind) ?? 0) < (order.firstIndex(of: b.change.kind) ?? 0)
      }
      if a.isRelationship != b.isRelationship { return b.isRelationship }
      let texts = [a, b].map { SwedishOrder("\($0.sort)\n\($0.name)\n\($0.change.detail ?? "")") }
      return texts[0] < texts[1]
    }
    return PictureComparison(
      sentence: sentence(things: counts[false], relationships: counts[true], builder.context.language),
      entries: sorted)
  }

  /// Each node's changes once, however often it is drawn with them, and those of relationships that lines tell.
  private func drawnChanges(
    in builder: PictureBuilder, _ boxOfNode: [Int?]
  ) -> (nodes: [Set<ElementChange>], relationships: [Int: ElementChange]) {
    var changes: [Set<ElementChange>] = Array(repeating: [], count: nodes.count)
    var ofRelationships: [Int: ElementChange] = [:]
    var waiting: [Int] = []
    for node in nodes.indices where boxOfNode[node] != nil || builder.frameOfNode[node] != nil {
      if let change = nodes[node] { changes[node].insert(change) }
      waiting.append(node)
    }
    var visited = Set(waiting)
    while let parent = waiting.popLast() {
      for leaf in builder.leaves[parent] {
        if let change = change(ofRow: leaf.node, in: parent) {
          let row = Row(node: leaf.node, parent: parent)
          let isOfNode = nodes[leaf.node]?.kind == change.kind
          if !isOfNode, let relationship = relationshipOfRow[row] {
            ofRelationships[relationship] = change
          } else {
            changes[leaf.node].insert(change)
          }
        }
        if visited.insert(leaf.node).inserted { waiting.append(leaf.node) }
      }
    }
    return (changes, ofRelationships)
  }

  private func sentence(
    things: ChangeCounts?, relationships: ChangeCounts?, _ language: CaptionLanguage
  ) -> PlainText {
    let isSwedish = language == .swedish
    var parts = [
      (isSwedish ? "Före: " : "Before: ") + names.before, (isSwedish ? "Efter: " : "After: ") + names.after,
    ]
    if let things { parts.append(things.words(language)) }
    if let relationships {
      parts.append((isSwedish ? "relationer: " : "relationships: ") + relationships.words(language))
    }
    if things == nil, relationships == nil {
      parts.append(isSwedish ? "ingen skillnad i bilden" : "no difference in the picture")
    }
    return PlainText(parts.joined(separator: " · "))
  }
}

extension PictureBuilder {
  /// The frames, with what became of the nodes that are frames.
  func markedFrames() -> [PictureFrame] {
    guard let marks else { return frames }
    var marked = frames
    for (node, frame) in frameOfNode { marked[frame].change = marks.nodes[node] }
    return marked
  }
}
