import CypherSemantics
import GraphModel

/// The nodes of a snapshot for which a condition on labels holds, as stretches of numbers: nodes with the same labels
/// are neighbours.
struct LabelRanges {
  /// In order, with gaps between them.
  private(set) var ranges: [Range<UInt32>] = []

  /// None.
  init() {}

  init(_ labels: BoundLabelExpression, _ run: QueryRun) {
    let snapshot = run.graph.snapshot
    if case .name(let name, _) = labels {
      ranges = run.label(name).map(snapshot.nodeRanges(withLabel:)) ?? []
      return
    }
    for (set, range) in zip(snapshot.labelSets, snapshot.labelSetRanges)
    where labels.matches(label: { run.label($0).map(set.contains) ?? false }, isEmpty: set.isEmpty) {
      ranges.append(joining: range)
    }
  }

  /// Keeps of some rows those whose node is in one of the stretches, or in none.
  func select(_ rows: inout [Int32], of nodes: [NodeIndex], isInside: Bool) {
    var kept = 0
    if ranges.count == 1 {
      // Most labels are a single stretch, and mostly all nodes are in it.
      let (first, count) = (ranges[0].lowerBound, UInt32(ranges[0].count))
      for position in rows.indices {
        let row = rows[position]
        let node = nodes[Int(row)]
        rows[kept] = row
        kept += node != .none && (node.raw &- first < count) == isInside ? 1 : 0
      }
    } else {
      for position in rows.indices {
        let row = rows[position]
        let node = nodes[Int(row)]
        rows[kept] = row
        kept += node != .none && contains(node) == isInside ? 1 : 0
      }
    }
    rows.removeLast(rows.count - kept)
  }

  /// - Complexity: O(log *stretches*).
  @inline(__always)
  func contains(_ node: NodeIndex) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= node.raw { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= node.raw
  }
}

extension BoundLabelExpression {
  /// Whether the condition holds for a node.
  /// - Parameter isEmpty: whether the node has no labels.
  func matches(label: (LabelName) -> Bool, isEmpty: Bool) -> Bool {
    switch self {
    case .name(let name, _): label(name)
    case .any: !isEmpty
    case .not(let part): !part.matches(label: label, isEmpty: isEmpty)
    case .and(let parts): parts.allSatisfy { $0.matches(label: label, isEmpty: isEmpty) }
    case .or(let parts): parts.contains { $0.matches(label: label, isEmpty: isEmpty) }
    }
  }
}
