/// Measures the memory that values hold beside their own place in a column or list.
///
/// A list or text that stands in several rows is one in memory, and counted once by the same measure. It is an estimate,
/// meant to be right within a factor of two.
public struct ValueFootprint {
  /// Bytes of one value in an array.
  public static let stride = MemoryLayout<Value>.stride
  /// What an allocation costs beside its contents: the object's header, the count, the allocator's own.
  public static let allocation = 48
  /// Smaller lists are counted as often as they are met: looking them up would cost more than they hold.
  private static let smallestList = 16
  private static let smallestText = 256

  private var known: Set<UInt> = []

  public init() {}

  /// Bytes that a value holds beside its own place.
  /// - Complexity: O(items within it that were not met before).
  public mutating func bytes(of value: Value) -> Int {
    switch value {
    case .null, .boolean, .integer, .float, .date, .localTime, .node, .relationship: 0
    case .string(let text): bytes(of: text)
    case .time, .localDateTime, .dateTime, .duration: 64
    case .path(let path): 2 * Self.allocation + 64 + 8 * path.nodes.count
    case .list(let items): bytes(of: items)
    case .map(let members): bytes(of: members)
    }
  }

  /// Short texts stand in the value itself.
  private mutating func bytes(of text: String) -> Int {
    let count = text.utf8.count
    if count <= 15 { return 0 }
    if count >= Self.smallestText {
      let address = unsafe text.utf8.withContiguousStorageIfAvailable { UInt(bitPattern: $0.baseAddress) }
      if let address, !known.insert(address).inserted { return 0 }
    }
    return count + Self.allocation
  }

  private mutating func bytes(of items: [Value]) -> Int {
    if items.count >= Self.smallestList {
      // The address of its contents tells a list from its equals.
      let address = unsafe items.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
      if !known.insert(address).inserted { return 0 }
    }
    var total = Self.allocation + Self.stride * items.count
    for item in items { total += bytes(of: item) }
    return total
  }

  private mutating func bytes(of members: [String: Value]) -> Int {
    var total = 2 * Self.allocation
    for (name, value) in members { total += 2 * (16 + Self.stride) + bytes(of: name) + bytes(of: value) }
    return total
  }
}
