import GraphModel

/// The choices with which a block can be laid out: tried one after the other until the picture fits its page.
struct LayoutPlan: Sendable, Hashable {
  var direction = LayoutDirection.topToBottom
  /// Over how many layers the leaves of one node are spread.
  var stagger = 1
  /// How many boxes without relationships stand beside one another; `nil`: a square's worth.
  var grid: Int?
}

/// A block as Graphviz input, with the scaffolding that holds boxes in place: it is laid out and not drawn.
struct BlockLayout: Sendable {
  var block: PictureBlock
  var graph = LayoutGraph()
  let direction: LayoutDirection
  /// Labels that Graphviz does not place, by the number of the edge.
  private(set) var flatLabels: [Int: LayoutGraph.Attribute] = [:]
  /// Least distance between boxes of one layer where it is not the usual one, in points.
  private(set) var nodeGap: Double?
  private var position: [Int: Int] = [:]
  private var subgraphOfFrame: [Int: Int] = [:]

  /// - Parameter hasScaffolding: whether dot lays the block out.
  init(_ block: PictureBlock, of picture: Picture, plan: LayoutPlan, hasScaffolding: Bool = true) {
    self.block = block
    direction = plan.direction
    graph.attributes = BlockLayout.graphAttributes(picture, plan: plan)
    graph.nodeDefaults = PageStyle.nodeDefaults
    graph.edgeDefaults = PageStyle.edgeDefaults
    for index in block.boxes {
      position[index] = graph.nodes.count
      let box = picture.boxes[index]
      graph.nodes.append(LayoutGraph.Node(name: box.id, attributes: BoxMarkup.attributes(of: box)))
    }
    addFrames(picture, plan: plan)
    for index in block.arrows {
      let arrow = picture.arrows[index]
      graph.edges.append(
        LayoutGraph.Edge(
          name: arrow.id, tail: position[arrow.from] ?? 0, head: position[arrow.to] ?? 0,
          attributes: BoxMarkup.attributes(of: arrow, background: picture.background(of: arrow))))
    }
    guard hasScaffolding, picture.layout.engine == .dot else { return }
    addAlignments(picture)
    setFlatLabelsAside(picture)
    spreadLeaves(picture, over: plan.stagger)
    addGrid(picture, plan: plan)
    stackBands(picture)
  }

  private static func graphAttributes(
    _ picture: Picture, plan: LayoutPlan
  ) -> [(name: String, value: LayoutGraph.Attribute)] {
    var attributes: [(name: String, value: LayoutGraph.Attribute)] = [
      ("charset", .word("UTF-8")), ("splines", .word(picture.layout.lines.graphvizName)),
      ("outputorder", .word("edgesfirst")),
    ]
    switch picture.layout.engine {
    case .dot:
      let hasBands = picture.frames.contains { $0.band != nil }
      let hasLabels = picture.arrows.contains { $0.drawnLabel != nil }
      attributes += [
        ("rankdir", .word(plan.direction.rawValue)), ("nodesep", .word("0.22")),
        ("ranksep", .word(hasBands || plan.direction == .leftToRight ? "0.55" : (hasLabels ? "0.35" : "0.45"))),
      ]
      // The network simplex of a large graph is cut short: a fifth of the time for lines a little longer.
      if picture.layout.isHasty {
        attributes += [("nslimit", .word("1")), ("nslimit1", .word("1")), ("mclimit", .word("0.1"))]
        attributes[1].value = .word(ArrowCourse.straight.graphvizName)
      } else if picture.boxes.count + picture.arrows.count > 600 {
        attributes += [("nslimit", .word("2")), ("nslimit1", .word("2")), ("mclimit", .word("0.3"))]
      }
    case .neato, .fdp, .sfdp, .twopi, .circo:
      attributes += [("overlap", .word("false")), ("sep", .word("+10")), ("start", .word("7"))]
    case .osage: attributes += [("pack", .word("16"))]
    }
    return attributes
  }

  private mutating func addFrames(_ picture: Picture, plan: LayoutPlan) {
    for index in block.frames {
      let frame = picture.frames[index]
      let members = block.boxes.filter { picture.boxes[$0].frame == index }.compactMap { position[$0] }
      subgraphOfFrame[index] = graph.subgraphs.count
      let isClear = picture.layout.keepsTitlesClear
      var attributes = BoxMarkup.attributes(
        of: frame, depth: picture.depth(ofFrame: index), titleWidth: picture.titleWidth)
      if isClear {
        switch plan.direction {
        case .topToBottom: attributes.append(("labelloc", .word("b")))
        case .leftToRight:
          attributes.removeAll { $0.name == "labeljust" }
          attributes.append(("labeljust", .word("r")))
        }
      }
      graph.subgraphs.append(
        LayoutGraph.Subgraph(
          name: "cluster_" + frame.id, parent: frame.parent.flatMap { subgraphOfFrame[$0] }, nodes: members,
          attributes: attributes))
    }
  }

