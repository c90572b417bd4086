import GraphModel

/// The tables of a graph, row by row out of its map: nodes by key, relationships by the keys of their ends and then by
/// their identity. No row is held.
///
/// - Complexity: memory for all keys and a few numbers per node; O(*n* log *n*) time where keys are not in order.
struct GraphTables {
  private let graph: GraphView
  private let keys: KeyOrder

  init(_ graph: GraphView) {
    self.graph = graph
    keys = KeyOrder(graph)
  }

  // MARK: Nodes

  func nodeCount(_ kind: NodeKind) -> Int {
    var count = 0
    forEachNode(kind) { _ in count += 1 }
    return count
  }

  func writeNodes(_ kind: NodeKind, _ take: ([UInt8]) throws -> Void) throws {
    let columns = columns(kind.properties, isOfNodes: true) { isUsed in
      forEachNode(kind) { node in isUsed { graph.property($0, of: node) } }
    }
    var writer = headed(["key"], columns)
    try forEachNode(kind) { node in
      writer.cell(keys.key(of: node))
      try append(columns, to: &writer, of: { "node '\(keys.text(of: node))'" }) { graph.property($0, of: node) }
      writer.endRow()
      if writer.bytes.count > Self.portion { try take(writer.takeBytes()) }
    }
    try take(writer.takeBytes())
  }

  private func forEachNode(_ kind: NodeKind, _ body: (NodeIndex) throws -> Void) rethrows {
    guard let label = graph.symbols.label(kind.name) else { return }
    let ranges = graph.candidateRanges(label: label)
    for node in keys.order where ranges.contains(where: { $0.contains(node) }) {
      if graph.contains(NodeIndex(node), label: label) { try body(NodeIndex(node)) }
    }
  }

  // MARK: Relationships

  func relationshipCount(_ type: RelationshipType) -> Int {
    var count = 0
    forEachRelationship(type, identity: nil) { _, _ in count += 1 }
    return count
  }

  func writeRelationships(_ type: RelationshipType, _ take: ([UInt8]) throws -> Void) throws {
    let columns = columns(type.properties, isOfNodes: false) { isUsed in
      forEachRelationship(type, identity: nil) { _, neighbour in
        isUsed { graph.property($0, of: neighbour.relationship) }
      }
    }
    let identity = type.identity.compactMap { name in columns.first { $0.definition.name.isIdenticalText(to: name) } }
    var writer = headed(["from", "to"], columns)
    try forEachRelationship(type, identity: identity) { start, neighbour in
      writer.cell(keys.key(of: start))
      writer.cell(keys.key(of: neighbour.node))
      let title = { "relationship '\(keys.text(of: start))' \(type.name) '\(keys.text(of: neighbour.node))'" }
      try append(columns, to: &writer, of: title) { graph.property($0, of: neighbour.relationship) }
      writer.endRow()
      if writer.bytes.count > Self.portion { try take(writer.takeBytes()) }
    }
    try take(writer.takeBytes())
  }

  /// - Parameter identity: `nil` where their order does not matter.
  private func forEachRelationship(
    _ type: RelationshipType, identity: [Column]?, _ body: (NodeIndex, Neighbour) throws -> Void
  ) rethrows {
    guard let number = graph.symbols.type(type.name) else { return }
    var neighbours: [Neighbour] = []
    for start in keys.order {
      neighbours.removeAll(keepingCapacity: true)
      graph.appendRelationships(of: NodeIndex(start), .outgoing, types: [number], to: &neighbours)
      if neighbours.count > 1, let identity { sort(&neighbours, identity) }
      for neighbour in neighbours { try body(NodeIndex(start), neighbour) }
    }
  }

  private func sort(_ neighbours: inout [Neighbour], _ identity: [Column]) {
    neighbours.sort { a, b in
      let (first, second) = (keys.rank(of: a.node), keys.rank(of: b.node))
      if first != second { return first < second }
      for column in identity {
        let (one, other) = (text(column, of: a.relationship), text(column, of: b.relationship))
        if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
      }
      return graph.id(of: a.relationship) < graph.id(of: b.relationship)
    }
  }

