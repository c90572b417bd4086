import CypherSemantics
import GraphModel

/// A search for the nodes that a pattern reaches from the nodes of rows, each node once.
protocol NodeReach: AnyObject {
  /// Whether nodes that one search reached are not reached again by the next, until `removeAll`.
  var isShared: Bool { get }
  /// How many nodes were reached since `removeAll`.
  var count: Int { get }

  /// Forgets what was reached.
  func removeAll()
  /// Lets go of the graph.
  func rest()
  /// Finds what a row's node reaches, or all rows' nodes if the search is shared.
  func search(row: Int, of batch: RowBatch) throws(EvaluationError)
  /// Adds nodes reached, by their places in order of distance.
  func append(_ places: Range<Int>, to nodes: inout [NodeIndex])
  func reaches(_ node: NodeIndex) -> Bool
  /// How many of the nodes reached, from a place on, are to be counted.
  func count(from place: Int, _ ends: CountedEnds) throws(EvaluationError) -> Int
}

extension NodeReach {
  func count(from place: Int, _ ends: CountedEnds) throws(EvaluationError) -> Int {
    try ends.count(among: self, from: place)
  }
}
