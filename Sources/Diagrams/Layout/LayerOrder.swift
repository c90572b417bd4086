import GraphModel

/// The order of the boxes in each layer of a block, made from the order of the boxes themselves: a box more or less changes
/// little of it. Few crossings come first, then the definition's order, then short lines.
///
/// - Source: the sweeps of Sugiyama, Tagawa and Toda, IEEE SMC-11(2), 1981, and the exchange of neighbours of Gansner,
///   Koutsofios, North and Vo, IEEE TSE 19(3), 1993.
struct LayerOrder {
  typealias Member = BlockLayers.Member

  private let layers: BlockLayers
  private let boxes: [LayoutAxes.Span]
  private let arrows: [(tail: Int, head: Int)]
  private let orders: [Value]
  /// What tells the arrows apart.
  private let looks: [String]
  private let gap: Double
  /// The pieces of the arrows between each layer and the next.
  private var segments: [[(upper: Member, lower: Member)]]
  /// Arrows between boxes of one layer.
  private var flat: [[(tail: Int, head: Int)]]

  /// Larger blocks keep the order that dot found.
  private static let mostMembers = 80
  private static let mostArrows = 120
  private static let mostWithLengths = 36

  init(
    _ layers: BlockLayers, boxes: [LayoutAxes.Span], arrows: [(tail: Int, head: Int)], orders: [Value],
    looks: [String], gap: Double
  ) {
    self.layers = layers
    self.boxes = boxes
    self.arrows = arrows
    self.orders = orders
    self.looks = looks
    self.gap = gap
    segments = Array(repeating: [], count: layers.layers.count)
    flat = Array(repeating: [], count: layers.layers.count)
    for (index, arrow) in arrows.enumerated() {
      let ends = [arrow.tail, arrow.head].sorted { layers.layerOfBox[$0] < layers.layerOfBox[$1] }
      let first = layers.layerOfBox[ends[0]]
      guard first < layers.layerOfBox[ends[1]] else {
        if arrow.tail != arrow.head { flat[first].append(arrow) }
        continue
      }
      let chain =
        [.box(ends[0])] + layers.passages[index].indices.map { Member.passage(arrow: index, number: $0) }
        + [.box(ends[1])]
      for (offset, (a, b)) in zip(chain, chain.dropFirst()).enumerated() where first + offset < segments.count {
        segments[first + offset].append((a, b))
      }
    }
  }

  /// The members of each layer in their best order found.
  func ordered() -> [[Member]] {
    let count = layers.layers.reduce(0) { $0 + $1.count }
    guard count <= Self.mostMembers, arrows.count <= Self.mostArrows,
      layers.layers.count > 1 || !flat.joined().isEmpty
    else { return layers.layers }
    let natural = layers.layers.map { layer in
      layer.sorted { rank($0) < rank($1) }
    }
    var best: (cost: Double, order: [[Member]])?
    for start in [natural, layers.layers] {
      var order = start
      var choice = (cost: cost(order), order: order)
      for round in 0..<8 {
        sweep(&order, isDownwards: round.isMultiple(of: 2))
        let cost = cost(order)
        if cost < choice.cost - 1e-9 { choice = (cost, order) }
      }
      exchange(&choice.order) { (self.cost($0), 0) }
      choice.cost = cost(choice.order)
      if let best, best.cost <= choice.cost + 1e-9 { continue }
      best = (choice.cost, choice.order)
    }
    guard var order = best?.order else { return layers.layers }
    if count <= Self.mostWithLengths { exchange(&order) { (self.cost($0), self.length($0)) } }
    return order
  }

  /// Boxes in the order of the definition and of the picture, passages by the boxes where they begin.
  private func rank(_ member: Member) -> Int {
    switch member {
    case .box(let box): 2 * box
    case .passage(let arrow, _): 2 * min(arrows[arrow].tail, arrows[arrow].head) + 1
    }
  }

  // MARK: Cost

  private func positions(_ order: [[Member]]) -> (boxes: [Int], passages: [[Int]]) {
    var places = Array(repeating: 0, count: boxes.count)
    var passages = layers.passages.map { Array(repeating: 0, count: $0.count) }
    for layer in order {
      for (place, member) in layer.enumerated() {
        switch member {
        case .box(let box): places[box] = place
        case .passage(let arrow, let number): passages[arrow][number] = place
        }
      }
    }
    return (places, passages)
  }

