import GraphModel
import ImpactAnalysis

/// A rule of the sources that limits a property's values, as the graph tells it.
struct PolicyNode: Sendable {
  enum Context: String {
    case linkTarget = "link_target"
    case replacement
  }

  let name: String
  let rule: String?
  let status: String
  let kind: String
  let property: String
  let allowed: [String]
  let context: Context
  /// The name of the source, else its key.
  let source: String?
  let lines: String?

  /// Whether it has force; what is proposed or recommended only advises.
  var isEnforced: Bool { ["stated", "established", "decided"].contains(status) }

  /// Whether another rule allows the same values of the same property.
  func limits(asMuchAs other: PolicyNode) -> Bool {
    property.isIdenticalText(to: other.property) && allowed == other.allowed
  }

  /// The policies of a graph that limit a property, by key.
  static func all(in graph: GraphView) -> [PolicyNode] {
    let names = ElementNames(graph)
    let nodes = nodes(of: Vocabulary.Kind.policy, in: graph)
    if nodes.isEmpty { return [] }
    let sources = sourceNames(in: graph, names)
    return names.sortedByKey(nodes).compactMap { node in
      func text(_ property: String) -> String? {
        if case .string(let text) = graph.property(property, of: node) { text } else { nil }
      }
      guard let kind = text("applies_to"), let property = text("property"),
        let context = text("context").flatMap(Context.init),
        case .list(let allowed) = graph.property("allowed", of: node)
      else { return nil }
      let source = text("source")
      return PolicyNode(
        name: text("name") ?? names.key(of: node), rule: text("rule"), status: text("status") ?? "", kind: kind,
        property: property,
        allowed: allowed.compactMap { if case .string(let value) = $0 { value } else { nil } },
        context: context, source: source.map { sources[TextKey($0)] ?? $0 }, lines: text("lines"))
    }
  }

  private static func sourceNames(in graph: GraphView, _ names: ElementNames) -> [TextKey: String] {
    Dictionary(
      nodes(of: Vocabulary.Kind.source, in: graph).map { (TextKey(names.key(of: $0)), names.element($0).name) },
      uniquingKeysWith: { first, _ in first })
  }

  private static func nodes(of kind: String, in graph: GraphView) -> [NodeIndex] {
    guard let label = graph.symbols.label(kind) else { return [] }
    return graph.candidateRanges(label: label).flatMap { $0.map { NodeIndex($0) } }
      .filter { graph.contains($0, label: label) }
  }
}
