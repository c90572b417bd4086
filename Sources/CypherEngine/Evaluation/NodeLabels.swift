import CypherSemantics
import GraphModel

/// A condition on labels made ready for many nodes: by stretches of numbers, and one by one for those of which the
/// snapshot no longer tells all.
struct NodeLabels {
  private let condition: BoundLabelExpression?
  /// The nodes of the snapshot that have them.
  let ranges: LabelRanges
  private let graph: GraphView
  private let run: QueryRun

  /// - Parameter condition: `nil` holds for every node.
  init(_ condition: BoundLabelExpression?, _ run: QueryRun) {
    self.condition = condition
    self.run = run
    graph = run.graph
    ranges = condition.map { LabelRanges($0, run) } ?? LabelRanges()
  }

  /// Whether no condition is asked.
  var areAny: Bool { condition == nil }

  @inline(__always)
  func holds(for node: NodeIndex) -> Bool {
    graph.isAsStored(node) ? areAny || ranges.contains(node) : holdsNow(for: node)
  }

  private func holdsNow(for node: NodeIndex) -> Bool {
    guard let condition else { return true }
    let labels = graph.labels(of: node)
    return condition.matches(label: { run.label($0).map(labels.contains) ?? false }, isEmpty: labels.isEmpty)
  }

  /// Removes the others from the end of an array.
  func keep(_ nodes: inout [NodeIndex], from first: Int) {
    if areAny { return }
    var kept = first
    for place in first..<nodes.count {
      let node = nodes[place]
      nodes[kept] = node
      if holds(for: node) { kept += 1 }
    }
    nodes.removeLast(nodes.count - kept)
  }
}
