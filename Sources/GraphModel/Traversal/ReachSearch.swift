/// The nodes that walks reach from a start, breadth first, each once.
///
/// What is reached is a queue, and a bit for each node tells what is in it. A narrow level of the search goes node by
/// node. A wide one marks all that its nodes lead to, and takes what is new from the marks in order of number, so that
/// the next level reads the adjacency from front to back; several cores mark apart from each other (`WideLevel`).
///
/// - Source: Buluç, Madduri, "Parallel breadth-first search on distributed memory systems", SC 2011, for levels and
///   marks. Searching a wide level from the nodes not yet reached (Beamer, Asanović, Patterson, "Direction-optimizing
///   breadth-first search", SC 2012) does not pay in directed graphs where much is never reached.
@safe
public final class ReachSearch {
  private let graph: GraphView
  private let direction: TraversalDirection
  private let types: [TypeID]?
  private let includesStart: Bool
  private let isAcyclic: Bool
  private let limit: Int
  private let tuning: SearchTuning
  private let touched: TouchedNodes
  private let storedCount: UInt32
  private let wordCount: Int
  private let memory: SearchMemory
  private var lanes: AdjacencyLanes
  private var wide: WideLevel?

  /// Nodes reached so far: those at the places below stand in the queue.
  public private(set) var count = 0
  private var head = 0
  /// Where the level being walked ends, and how far it is from the start.
  private var levelEnd = 0
  private var depth = 0
  private var isWide = false
  private var neighbours: [Neighbour] = []

  /// Where walks in both directions may not count the start for having gone out and back over one relationship.
  private var guarded: UInt32?
  private var findsReturn = false

  /// - Parameters:
  ///   - types: `nil` is every type.
  ///   - includesStart: whether a walk of no relationship counts. If not, the start is reached where a path leads back
  ///     to it, which uses no relationship twice.
  ///   - limit: the most relationships of a walk; `nil` if there may be any number.
  ///   - isAcyclic: whether no walk may come back to its start.
  public init(
    _ graph: GraphView, _ direction: TraversalDirection, types: [TypeID]?, includesStart: Bool, limit: Int?,
    isAcyclic: Bool, tuning: SearchTuning = .standard
  ) {
    self.graph = graph
    self.direction = direction
    self.types = types
    self.includesStart = includesStart
    self.isAcyclic = isAcyclic
    self.limit = limit ?? .max
    self.tuning = tuning
    touched = graph.storage?.overlay.touchedNodes ?? TouchedNodes()
    storedCount = UInt32(graph.snapshot.nodeCount)
    wordCount = SearchMemory.words(for: graph.nodeNumberBound)
    memory = graph.snapshot.searchMemory.take(nodes: graph.nodeNumberBound)
    lanes = AdjacencyLanes(graph.snapshot, direction, types: types)
  }

  deinit {
    removeAll()
    graph.snapshot.searchMemory.put(back: memory)
  }

  /// Forgets what was reached.
  /// - Complexity: O(*nodes reached*).
  public func removeAll() {
    if isWide {
      memory.forgetAll()
      wide?.forgetAll()
    } else {
      memory.forget(first: count)
    }
    unguard()
    count = 0
    head = 0
    levelEnd = 0
    isWide = false
  }

  /// Begins to search from some nodes, and keeps what was reached before: searches that share what they reach, or have
  /// several starts, must have no upper bound and not ask for the start itself in both directions. `advance` goes on.
  public func begin(at starts: some Collection<NodeIndex>) {
    head = count
    depth = 0
    findsReturn = false
    if includesStart {
      for start in starts { add(start.raw) }
    } else if limit > 0 {
      if direction == .both || isAcyclic {
        if let start = starts.first { expandGuarding(start) }
      } else {
        for start in starts where !contains(start) { expandStart(start) }
      }
      depth = 1
    }
    beginLevel()
  }

  /// Walks on for a while.
  /// - Returns: `false` when all is reached.
  /// - Complexity: O(1) nodes, so that the caller can look at the clock in between.
  public func advance() -> Bool {
    guard head < levelEnd, depth < limit else {
      unguard()
      return false
    }
    if findsReturn, depth <= (limit - 1) / 2 {
      expandBranching(to: min(levelEnd, head + 4096))
    } else if isWide {
      expandWide()
    } else {
      let end = min(levelEnd, head + 4096)
      unsafe expand(memory.queue + head, count: end - head)
      head = end
    }
    if head == levelEnd {
      if isWide { collect() }
      depth += 1
      beginLevel()
    }
    return true
  }

  /// What was reached, in order of distance.
  public subscript(place: Int) -> NodeIndex {
    precondition(place >= 0 && place < count, "place out of range")
    return unsafe NodeIndex(memory.queue[place])
  }

  @inline(__always)
  public func contains(_ node: NodeIndex) -> Bool {
    unsafe memory.seen[Int(node.raw >> 6)] & (1 &<< UInt64(node.raw & 63)) != 0
  }

