public import GraphModel

/// What the planner knows of a graph's size, by name. The only part of the planner that looks at a snapshot.
///
/// Nodes are counted by their sets of labels: every node has exactly one.
public struct GraphStatistics: Sendable {
  private let snapshot: GraphSnapshot

  /// - Parameter graph: what its overlay adds or takes away is not counted.
  public init(_ graph: GraphView) {
    snapshot = graph.snapshot
  }

  var nodeCount: Double { Double(snapshot.nodeCount) }

  // MARK: Sets of labels

  /// How many nodes have each set of labels.
  var labelSetSizes: [Double] { snapshot.labelSetRanges.map { Double($0.count) } }

  /// For each set of labels, whether a condition on labels holds.
  func labelSets(where condition: ((String) -> Bool) -> Bool) -> [Bool] {
    let symbols = snapshot.symbols
    return snapshot.labelSets.map { labels in
      condition { name in symbols.label(name).map(labels.contains) ?? false }
    }
  }

  // MARK: Relationships

  /// How many relationships leave, or enter, the nodes with each set of labels.
  /// - Parameter types: `nil` is every type.
  /// - Complexity: O(combinations of type and sets of labels that occur).
  func relationshipCounts(types: [String]?, _ direction: TraversalDirection) -> [Double] {
    var counts = [Double](repeating: 0, count: snapshot.labelSetRanges.count)
    let wanted = types.map { names in Set(names.compactMap(snapshot.symbols.type)) }
    for pattern in snapshot.relationshipPatterns where wanted?.contains(pattern.type) ?? true {
      if direction != .incoming { counts[Int(pattern.startLabelSet)] += Double(pattern.count) }
      if direction != .outgoing { counts[Int(pattern.endLabelSet)] += Double(pattern.count) }
    }
    return counts
  }

  // MARK: Properties

  /// How many different values a property of nodes has; `nil` if no node has it.
  func distinctValues(ofProperty name: String) -> Double? {
    snapshot.symbols.propertyKey(name).flatMap(snapshot.statistics(ofNodeProperty:)).map { Double($0.distinct) }
  }

  /// The share of the nodes with each set of labels that may have a property; an upper bound.
  func coverage(ofProperty name: String) -> [Double] {
    guard let covered = column(name)?.coverage else { return snapshot.labelSetRanges.map { _ in 0 } }
    return snapshot.labelSetRanges.map { range in
      range.isEmpty ? 0 : Double(range.clamped(to: covered).count) / Double(range.count)
    }
  }

  /// Nodes of which a sample asks, over all sets of labels.
  static let sampleSize = 256

  /// A property of some nodes with a set of labels, spread evenly over all of them.
  /// - Parameter count: how many; no more than there are.
  func sample(ofProperty name: String, labelSet: Int, count: Int) -> [Value] {
    let range = snapshot.labelSetRanges[labelSet]
    guard let column = column(name) else { return [Value](repeating: .null, count: count) }
    return (0..<count).map { column.value(at: range.lowerBound + UInt32($0 * range.count / count)) }
  }

  private func column(_ name: String) -> PropertyColumn? {
    snapshot.symbols.propertyKey(name).flatMap(snapshot.nodeColumn)
  }
}
