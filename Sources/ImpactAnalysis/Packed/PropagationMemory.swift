import Synchronization

/// What walks over a packed graph write into, one after another.
///
/// A walk wipes out behind it only what it wrote, so that a small one costs nothing for the nodes it never sees.
struct PropagationMemory: Sendable {
  /// By place: the step that gave the node its level so far, and in the lowest four bits that level.
  var words: [UInt32]
  /// By step.
  var places: [UInt32] = []
  var previous: [UInt32] = []
  /// By step: the position of the relationship in the packed graph.
  var slots: [UInt32] = []
  var levels: [UInt8] = []
  /// For sorting steps.
  var keys: [UInt64] = []
  var sorter = StepSorter()

  init(nodes: Int) {
    words = [UInt32](repeating: 0, count: nodes)
  }

  mutating func makeRoom(for steps: Int) {
    if steps <= places.count { return }
    let more = max(1_024, steps) - places.count
    places += repeatElement(0, count: more)
    previous += repeatElement(0, count: more)
    slots += repeatElement(0, count: more)
    levels += repeatElement(0, count: more)
  }
}

/// The memories of one graph, one for each walk that goes on at the same time.
final class PropagationMemoryPool: Sendable {
  private let nodes: Int
  private let idle = Mutex<[PropagationMemory]>([])

  init(nodes: Int) {
    self.nodes = nodes
  }

  func take() -> PropagationMemory {
    idle.withLock { $0.popLast() } ?? PropagationMemory(nodes: nodes)
  }

  func put(back memory: consuming PropagationMemory) {
    let memory = memory
    idle.withLock { $0.append(memory) }
  }
}

/// Sorts numbers by their upper halves, which are small.
/// - Source: radix sort, Cormen et al., 4th ed., §8.3.
struct StepSorter: Sendable {
  private static let digitBits = 11
  /// Below so many comparing is faster.
  private static let smallest = 200
  private var other: [UInt64] = []

  /// - Parameter bound: above all upper halves.
  mutating func sort(_ numbers: inout [UInt64], _ range: Range<Int>, below bound: Int) {
    if range.count < Self.smallest {
      numbers[range].sort()
      return
    }
    if other.count < range.count { other += repeatElement(0, count: range.count - other.count) }
    var shift = 32
    while shift < 64, bound >> (shift - 32) > 0 {
      distribute(&numbers, range, UInt64(shift))
      shift += Self.digitBits
    }
  }

  private mutating func distribute(_ numbers: inout [UInt64], _ range: Range<Int>, _ shift: UInt64) {
    let mask = UInt64(1) << UInt64(Self.digitBits) - 1
    var next = [Int](repeating: 0, count: 1 << Self.digitBits)
    for position in range { next[Int(numbers[position] >> shift & mask)] += 1 }
    var sum = 0
    for digit in next.indices {
      let size = next[digit]
      next[digit] = sum
      sum += size
    }
    for position in range {
      let digit = Int(numbers[position] >> shift & mask)
      other[next[digit]] = numbers[position]
      next[digit] += 1
    }
    for position in 0..<range.count { numbers[range.lowerBound + position] = other[position] }
  }
}
