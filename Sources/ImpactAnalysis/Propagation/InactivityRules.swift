import GraphModel

/// Which nodes the schema calls inactive, compiled for one graph: those with one of the named values in one of the named
/// properties of their kind.
final class InactivityRules: Sendable {
  private struct Rule: Sendable {
    let property: PropertyKeyID
    let values: [Value]
    /// The property's texts and which of them are meant, where the snapshot alone tells them.
    let texts: (first: UInt32, codes: PackedArray<UInt32>, inactive: [UInt32])?

    init(property: PropertyKeyID, values: [Value], graph: GraphView) {
      self.property = property
      self.values = values
      if graph.overlay == nil,
        case .strings(let first, let codes, let dictionary)? = graph.snapshot.nodeColumn(property)
      {
        let inactive = dictionary.indices.filter { values.contains(.string(dictionary[$0])) }.map { UInt32($0) + 1 }
        texts = (first, codes, inactive)
      } else {
        texts = nil
      }
    }

    func applies(to node: NodeIndex, in graph: GraphView) -> Bool {
      guard let texts else { return values.contains(graph.property(property, of: node)) }
      guard node.raw >= texts.first, Int(node.raw - texts.first) < texts.codes.count else { return false }
      let code = texts.codes[Int(node.raw - texts.first)]
      return texts.inactive.contains { $0 == code }
    }
  }

  private let byLabel: [LabelID: [Rule]]
  /// By set of labels, for nodes of the snapshot; empty where an overlay may have changed labels.
  private let byLabelSet: [[Rule]]

  init(graph: GraphView) {
    var byLabel: [LabelID: [Rule]] = [:]
    for kind in graph.schema?.kinds ?? [] {
      guard let label = graph.symbols.label(kind.name) else { continue }
      let rules = kind.inactive.compactMap { name, values in
        graph.symbols.propertyKey(name).map { Rule(property: $0, values: values, graph: graph) }
      }
      if !rules.isEmpty { byLabel[label] = rules }
    }
    self.byLabel = byLabel
    let rules = byLabel
    byLabelSet = graph.overlay == nil ? graph.snapshot.labelSets.map { $0.flatMap { rules[$0] ?? [] } } : []
  }

  func isInactive(_ node: NodeIndex, in graph: GraphView) -> Bool {
    if byLabel.isEmpty { return false }
    if !byLabelSet.isEmpty {
      return byLabelSet[graph.snapshot.labelSet(of: node)].contains { $0.applies(to: node, in: graph) }
    }
    return graph.labels(of: node).contains { label in
      byLabel[label]?.contains { $0.applies(to: node, in: graph) } ?? false
    }
  }

  func inactiveNodes(in graph: GraphView) -> [NodeIndex] {
    var found: Set<NodeIndex> = []
    for label in byLabel.keys {
      for range in graph.candidateRanges(label: label) {
        for raw in range {
          let node = NodeIndex(raw)
          if graph.contains(node, label: label), isInactive(node, in: graph) { found.insert(node) }
        }
      }
    }
    return found.sorted()
  }
}