  private func cost(_ order: [[Member]]) -> Double {
    let positions = positions(order)
    func place(_ member: Member) -> Int {
      switch member {
      case .box(let box): positions.boxes[box]
      case .passage(let arrow, let number): positions.passages[arrow][number]
      }
    }
    var cost = 0.0
    for list in segments {
      let places = list.map { (place($0.upper), place($0.lower)) }
      for (number, a) in places.enumerated() {
        for b in places.dropFirst(number + 1) where (a.0 - b.0) * (a.1 - b.1) < 0 { cost += 1 }
      }
    }
    for list in flat {
      for arrow in list {
        let (tail, head) = (positions.boxes[arrow.tail], positions.boxes[arrow.head])
        if tail > head { cost += 0.5 }
        // A line past other boxes crosses what leads to them.
        cost += 2 * Double(max(0, abs(tail - head) - 1))
      }
    }
    for layer in order {
      // What has no place in the order stands after what has one.
      var last: Value?
      for case .box(let box) in layer {
        if let last, orders[box].orderability(against: last).isLess { cost += 0.3 }
        last = orders[box]
      }
    }
    return cost + mixing(place)
  }

  /// Arrows of one look that leave or reach a box beside one another are easier to follow.
  private func mixing(_ place: (Member) -> Int) -> Double {
    var fans: [Int: [(place: Int, look: String)]] = [:]
    for (index, arrow) in arrows.enumerated() where layers.layerOfBox[arrow.tail] != layers.layerOfBox[arrow.head] {
      let isForward = layers.layerOfBox[arrow.tail] < layers.layerOfBox[arrow.head]
      let passages = layers.passages[index].count
      let (first, last) = isForward ? (arrow.tail, arrow.head) : (arrow.head, arrow.tail)
      let next = passages > 0 ? Member.passage(arrow: index, number: 0) : .box(last)
      let previous = passages > 0 ? Member.passage(arrow: index, number: passages - 1) : .box(first)
      fans[2 * first, default: []].append((place(next), looks[index]))
      fans[2 * last + 1, default: []].append((place(previous), looks[index]))
    }
    var changes = 0
    for fan in fans.values where fan.count > 2 {
      let sorted = fan.sorted { $0.place < $1.place }
      changes += zip(sorted, sorted.dropFirst()).count { $0.look != $1.look }
    }
    return Double(changes) * 0.1
  }

  /// How long the lines are when all stand in the middle of what they are joined to.
  private func length(_ order: [[Member]]) -> Double {
    var sorted = layers
    sorted.setOrder(order)
    let balance = LayerBalance(sorted, boxes: boxes, arrows: arrows, gap: gap)
    return balance.energy(rounds: 10)
  }

  // MARK: Search

  private func sweep(_ order: inout [[Member]], isDownwards: Bool) {
    let numbers = Array(order.indices)
    for layer in isDownwards ? numbers : numbers.reversed() {
      let positions = positions(order)
      func place(_ member: Member) -> Double {
        switch member {
        case .box(let box): Double(positions.boxes[box])
        case .passage(let arrow, let number): Double(positions.passages[arrow][number])
        }
      }
      var sums: [Member: (sum: Double, count: Double)] = [:]
      let list = isDownwards ? (layer > 0 ? segments[layer - 1] : []) : segments[layer]
      for segment in list {
        let (own, other) = isDownwards ? (segment.lower, segment.upper) : (segment.upper, segment.lower)
        let known = sums[own] ?? (0, 0)
        sums[own] = (known.sum + place(other), known.count + 1)
      }
      guard !list.isEmpty else { continue }
      // Members without a neighbour keep their place.
      order[layer] = order[layer].enumerated().map { offset, member in
        (member: member, wanted: sums[member].map { $0.sum / $0.count } ?? Double(offset), offset: offset)
      }.sorted { ($0.wanted, $0.offset) < ($1.wanted, $1.offset) }.map(\.member)
    }
  }

  /// Neighbours change places while that is better.
  private func exchange(
    _ order: inout [[Member]], by measure: ([[Member]]) -> (cost: Double, length: Double)
  ) {
    var current = measure(order)
    for _ in 0..<6 {
      var isBetter = false
      for layer in order.indices where order[layer].count > 1 {
        for place in 0..<(order[layer].count - 1) {
          order[layer].swapAt(place, place + 1)
          let next = measure(order)
          // Lines that become only a little shorter are not worth another order.
          let isShorter = next.cost < current.cost + 1e-9 && next.length < current.length * 0.97
          if next.cost < current.cost - 1e-9 || isShorter {
            current = next
            isBetter = true
          } else {
            order[layer].swapAt(place, place + 1)
          }
        }
      }
      if !isBetter { return }
    }
  }
}
