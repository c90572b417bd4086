import GraphModel

/// What the nodes of a graph are called.
struct NodeLabels {
  private let graph: GraphView
  private let keyProperty: PropertyKeyID?
  private let nameProperty: PropertyKeyID?
  private let titleProperty: PropertyKeyID?

  init(_ graph: GraphView) {
    self.graph = graph
    keyProperty = graph.symbols.propertyKey("key")
    nameProperty = graph.symbols.propertyKey("name")
    titleProperty = graph.symbols.propertyKey("title")
  }

  /// The key; the id where the node has none.
  func key(of node: NodeIndex) -> String { text(keyProperty, node) ?? String(graph.id(of: node)) }

  /// The name, else the title, else the key.
  func name(of node: NodeIndex) -> String {
    text(nameProperty, node) ?? text(titleProperty, node) ?? key(of: node)
  }

  /// The first label; empty where there is none.
  func kind(of node: NodeIndex) -> String { graph.labelNames(of: node).first ?? "" }

  private func text(_ property: PropertyKeyID?, _ node: NodeIndex) -> String? {
    guard let property, case .string(let text) = graph.property(property, of: node) else { return nil }
    return text
  }
}
