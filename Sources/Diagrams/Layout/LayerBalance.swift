/// Moves the boxes of each layer, in their order, to the middle of what they are joined to: a parent stands before the
/// middle of its children, and long arrows run straight.
///
/// - Source: the priority and averaging methods of Sugiyama, Tagawa and Toda, IEEE SMC-11(2), 1981, with each layer solved
///   exactly as isotonic regression.
struct LayerBalance {
  private let layers: BlockLayers
  private let boxes: [LayoutAxes.Span]
  /// Distance between neighbours.
  private let gap: Double
  private var place: [Double]
  private var passagePlaces: [[Double]]
  /// What each box and passage is joined to in the layers before and after.
  private var joints: [[Joint]]
  private var passageJoints: [[[Joint]]]

  private struct Joint {
    var other: BlockLayers.Member
    var weight: Double
  }

  private static let rounds = 40

  init(_ layers: BlockLayers, boxes: [LayoutAxes.Span], arrows: [(tail: Int, head: Int)], gap: Double) {
    self.layers = layers
    self.boxes = boxes
    self.gap = gap
    place = boxes.map(\.middle.v)
    passagePlaces = layers.passages.map { $0.map(\.v) }
    joints = Array(repeating: [], count: boxes.count)
    passageJoints = layers.passages.map { Array(repeating: [], count: $0.count) }
    for (index, arrow) in arrows.enumerated() {
      let isForward = layers.layerOfBox[arrow.tail] <= layers.layerOfBox[arrow.head]
      guard layers.layerOfBox[arrow.tail] != layers.layerOfBox[arrow.head] else { continue }
      let ends = isForward ? (arrow.tail, arrow.head) : (arrow.head, arrow.tail)
      var chain: [BlockLayers.Member] = [.box(ends.0)]
      for number in layers.passages[index].indices { chain.append(.passage(arrow: index, number: number)) }
      chain.append(.box(ends.1))
      // The inner pieces of a long arrow are kept straight first.
      for (number, (a, b)) in zip(chain, chain.dropFirst()).enumerated() {
        let isInner = number > 0 && number < chain.count - 2
        join(a, to: b, weight: isInner ? 8 : (chain.count > 2 ? 2 : 1))
      }
    }
  }

  private mutating func join(_ a: BlockLayers.Member, to b: BlockLayers.Member, weight: Double) {
    for (from, to) in [(a, b), (b, a)] {
      switch from {
      case .box(let box): joints[box].append(Joint(other: to, weight: weight))
      case .passage(let arrow, let number): passageJoints[arrow][number].append(Joint(other: to, weight: weight))
      }
    }
  }

  /// The squared lengths of all lines across the picture, once balanced.
  func energy(rounds: Int) -> Double {
    var work = self
    work.settle(rounds: rounds)
    var energy = 0.0
    for (box, list) in work.joints.enumerated() {
      for joint in list {
        let shift = work.place[box] - work.place(of: joint.other)
        energy += shift * shift
      }
    }
    for (arrow, passages) in work.passageJoints.enumerated() {
      for (number, list) in passages.enumerated() {
        for joint in list {
          let shift = work.passagePlaces[arrow][number] - work.place(of: joint.other)
          energy += shift * shift
        }
      }
    }
    return energy
  }

  private mutating func settle(rounds: Int) {
    for round in 0..<rounds {
      let order = Array(layers.layers.indices)
      for layer in round.isMultiple(of: 2) ? order : order.reversed() { settle(layer) }
    }
  }

  /// - Returns: where the middle of each box, and each passage, comes to stand.
  func balanced() -> (boxes: [Double], passages: [[Double]]) {
    var work = self
    work.settle(rounds: Self.rounds)
    return (work.place, work.passagePlaces)
  }

  private mutating func settle(_ layer: Int) {
    let members = layers.layers[layer]
    var items: [SeparatedPlaces.Item] = []
    var before = 0.0
    for (number, member) in members.enumerated() {
      let half = halfBreadth(member)
      let list = joints(of: member)
      let weight = list.reduce(0) { $0 + $1.weight }
      let sum = list.reduce(0) { $0 + $1.weight * place(of: $1.other) }
      let isNarrow = half < 6
      items.append(
        SeparatedPlaces.Item(
          wanted: weight > 0 ? sum / weight : place(of: member), weight: weight > 0 ? weight : 0.05,
          gap: number == 0 ? 0 : before + half + (isNarrow ? gap / 2 : gap)))
      before = half
    }
    for (member, v) in zip(members, SeparatedPlaces.places(items)) {
      switch member {
      case .box(let box): place[box] = v
      case .passage(let arrow, let number): passagePlaces[arrow][number] = v
      }
    }
  }

  private func joints(of member: BlockLayers.Member) -> [Joint] {
    switch member {
    case .box(let box): joints[box]
    case .passage(let arrow, let number): passageJoints[arrow][number]
    }
  }

  private func place(of member: BlockLayers.Member) -> Double {
    switch member {
    case .box(let box): place[box]
    case .passage(let arrow, let number): passagePlaces[arrow][number]
    }
  }

  private func halfBreadth(_ member: BlockLayers.Member) -> Double {
    if case .box(let box) = member { return boxes[box].breadth / 2 }
    return 4
  }
}