  /// How many of the nodes reached, from a place on, have numbers in some ranges, and labels and relationships as the
  /// snapshot says.
  /// - Parameter ranges: in order, with gaps between them.
  /// - Complexity: O(*nodes from there on* · *ranges*), or O(*ranges' nodes* / 64) for all of many nodes.
  public func storedCount(in ranges: [Range<UInt32>], from place: Int) -> Int {
    if place == 0, count > wordCount {
      var sum = ranges.reduce(0) { $0 + count(in: $1) }
      forEachTouched { node in if ranges.contains(where: { $0.contains(node.raw) }) { sum -= 1 } }
      return sum
    }
    var sum = 0
    for range in ranges {
      let (first, size) = (range.lowerBound, UInt32(range.count))
      for place in place..<count {
        let node = unsafe memory.queue[place]
        if node &- first < size, node < storedCount, !touched.contains(node) { sum += 1 }
      }
    }
    return sum
  }

  /// How many nodes of a range of numbers were reached.
  /// - Complexity: O(*range* / 64).
  func count(in range: Range<UInt32>) -> Int {
    guard let last = range.last else { return 0 }
    let (low, high) = (Int(range.lowerBound >> 6), Int(last >> 6))
    let lowMask = UInt64.max &<< UInt64(range.lowerBound & 63)
    let highMask = UInt64.max &>> UInt64(63 - last & 63)
    if low == high { return unsafe (memory.seen[low] & lowMask & highMask).nonzeroBitCount }
    var sum = unsafe (memory.seen[low] & lowMask).nonzeroBitCount + (memory.seen[high] & highMask).nonzeroBitCount
    for word in low + 1..<high { unsafe sum += memory.seen[word].nonzeroBitCount }
    return sum
  }

  /// Nodes that were reached, from a place on, and whose labels or relationships are others than the snapshot's.
  /// - Complexity: O(*nodes from there on*), or O(*nodes of the graph* / 64) for all of many nodes.
  public func forEachTouched(from place: Int = 0, _ body: (NodeIndex) -> Void) {
    if touched.isEmpty, graph.nodeNumberBound == Int(storedCount) { return }
    guard place == 0, count > wordCount else {
      for place in place..<count where !graph.isAsStored(self[place]) { body(self[place]) }
      return
    }
    for node in touched.nodes(below: storedCount) where contains(node) { body(node) }
    for node in storedCount..<UInt32(graph.nodeNumberBound) where contains(NodeIndex(node)) { body(NodeIndex(node)) }
  }

  /// Adds nodes reached to an array.
  public func append(_ places: Range<Int>, to nodes: inout [NodeIndex]) {
    for place in places { nodes.append(self[place]) }
  }

  /// Bytes in use.
  public var byteCount: Int { count * MemoryLayout<UInt32>.stride + wordCount * MemoryLayout<UInt64>.stride }

  // MARK: Levels

  private func beginLevel() {
    levelEnd = count
    let width = levelEnd - head
    isWide = width > 0 && width >= wordCount * 64 / tuning.wideShare && depth < limit
    if isWide, wide == nil { wide = WideLevel(graph, memory, lanes, direction, types: types, touched, tuning) }
  }

  /// A part of a wide level: as much as the cores do in a few milliseconds.
  private func expandWide() {
    let end = min(levelEnd, head + tuning.workers * max(tuning.chunkSize, 16384))
    unsafe wide?.mark(memory.queue + head, count: end - head)
    head = end
  }

  private func collect() {
    unsafe wide?.gather(into: memory.next, wordCount)
    let (seen, next, queue) = unsafe (memory.seen, memory.next, memory.queue)
    var tail = count
    for word in 0..<wordCount {
      let marked = unsafe next[word]
      if marked == 0 { continue }
      unsafe next[word] = 0
      var new = unsafe marked & ~seen[word]
      unsafe seen[word] |= marked
      let first = UInt32(word) &<< 6
      while new != 0 {
        unsafe queue[tail] = first | UInt32(truncatingIfNeeded: new.trailingZeroBitCount)
        tail += 1
        new &= new &- 1
      }
    }
    count = tail
  }

  // MARK: Nodes

  @inline(__always)
  private func add(_ node: UInt32) {
    let word = Int(node >> 6)
    let bit: UInt64 = 1 &<< UInt64(node & 63)
    unsafe memory.queue[count] = node
    if unsafe memory.seen[word] & bit == 0 { count += 1 }
    unsafe memory.seen[word] |= bit
  }

  private func expandStart(_ start: NodeIndex) {
    var start = start.raw
    unsafe expand(&start, count: 1)
  }

