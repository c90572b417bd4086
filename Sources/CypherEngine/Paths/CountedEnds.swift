import CypherSemantics
import GraphModel

/// Which of the nodes that a search reaches are counted: those with some labels, for which some conditions hold.
///
/// Where all that is asked comes to stretches of node numbers, the search counts them without looking at each node.
final class CountedEnds {
  private let run: QueryRun
  private let slot: Slot
  private let labels: NodeLabels
  /// `nil` where no more is asked than labels.
  private let filter: RowFilter?
  /// The nodes of the snapshot that are counted; `nil` where each has to be asked.
  private let stretches: [Range<UInt32>]?

  /// - Parameters:
  ///   - condition: on labels; `nil` holds for every node.
  ///   - conditions: on the node alone, which is in `slot`.
  init(_ condition: BoundLabelExpression?, _ conditions: [BoundExpression], slot: Slot, _ run: QueryRun) {
    self.run = run
    self.slot = slot
    labels = NodeLabels(condition, run)
    filter = conditions.isEmpty ? nil : RowFilter(run, conditions)
    if let filter {
      let found = filter.stretches(ofNodesIn: slot)
      stretches = labels.areAny ? found : found?.intersection(labels.ranges.ranges)
    } else {
      stretches = labels.ranges.ranges
    }
  }

  /// The nodes to be counted of those at some places.
  func nodes(of reach: some NodeReach, _ places: Range<Int>) throws(EvaluationError) -> [NodeIndex] {
    var nodes: [NodeIndex] = []
    reach.append(places, to: &nodes)
    return try counted(nodes)
  }

  /// How many of the nodes reached, from a place on, each of them asked.
  func count(among reach: some NodeReach, from place: Int) throws(EvaluationError) -> Int {
    if filter == nil, labels.areAny { return reach.count - place }
    var count = 0
    for first in stride(from: place, to: reach.count, by: run.batchCapacity) {
      count += try nodes(of: reach, first..<min(reach.count, first + run.batchCapacity)).count
    }
    return count
  }

  /// How many of the nodes reached, from a place on; `nil` where each has to be asked.
  func count(in search: ReachSearch, from place: Int) throws(EvaluationError) -> Int? {
    if filter == nil, labels.areAny { return search.count - place }
    guard let stretches else { return nil }
    var touched: [NodeIndex] = []
    search.forEachTouched(from: place) { touched.append($0) }
    return search.storedCount(in: stretches, from: place) + (try counted(touched).count)
  }

  private func counted(_ nodes: [NodeIndex]) throws(EvaluationError) -> [NodeIndex] {
    var nodes = nodes
    labels.keep(&nodes, from: 0)
    guard let filter, !nodes.isEmpty else { return nodes }
    return nodes.gathering(try filter.positions(in: nodes, slot: slot))
  }
}
