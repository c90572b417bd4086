import GraphModel

/// What became of every node and relationship of two worlds, wherever they are drawn.
struct ElementChanges: Sendable {
  /// By number in the compared graph; `nil` for what is as it was.
  private(set) var nodes: [ElementChange?] = []
  private(set) var relationships: [ElementChange?] = []

  private let graph: ComparedGraph
  private let schema: Schema
  private let writer: ValueWriter

  /// More changed properties than this are counted.
  private static let namedProperties = 3
  private static let valueLength = 40

  init(_ graph: ComparedGraph, schema: Schema, writer: ValueWriter) {
    self.graph = graph
    self.schema = schema
    self.writer = writer
    let following = graph.nodesThatFollow()
    nodes = graph.nodes.indices.map { change(ofNode: $0, isFollowing: following.contains($0)) }
    relationships = graph.relationships.indices.map { change(ofRelationship: $0) }
  }

  private var words: ChangeWords { ChangeWords(language: writer.language) }

  private func change(ofNode number: Int, isFollowing: Bool) -> ElementChange? {
    let node = graph.nodes[number]
    let captions = (node.after ?? node.before).map { schema.kind(named: DrawnNode($0).kind)?.properties ?? [] } ?? []
    guard let before = node.before else { return ElementChange(kind: .added, detail: since(node.after?.properties)) }
    guard let after = node.after else { return ElementChange(kind: .removed, detail: until(before.properties)) }
    let difference = difference(before.properties, after.properties, captions)
    if node.isFoundBefore, node.isFoundAfter { return difference.map { ElementChange(kind: .changed, detail: $0) } }
    // It is there in both worlds, and belongs to the picture in one only.
    if difference == nil, isFollowing { return nil }
    return ElementChange(kind: node.isFoundAfter ? .added : .removed, detail: difference)
  }

  private func change(ofRelationship number: Int) -> ElementChange? {
    let relationship = graph.relationships[number]
    let captions =
      relationship.data.map { schema.relationshipType(named: $0.type)?.properties ?? [] } ?? []
    if let predecessor = relationship.predecessor.map({ graph.relationships[$0] }) {
      let place = otherEnd(of: predecessor, than: relationship)
      if predecessor.isFoundBefore { return ElementChange(kind: .moved, detail: place.map { words.from($0) }) }
      // Where it was before is no part of the picture.
      return ElementChange(kind: .added, detail: place.map { words.formerly($0) })
    }
    if let successor = relationship.successor.map({ graph.relationships[$0] }), !successor.isFoundAfter {
      return ElementChange(
        kind: .removed, detail: otherEnd(of: successor, than: relationship).map { words.now($0) })
    }
    guard let before = relationship.before else {
      return ElementChange(kind: .added, detail: since(relationship.after?.properties))
    }
    guard let after = relationship.after else {
      return ElementChange(kind: .removed, detail: until(before.properties))
    }
    let difference = difference(before.properties, after.properties, captions)
    if relationship.isFoundBefore == relationship.isFoundAfter || difference != nil {
      return difference.map { ElementChange(kind: .changed, detail: $0) }
    }
    let ends = [after.startID, after.endID].compactMap { graph.numbers[$0] }.map { graph.nodes[$0] }
    // Where an end belongs to the picture in one world only, its relationships follow it.
    if ends.contains(where: { $0.isFoundBefore != $0.isFoundAfter }) { return nil }
    return ElementChange(kind: relationship.isFoundAfter ? .added : .removed, detail: nil)
  }

  /// The name of the end of a relationship that another one of which it is the same has not.
  private func otherEnd(of relationship: ComparedGraph.Relationship, than other: ComparedGraph.Relationship) -> String?
  {
    guard let data = relationship.data, let known = other.data else { return nil }
    let end = data.endID == known.endID ? data.startID : data.endID
    let node = graph.numbers[end].flatMap { graph.nodes[$0].after ?? graph.nodes[$0].before }
    return node.map { DrawnNode($0).name }
  }

  private func since(_ properties: [String: Value]?) -> String? {
    guard let day = properties?["valid_from"], !day.isNull else { return nil }
    return words.since(writer.text(day))
  }

  private func until(_ properties: [String: Value]) -> String? {
    guard let day = properties["valid_to"], !day.isNull else { return nil }
    return words.until(writer.text(day))
  }

  /// `Status: gäller → gäller inte längre`, in the order of the schema; `nil` where all properties are the same.
  private func difference(
    _ before: [String: Value], _ after: [String: Value], _ declared: [PropertyDefinition]
  ) -> String? {
    let names = Set(before.keys).union(after.keys).filter { (before[$0] ?? .null) != (after[$0] ?? .null) }
    if names.isEmpty { return nil }
    let places = Dictionary(declared.enumerated().map { ($0.element.name, $0.offset) }) { first, _ in first }
    let ordered = names.sorted { a, b in
      let (first, second) = (places[a] ?? declared.count, places[b] ?? declared.count)
      return first == second ? a.precedesByCodePoints(b) : first < second
    }
    var parts = ordered.prefix(Self.namedProperties).map { name in
      let caption = declared.first { $0.name.isIdenticalText(to: name) }?.caption.text(in: writer.language) ?? name
      return "\(caption.lowercasedFirst) \(text(before[name])) → \(text(after[name]))"
    }
    let left = ordered.count - parts.count
    if left > 0 { parts.append(words.more(left)) }
    return parts.joined(separator: "; ")
  }

  private func text(_ value: Value?) -> String {
    let text = PlainText(writer.text(value ?? .null), limit: Self.valueLength).text
    return text.isEmpty ? "–" : text
  }
}

extension String {
  fileprivate var lowercasedFirst: String {
    // Abbreviations stay as they are.
    guard let first, dropFirst().first?.isUppercase != true else { return self }
    return first.lowercased() + dropFirst()
  }
}

extension ComparedGraph {
  /// The nodes that are there in both worlds and belong to the picture in one only, since a relationship has come or
  /// gone that led the queries to them: they are as they were, and the relationship tells the change.
  fileprivate func nodesThatFollow() -> Set<Int> {
    var touching: [[Int]] = Array(repeating: [], count: nodes.count)
    for (number, relationship) in relationships.enumerated() {
      for end in ends(of: relationship) { touching[end].append(number) }
    }
    var following: Set<Int> = []
    for isLater in [false, true] {
      // Found in this world only, though in the other one too.
      func isOdd(_ node: Node) -> Bool {
        node.before != nil && node.after != nil && node.isFoundAfter == isLater && node.isFoundBefore != isLater
      }
      var waiting: [Int] = []
      for relationship in relationships where isLater ? relationship.before == nil : relationship.after == nil {
        guard isLater ? relationship.isFoundAfter : relationship.isFoundBefore else { continue }
        waiting += ends(of: relationship)
      }
      var visited: Set<Int> = []
      while let node = waiting.popLast() {
        guard isOdd(nodes[node]), visited.insert(node).inserted else { continue }
        for number in touching[node] {
          let relationship = relationships[number]
          guard isLater ? relationship.isFoundAfter : relationship.isFoundBefore else { continue }
          waiting += ends(of: relationship)
        }
      }
      following.formUnion(visited)
    }
    return following
  }

  private func ends(of relationship: Relationship) -> [Int] {
    guard let data = relationship.data else { return [] }
    return [data.startID, data.endID].compactMap { numbers[$0] }
  }
}
