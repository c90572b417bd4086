/// Every relationship that a load can meet, by type, ends and identity. Nodes stand by their number in `MergedNodes`.
struct MergedRelationships {
  struct Key: Hashable {
    var start: UInt32
    var end: UInt32
    var type: UInt32
    /// The number of the identity properties' values; 0 where the type names none.
    var identity: UInt32
  }

  struct Entry {
    var key: Key
    var place: PackedPlace = .none
    /// Number + 1 in `stored`; 0 for a new relationship.
    var stored: UInt32 = 0
  }

  struct Stored {
    var id: Int64
    var fingerprint: UInt64
  }

  private(set) var entries: [Entry] = []
  private(set) var stored: [Stored] = []
  /// Half a hash above number + 1, or 0; the count is a power of two. Most keys that differ are told apart here.
  private var slots: [UInt64]
  private let seed = UInt64.random(in: .min ... .max)

  init(minimumCapacity: Int = 0) {
    var count = 64
    while count * 3 < minimumCapacity * 4 { count *= 2 }
    slots = [UInt64](repeating: 0, count: count)
    entries.reserveCapacity(minimumCapacity)
    stored.reserveCapacity(minimumCapacity)
  }

  /// The number of a relationship, given now if it has none.
  mutating func intern(_ key: Key) -> (number: Int, isNew: Bool) {
    if entries.count * 4 >= slots.count * 3 { grow() }
    let hash = hash(key)
    let slot = slot(of: key, hash: hash)
    if slots[slot] != 0 { return (Int(UInt32(truncatingIfNeeded: slots[slot])) - 1, false) }
    entries.append(Entry(key: key))
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(entries.count)
    return (entries.count - 1, true)
  }

  mutating func setPlace(_ place: PackedPlace, of number: Int) { entries[number].place = place }

  /// Adds one of the ledger's.
  /// - Returns: `false` if there is an equal one already; it is kept, but found under the other's number.
  mutating func addStored(_ key: Key, _ row: Stored) -> Bool {
    stored.append(row)
    let (number, isNew) = intern(key)
    if isNew {
      entries[number].stored = UInt32(stored.count)
    } else {
      entries.append(Entry(key: key, stored: UInt32(stored.count)))
    }
    return isNew
  }

  func stored(_ entry: Entry) -> Stored? { entry.stored == 0 ? nil : stored[Int(entry.stored) - 1] }

  private func slot(of key: Key, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return slot }
      if (entry ^ hash) >> 32 == 0, entries[Int(UInt32(truncatingIfNeeded: entry)) - 1].key == key { return slot }
      slot = (slot + 1) & mask
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = Int(truncatingIfNeeded: entry >> 32) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// - Source: the finaliser of SplitMix64; Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
  private func hash(_ key: Key) -> UInt64 {
    var hash = seed ^ (UInt64(key.start) << 32 | UInt64(key.end))
    hash = mixed(hash) ^ (UInt64(key.type) << 32 | UInt64(key.identity))
    return mixed(hash)
  }

  private func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
