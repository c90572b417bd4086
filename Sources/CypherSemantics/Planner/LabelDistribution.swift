/// How the nodes that a variable may hold are spread over the graph's sets of labels: a share for each, in all 1, or 0
/// where there can be no node.
struct LabelDistribution {
  private(set) var shares: [Double]

  init(weights: [Double]) {
    let sum = weights.reduce(0, +)
    shares = sum > 0 ? weights.map { $0 / sum } : weights.map { _ in 0 }
  }

  /// The mean of a figure given for each set of labels.
  func mean(_ figures: [Double]) -> Double { zip(shares, figures).reduce(0) { $0 + $1.0 * $1.1 } }

  /// The share of the nodes in the sets that are marked.
  func share(of sets: [Bool]) -> Double { zip(shares, sets).reduce(0) { $1.1 ? $0 + $1.0 : $0 } }

  /// The nodes in the sets that are marked alone.
  func restricted(to sets: [Bool]) -> LabelDistribution {
    LabelDistribution(weights: zip(shares, sets).map { $1 ? $0 : 0 })
  }

  /// How probable it is that a node drawn from this distribution and one drawn from another are the same.
  /// - Parameter sizes: how many nodes have each set of labels.
  func coincidence(with other: LabelDistribution, sizes: [Double]) -> Double {
    var sum = 0.0
    for set in shares.indices where sizes[set] > 0 { sum += shares[set] * other.shares[set] / sizes[set] }
    return sum
  }

  /// How many nodes there are in the sets that have a share.
  func nodeCount(sizes: [Double]) -> Double { zip(shares, sizes).reduce(0) { $1.0 > 0 ? $0 + $1.1 : $0 } }
}
