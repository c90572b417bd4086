import GraphModel

/// A part of a picture that hangs together: no arrow and no frame reaches out of it. Blocks are laid out one by one and
/// then packed, which keeps lines short and lets the page's shape be met without making anything smaller.
struct PictureBlock: Sendable {
  var boxes: [Int] = []
  var arrows: [Int] = []
  var frames: [Int] = []
  var alignments: [Int] = []
}

extension Picture {
  func blocks() -> [PictureBlock] {
    var sets = DisjointSets(count: boxes.count)
    let isWhole = frames.contains { $0.band != nil }
    for index in boxes.indices.dropFirst() where isWhole { sets.join(0, index) }
    for arrow in arrows { sets.join(arrow.from, arrow.to) }
    for alignment in alignments {
      for box in alignment.boxes.dropFirst() { sets.join(alignment.boxes[0], box) }
    }
    var firstInFrame: [Int: Int] = [:]
    for (index, box) in boxes.enumerated() {
      guard let frame = box.frame.map(outermostFrame) else { continue }
      if let first = firstInFrame[frame] { sets.join(first, index) } else { firstInFrame[frame] = index }
    }
    var blocks: [PictureBlock] = []
    var blockOfRoot: [Int: Int] = [:]
    var blockOfBox: [Int] = []
    for index in boxes.indices {
      let root = sets.root(of: index)
      let block = blockOfRoot[root] ?? blocks.count
      if block == blocks.count {
        blocks.append(PictureBlock())
        blockOfRoot[root] = block
      }
      blocks[block].boxes.append(index)
      blockOfBox.append(block)
    }
    for (index, arrow) in arrows.enumerated() { blocks[blockOfBox[arrow.from]].arrows.append(index) }
    for (index, alignment) in alignments.enumerated() {
      if let box = alignment.boxes.first { blocks[blockOfBox[box]].alignments.append(index) }
    }
    for (index, frame) in frames.indices.map({ ($0, outermostFrame($0)) }) {
      if let box = firstInFrame[frame] { blocks[blockOfBox[box]].frames.append(index) }
    }
    return ordered(blocks)
  }

  /// By the property that the definition orders by, else as the frames and then the boxes stand.
  private func ordered(_ blocks: [PictureBlock]) -> [PictureBlock] {
    blocks.map { block in
      let orders = block.boxes.map { boxes[$0].order }
      let place = (block.frames.min() ?? Int.max, block.boxes[0])
      return (block: block, order: orders.min { $0.orderability(against: $1).isLess } ?? .null, place: place)
    }.sorted { a, b in
      let order = a.order.orderability(against: b.order)
      return order == .equal ? a.place < b.place : order.isLess
    }.map(\.block)
  }

  func outermostFrame(_ frame: Int) -> Int {
    var current = frame
    while let parent = frames[current].parent { current = parent }
    return current
  }

  /// The colour of what an arrow lies on: the innermost frame around both its ends, else the paper.
  func background(of arrow: PictureArrow) -> String {
    var around: [Int] = []
    var current = boxes[arrow.from].frame
    while let next = current {
      around.append(next)
      current = frames[next].parent
    }
    current = boxes[arrow.to].frame
    while let next = current {
      if around.contains(next) { return frames[next].fill?.fill ?? PaletteColor.frameFill(depth: depth(ofFrame: next)) }
      current = frames[next].parent
    }
    return PaletteColor.paper
  }

  func depth(ofFrame frame: Int) -> Int {
    var depth = 0
    var current = frame
    while let parent = frames[current].parent {
      depth += 1
      current = parent
    }
    return depth
  }
}

/// Which things belong together.
/// - Source: union by the smaller number with path halving; Tarjan and van Leeuwen, JACM 31(2), 1984.
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var current = index
    while parents[current] != current {
      parents[current] = parents[parents[current]]
      current = parents[current]
    }
    return current
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(of: a), root(of: b))
    parents[max(x, y)] = min(x, y)
  }
}
