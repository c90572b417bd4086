public import GraphModel

/// The keys of nodes that a statement makes: those that it gave, and those made when it asked for them.
struct NewKeys {
  fileprivate var taken: Set<TextKey> = []
  /// How many of the new nodes have been looked at for keys of their own.
  fileprivate var seen = 0
  /// The last number behind each proposal.
  fileprivate var numbers: [TextKey: Int] = [:]
}

extension EvaluationContext {
  /// Gives a node that this statement made the key under which the ledger would keep it, if it has none. On a graph
  /// without a schema there are no such keys.
  ///
  /// To be called where the statement reads a key: until then what it sets decides which key that is.
  public func ensureKey(of node: NodeIndex) {
    guard graph.schema != nil, !graph.isCommitted(node), !graph.isDeleted(node),
      graph.property("key", of: node).isNull
    else { return }
    let labels = graph.labelNames(of: node)
    guard labels.count == 1, let kind = labels.first else { return }
    var name: String?
    if case .string(let text) = graph.property("name", of: node) { name = text }
    let key = freeKey(KeyMaker.key(kind: kind, name: name))
    newKeys.taken.insert(TextKey(key))
    graph.setProperty("key", of: node, to: .string(key))
  }

  /// Remembers a key that the statement itself sets.
  public func noteKey(_ value: Value) {
    if case .string(let key) = value { newKeys.taken.insert(TextKey(key)) }
  }

  private func freeKey(_ proposal: String) -> String {
    noteGivenKeys()
    var number = newKeys.numbers[TextKey(proposal)] ?? 0
    while true {
      number += 1
      let key = number == 1 ? proposal : "\(proposal)-\(number)"
      if isFree(key) {
        newKeys.numbers[TextKey(proposal)] = number
        return key
      }
    }
  }

  /// The keys of nodes made since it was asked last.
  private func noteGivenKeys() {
    let count = graph.nodeNumberBound - graph.snapshot.nodeCount
    for offset in newKeys.seen..<max(count, newKeys.seen) {
      noteKey(graph.property("key", of: NodeIndex(UInt32(graph.snapshot.nodeCount + offset))))
    }
    newKeys.seen = count
  }

  private func isFree(_ key: String) -> Bool {
    if newKeys.taken.contains(TextKey(key)) { return false }
    guard let property = graph.snapshot.symbols.propertyKey("key") else { return true }
    return graph.snapshot.nodes(where: property, equals: .string(key)).allSatisfy { graph.isDeleted($0) }
  }
}
