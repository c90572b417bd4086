import GraphModel

/// Puts what only the earlier world has into the picture of the later one, where it stood, and finds what stands elsewhere.
struct EarlierWorldAdoption {
  let earlier: PictureBuilder
  let compared: ComparedGraph
  let changes: ElementChanges
  private var marks: PictureMarks
  /// The frames of the picture by what they stand for.
  private var frames: [[FrameKey]: Int] = [:]

  init(
    earlier: PictureBuilder, compared: ComparedGraph, changes: ElementChanges, names: (before: String, after: String)
  ) {
    self.earlier = earlier
    self.compared = compared
    self.changes = changes
    marks = PictureMarks(nodes: changes.nodes, relationships: changes.relationships, names: names)
  }

  private var words: ChangeWords { ChangeWords(language: earlier.context.language) }

  /// - Parameter later: what the later world places by itself.
  mutating func adopt(into later: inout PictureBuilder) {
    for (frame, identity) in later.frameIdentities.enumerated() { frames[identity] = frame }
    findMovesBetweenFrames(later)
    let gained = newRows(of: later)
    let lost = adoptRows(into: &later)
    markRows(gained: gained, lost: lost, in: &later)
    adoptBoxes(into: &later)
    adoptArrows(into: &later)
    later.marks = marks
  }

  private func isInBoth(_ node: Int, _ later: PictureBuilder) -> Bool {
    later.graph.nodes[node].isThere && earlier.graph.nodes[node].isThere
  }

  // MARK: Boxes and frames

  private mutating func findMovesBetweenFrames(_ later: PictureBuilder) {
    for node in compared.nodes.indices where isInBoth(node, later) && isFreeOfRows(node, later) {
      let places = (earlier.outerFrame(of: node), later.outerFrame(of: node))
      let identities = (
        places.0.map { earlier.frameIdentities[$0] }, places.1.map { later.frameIdentities[$0] }
      )
      guard identities.0 != identities.1 else { continue }
      let title = places.0.map { earlier.frames[$0].title.text } ?? ""
      if title.isEmpty {
        move(node, words.fromOutside)
      } else {
        move(node, words.from(title))
      }
    }
  }

  private func isFreeOfRows(_ node: Int, _ later: PictureBuilder) -> Bool {
    [earlier, later].allSatisfy { !$0.looks[node].isHidden && $0.foldedInto[node].isEmpty }
  }

  private mutating func move(_ node: Int, _ place: String) { marks.nodes[node] = moved(place, node) }

  /// A move, with what else changed of the node.
  private func moved(_ place: String, _ node: Int) -> ElementChange {
    let other = changes.nodes[node]?.detail.map { "; \($0)" } ?? ""
    return ElementChange(kind: .moved, detail: place + other)
  }

  private mutating func adoptBoxes(into later: inout PictureBuilder) {
    for node in compared.nodes.indices where !later.graph.nodes[node].isThere && earlier.graph.nodes[node].isThere {
      later.looks[node] = earlier.looks[node]
      later.foldedInto[node] = earlier.foldedInto[node]
      later.innermostFrame[node] = earlier.innermostFrame[node].map { frame($0, in: &later) }
    }
  }

  /// The picture's frame for one of the earlier world's: the same one, or that one adopted.
  private mutating func frame(_ number: Int, in later: inout PictureBuilder) -> Int {
    let identity = earlier.frameIdentities[number]
    if let known = frames[identity] { return known }
    let node = earlier.frameOfNode.first { $0.value == number }?.key
    var frame = earlier.frames[number]
    frame.id = later.names.name(for: frame.id)
    frame.parent = frame.parent.map { self.frame($0, in: &later) }
    let index = later.frames.count
    if let node {
      // What lost its last member is a box now; its frame stands where that does.
      if later.graph.nodes[node].isThere { frame.parent = later.innermostFrame[node] }
      later.frameOfNode[node] = index
      later.innermostFrame[node] = index
    }
    frames[identity] = index
    later.frames.append(frame)
    later.frameIdentities.append(identity)
    return index
  }

  // MARK: Lines in boxes

  private typealias Place = (parent: Int, leaf: PictureBuilder.Leaf)

