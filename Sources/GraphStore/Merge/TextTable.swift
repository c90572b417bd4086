import Glibc
import GraphModel

/// Texts by number, each once, compared byte by byte, packed into one buffer: a million keys without a million objects.
struct TextTable {
  private var bytes: [UInt8] = []
  /// Where each text begins, and where the last ends.
  private var starts = [0]
  /// Half a hash above number + 1, or 0; the count is a power of two. Most texts that differ are told apart here.
  private var slots: [UInt64]
  private let seed = UInt64.random(in: .min ... .max)

  init(minimumCapacity: Int = 0) {
    var count = 64
    while count * 3 < minimumCapacity * 4 { count *= 2 }
    slots = [UInt64](repeating: 0, count: count)
    starts.reserveCapacity(minimumCapacity + 1)
  }

  var count: Int { starts.count - 1 }

  func text(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  func range(_ number: Int) -> Range<Int> { starts[number]..<starts[number + 1] }

  /// The bytes of all texts, for whoever scans them; `range(_:)` tells which are whose.
  var contents: [UInt8] { bytes }

  func number(of text: Span<UInt8>) -> Int? {
    let slot = slot(of: text, hash: hash(text))
    return slots[slot] == 0 ? nil : Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
  }

  /// The number of a text, given now if it has none.
  mutating func intern(_ text: Span<UInt8>) -> (number: Int, isNew: Bool) {
    if count * 4 >= slots.count * 3 { grow() }
    let hash = hash(text)
    let slot = slot(of: text, hash: hash)
    if slots[slot] != 0 { return (Int(UInt32(truncatingIfNeeded: slots[slot])) - 1, false) }
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    starts.append(bytes.count)
    slots[slot] = hash & ~0xFFFF_FFFF | UInt64(count)
    return (count - 1, true)
  }

  private func slot(of text: Span<UInt8>, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = TextTable.first(hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { return slot }
      if (entry ^ hash) >> 32 == 0, isEqual(Int(UInt32(truncatingIfNeeded: entry)) - 1, text) { return slot }
      slot = (slot + 1) & mask
    }
  }

  private func isEqual(_ number: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count else { return false }
    return unsafe bytes.withUnsafeBytes { all in
      unsafe text.withUnsafeBytes { wanted in
        guard let start = wanted.baseAddress, let own = all.baseAddress else { return true }
        return unsafe memcmp(own + range.lowerBound, start, range.count) == 0
      }
    }
  }

  /// The slot of an entry follows from what the entry holds, so that a growing table need not hash again.
  private static func first(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 32) }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry != 0 {
      var slot = TextTable.first(entry) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  private func hash(_ text: Span<UInt8>) -> UInt64 {
    unsafe text.withUnsafeBufferPointer { unsafe TextHash.hash($0, seed: seed) }
  }
}
