import Diagnostics
import GraphModel

/// Finds the one node that somebody means by a key, or by a name that only one node has.
struct NodeResolver {
  /// So many candidates are listed where a name is ambiguous.
  private static let listedCandidates = 10
  /// Beyond so many nodes names are not compared for "did you mean": that takes time with each.
  private static let suggestionLimit = 50_000

  private let graph: GraphView
  private let labels: NodeLabels

  init(_ graph: GraphView) {
    self.graph = graph
    labels = NodeLabels(graph)
  }

  /// The node; `nil` for nothing of that name.
  /// - Throws: a `Diagnostic` with the candidates where several have the name.
  func node(_ text: String) throws(Diagnostic) -> NodeIndex? {
    if let node = graph.node(withKey: text) { return node }
    if graph.symbols.propertyKey("key") == nil, let id = Int64(text), let node = graph.node(withID: id) {
      return node
    }
    for field in ["name", "title"] {
      let nodes = graph.symbols.propertyKey(field).map { graph.nodes(where: $0, equals: .string(text)) } ?? []
      if let node = try single(nodes, text) { return node }
    }
    return try single(looselyNamed(text), text)
  }

  /// As `node`, and a name that nothing has is a mistake too, told with the nearest name.
  func requiredNode(_ text: String) throws(Diagnostic) -> NodeIndex {
    if let node = try node(text) { return node }
    throw Diagnostic(
      id: "unknown-node", message: "there is no node with the key or name '\(text)'",
      hint: suggestion(for: text) ?? "'styrgraf find TEXT' looks for it")
  }

  /// Why a text means no node; `nil` where it means one.
  func problem(with text: String) -> Diagnostic? {
    do throws(Diagnostic) {
      _ = try requiredNode(text)
      return nil
    } catch {
      return error
    }
  }

  private func single(_ nodes: [NodeIndex], _ text: String) throws(Diagnostic) -> NodeIndex? {
    if nodes.count <= 1 { return nodes.first }
    let candidates = nodes.map { (key: labels.key(of: $0), kind: labels.kind(of: $0), name: labels.name(of: $0)) }
      .sorted { $0.key.precedesByCodePoints($1.key) }
    var notes = candidates.prefix(Self.listedCandidates).map { "\($0.key)  \($0.name) (\($0.kind))" }
    if candidates.count > notes.count { notes.append("and \(candidates.count - notes.count) more") }
    throw Diagnostic(
      id: "ambiguous-name", message: "\(nodes.count) nodes are called '\(text)'", hint: "use the key of one of them",
      notes: notes)
  }

  /// The nodes with this name or alias but for case, marks on letters and how they are composed; names before aliases.
  private func looselyNamed(_ text: String) -> [NodeIndex] {
    let wanted = FoldedText(text)
    if wanted.bytes.isEmpty { return [] }
    let aliases = graph.symbols.propertyKey("aliases")
    var named: [NodeIndex] = []
    var aliased: [NodeIndex] = []
    var buffer = FoldedText()
    for node in graph.nodes {
      buffer.fold(labels.name(of: node))
      if buffer == wanted {
        named.append(node)
      } else if let aliases, case .list(let items) = graph.property(aliases, of: node) {
        for case .string(let alias) in items {
          buffer.fold(alias)
          if buffer == wanted {
            aliased.append(node)
            break
          }
        }
      }
    }
    return named.isEmpty ? aliased : named
  }

  private func suggestion(for text: String) -> String? {
    if graph.nodeCount > Self.suggestionLimit { return nil }
    var names: [String] = []
    for node in graph.nodes {
      names.append(labels.key(of: node))
      names.append(labels.name(of: node))
    }
    if let hint = NameSuggestion.hint(for: text, among: names) { return hint }
    let found = NodeSearch(graph).find(text).prefix(3).map { "'\($0.key)'" }
    return found.isEmpty ? nil : "did you mean \(found.joined(separator: " or "))?"
  }
}

extension GraphWorkspace {
  /// The node that a text means in a graph that may hold only what is valid on a day.
  /// - Throws: a `Diagnostic`, which says so where the node is there on other days.
  func requiredNode(_ text: String, in graph: GraphView, isPart: Bool) throws -> NodeIndex {
    let resolver = NodeResolver(graph)
    if isPart, try resolver.node(text) == nil, let whole = try? self.graph(),
      (try? NodeResolver(whole).node(text)) != nil
    {
      throw Diagnostic(
        id: "not-valid-then", message: "'\(text)' is not valid on that date", hint: "leave --valid-on out to see it")
    }
    return try resolver.requiredNode(text)
  }
}
