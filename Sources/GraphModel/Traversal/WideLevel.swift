import Dispatch
import Synchronization

/// Marks what the nodes of a wide level of a search lead to: on one core, or on all of them, each of which marks in
/// bits of its own, so that none waits for another.
@safe
final class WideLevel: @unchecked Sendable {
  private let graph: GraphView
  private let memory: SearchMemory
  /// One for each core but the first, which marks in the search's own bits; taken when there is a level for them.
  private var helpers: [SearchMemory] = []
  private let lanes: AdjacencyLanes
  private let direction: TraversalDirection
  private let types: [TypeID]?
  private let touched: TouchedNodes
  private let storedCount: UInt32
  private let tuning: SearchTuning
  /// The nodes that the cores share, and how many of them are taken.
  private var shared = unsafe UnsafeBufferPointer<UInt32>(start: nil, count: 0)
  private let taken = Atomic<Int>(0)

  init(
    _ graph: GraphView, _ memory: SearchMemory, _ lanes: AdjacencyLanes, _ direction: TraversalDirection,
    types: [TypeID]?, _ touched: TouchedNodes, _ tuning: SearchTuning
  ) {
    self.graph = graph
    self.memory = memory
    self.direction = direction
    self.types = types
    self.touched = touched
    self.tuning = tuning
    storedCount = UInt32(graph.snapshot.nodeCount)
    self.lanes = lanes
  }

  deinit {
    for helper in helpers { graph.snapshot.searchMemory.put(back: helper) }
  }

  func mark(_ nodes: UnsafePointer<UInt32>, count: Int) {
    guard tuning.workers > 1, count >= tuning.parallelWidth else {
      return unsafe mark(nodes, count: count, in: memory.next)
    }
    while helpers.count < tuning.workers - 1 {
      helpers.append(graph.snapshot.searchMemory.take(nodes: graph.nodeNumberBound))
    }
    unsafe shared = UnsafeBufferPointer(start: nodes, count: count)
    taken.store(0, ordering: .relaxed)
    DispatchQueue.concurrentPerform(iterations: tuning.workers) { markShare($0) }
    unsafe shared = UnsafeBufferPointer(start: nil, count: 0)
  }

  /// What one core does of a level.
  private func markShare(_ worker: Int) {
    guard let nodes = unsafe shared.baseAddress else { return }
    let bits = unsafe worker == 0 ? memory.next : helpers[worker - 1].next
    while true {
      let first = taken.add(tuning.chunkSize, ordering: .relaxed).oldValue
      guard unsafe first < shared.count else { return }
      unsafe mark(nodes + first, count: min(tuning.chunkSize, shared.count - first), in: bits)
    }
  }

  /// Words of marks that one core turns into numbers at a time.
  private var pieceSize: Int { max(1, tuning.chunkSize / 8) }

  /// Takes what the cores marked and nobody reached before, in order of number, and clears the marks.
  /// - Parameter tail: how many nodes stand in the queue.
  /// - Returns: how many have come to stand behind them.
  func collect(words wordCount: Int, behind tail: Int) -> Int {
    let bits = unsafe memory.next
    for helper in helpers {
      let more = unsafe helper.next
      for word in 0..<wordCount {
        unsafe bits[word] |= more[word]
        unsafe more[word] = 0
      }
    }
    // Where the nodes of each piece begin among the new ones; one more at the end.
    var begins = [0]
    begins.reserveCapacity(wordCount / pieceSize + 2)
    for first in stride(from: 0, to: wordCount, by: pieceSize) {
      var sum = begins[begins.count - 1]
      for word in first..<min(wordCount, first + pieceSize) {
        unsafe bits[word] &= ~memory.seen[word]
        sum += unsafe bits[word].nonzeroBitCount
      }
      begins.append(sum)
    }
    let new = begins[begins.count - 1]
    let places = begins.map { tail + $0 }
    if tuning.workers > 1, new >= tuning.parallelWidth {
      DispatchQueue.concurrentPerform(iterations: places.count - 1) { take($0, to: places, wordCount) }
    } else {
      for piece in 0..<places.count - 1 { take(piece, to: places, wordCount) }
    }
    return new
  }

  /// Writes the nodes of a piece into their places in the queue, and clears their marks.
  private func take(_ piece: Int, to places: [Int], _ wordCount: Int) {
    let (seen, next, queue) = unsafe (memory.seen, memory.next, memory.queue)
    var place = places[piece]
    if place == places[piece + 1] { return }
    let first = piece * pieceSize
    for word in first..<min(wordCount, first + pieceSize) {
      var new = unsafe next[word]
      if new == 0 { continue }
      unsafe next[word] = 0
      unsafe seen[word] |= new
      let first = UInt32(word) &<< 6
      while new != 0 {
        unsafe queue[place] = first | UInt32(truncatingIfNeeded: new.trailingZeroBitCount)
        place += 1
        new &= new &- 1
      }
    }
  }

  /// After a search that was broken off.
  func forgetAll() {
    for helper in helpers { helper.forgetAll() }
  }

  private func mark(_ nodes: UnsafePointer<UInt32>, count: Int, in bits: UnsafeMutablePointer<UInt64>) {
    var neighbours: [Neighbour] = []
    var stretch = AdjacencyLanes.Stretch(first: 0, count: 0, lanes: 0..<0)
    var first = 0
    while first < count {
      let node = unsafe nodes[first]
      if node >= storedCount || touched.contains(node) {
        neighbours.removeAll(keepingCapacity: true)
        graph.appendRelationships(of: NodeIndex(node), direction, types: types, to: &neighbours)
        for neighbour in neighbours {
          unsafe bits[Int(neighbour.node.raw >> 6)] |= 1 &<< UInt64(neighbour.node.raw & 63)
        }
        first += 1
        continue
      }
      if !stretch.contains(node) { stretch = lanes.stretch(of: node) }
      var end = first + 1
      while end < count, unsafe stretch.contains(nodes[end]), unsafe !touched.contains(nodes[end]) { end += 1 }
      for number in stretch.lanes {
        let lane = unsafe lanes[number]
        let others = unsafe lane.neighbours
        for place in first..<end {
          let (begin, last) = unsafe lane.positions(of: nodes[place])
          var position = Int(begin)
          while position < Int(last) {
            let other = unsafe others[position]
            unsafe bits[Int(other >> 6)] |= 1 &<< UInt64(other & 63)
            position &+= 1
          }
        }
      }
      first = end
    }
  }
}