  private func text(_ column: Column, of relationship: RelationshipIndex) -> String {
    let value = graph.property(column.key, of: relationship)
    return (try? CellWriter.text(of: value, as: column.definition.type)) ?? ""
  }

  // MARK: Cells

  private struct Column {
    var key: PropertyKeyID
    var definition: PropertyDefinition
  }

  /// The declared properties that any row has, the name of nodes first: it is what a reader looks for.
  /// - Parameter forEachRow: shows the properties of one row after another.
  private func columns(
    _ properties: [PropertyDefinition], isOfNodes: Bool,
    _ forEachRow: ((_ row: (PropertyKeyID) -> Value) -> Void) -> Void
  ) -> [Column] {
    let known = properties.compactMap { definition in
      graph.symbols.propertyKey(definition.name).map { Column(key: $0, definition: definition) }
    }
    var isUsed = known.map { _ in false }
    var open = known.count
    forEachRow { row in
      if open == 0 { return }
      for position in known.indices where !isUsed[position] && !row(known[position].key).isNull {
        isUsed[position] = true
        open -= 1
      }
    }
    let used = known.indices.filter { isUsed[$0] }.map { known[$0] }
    guard isOfNodes, let name = used.firstIndex(where: { $0.definition.name == "name" }) else { return used }
    return [used[name]] + used[..<name] + used[(name + 1)...]
  }

  private func append(
    _ columns: [Column], to writer: inout CSVWriter, of element: () -> String, value: (PropertyKeyID) -> Value
  ) throws {
    for column in columns {
      do throws(CellMistake) {
        writer.cell(try CellWriter.text(of: value(column.key), as: column.definition.type))
      } catch {
        throw GraphFolderWriter.refusal("\(element()), property '\(column.definition.name)': \(error.message)")
      }
    }
  }

  /// What is handed on at once.
  private static let portion = 1 << 18

  private func headed(_ ends: [String], _ columns: [Column]) -> CSVWriter {
    var writer = CSVWriter()
    for name in ends { writer.header(name) }
    for column in columns { writer.header(column.definition.name) }
    writer.endRow()
    return writer
  }
}

/// The keys of a graph's nodes, and their order.
private struct KeyOrder {
  private var bytes: [UInt8] = []
  /// Where the key of each node begins, and where the last ends.
  private var starts = [0]
  /// The nodes that have a key, in order of its bytes.
  private(set) var order: [UInt32] = []
  private var ranks: [UInt32] = []

  init(_ graph: GraphView) {
    let name = graph.symbols.propertyKey("key")
    starts.reserveCapacity(graph.nodeNumberBound + 1)
    for number in 0..<UInt32(graph.nodeNumberBound) {
      let node = NodeIndex(number)
      if let name, !graph.isDeleted(node), case .string(let key) = graph.property(name, of: node) {
        bytes.append(contentsOf: key.utf8)
        order.append(number)
      }
      starts.append(bytes.count)
    }
    // They mostly come in order, kind by kind, and sorting what is in order costs little.
    let unsorted = self
    order.sort { unsorted.key(of: NodeIndex($0)).lexicographicallyPrecedes(unsorted.key(of: NodeIndex($1))) }
    ranks = [UInt32](repeating: 0, count: graph.nodeNumberBound)
    for (rank, node) in order.enumerated() { ranks[Int(node)] = UInt32(rank) }
  }

  func key(of node: NodeIndex) -> ArraySlice<UInt8> { bytes[starts[Int(node.raw)]..<starts[Int(node.raw) + 1]] }

  func text(of node: NodeIndex) -> String { String(decoding: key(of: node), as: UTF8.self) }

  func rank(of node: NodeIndex) -> UInt32 { ranks[Int(node.raw)] }
}
