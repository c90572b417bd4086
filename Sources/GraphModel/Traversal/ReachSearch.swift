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
  let graph: GraphView
  let direction: TraversalDirection
  let types: [TypeID]?
  private let includesStart: Bool
  let isAcyclic: Bool
  let limit: Int
  private let tuning: SearchTuning
  let touched: TouchedNodes
  let storedCount: UInt32
  let wordCount: Int
  let memory: SearchMemory
  let lanes: AdjacencyLanes
  private var wide: WideLevel?

  /// Nodes reached so far: those at the places below stand in the queue.
  public var count: Int { tail }
  var tail = 0
  var head = 0
  /// Where the level being walked ends, and how far it is from the start.
  private var levelEnd = 0
  var depth = 0
  private var isWide = false
  var neighbours: [Neighbour] = []

  /// Where walks in both directions may not count the start for having gone out and back over one relationship.
  var guarded: UInt32?
  var findsReturn = false

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
    lanes = graph.snapshot.lanes(direction, types: types)
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
    tail = 0
    head = 0
    levelEnd = 0
    isWide = false
  }

  /// Begins to search from some nodes, and keeps what was reached before: searches that share what they reach, or have
  /// several starts, must have no upper bound and not ask for the start itself in both directions. `advance` goes on.
  public func begin(at starts: [NodeIndex]) {
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
    guard let wide else { return }
    tail += wide.collect(words: wordCount, behind: tail)
  }

  // MARK: Nodes

  @inline(__always)
  func add(_ node: UInt32) {
    let word = Int(node >> 6)
    let bit: UInt64 = 1 &<< UInt64(node & 63)
    unsafe memory.queue[count] = node
    if unsafe memory.seen[word] & bit == 0 { tail += 1 }
    unsafe memory.seen[word] |= bit
  }

  func expandStart(_ start: NodeIndex) {
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
          self.tail = tail
          expandTouched(NodeIndex(node))
          tail = self.tail
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
        if size > 1 { unsafe memory.fetch(others, count: size) }
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
    self.tail = tail
  }

  private func expandTouched(_ node: NodeIndex) {
    neighbours.removeAll(keepingCapacity: true)
    graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
    for neighbour in neighbours { add(neighbour.node.raw) }
  }
}
