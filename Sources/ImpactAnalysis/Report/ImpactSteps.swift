import GraphModel

/// The steps of all chains of one report, in columns, by distance. Chains share their beginnings.
struct ImpactSteps: Sendable {
  let nodes: [NodeIndex]
  /// Where a chain begins it is none of the graph.
  let relationships: [RelationshipIndex]
  /// The step before; `UInt32.max` where a chain begins.
  let previous: [UInt32]
  let levels: [UInt8]
  /// The first step of each distance.
  let layers: [Int]

  /// - Complexity: O(log *layers*).
  func distance(of step: Int) -> Int {
    var low = 0
    var high = layers.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if layers[middle] <= step { low = middle } else { high = middle }
    }
    return low
  }

  func previous(of step: Int) -> Int? { previous[step] == .max ? nil : Int(previous[step]) }
}

/// What a propagation found.
struct ImpactFindings: Sendable {
  var steps: ImpactSteps
  /// The steps that gave affected nodes their effects: worst first, then by distance and key.
  var order: [UInt32]
  var counts: ImpactCounts
}
