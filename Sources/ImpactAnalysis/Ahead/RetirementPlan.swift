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
    /// What breaks least by itself goes first: the set reaches too much for comparing every step.
    case single
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
  public func plan(retiring nodes: [NodeIndex]) -> RetirementPlan { plan(retiring: nodes, check: {}) }

  /// The order in which nodes are best retired.
  /// - Parameter check: asked between walks. What it throws ends the work.
  /// - Complexity: for at most 12 nodes that reach little, O(2ⁿ) walks, exactly; for more O(*n*) walks and
  ///   O(*b* log *n*), where *b* is what each of them breaks by itself, summed; if that is too much, that of
  ///   `counts(ifRetired:)`. A walk touches what a node newly affects.
  /// - Source: dynamic programming over subsets, after Held and Karp, "A dynamic programming approach to sequencing
  ///   problems", 1962.
  public func plan<Failure: Error>(
    retiring nodes: [NodeIndex], check: () throws(Failure) -> Void
  ) throws(Failure) -> RetirementPlan {
    let packed = engine.packed()
    let present = Set(nodes).filter(graph.isPresent)
    let inactive = names.sortedByKey(present.filter { rules.isInactive($0, in: graph) })
    let places = present.subtracting(inactive).map { UInt32(packed.place(of: $0)) }.sorted()
    var planner = RetirementPlanner(packed, places)
    let order: [UInt32]
    let method: RetirementPlan.Method
    if let exact = planner.exactOrder() {
      (order, method) = (exact, .exact)
    } else if let greedy = try planner.greedyOrder(check: check) {
      (order, method) = (greedy, .greedy)
    } else {
      let counts = try counts(ifRetired: places.map { packed.node(at: Int($0)) }, check: check)
      order = places.indices.sorted { (counts[$0].broken, $0) < (counts[$1].broken, $1) }.map { places[$0] }
      method = .single
    }
    var steps: [RetirementPlan.Step] = []
    for place in order {
      try check()
      let step = planner.step(place)
      steps.append(
        RetirementPlan.Step(
          element: names.element(packed.node(at: Int(place))),
          newlyBroken: step.newlyBroken.map { names.element(packed.node(at: Int($0))) }, broken: step.broken))
    }
    return RetirementPlan(steps: steps, method: method, inactive: inactive.map(names.element))
  }
}

/// Chooses the order of retirements.
private struct RetirementPlanner {
  private static let exactNodes = 12
  /// So many changes of levels the exact way may take.
  private static let exactWork = 20_000_000

  private let places: [UInt32]
  private let nodes: Int
  private var walk: LevelWalk

  /// - Parameter places: in order of key.
  init(_ graph: DependencyGraph, _ places: [UInt32]) {
    self.places = places
    nodes = graph.nodes.count
    walk = LevelWalk(graph: graph)
  }

  private var broken: Int { walk.counts[Int(ImpactLevel.broken)] }

  private mutating func retire(_ place: UInt32) {
    walk.add(CollectionOfOne(PackedStart(place: place, level: ImpactLevel.retired)))
  }

  // MARK: Exactly

  /// - Returns: `nil` where it would take too long.
  mutating func exactOrder() -> [UInt32]? {
    let count = places.count
    if count > Self.exactNodes { return nil }
    defer { walk.takeBack(to: 0) }
    for place in places { retire(place) }
    let reach = walk.mark
    walk.takeBack(to: 0)
    if reach << count > Self.exactWork { return nil }
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

  /// - Returns: `nil` where it would take too long.
  mutating func greedyOrder<Failure: Error>(check: () throws(Failure) -> Void) throws(Failure) -> [UInt32]? {
    guard let greedy = try GreedyRetirement(of: places, &walk, check: check) else { return nil }
    return try greedy.order(nodes: nodes, check: check).map { places[$0] }
  }

  // MARK: What each step does

  /// Takes one step; it stays taken.
  mutating func step(_ place: UInt32) -> (newlyBroken: [UInt32], broken: Int) {
    let mark = walk.mark
    retire(place)
    let newly = walk.changes(since: mark)
      .filter { $0.level < ImpactLevel.broken && walk.levels[Int($0.place)] == ImpactLevel.broken }
    return (newly.map(\.place).sorted(), broken)
  }
}