  private mutating func addAlignments(_ picture: Picture) {
    var isWithinFrames = true
    for index in block.alignments {
      let alignment = picture.alignments[index]
      let frames = Set(alignment.boxes.map { picture.boxes[$0].frame })
      if frames.count > 1 { isWithinFrames = false }
      graph.subgraphs.append(
        LayoutGraph.Subgraph(
          name: "rank_\(index)",
          parent: frames.count == 1 ? frames.first.flatMap { $0.flatMap { subgraphOfFrame[$0] } } : nil,
          nodes: alignment.boxes.compactMap { position[$0] },
          attributes: [("rank", .word(alignment.place.rawValue))]))
    }
    // Ranks across frames need dot's newer way of ranking, which keeps the order within a rank less well. So do bands
    // without alignments: the older way takes lines between frames as wishes, and bands would overlap.
    let bands = block.frames.count { picture.frames[$0].band != nil }
    if !isWithinFrames || (bands > 1 && block.alignments.isEmpty) {
      graph.attributes.append(("newrank", .word("true")))
    }
  }

  /// dot of Graphviz 2.42 writes past its memory where a labelled line joins two boxes of one layer. Such labels stay out
  /// of the layout: the boxes stand further apart and the page sets the label above the middle of its line.
  private mutating func setFlatLabelsAside(_ picture: Picture) {
    // Counts beside lines between frames make dot fail and are not worth a layer.
    let isAside = picture.layout.isHasty || (picture.folding.isTold && !block.frames.isEmpty)
    let layers = block.alignments.map { Set(picture.alignments[$0].boxes.compactMap { position[$0] }) }
    var longest = 0
    for (index, arrow) in block.arrows.enumerated() {
      let edge = graph.edges[index]
      let isFlat = layers.contains { $0.contains(edge.tail) && $0.contains(edge.head) }
      guard isFlat || isAside, let label = edge.attributes.firstIndex(where: { $0.name == "label" })
      else { continue }
      flatLabels[index] = edge.attributes[label].value
      graph.edges[index].attributes.remove(at: label)
      if isFlat { longest = max(longest, min(18, picture.arrows[arrow].drawnLabel?.length ?? 4)) }
    }
    if longest > 0 {
      let gap = Double(longest) * 5.6 + 22
      nodeGap = gap
      graph.attributes.append(("nodesep", .word(Numbers.text(gap / 72))))
    }
  }

  /// Leaves of one node on several layers: a fan becomes as high as it is wide.
  private mutating func spreadLeaves(_ picture: Picture, over layers: Int) {
    guard layers > 1 else { return }
    var degree: [Int: Int] = [:]
    for edge in graph.edges {
      degree[edge.tail, default: 0] += 1
      degree[edge.head, default: 0] += 1
    }
    var fans: [Int: [Int]] = [:]
    for (index, edge) in graph.edges.enumerated() where edge.tail != edge.head {
      if degree[edge.head] == 1 { fans[edge.tail, default: []].append(index) }
      if degree[edge.tail] == 1 { fans[~edge.head, default: []].append(index) }
    }
    for (_, edges) in fans.sorted(by: { $0.key < $1.key }) where edges.count >= 5 {
      for (number, index) in edges.enumerated() where number % layers > 0 {
        graph.edges[index].attributes.append(("minlen", .word(String(1 + number % layers))))
      }
    }
  }

  /// Boxes without relationships in rows and columns, where dot would put them all on one line.
  private mutating func addGrid(_ picture: Picture, plan: LayoutPlan) {
    var isTied = Set(graph.edges.flatMap { [$0.tail, $0.head] })
    for index in block.alignments { isTied.formUnion(picture.alignments[index].boxes.compactMap { position[$0] }) }
    var loose: [Int?: [Int]] = [:]
    let ordered = block.boxes.sorted { a, b in
      let order = picture.boxes[a].order.orderability(against: picture.boxes[b].order)
      return order == .equal ? a < b : order == .less
    }
    for index in ordered {
      guard let number = position[index], !isTied.contains(number) else { continue }
      loose[picture.boxes[index].frame, default: []].append(number)
    }
    for (_, boxes) in loose.sorted(by: { ($0.key ?? -1) < ($1.key ?? -1) }) where boxes.count > 3 {
      let across = plan.grid ?? Int((Double(boxes.count) * 0.8).squareRoot().rounded(.up))
      let step = plan.direction == .topToBottom ? across : (boxes.count + across - 1) / across
      for number in boxes.indices.dropFirst(max(1, step)) {
        addScaffold(from: boxes[number - max(1, step)], to: boxes[number], weight: 8)
      }
    }
  }