  /// Adds what some nodes lead to.
  private func expand(_ nodes: UnsafePointer<UInt32>, count nodeCount: Int) {
    let (seen, queue, bounds) = unsafe (memory.seen, memory.queue, memory.bounds)
    var stretch = AdjacencyLanes.Stretch(first: 0, count: 0, lanes: 0..<0)
    var tail = count
    var first = 0
    while first < nodeCount {
      let node = unsafe nodes[first]
      if !stretch.contains(node) || touched.contains(node) {
        if node >= storedCount || touched.contains(node) {
          count = tail
          expandTouched(NodeIndex(node))
          tail = count
          first += 1
          continue
        }
        stretch = lanes.stretch(of: node)
      }
      // A block of nodes at a time: the memory brings many of their offsets at once, and not one after the other.
      let most = min(nodeCount, first + SearchMemory.blockSize)
      var end = first + 1
      while end < most, unsafe stretch.contains(nodes[end]), unsafe !touched.contains(nodes[end]) { end += 1 }
      let size = end - first
      for number in stretch.lanes {
        let lane = unsafe lanes[number]
        for place in 0..<size {
          unsafe (bounds[2 * place], bounds[2 * place + 1]) = lane.positions(of: nodes[first + place])
        }
        let others = unsafe lane.neighbours
        for place in 0..<size {
          var position = unsafe Int(bounds[2 * place])
          let last = unsafe Int(bounds[2 * place + 1])
          while position < last {
            // Without a branch: half of the nodes, mostly, are new, which no processor foresees.
            let other = unsafe others[position]
            let word = Int(other >> 6)
            let bits = unsafe seen[word]
            let bit: UInt64 = 1 &<< UInt64(other & 63)
            unsafe queue[tail] = other
            tail &+= bits & bit == 0 ? 1 : 0
            unsafe seen[word] = bits | bit
            position &+= 1
          }
        }
      }
      first = end
    }
    count = tail
  }

  private func expandTouched(_ node: NodeIndex) {
    neighbours.removeAll(keepingCapacity: true)
    graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
    for neighbour in neighbours { add(neighbour.node.raw) }
  }

  // MARK: Back to the start

  /// Keeps the start from being reached while the search goes on.
  private func expandGuarding(_ start: NodeIndex) {
    guarded = start.raw
    unsafe memory.seen[Int(start.raw >> 6)] |= 1 &<< UInt64(start.raw & 63)
    if isAcyclic { return expandStart(start) }
    neighbours.removeAll(keepingCapacity: true)
    graph.appendRelationships(of: start, direction, types: types, to: &neighbours)
    let notes = unsafe memory.firstNotes
    var meets = false
    for (branch, neighbour) in neighbours.enumerated() {
      let before = count
      if neighbour.node == start {
        meets = true
        continue
      }
      add(neighbour.node.raw)
      if count > before {
        unsafe notes[Int(neighbour.node.raw)] = UInt32(branch) << 1 | 1
      } else if limit > 1 {
        // Out by one relationship and back by its parallel.
        meets = true
      }
    }
    findsReturn = !meets && count > 1
    if meets { reachStart() }
  }

  /// As `expand`, and notes by which relationship the walk to a node left the start. The start is reached where two such
  /// branches meet, if the way out by one and back by the other is not too long. Only a node of this level or the next
  /// can be where they do: of the level before, this node would be in the other branch.
  private func expandBranching(to end: Int) {
    let notes = unsafe memory.firstNotes
    let parity = UInt32(depth & 1)
    while head < end, findsReturn {
      let node = unsafe memory.queue[head]
      let branch = unsafe notes[Int(node)] >> 1
      func meet(_ other: UInt32) {
        if other == guarded { return }
        let before = count
        add(other)
        if count > before {
          unsafe notes[Int(other)] = branch << 1 | (parity ^ 1)
        } else {
          let note = unsafe notes[Int(other)]
          if findsReturn, note >> 1 != branch, 2 * depth + (note & 1 == parity ? 1 : 2) <= limit {
            findsReturn = false
          }
        }
      }
      if node >= storedCount || touched.contains(node) {
        neighbours.removeAll(keepingCapacity: true)
        graph.appendRelationships(of: NodeIndex(node), direction, types: types, to: &neighbours)
        for neighbour in neighbours { meet(neighbour.node.raw) }
      } else {
        for number in lanes.stretch(of: node).lanes {
          let lane = unsafe lanes[number]
          let (first, last) = unsafe lane.positions(of: node)
          for position in first..<last { unsafe meet(lane.neighbours[Int(position)]) }
        }
      }
      head += 1
    }
    if !findsReturn { reachStart() }
  }

  /// Its bit is set already.
  private func reachStart() {
    guard let start = guarded else { return }
    unsafe memory.queue[count] = start
    count += 1
    guarded = nil
  }

  private func unguard() {
    guard let start = guarded else { return }
    unsafe memory.seen[Int(start >> 6)] &= ~(1 &<< UInt64(start & 63))
    guarded = nil
  }
}
