extension GraphView {
  /// The nodes whose labels are as wanted, as stretches of numbers that share none. Deleted ones are among them.
  /// - Complexity: O(*sets of labels* + nodes that the overlay made or gave other labels).
  public func nodeRanges(where areWanted: ([LabelID]) -> Bool) -> [Range<UInt32>] {
    var ranges = zip(snapshot.labelSets, snapshot.labelSetRanges).filter { !$1.isEmpty && areWanted($0) }.map(\.1)
    guard let overlay else { return ranges }
    let changed = overlay.changedLabels.keys.filter { Int($0.raw) < snapshot.nodeCount }.sorted()
    // Cut out, and judged anew.
    for node in changed {
      guard let place = ranges.firstIndex(where: { $0.contains(node.raw) }) else { continue }
      let range = ranges[place]
      let parts = [range.lowerBound..<node.raw, node.raw + 1..<range.upperBound].filter { !$0.isEmpty }
      ranges.replaceSubrange(place...place, with: parts)
    }
    let made = (snapshot.nodeCount..<nodeNumberBound).map { NodeIndex(UInt32($0)) }
    for node in changed + made where areWanted(labels(of: node)) {
      if let last = ranges.last, last.upperBound == node.raw {
        ranges[ranges.count - 1] = last.lowerBound..<node.raw + 1
      } else {
        ranges.append(node.raw..<node.raw + 1)
      }
    }
    return ranges
  }
}