  /// Bands in their order, one beyond the other: an unseen point stands between each two.
  private mutating func stackBands(_ picture: Picture) {
    let bands = Dictionary(grouping: block.frames.filter { picture.frames[$0].band != nil }) {
      picture.frames[$0].parent ?? -1
    }
    for (_, siblings) in bands.sorted(by: { $0.key < $1.key }) {
      let ordered = siblings.sorted { (picture.frames[$0].band ?? 0) < (picture.frames[$1].band ?? 0) }
      for (upper, lower) in zip(ordered, ordered.dropFirst()) {
        let above = members(of: upper, picture)
        let below = members(of: lower, picture)
        let point = graph.nodes.count
        graph.nodes.append(
          LayoutGraph.Node(
            name: "_between_\(upper)_\(lower)",
            attributes: [
              ("shape", .word("box")), ("fixedsize", .word("true")), ("label", .word("")), ("style", .word("invis")),
              ("width", .word("0.01")), ("height", .word("0.2")),
            ]))
        for box in above.sorted() { addScaffold(from: box, to: point, weight: 0) }
        for box in below.sorted() { addScaffold(from: point, to: box, weight: 0) }
        for index in graph.edges.indices.prefix(block.arrows.count)
        where below.contains(graph.edges[index].tail) && above.contains(graph.edges[index].head) {
          turn(index)
        }
      }
    }
  }

  private func members(of frame: Int, _ picture: Picture) -> Set<Int> {
    var result: Set<Int> = []
    for index in block.boxes {
      var current = picture.boxes[index].frame
      while let next = current {
        if next == frame, let number = position[index] { result.insert(number) }
        current = picture.frames[next].parent
      }
    }
    return result
  }

  /// The same line laid out the other way: the arrowhead stays where it was.
  private mutating func turn(_ index: Int) {
    let edge = graph.edges[index]
    graph.edges[index].tail = edge.head
    graph.edges[index].head = edge.tail
    let direction = edge.attributes.first { $0.name == "dir" }?.value ?? .word("forward")
    graph.edges[index].attributes.removeAll { $0.name == "dir" }
    let turned: LayoutGraph.Attribute =
      switch direction {
      case .word("forward"): .word("back")
      case .word("back"): .word("forward")
      default: direction
      }
    graph.edges[index].attributes.append(("dir", turned))
  }

  private mutating func addScaffold(from tail: Int, to head: Int, weight: Int) {
    graph.edges.append(
      LayoutGraph.Edge(
        name: "_scaffold_\(graph.edges.count)", tail: tail, head: head,
        attributes: [("style", .word("invis")), ("weight", .word(String(weight)))]))
  }

  mutating func removeTitle(ofFrame frame: Int) {
    guard let subgraph = subgraphOfFrame[frame] else { return }
    graph.subgraphs[subgraph].attributes.removeAll { $0.name == "label" }
  }

  /// A box as wide as it shall be, with its lines from its left side.
  mutating func widen(_ node: Int, to width: Double, in picture: Picture) {
    var box = picture.boxes[block.boxes[node]]
    box.style.width = max(1, Int((width - 16) / BoxMarkup.nameAdvance))
    graph.nodes[node].attributes = BoxMarkup.attributes(of: box)
    graph.nodes[node].attributes.removeAll { $0.name == "width" }
    graph.nodes[node].attributes.append(("width", .word(Numbers.text(width / 72))))
  }

  /// Which ends of an edge have arrowheads.
  func tips(ofEdge index: Int) -> (tail: Bool, head: Bool) {
    switch graph.edges[index].attributes.first(where: { $0.name == "dir" })?.value {
    case .word("back"): (true, false)
    case .word("both"): (true, true)
    case .word("none"): (false, false)
    default: (false, true)
    }
  }

  /// How many of the graph's nodes and edges are drawn; scaffolding follows them.
  var drawnNodes: Int { block.boxes.count }
  var drawnEdges: Int { block.arrows.count }
}

/// What all graphs of a picture have in common.
enum PageStyle {
  /// The size of the smallest text in a picture, in points.
  static let leastText = 9.0

  static let nodeDefaults = [
    ("fontname", BoxMarkup.font), ("fontsize", "11"), ("margin", "0.11,0.06"), ("height", "0.3"), ("width", "0.5"),
    ("penwidth", "1.2"),
  ].map { (name: $0.0, value: $0.1) }
  static let edgeDefaults = [
    ("fontname", BoxMarkup.font), ("fontsize", "9"), ("arrowsize", "0.7"), ("penwidth", "1.2"),
  ].map { (name: $0.0, value: $0.1) }
}
