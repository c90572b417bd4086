/// A dictionary in pieces that its copies share: to change a copy copies one piece and the list of pieces, not all
/// entries.
struct ShardedDictionary<Key: ShardedKey, Value> {
  private static var entriesPerShard: Int { 64 }

  /// Their number is a power of two, or 0 while nothing was ever set.
  private var shards: [[Key: Value]] = []
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }

  /// In no order.
  var keys: [Key] { map(\.key) }

  subscript(key: Key) -> Value? {
    get { count == 0 ? nil : shards[shard(of: key)][key] }
    set {
      let shard = shardToChange(key)
      let before = shards[shard].count
      shards[shard][key] = newValue
      count += shards[shard].count - before
    }
  }

  subscript(key: Key, default value: @autoclosure () -> Value) -> Value {
    get { self[key] ?? value() }
    _modify {
      let shard = shardToChange(key)
      let before = shards[shard].count
      defer { count += shards[shard].count - before }
      yield &shards[shard][key, default: value()]
    }
  }

  private func shard(of key: Key) -> Int {
    Int(truncatingIfNeeded: key.shardHash >> 32) & (shards.count - 1)
  }

  private mutating func shardToChange(_ key: Key) -> Int {
    if count >= shards.count * Self.entriesPerShard { grow() }
    return shard(of: key)
  }

  private mutating func grow() {
    let old = shards
    shards = [[Key: Value]](repeating: [:], count: old.isEmpty ? 1 : old.count * 2)
    for entries in old {
      for (key, value) in entries { shards[shard(of: key)][key] = value }
    }
  }
}

extension ShardedDictionary: Sendable where Key: Sendable, Value: Sendable {}

extension ShardedDictionary: Sequence {
  func makeIterator() -> FlattenSequence<[[Key: Value]]>.Iterator { shards.joined().makeIterator() }
}

/// A key that tells its place among the pieces of a `ShardedDictionary`.
protocol ShardedKey: Hashable {
  /// The upper half counts.
  var shardHash: UInt64 { get }
}

extension Int64: ShardedKey {
  var shardHash: UInt64 { UInt64(bitPattern: self) &* 0x9E37_79B9_7F4A_7C15 }
}

extension NodeIndex: ShardedKey {
  var shardHash: UInt64 { Int64(raw).shardHash }
}

extension RelationshipIndex: ShardedKey {
  var shardHash: UInt64 { Int64(raw).shardHash }
}

extension TextKey: ShardedKey {
  var shardHash: UInt64 { Int64(hashValue).shardHash }
}
