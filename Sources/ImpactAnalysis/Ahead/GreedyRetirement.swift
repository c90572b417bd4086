/// The order in which each step leaves the fewest broken nodes; of equal ones the first.
///
/// What one retirement breaks does not hang on the others: a node has the worst level that any of them gives it. So what
/// is broken after some of them is everything that each of them breaks, without those that are gone, and what a member
/// would still add only falls: by one for each of its nodes that another one breaks first. Each node is broken once.
struct GreedyRetirement {
  /// So many broken nodes may be kept, each as often as members break it; more would take the machine's memory.
  private static let mostBroken = 20_000_000
  /// So many changes of levels may be walked to find them.
  private static let mostWork = 500_000_000

  /// What each member breaks, itself included, one member after another.
  private var broken: [UInt32] = []
  /// By member: where its nodes begin.
  private var offsets = [0]

  /// - Parameter walk: one with nothing retired; it is left so.
  /// - Returns: `nil` if the members reach too much for comparing them.
  /// - Complexity: O(*m*) walks for *m* members.
  init?<Failure: Error>(
    of places: [UInt32], _ walk: inout LevelWalk, check: () throws(Failure) -> Void
  ) throws(Failure) {
    var work = 0
    for place in places {
      try check()
      walk.add(CollectionOfOne(PackedStart(place: place, level: ImpactLevel.retired)))
      work += walk.mark
      broken += walk.places(atLeast: ImpactLevel.broken)
      offsets.append(broken.count)
      walk.takeBack(to: 0)
      if broken.count > Self.mostBroken || work > Self.mostWork { return nil }
    }
  }

  /// Numbers of members.
  /// - Complexity: O(*b* log *m*) for *m* members that break *b* nodes, each node counted for each that breaks it.
  func order<Failure: Error>(nodes: Int, check: () throws(Failure) -> Void) throws(Failure) -> [Int] {
    let members = offsets.count - 1
    let breakers = breakers(nodes: nodes)
    var margins = (0..<members).map { offsets[$0 + 1] - offsets[$0] }
    var queue = MarginQueue()
    for member in 0..<members { queue.add(margins[member], member) }
    var isBroken = [Bool](repeating: false, count: nodes)
    var isGone = [Bool](repeating: false, count: members)
    var isChanged = [Bool](repeating: false, count: members)
    var changed: [Int] = []
    var order: [Int] = []
    while let entry = queue.popFirst() {
      // An entry from before the margin fell; a later one stands for the member.
      if isGone[entry.member] || entry.margin != margins[entry.member] { continue }
      try check()
      isGone[entry.member] = true
      order.append(entry.member)
      for position in offsets[entry.member]..<offsets[entry.member + 1] where !isBroken[Int(broken[position])] {
        let node = Int(broken[position])
        isBroken[node] = true
        for breaker in breakers.members[breakers.offsets[node]..<breakers.offsets[node + 1]] {
          let member = Int(breaker)
          margins[member] -= 1
          if isGone[member] || isChanged[member] { continue }
          isChanged[member] = true
          changed.append(member)
        }
      }
      for member in changed {
        isChanged[member] = false
        queue.add(margins[member], member)
      }
      changed.removeAll(keepingCapacity: true)
    }
    return order
  }

  /// Which members break each node.
  private func breakers(nodes: Int) -> (offsets: [Int], members: [UInt32]) {
    var first = [Int](repeating: 0, count: nodes + 1)
    for node in broken { first[Int(node) + 1] += 1 }
    for node in 0..<nodes { first[node + 1] += first[node] }
    var next = first
    var members = [UInt32](repeating: 0, count: broken.count)
    for member in 0..<offsets.count - 1 {
      for position in offsets[member]..<offsets[member + 1] {
        let node = Int(broken[position])
        members[next[node]] = UInt32(member)
        next[node] += 1
      }
    }
    return (first, members)
  }
}

/// Members with the least margin first, of equal ones the first: a binary heap.
/// - Source: Cormen et al., 4th ed., §6.5.
private struct MarginQueue {
  typealias Entry = (margin: Int, member: Int)
  private var entries: [Entry] = []

  mutating func add(_ margin: Int, _ member: Int) {
    entries.append((margin, member))
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
    while 2 * parent + 1 < entries.count {
      var least = 2 * parent + 1
      if least + 1 < entries.count, entries[least + 1] < entries[least] { least += 1 }
      if !(entries[least] < entries[parent]) { break }
      entries.swapAt(least, parent)
      parent = least
    }
    return first
  }
}
