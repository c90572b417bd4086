/// What is known of one property, for planning.
public struct ColumnStatistics: Hashable, Sendable {
  /// How many elements have the property.
  public var present: Int
  /// How many different values it has: exact for texts and booleans, else within a few per cent.
  public var distinct: Int
}

/// How many relationships of one type run from nodes with one set of labels to nodes with another.
public struct RelationshipPattern: Hashable, Sendable {
  /// Numbers of `GraphSnapshot.labelSets`.
  public var startLabelSet: UInt32
  public var endLabelSet: UInt32
  public var type: TypeID
  public var count: Int
}

extension GraphSnapshot {
  /// - Parameters: `nil` stands for any.
  public func relationshipCount(type: TypeID?, from start: LabelID?, to end: LabelID?) -> Int {
    if start == nil, end == nil {
      guard let type else { return relationshipCount }
      return Int(type.raw) < typeRanges.count ? typeRanges[Int(type.raw)].count : 0
    }
    var count = 0
    for pattern in relationshipPatterns {
      if let type, pattern.type != type { continue }
      if let start, !labelSets[Int(pattern.startLabelSet)].contains(start) { continue }
      if let end, !labelSets[Int(pattern.endLabelSet)].contains(end) { continue }
      count += pattern.count
    }
    return count
  }

  /// `nil` for a property that no node has.
  public func statistics(ofNodeProperty key: PropertyKeyID) -> ColumnStatistics? {
    Int(key.raw) < nodeColumns.count ? nodeColumns[Int(key.raw)]?.statistics : nil
  }

  /// `nil` for a property that no relationship has.
  public func statistics(ofRelationshipProperty key: PropertyKeyID) -> ColumnStatistics? {
    Int(key.raw) < relationshipColumns.count ? relationshipColumns[Int(key.raw)]?.statistics : nil
  }
}

/// Counts relationships by type and by the label sets of their ends.
struct PatternCounter {
  private let labelSetOfNode: [UInt32]
  private let labelSetCount: Int

  init(labelSetRanges: [Range<UInt32>], nodeCount: Int) {
    var sets = [UInt32](repeating: 0, count: nodeCount)
    for (number, range) in labelSetRanges.enumerated() {
      for node in range { sets[Int(node)] = UInt32(number) }
    }
    labelSetOfNode = sets
    labelSetCount = labelSetRanges.count
  }

  func patterns(
    starts: PackedArray<UInt32>, ends: PackedArray<UInt32>, typeRanges: [Range<UInt32>]
  ) -> [RelationshipPattern] {
    var patterns: [RelationshipPattern] = []
    for (type, range) in typeRanges.enumerated() {
      // Starts rise within a type, so that their label set changes seldom.
      var counts: [UInt32: [UInt32: Int]] = [:]
      var position = Int(range.lowerBound)
      while position < Int(range.upperBound) {
        let startSet = labelSetOfNode[Int(starts[position])]
        var byEnd = counts[startSet] ?? [:]
        var (endSet, run) = (labelSetOfNode[Int(ends[position])], 0)
        while position < Int(range.upperBound), labelSetOfNode[Int(starts[position])] == startSet {
          let set = labelSetOfNode[Int(ends[position])]
          if set != endSet {
            byEnd[endSet, default: 0] += run
            (endSet, run) = (set, 0)
          }
          run += 1
          position += 1
        }
        byEnd[endSet, default: 0] += run
        counts[startSet] = byEnd
      }
      for (start, byEnd) in counts.sorted(by: { $0.key < $1.key }) {
        for (end, count) in byEnd.sorted(by: { $0.key < $1.key }) {
          patterns.append(
            RelationshipPattern(startLabelSet: start, endLabelSet: end, type: TypeID(UInt32(type)), count: count))
        }
      }
    }
    return patterns
  }
}
