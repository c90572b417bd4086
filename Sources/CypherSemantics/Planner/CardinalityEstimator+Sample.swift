import CypherSyntax
import GraphModel

/// Conditions on a property against a constant are tried on a sample of the nodes: how often a value comes, and how many
/// texts contain a word, no count of different values tells.
extension CardinalityEstimator {
  /// The share of rows for which a condition holds, by a sample; `nil` for what is no test of a node's property against
  /// a constant. It is telling where several of the sample hold, or all nodes were asked.
  func sampledShare(_ condition: BoundExpression, _ rows: RowEstimate) -> (share: Double, isTelling: Bool)? {
    guard let (slot, property, holds) = constantTest(condition), let nodes = rows.nodes[slot] else { return nil }
    var share = 0.0
    var allHits = 0.0
    var isComplete = true
    for set in sizes.indices where nodes.shares[set] > 0 {
      let count = min(Int(sizes[set]), max(16, Int(Double(GraphStatistics.sampleSize) * nodes.shares[set])))
      guard count > 0 else { continue }
      let hits = Double(sample(property, set, count).count(where: holds))
      let isWhole = count == Int(sizes[set])
      // What a sample misses is rare, and no more is known of it.
      share += nodes.shares[set] * (hits > 0 || isWhole ? hits : 0.5) / Double(count)
      allHits += hits
      isComplete = isComplete && isWhole
    }
    return (share, isComplete || allHits > 1)
  }

  private func sample(_ property: PropertyName, _ set: Int, _ count: Int) -> [Value] {
    let key = KnownFigures.Sample(property: property, set: set, count: count)
    if let sample = known.samples[key] { return sample }
    let sample = statistics.sample(ofProperty: names.text(of: property), labelSet: set, count: count)
    known.samples[key] = sample
    return sample
  }

  private func constantTest(
    _ condition: BoundExpression
  ) -> (Slot, PropertyName, holds: (Value) -> Bool)? {
    switch condition.kind {
    case .comparison(let op, let left, let right):
      // A key is unique: the sample would only find it by chance.
      if op == .equal, [left, right].contains(where: { $0.nodeProperty.map { names.text(of: $0.1) } == "key" }) {
        return nil
      }
      if let (slot, property) = left.nodeProperty, let other = right.constantValue {
        return (slot, property, { Self.holds(op, $0, other) })
      }
      if let (slot, property) = right.nodeProperty, let other = left.constantValue {
        return (slot, property, { Self.holds(op, other, $0) })
      }
      return nil
    case .binary(let op, let left, let right):
      guard let (slot, property) = left.nodeProperty, let other = right.constantValue else { return nil }
      switch (op, other) {
      case (.in, .list(let items)):
        return (slot, property, { value in items.contains { value.equality(with: $0) == true } })
      case (.startsWith, .string(let part)): return (slot, property, { $0.text?.hasPrefix(part) ?? false })
      case (.endsWith, .string(let part)): return (slot, property, { $0.text?.hasSuffix(part) ?? false })
      case (.contains, .string(let part)): return (slot, property, { $0.text?.contains(part) ?? false })
      default: return nil
      }
    case .isNull(let operand, let isNegated):
      guard let (slot, property) = operand.nodeProperty else { return nil }
      return (slot, property, { $0.isNull != isNegated })
    default: return nil
    }
  }

  private static func holds(_ op: ComparisonOperatorSyntax, _ left: Value, _ right: Value) -> Bool {
    switch op {
    case .equal: left.equality(with: right) == true
    case .notEqual: left.equality(with: right) == false
    case .less: left.comparison(with: right) == .less
    case .greater: left.comparison(with: right) == .greater
    case .lessOrEqual: left.comparison(with: right).map { $0 != .greater } ?? false
    case .greaterOrEqual: left.comparison(with: right).map { $0 != .less } ?? false
    }
  }
}

extension BoundExpression {
  fileprivate var nodeProperty: (Slot, PropertyName)? {
    if case .property(let base, let name) = kind, case .slot(let slot) = base.kind { return (slot, name) }
    return nil
  }

  fileprivate var constantValue: Value? {
    switch kind {
    case .constant(let value): return value
    case .list(let items):
      let values = items.compactMap(\.constantValue)
      return values.count == items.count ? .list(values) : nil
    default: return nil
    }
  }
}

extension Value {
  fileprivate var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
