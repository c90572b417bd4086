import CypherSemantics
import GraphModel

/// The nodes of which the overlay says anything: as sets of bits, so that asking for each of many nodes costs little.
struct OverlayMarks {
  fileprivate var nodes: NodeSet
  fileprivate var ends: NodeSet

  init(_ graph: GraphView) {
    nodes = NodeSet(bound: graph.nodeNumberBound)
    ends = nodes
    for node in graph.touchedNodes { _ = nodes.insert(node) }
    for node in graph.endsOfTouchedRelationships { _ = ends.insert(node) }
  }
}

extension QueryRun {
  /// Whether the overlay says anything about a node itself, so that the map may not be asked.
  func touches(_ node: NodeIndex) -> Bool {
    guard graph.hasOverlay else { return false }
    // What a query writes changes while it runs.
    return isWriting ? context.graph.isTouched(node) : overlayMarks.nodes.contains(node)
  }

  /// Whether the overlay says anything about which relationships a node has.
  func touchesRelationships(of node: NodeIndex) -> Bool {
    guard graph.hasOverlay else { return false }
    return isWriting || overlayMarks.ends.contains(node)
  }
}
