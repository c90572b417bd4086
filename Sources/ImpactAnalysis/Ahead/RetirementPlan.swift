public import GraphModel

/// The order in which a set of nodes is best retired, one after another.
///
/// The best order has the fewest nodes broken, summed over its steps: what is retired no longer counts. Things go
/// before what they use, wherever that is possible.
public struct RetirementPlan: Sendable {
  public struct Step: Sendable {
    public let element: ImpactElement
    /// What breaks by this step and did not stand broken before it, by key.
    public let newlyBroken: [ImpactElement]
    /// How many nodes stand broken after the step.
    public let broken: Int
  }

  public enum Method: String, Sendable {
    /// No order is better.
    case exact
    /// Each step is the best one by itself.
    case greedy
    /// As greedy, and what a step would break is looked at anew only for steps that seemed the best.
    case lazyGreedy = "lazy-greedy"
  }

  public let steps: [Step]
  public let method: Method
  /// Nodes of the set that are inactive already, by key; they are no steps.
  public let inactive: [ImpactElement]
  /// The broken nodes summed over the steps.
  public var cost: Int { steps.reduce(0) { $0 + $1.broken } }
}

extension ImpactAnalysis {
  /// The order in which nodes are best retired.
  /// - Complexity: for at most 12 nodes that reach little, O(2ⁿ) walks, exactly; for at most 200, O(*n*²) walks; for
  ///   more some walks each. A walk touches what a node newly affects.
  /// - Source: dynamic programming over subsets, after Held and Karp, "A dynamic programming approach to sequencing
  ///   problems", 1962; the lazy choice after Minoux, "Accelerated greedy algorithms", 1978.
  public func plan(retiring nodes: [NodeIndex]) -> RetirementPlan {
    let packed = engine.packed()
    let present = Set(nodes).filter(graph.isPresent)
    let inactive = names.sortedByKey(present.filter { rules.isInactive($0, in: graph) })
    let places = present.subtracting(inactive).map { UInt32(packed.place(of: $0)) }.sorted()
    var planner = RetirementPlanner(packed, places)
    let (order, method) = planner.order()
    return RetirementPlan(
      steps: planner.steps(order).map { step in
        RetirementPlan.Step(
          element: names.element(packed.node(at: Int(step.place))),
          newlyBroken: step.newlyBroken.map { names.element(packed.node(at: Int($0))) }, broken: step.broken)
      },
      method: method, inactive: inactive.map(names.element))
  }
}

/// Chooses the order of retirements.
private struct RetirementPlanner {
  private static let exactNodes = 12
  /// So many changes of levels the exact way may take.
  private static let exactWork = 20_000_000
  private static let greedyNodes = 200

  private let places: [UInt32]
  private var walk: LevelWalk

  /// - Parameter places: in order of key.
  init(_ graph: DependencyGraph, _ places: [UInt32]) {
    self.places = places
    walk = LevelWalk(graph: graph)
  }

  private var broken: Int { walk.counts[Int(ImpactLevel.broken)] }

  private mutating func retire(_ place: UInt32) {
    walk.add(CollectionOfOne(PackedStart(place: place, level: ImpactLevel.retired)))
  }

  mutating func order() -> ([UInt32], RetirementPlan.Method) {
    defer { walk.takeBack(to: 0) }
    if places.count <= Self.exactNodes {
      for place in places { retire(place) }
      let reach = walk.mark
      walk.takeBack(to: 0)
      if reach << places.count <= Self.exactWork { return (exactOrder(), .exact) }
    }
    return places.count <= Self.greedyNodes ? (greedyOrder(), .greedy) : (lazyOrder(), .lazyGreedy)
  }

  // MARK: Exactly

  private mutating func exactOrder() -> [UInt32] {
    let count = places.count
    var brokenOf = [Int](repeating: 0, count: 1 << count)
    fillBroken(&brokenOf, from: 0, subset: 0)
    // The least sum of the steps that are left behind each subset, so that the first of equal orders is found.
    var best = [Int](repeating: 0, count: 1 << count)
    for subset in (0..<(1 << count) - 1).reversed() {
      best[subset] =
        (0..<count).filter { subset >> $0 & 1 == 0 }.map { best[subset | 1 << $0] + brokenOf[subset | 1 << $0] }
        .min() ?? 0
    }
    var order: [UInt32] = []
    var subset = 0
    while order.count < count {
      guard
        let next = (0..<count).first(where: {
          subset >> $0 & 1 == 0 && best[subset] == best[subset | 1 << $0] + brokenOf[subset | 1 << $0]
        })
      else { break }
      order.append(places[next])
      subset |= 1 << next
    }
    return order
  }

  /// Each subset once, adding one node at a time.
  private mutating func fillBroken(_ brokenOf: inout [Int], from first: Int, subset: Int) {
    brokenOf[subset] = broken
    for number in first..<max(first, places.count) {
      let mark = walk.mark
      retire(places[number])
      fillBroken(&brokenOf, from: number + 1, subset: subset | 1 << number)
      walk.takeBack(to: mark)
    }
  }

  // MARK: Greedily

  private mutating func brokenAfter(_ place: UInt32) -> Int {
    let mark = walk.mark
    retire(place)
    defer { walk.takeBack(to: mark) }
    return broken
  }

  private mutating func greedyOrder() -> [UInt32] {
    var left = places
    var order: [UInt32] = []
    while !left.isEmpty {
      var best = 0
      var least = Int.max
      for (position, place) in left.enumerated() {
        let broken = brokenAfter(place)
        if broken < least { (best, least) = (position, broken) }
      }
      let place = left.remove(at: best)
      retire(place)
      order.append(place)
    }
    return order
  }

  private mutating func lazyOrder() -> [UInt32] {
    // What each node adds, as it was when it was last looked at.
    var queue = MarginQueue()
    for place in places { queue.add(brokenAfter(place), place) }
    var order: [UInt32] = []
    while let (_, place) = queue.popFirst() {
      let margin = brokenAfter(place) - broken
      if let next = queue.first, (next.margin, next.place) < (margin, place) {
        queue.add(margin, place)
        continue
      }
      retire(place)
      order.append(place)
    }
    return order
  }

  // MARK: What each step does

  mutating func steps(_ order: [UInt32]) -> [(place: UInt32, newlyBroken: [UInt32], broken: Int)] {
    order.map { place in
      let mark = walk.mark
      retire(place)
      let newly = walk.changes(since: mark)
        .filter { $0.level < ImpactLevel.broken && walk.levels[Int($0.place)] == ImpactLevel.broken }
      return (place, newly.map(\.place).sorted(), broken)
    }
  }
}

/// Numbers with the least one first: a binary heap.
/// - Source: Cormen et al., 4th ed., §6.5.
private struct MarginQueue {
  typealias Entry = (margin: Int, place: UInt32)
  private var entries: [Entry] = []

  var first: Entry? { entries.first }

  mutating func add(_ margin: Int, _ place: UInt32) {
    entries.append((margin, place))
    var child = entries.count - 1
    while child > 0, entries[child] < entries[(child - 1) / 2] {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> Entry? {
    guard let first = entries.first, let last = entries.popLast() else { return nil }
    if entries.isEmpty { return first }
    entries[0] = last
    var parent = 0
    while true {
      let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < entries.count }
      guard let least = children.min(by: { entries[$0] < entries[$1] }), entries[least] < entries[parent] else { break }
      entries.swapAt(least, parent)
      parent = least
    }
    return first
  }
}
