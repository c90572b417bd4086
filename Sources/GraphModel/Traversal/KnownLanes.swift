import Synchronization

/// The lanes that searches of one graph followed last, so that a short search need not put them together.
final class KnownLanes: Sendable {
  private struct Entry: Sendable {
    let direction: TraversalDirection
    let types: [TypeID]?
    let lanes: AdjacencyLanes
  }

  /// Few queries differ in what they follow.
  private static let capacity = 16

  private let entries = Mutex<[Entry]>([])

  func lanes(_ direction: TraversalDirection, types: [TypeID]?, in snapshot: GraphSnapshot) -> AdjacencyLanes {
    if let known = entries.withLock({ Self.find(direction, types, in: $0) }) { return known }
    let made = AdjacencyLanes(snapshot, direction, types: types)
    entries.withLock { entries in
      if entries.count >= Self.capacity { entries.removeAll(keepingCapacity: true) }
      entries.append(Entry(direction: direction, types: types, lanes: made))
    }
    return made
  }

  private static func find(
    _ direction: TraversalDirection, _ types: [TypeID]?, in entries: borrowing [Entry]
  ) -> AdjacencyLanes? {
    for position in entries.indices
    where entries[position].direction == direction && entries[position].types == types {
      return entries[position].lanes
    }
    return nil
  }
}
