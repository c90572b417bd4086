import GraphModel

/// The levels of nodes alone, without chains; what comes in later can be taken back.
///
/// For questions that ask the same thing with small differences: without one relationship, or with one more node
/// retired.
/// - Complexity: O(relationships at the nodes whose level rises), each node at most once a level.
struct LevelWalk {
  private let graph: DependencyGraph
  /// By place.
  private(set) var levels: [UInt8]
  /// How many nodes have each level.
  private(set) var counts: [Int]
  /// What was there before each change, in order.
  private var journal: [(place: UInt32, level: UInt8)] = []
  private var replaced: Set<UInt32> = []
  private var open: [UInt32] = []

  init(graph: DependencyGraph) {
    self.graph = graph
    levels = [UInt8](repeating: ImpactLevel.none, count: graph.nodes.count)
    counts = [Int](repeating: 0, count: Int(ImpactLevel.retired) + 1)
  }

  /// Stands for the levels as they are now.
  var mark: Int { journal.count }

  /// The places whose level changed since a mark, each with its level then.
  func changes(since mark: Int) -> [(place: UInt32, level: UInt8)] {
    var seen: Set<UInt32> = []
    return journal[mark...].filter { seen.insert($0.place).inserted }
  }

  /// All places that have a level at least as bad.
  func places(atLeast level: UInt8) -> some Sequence<UInt32> {
    journal.lazy.filter { $0.level == ImpactLevel.none && levels[Int($0.place)] >= level }.map(\.place)
  }

  /// Takes back what came since a mark.
  mutating func takeBack(to mark: Int) {
    while journal.count > mark, let change = journal.popLast() {
      counts[Int(levels[Int(change.place)])] -= 1
      counts[Int(change.level)] += 1
      levels[Int(change.place)] = change.level
    }
    if mark == 0 { replaced.removeAll() }
  }

  /// - Parameter skipped: the position of a relationship that is looked past.
  mutating func add(_ starts: some Sequence<PackedStart>, without skipped: Int? = nil) {
    for start in starts where levels[Int(start.place)] < start.level {
      if start.isReplaced { replaced.insert(start.place) }
      raise(start.place, to: start.level)
    }
    while let place = open.popLast() {
      let level = levels[Int(place)]
      let repoints = level == ImpactLevel.retired && replaced.contains(place)
      for position in graph.positions(of: Int(place)) where position != skipped {
        var effect = graph.effect(at: position, of: level)
        if repoints, effect == ImpactLevel.broken { effect = ImpactLevel.repoint }
        let dependent = graph.dependents[position]
        if effect > levels[Int(dependent)] { raise(dependent, to: effect) }
      }
    }
  }

  private mutating func raise(_ place: UInt32, to level: UInt8) {
    let old = levels[Int(place)]
    journal.append((place, old))
    counts[Int(old)] -= 1
    counts[Int(level)] += 1
    levels[Int(place)] = level
    if level > ImpactLevel.repoint { open.append(place) }
  }
}
