import CypherSemantics
import GraphModel

extension Evaluator {
  /// The codes of a property of nodes, where it is a text for all nodes of the map.
  /// - Returns: `nil` for anything else, and where the overlay says anything about one of the nodes.
  func texts(_ expression: BoundExpression, of batch: RowBatch) -> Column? {
    guard case .property(let base, let name) = expression.kind, case .slot(let slot) = base.kind,
      case .nodes(let nodes) = batch.columns[slot.number], let key = run.key(name)
    else { return nil }
    let graph = run.graph
    if graph.hasOverlay, name == run.keyName || nodes.contains(where: { $0 != .none && run.touches($0) }) { return nil }
    guard case .strings(let first, let codes, let dictionary)? = graph.snapshot.nodeColumn(key) else { return nil }
    let texts = nodes.map { node -> UInt32 in
      let offset = Int(node.raw) - Int(first)
      return offset >= 0 && offset < codes.count ? codes[offset] : 0
    }
    return .texts(texts, dictionary)
  }
}
