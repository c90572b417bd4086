import GraphModel

/// Which properties the elements of one sort have: the types of their values, and whether all have them.
struct PropertyUse {
  private(set) var elements = 0
  private var uses: [PropertyKeyID: (count: Int, types: Set<String>)] = [:]

  mutating func add(_ properties: [(key: PropertyKeyID, value: Value)]) {
    elements += 1
    for (key, value) in properties {
      uses[key, default: (0, [])].count += 1
      uses[key, default: (0, [])].types.insert(PropertyUse.typeName(of: value))
    }
  }

  /// `propertyName`, `propertyTypes`, `mandatory` of each property; one row of nulls where there are none.
  func rows(_ symbols: GraphSymbols) -> [[Value]] {
    if uses.isEmpty { return [[.null, .list([]), .boolean(false)]] }
    return uses.map { key, use in (name: symbols.name(of: key), use: use) }
      .sorted { $0.name.precedesByCodePoints($1.name) }
      .map { name, use in
        [
          .string(name), .list(use.types.sorted().map(Value.string)), .boolean(use.count == elements),
        ]
      }
  }

  private static func typeName(of value: Value) -> String {
    guard case .list(let items) = value else { return value.typeName }
    let types = Set(items.map(\.typeName)).sorted()
    return "LIST<\(types.isEmpty ? "ANY" : types.joined(separator: " | "))>"
  }

  static let outputs: [Procedure.Field] = [
    .init("propertyName", .string), .init("propertyTypes", .list(of: .string)), .init("mandatory", .boolean),
  ]
}

extension GraphView {
  /// The nodes that are there, in order of number.
  var liveNodes: some Sequence<NodeIndex> {
    (0..<UInt32(nodeNumberBound)).lazy.map(NodeIndex.init).filter { !isDeleted($0) }
  }

  /// The relationships that are there, in order of number.
  var liveRelationships: some Sequence<RelationshipIndex> {
    (0..<UInt32(relationshipNumberBound)).lazy.map(RelationshipIndex.init).filter { !isDeleted($0) }
  }
}
