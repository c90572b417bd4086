import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a search of a graph writes on: bits and places for every node, lent by the graph's pool, so that a search pays
/// for the nodes that it sees and not for those that it never does.
///
/// Used by one search at a time, which leaves the bits as it found them: all zero.
@safe
final class SearchMemory: @unchecked Sendable {
  /// How many nodes there is room for.
  let capacity: Int
  /// A bit for each node.
  let seen: UnsafeMutablePointer<UInt64>
  /// The nodes found, in order, and one place more, so that one may be written that turns out to be known.
  let queue: UnsafeMutablePointer<UInt32>
  /// Where the relationships of a block of nodes begin and end, and a place that nobody reads.
  let bounds: UnsafeMutablePointer<UInt32>
  /// How many nodes a block has at most.
  static let blockSize = 32

  private var further: UnsafeMutablePointer<UInt64>?
  private var notes: UnsafeMutablePointer<UInt32>?
  private var furtherNotes: UnsafeMutablePointer<UInt32>?

  fileprivate init(capacity: Int) {
    self.capacity = capacity
    unsafe seen = Self.zeros(capacity)
    unsafe queue = .allocate(capacity: capacity + 1)
    unsafe bounds = .allocate(capacity: 2 * Self.blockSize + 1)
  }

  deinit {
    unsafe free(seen)
    unsafe queue.deallocate()
    unsafe bounds.deallocate()
    if let further = unsafe further { unsafe free(further) }
    unsafe notes?.deallocate()
    unsafe furtherNotes?.deallocate()
  }

  /// A second bit for each node.
  var next: UnsafeMutablePointer<UInt64> {
    if let known = unsafe further { return unsafe known }
    let made = unsafe Self.zeros(capacity)
    unsafe further = made
    return unsafe made
  }

  /// A number for each node or each place in the queue, whatever stood there before.
  var firstNotes: UnsafeMutablePointer<UInt32> {
    if let known = unsafe notes { return unsafe known }
    let made = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 1)
    unsafe notes = made
    return unsafe made
  }

  /// A second number for each.
  var secondNotes: UnsafeMutablePointer<UInt32> {
    if let known = unsafe furtherNotes { return unsafe known }
    let made = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity + 1)
    unsafe furtherNotes = made
    return unsafe made
  }

  static func words(for nodes: Int) -> Int { (nodes + 63) / 64 }

  /// Brings what stands between the bounds of a block of nodes nearer. The memory is asked for many stretches at once
  /// so, where a loop over one after the other would wait for each.
  @inline(__always)
  func fetch(_ neighbours: UnsafePointer<UInt32>, count: Int) {
    let bounds = unsafe bounds
    var sum: UInt32 = 0
    for place in 0..<count {
      var position = unsafe bounds[2 * place]
      // Longer stretches are brought by the processor on its own.
      let last = unsafe min(bounds[2 * place + 1], position &+ 8 * Self.perLine)
      while position < last {
        unsafe sum &+= neighbours[Int(position)]
        position &+= Self.perLine
      }
    }
    // Written down, so that the reading is not left out.
    unsafe bounds[2 * Self.blockSize] = sum
  }

  /// How many numbers the memory brings together.
  private static let perLine: UInt32 = 16

  /// Sets the bits of the queue's first nodes to zero again.
  func forget(first count: Int) {
    let words = Self.words(for: capacity)
    if count >= words {
      unsafe seen.update(repeating: 0, count: words)
    } else {
      for place in 0..<count { unsafe seen[Int(queue[place] >> 6)] = 0 }
    }
  }

  /// Sets every bit to zero, whatever a search that was broken off left.
  func forgetAll() {
    let words = Self.words(for: capacity)
    unsafe seen.update(repeating: 0, count: words)
    unsafe further?.update(repeating: 0, count: words)
  }

  private static func zeros(_ nodes: Int) -> UnsafeMutablePointer<UInt64> {
    // Zero pages of the system, where the pool has nothing.
    guard let bytes = unsafe calloc(max(1, words(for: nodes)), MemoryLayout<UInt64>.stride) else {
      fatalError("out of memory")
    }
    return unsafe bytes.bindMemory(to: UInt64.self, capacity: words(for: nodes))
  }
}

/// The memory that searches of one graph lend each other.
final class SearchMemoryPool: Sendable {
  /// Kept for the next search; more that come back at once are let go.
  private static let kept = 4

  private let idle = Mutex<[SearchMemory]>([])

  /// - Parameter nodes: how many nodes there must be room for.
  func take(nodes: Int) -> SearchMemory {
    if let known = idle.withLock({ $0.popLast() }), known.capacity >= nodes { return known }
    // Room for the nodes of some commits to come, so that they do not make it too small.
    return SearchMemory(capacity: nodes + nodes / 64 + 64)
  }

  /// - Parameter memory: with all bits zero.
  func put(back memory: SearchMemory) {
    idle.withLock { idle in
      if idle.count < Self.kept { idle.append(memory) }
    }
  }
}
