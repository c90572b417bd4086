import Diagnostics

/// Every node that a load can meet: those of the ledger and those of its files, by key.
struct MergedNodes {
  struct Entry {
    var id: Int64
    var labelSet: Int64
    /// Of the stored properties; 0 for a new node.
    var fingerprint: UInt64 = 0
    /// Where the load has it; `nil` if only the ledger does.
    var place: PackedPlace = .none
  }

  private(set) var keys: TextTable
  var entries: [Entry] = []

  init(minimumCapacity: Int) {
    keys = TextTable(minimumCapacity: minimumCapacity)
    entries.reserveCapacity(minimumCapacity)
  }

  /// - Returns: the node's number; a new node's entry is the caller's to append.
  mutating func intern(_ key: Span<UInt8>) -> (number: Int, isNew: Bool) { keys.intern(key) }

  func number(of key: Span<UInt8>) -> Int? { keys.number(of: key) }

  func key(_ number: Int) -> String { keys.text(number) }

  /// `did you mean …?` for a key that no node has.
  ///
  /// Only keys that agree with it at the beginning and the end but for a stretch in the middle are compared letter by
  /// letter.
  /// - Parameter budget: how many keys may still be looked at; a load with a million mistakes shall not take for ever.
  func hint(for key: String, budget: inout Int) -> String? {
    guard budget >= entries.count else { return nil }
    budget -= entries.count
    let wanted = Array(key.utf8)
    let bound = max(1, wanted.count / 3)
    let contents = keys.contents
    var near: [String] = []
    for number in 0..<keys.count where near.count < 200 {
      let range = keys.range(number)
      guard abs(range.count - wanted.count) <= bound else { continue }
      let shorter = min(range.count, wanted.count)
      var prefix = 0
      while prefix < shorter, contents[range.lowerBound + prefix] == wanted[prefix] { prefix += 1 }
      var suffix = 0
      while suffix < shorter - prefix, contents[range.upperBound - 1 - suffix] == wanted[wanted.count - 1 - suffix] {
        suffix += 1
      }
      if wanted.count - prefix - suffix <= bound { near.append(keys.text(number)) }
    }
    return NameSuggestion.hint(for: key, among: near)
  }
}

/// A file's number and a line, in eight bytes.
struct PackedPlace: Hashable {
  /// From 1; 0 is no place.
  var file: UInt32
  var line: UInt32

  static let none = PackedPlace(file: 0, line: 0)

  var isNone: Bool { file == 0 }
}