  /// The lines that the earlier world does not have there, of each node; the others may say something else now.
  private mutating func newRows(of later: PictureBuilder) -> [Int: [Place]] {
    var rows: [Int: [Place]] = [:]
    for parent in later.leaves.indices {
      let known = Set(earlier.leaves[parent].map(\.node))
      for leaf in later.leaves[parent] {
        if !known.contains(leaf.node) {
          rows[leaf.node, default: []].append((parent, leaf))
        } else if let change = changes.relationships[leaf.relationship], change.kind == .changed {
          tell(change, of: leaf, in: parent)
        }
      }
    }
    return rows
  }

  /// Adopts the lines of nodes that only the earlier world has.
  /// - Returns: the lines of others that are gone.
  private mutating func adoptRows(into later: inout PictureBuilder) -> [Int: [Place]] {
    var lost: [Int: [Place]] = [:]
    for parent in earlier.leaves.indices {
      let known = Set(later.leaves[parent].map(\.node))
      for leaf in earlier.leaves[parent] where !known.contains(leaf.node) {
        if later.graph.nodes[leaf.node].isThere {
          lost[leaf.node, default: []].append((parent, leaf))
        } else {
          adopt(leaf, of: parent, changes.relationships[leaf.relationship], into: &later)
        }
      }
    }
    return lost
  }

  private mutating func adopt(
    _ leaf: PictureBuilder.Leaf, of parent: Int, _ change: ElementChange?, into later: inout PictureBuilder
  ) {
    later.leaves[parent].append(leaf)
    tell(change, of: leaf, in: parent)
    marks.earlierLooks[leaf.relationship] = earlier.arrowLook(of: earlier.graph.relationships[leaf.relationship])
  }

  private mutating func markRows(gained: [Int: [Place]], lost: [Int: [Place]], in later: inout PictureBuilder) {
    for node in Set(gained.keys).union(lost.keys).sorted() {
      let (come, gone) = (gained[node] ?? [], lost[node] ?? [])
      let wasAlone =
        earlier.graph.nodes[node].isThere && !earlier.looks[node].isHidden && earlier.foldedInto[node].isEmpty
      var move: ElementChange?
      if !gone.isEmpty, !come.isEmpty {
        move = moved(words.from(names(of: gone)), node)
      } else if wasAlone, !later.foldedInto[node].isEmpty {
        move = moved(words.fromOwnBox, node)
      }
      for place in come {
        if let move {
          marks.rows[PictureMarks.Row(node: node, parent: place.parent)] = move
        } else {
          tell(changes.relationships[place.leaf.relationship], of: place.leaf, in: place.parent)
        }
      }
      guard come.isEmpty else { continue }
      if !earlier.foldedInto[node].isEmpty, later.foldedInto[node].isEmpty, !later.looks[node].isHidden {
        self.move(node, words.from(names(of: gone)))
        continue
      }
      for place in gone {
        let change = changes.relationships[place.leaf.relationship]
        adopt(
          place.leaf, of: place.parent, change?.kind == .removed ? change : ElementChange(kind: .removed, detail: nil),
          into: &later)
      }
    }
  }

  /// What became of the relationship that puts a line where it is.
  private mutating func tell(_ change: ElementChange?, of leaf: PictureBuilder.Leaf, in parent: Int) {
    guard let change else { return }
    let row = PictureMarks.Row(node: leaf.node, parent: parent)
    marks.rows[row] = change
    marks.relationshipOfRow[row] = leaf.relationship
  }

  private func names(of places: [Place]) -> String {
    places.map { earlier.graph.nodes[$0.parent].name }.joined(separator: ", ")
  }

  // MARK: Arrows

  private mutating func adoptArrows(into later: inout PictureBuilder) {
    for (index, relationship) in compared.relationships.enumerated() {
      // What has moved within the picture is drawn where it is now.
      let isMoved = relationship.successor.map { compared.relationships[$0].isFoundAfter } ?? false
      guard !relationship.isFoundAfter, !isMoved, !earlier.isSpent[index] else { continue }
      later.isSpent[index] = false
      marks.earlierLooks[index] = earlier.arrowLook(of: earlier.graph.relationships[index])
    }
  }
}

extension PictureBuilder {
  /// The frame around a node's box, or around the frame that it has become.
  func outerFrame(of node: Int) -> Int? {
    let frame = innermostFrame[node]
    return frame != nil && frame == frameOfNode[node] ? frame.flatMap { frames[$0].parent } : frame
  }
}
