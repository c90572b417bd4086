import Synchronization

/// Indexes from a property's values to nodes, each built when it is first asked for.
final class EqualityIndexes: Sendable {
  private let built = Mutex<[PropertyKeyID: [Value: [NodeIndex]]]>([:])

  func nodes(in snapshot: GraphSnapshot, key: PropertyKeyID, value: Value) -> [NodeIndex] {
    guard let column = snapshot.nodeColumn(key) else { return [] }
    return built.withLock { indexes in
      if let index = indexes[key] { return index[value] ?? [] }
      var index: [Value: [NodeIndex]] = [:]
      for raw in column.coverage {
        let value = column.value(at: raw)
        if !value.isNull { index[value, default: []].append(NodeIndex(raw)) }
      }
      indexes[key] = index
      return index[value] ?? []
    }
  }
}
