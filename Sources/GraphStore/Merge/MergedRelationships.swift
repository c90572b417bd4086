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
  /// Number + 1, or 0; the count is a power of two.
  private var slots: [UInt32]
  private let seed = UInt64.random(in: .min ... .max)

  init(minimumCapacity: Int = 0) {
    var count = 64
    while count * 3 < minimumCapacity * 4 { count *= 2 }
    slots = [UInt32](repeating: 0, count: count)
    entries.reserveCapacity(minimumCapacity)
    stored.reserveCapacity(minimumCapacity)
  }

  /// The number of a relationship, given now if it has none.
  mutating func intern(_ key: Key) -> (number: Int, isNew: Bool) {
    if entries.count * 4 >= slots.count * 3 { grow() }
    let slot = slot(of: key)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    entries.append(Entry(key: key))
    slots[slot] = UInt32(entries.count)
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

  private func slot(of key: Key) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(key)) & mask
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in entries.indices {
      let slot = slot(of: entries[number].key)
      // Of equal ones the first is found.
      if slots[slot] == 0 { slots[slot] = UInt32(number + 1) }
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
