/// Lays out a block that is a tree, or nearly one: every layer at one distance from the root, children in a column or row in
/// their order, parents before the middle of their children, and subtrees as close as their outlines allow.
///
/// A box with several parents stands under the first; lines to the others are drawn between what stands already.
/// - Source: Reingold and Tilford, "Tidier Drawings of Trees", IEEE TSE 7(2), 1981; for boxes of different sizes, van der
///   Ploeg, "Drawing Non-layered Tidy Trees in Linear Time", Software: Practice and Experience 44(12), 2014.
struct TreeLayout {
  private let axes: LayoutAxes
  private let extents: [(depth: Double, breadth: Double)]
  private let children: [[Int]]
  private let roots: [Int]
  /// Over how many columns the leaves of one box are spread.
  private let stagger: Int

  private static let layerGap = 58.0
  private static let siblingGap = 12.0
  /// Between children that have children.
  private static let familyGap = 20.0
  /// Half the room that a line takes between boxes.
  private static let lineRoom = 5.0

  /// - Returns: `nil` where the arrows make no tree, or more than a few lead to second parents.
  init?(_ layout: BlockLayout, in picture: Picture, sizes: PictureSizes, stagger: Int) {
    let block = layout.block
    guard picture.layout.engine == .dot, picture.layout.lines == .bent || block.boxes.count > 120,
      block.frames.isEmpty, block.alignments.isEmpty, !block.arrows.isEmpty,
      !block.boxes.contains(where: { picture.boxes[$0].style.shape == .parallelogram })
    else { return nil }
    let edges = layout.graph.edges.prefix(layout.drawnEdges)
    var parent: [Int?] = Array(repeating: nil, count: block.boxes.count)
    var children: [[Int]] = Array(repeating: [], count: block.boxes.count)
    var extra = 0
    for edge in edges {
      guard edge.tail != edge.head else { return nil }
      if parent[edge.head] == nil {
        parent[edge.head] = edge.tail
        children[edge.tail].append(edge.head)
      } else {
        extra += 1
      }
    }
    guard extra * 4 <= edges.count else { return nil }
    roots = parent.indices.filter { parent[$0] == nil }
    // Whatever no root leads to lies on a circle.
    var reached = 0
    var waiting = roots
    while let next = waiting.popLast() {
      reached += 1
      waiting += children[next]
    }
    guard reached == parent.count else { return nil }
    let axes = LayoutAxes(direction: layout.direction)
    self.axes = axes
    extents = block.boxes.map { axes.extents(sizes.boxes[$0]) }
    self.children = children.map { list in list.sorted { block.boxes[$0] < block.boxes[$1] } }
    self.stagger = stagger
  }

  /// A tree of boxes with its places, the root's layer being the first of its outline.
  private struct Subtree {
    /// The middle of each box across the picture, from the subtree's own origin.
    var places: [(box: Int, layer: Int, v: Double)] = []
    /// For each layer from the root's on, what is taken.
    var outline: [ClosedRange<Double>] = []

    mutating func move(by shift: Double) {
      for index in places.indices { places[index].v += shift }
      for index in outline.indices {
        outline[index] = (outline[index].lowerBound + shift)...(outline[index].upperBound + shift)
      }
    }
  }

  /// The places of the block's boxes.
  func geometry(edges: Int) -> LayoutGeometry {
    var done: [Int: Subtree] = [:]
    // Children before parents.
    var order: [Int] = []
    var waiting = roots
    while let next = waiting.popLast() {
      order.append(next)
      waiting += children[next]
    }
    for box in order.reversed() { done[box] = subtree(box, &done) }
    let forest = joined(roots.map { done[$0] ?? Subtree() }, gaps: roots.map { _ in Self.familyGap }).tree
    var depths: [Double] = Array(repeating: 0, count: forest.outline.count)
    for place in forest.places { depths[place.layer] = max(depths[place.layer], extents[place.box].depth) }
    var starts: [Double] = []
    var u = 0.0
    for depth in depths {
      starts.append(u)
      u += depth + Self.layerGap
    }
    var geometry = LayoutGeometry()
    geometry.nodes = Array(
      repeating: LayoutGeometry.NodePlace(x: 0, y: 0, width: 0, height: 0), count: extents.count)
    for place in forest.places {
      let extent = extents[place.box]
      let frame = axes.frame(
        LayoutAxes.Span(
          u: starts[place.layer]...(starts[place.layer] + extent.depth),
          v: (place.v - extent.breadth / 2)...(place.v + extent.breadth / 2)))
      geometry.nodes[place.box] = LayoutGeometry.NodePlace(
        x: (frame.left + frame.right) / 2, y: (frame.bottom + frame.top) / 2, width: frame.width,
        height: frame.height)
    }
    geometry.edges = Array(repeating: LayoutGeometry.EdgePlace(curve: "", labelPlace: ""), count: edges)
    return geometry
  }

  private func subtree(_ box: Int, _ done: inout [Int: Subtree]) -> Subtree {
    let half = extents[box].breadth / 2
    var own = Subtree(places: [(box, 0, 0)], outline: [(-half)...half])
    guard !children[box].isEmpty else { return own }
    var parts: [Subtree] = []
    var gaps: [Double] = []
    var leaves = 0
    for child in children[box] {
      var part = done.removeValue(forKey: child) ?? Subtree()
      let isLeaf = children[child].isEmpty
      if isLeaf, stagger > 1, children[box].count >= 5 {
        // Its line passes the columns before its own.
        for _ in 0..<(leaves % stagger) {
          part.outline.insert((-Self.lineRoom)...Self.lineRoom, at: 0)
          part.places[0].layer += 1
        }
        leaves += 1
      }
      parts.append(part)
      gaps.append(isLeaf ? Self.siblingGap : Self.familyGap)
    }
    let family = joined(parts, gaps: gaps)
    var tree = family.tree
    tree.move(by: -(family.first + family.last) / 2)
    own.places += tree.places.map { ($0.box, $0.layer + 1, $0.v) }
    own.outline += tree.outline
    return own
  }

  /// Subtrees one after the other, as close as their outlines allow.
  private func joined(_ parts: [Subtree], gaps: [Double]) -> (tree: Subtree, first: Double, last: Double) {
    var tree = Subtree()
    var first = 0.0
    var last = 0.0
    for (number, part) in parts.enumerated() {
      var part = part
      var shift = number == 0 ? 0.0 : -Double.infinity
      for (layer, taken) in part.outline.enumerated() where layer < tree.outline.count && number > 0 {
        let gap = layer == 0 ? max(gaps[number], gaps[number - 1]) : Self.familyGap
        shift = max(shift, tree.outline[layer].upperBound - taken.lowerBound + gap)
      }
      part.move(by: shift.isFinite ? shift : 0)
      let v = shift.isFinite ? shift : 0
      if number == 0 { first = v }
      last = v
      tree.places += part.places
      for (layer, taken) in part.outline.enumerated() {
        if layer < tree.outline.count {
          let low = min(tree.outline[layer].lowerBound, taken.lowerBound)
          tree.outline[layer] = low...max(tree.outline[layer].upperBound, taken.upperBound)
        } else {
          tree.outline.append(taken)
        }
      }
    }
    return (tree, first, last)
  }
}
