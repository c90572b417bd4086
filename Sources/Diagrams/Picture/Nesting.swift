import GraphModel

/// What stands in what by relationships, over all rules: a node in one other at most, and never in a circle.
///
/// A node with several parents stands in the frame of the first; its other relationships are drawn.
struct Nesting {
  struct Placement {
    var outer: Int
    var relationship: Int
  }

  private(set) var placements: [Placement] = []
  private var isInside: [Bool]
  /// A way from each node towards the outermost around it, shortened as it is walked.
  private var outward: [Int]

  init(count: Int) {
    isInside = Array(repeating: false, count: count)
    outward = Array(0..<count)
  }

  /// - Returns: whether it can stand there.
  mutating func put(_ inner: Int, into outer: Int, by relationship: Int) -> Bool {
    guard !isInside[inner], outermost(of: outer) != inner else { return false }
    isInside[inner] = true
    outward[inner] = outer
    placements.append(Placement(outer: outer, relationship: relationship))
    return true
  }

  private mutating func outermost(of node: Int) -> Int {
    var current = node
    while outward[current] != current {
      outward[current] = outward[outward[current]]
      current = outward[current]
    }
    return current
  }
}

/// What a frame stands for, the same in all worlds.
enum FrameKey: Hashable, Sendable {
  /// The node that it has become.
  case node(Int)
  /// A value, by the number of the rule that groups by it.
  case value(Value, rule: Int)
  /// A set of the definition's own, by the number of its rule.
  case set(Int, rule: Int)
}
