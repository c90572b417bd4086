import GraphModel

/// Conditions that come to stretches of node numbers: of labels, of a value that one node has, of what no node has.
extension ColumnPredicate {
  /// The nodes of the map that are selected, in order, with gaps between them; `nil` where each has to be asked.
  /// - Parameter bound: one past the highest of them.
  func stretches(below bound: UInt32) -> [Range<UInt32>]? {
    switch self {
    case .constant(let flag): return flag ? [0..<bound] : []
    case .test(let test, _): return test.stretches(below: bound)
    case .labels(let ranges, _, let isInside):
      return isInside ? ranges.ranges : ranges.ranges.complement(below: bound)
    case .all(let parts):
      var all = [0..<bound]
      for part in parts {
        guard let more = part.stretches(below: bound) else { return nil }
        all = all.intersection(more)
      }
      return all
    case .any(let parts):
      // What is left out by all of them is not selected.
      var none = [0..<bound]
      for part in parts {
        guard let more = part.stretches(below: bound) else { return nil }
        none = none.intersection(more.complement(below: bound))
      }
      return none.complement(below: bound)
    }
  }
}

extension [Range<UInt32>] {
  /// What two lists of stretches, each in order, have in common.
  func intersection(_ other: [Range<UInt32>]) -> [Range<UInt32>] {
    var common: [Range<UInt32>] = []
    var (mine, others) = (0, 0)
    while mine < count, others < other.count {
      let shared = self[mine].clamped(to: other[others])
      if !shared.isEmpty { common.append(joining: shared) }
      if self[mine].upperBound < other[others].upperBound { mine += 1 } else { others += 1 }
    }
    return common
  }

  /// The gaps between stretches in order.
  func complement(below bound: UInt32) -> [Range<UInt32>] {
    var gaps: [Range<UInt32>] = []
    var end: UInt32 = 0
    for range in self {
      if end < range.lowerBound { gaps.append(joining: end..<range.lowerBound) }
      end = range.upperBound
    }
    if end < bound { gaps.append(joining: end..<bound) }
    return gaps
  }
}
