import GraphModel

/// Where a walk begins.
struct PackedStart {
  var place: UInt32
  var level: UInt8
  /// What would break here repoints instead.
  var isReplaced = false
}

/// The walk of `Propagation` over a packed graph: the same steps in the same order, without sorting.
///
/// Steps stand in the order of their chains: by distance, then by keys, then by types. Those whose chains have the same
/// keys are neighbours; the first of them is marked. Since dependents are stored in order of key and type, extending
/// the steps one after another gives the next layer in its order.
/// - Complexity: O(relationships at the nodes reached); a node is walked on from at most three times.
struct PackedPropagation {
  /// Marks the first of the steps whose chains have the same keys.
  private static let firstOfKeys: UInt8 = 16
  private static let levelMask: UInt8 = 15

  private let graph: DependencyGraph
  private var memory: PropagationMemory
  private var head = 0
  private(set) var count = 0
  private var startCount = 0
  private var layerEnd = 0
  /// The first step of each distance.
  private(set) var layers: [Int] = [0]
  private var replaced: Set<UInt32> = []

  init(graph: DependencyGraph, memory: consuming PropagationMemory) {
    self.graph = graph
    self.memory = memory
  }

  /// - Parameter starts: in order of place, each once, none of them inactive.
  mutating func run(_ starts: [PackedStart]) {
    memory.makeRoom(for: starts.count)
    for start in starts {
      memory.places[count] = start.place
      memory.previous[count] = ImpactSteps.none
      memory.slots[count] = ImpactSteps.none
      memory.levels[count] = start.level | Self.firstOfKeys
      memory.words[Int(start.place)] = UInt32(count) << 4 | UInt32(start.level)
      count += 1
      if start.isReplaced { replaced.insert(start.place) }
    }
    startCount = count
    layerEnd = count
    while !advance() { memory.makeRoom(for: count + max(count, needed)) }
  }

  /// So much room the steps at hand may take.
  private var needed = 0

  /// Walks on until nothing is left or room is short.
  private mutating func advance() -> Bool {
    // Locals of their own, so that the loops below check neither for sharing nor for overlaps.
    let (allOffsets, allDependents, allTables, allEffects) = (
      graph.offsets, graph.dependents, graph.tables, graph.effects
    )
    var memory = PropagationMemory(nodes: 0)
    swap(&memory, &self.memory)
    defer { swap(&memory, &self.memory) }
    var (allWords, allPlaces, allPrevious) = (memory.words, memory.places, memory.previous)
    var (allSlots, allLevels) = (memory.slots, memory.levels)
    memory.words = []
    memory.places = []
    memory.previous = []
    memory.slots = []
    memory.levels = []
    defer {
      memory.words = allWords
      memory.places = allPlaces
      memory.previous = allPrevious
      memory.slots = allSlots
      memory.levels = allLevels
    }
    let offsets = allOffsets.span
    let dependents = allDependents.span
    let tables = allTables.span
    let effects = allEffects.span
    var words = allWords.mutableSpan
    var places = allPlaces.mutableSpan
    var previous = allPrevious.mutableSpan
    var slots = allSlots.mutableSpan
    var levels = allLevels.mutableSpan
    var head = head
    var tail = count
    defer {
      self.head = head
      count = tail
    }
    let room = places.count
    // Every index below is a step before `tail`, which never passes `room`, a place, or a position of the packed graph,
    // which was built with just those: nothing is left to check.
    while head < tail {
      if head == layerEnd {
        layers.append(head)
        layerEnd = tail
      }
      let place = Int(unsafe places[unchecked: head])
      let lower = Int(offsets[place])
      let upper = Int(offsets[place + 1])
      var end = head + 1
      while end < tail, (unsafe levels[unchecked: end]) & Self.firstOfKeys == 0 { end += 1 }
      needed = (upper - lower) * (end - head)
      if tail + needed > room { return false }
      let first = tail
      if end == head + 1, head >= startCount {
        let row = Int(unsafe levels[unchecked: head] & Self.levelMask) * DependencyGraph.rowWidth
        for position in lower..<upper {
          let effect = unsafe effects[unchecked: row + Int(tables[unchecked: position])]
          let dependent = unsafe dependents[unchecked: position]
          if effect <= UInt8(truncatingIfNeeded: unsafe words[unchecked: Int(dependent)] & 15) { continue }
          let isAlike = tail > first && (unsafe places[unchecked: tail - 1]) == dependent
          unsafe places[unchecked: tail] = dependent
          unsafe previous[unchecked: tail] = UInt32(truncatingIfNeeded: head)
          unsafe slots[unchecked: tail] = UInt32(truncatingIfNeeded: position)
          unsafe levels[unchecked: tail] = isAlike ? effect : effect | Self.firstOfKeys
          unsafe words[unchecked: Int(dependent)] = UInt32(truncatingIfNeeded: tail) << 4 | UInt32(effect)
          tail += 1
        }
      } else {
        let repoints = head < startCount && replaced.contains(UInt32(place))
        var position = lower
        while position < upper {
          let dependent = dependents[position]
          var runEnd = position + 1
          while runEnd < upper, dependents[runEnd] == dependent { runEnd += 1 }
          for step in head..<end {
            let row = Int(levels[step] & Self.levelMask) * DependencyGraph.rowWidth
            for slot in position..<runEnd {
              var effect = effects[row + Int(tables[slot])]
              if repoints, effect == ImpactLevel.broken { effect = ImpactLevel.repoint }
              if effect <= UInt8(truncatingIfNeeded: words[Int(dependent)] & 15) { continue }
              let isAlike = tail > first && places[tail - 1] == dependent
              places[tail] = dependent
              previous[tail] = UInt32(truncatingIfNeeded: step)
              slots[tail] = UInt32(truncatingIfNeeded: slot)
              levels[tail] = isAlike ? effect : effect | Self.firstOfKeys
              words[Int(dependent)] = UInt32(truncatingIfNeeded: tail) << 4 | UInt32(effect)
              tail += 1
            }
          }
          position = runEnd
        }
      }
      head = end
    }
    return true
  }

  // MARK: What came of it

  func place(of step: Int) -> Int { Int(memory.places[step]) }
  func level(of step: Int) -> UInt8 { memory.levels[step] & Self.levelMask }

  /// Whether a step gives its node the level that stays. A node gets each level once only.
  func isFinal(_ step: Int) -> Bool { memory.words[place(of: step)] >> 4 == UInt32(step) }

  /// How many nodes got each level behind the starts, and the steps that gave it: worst first, then by distance and key.
  mutating func affected() -> (order: [UInt32], counts: [Int]) {
    let bounds = layers + [count]
    let levels = Int(ImpactLevel.retired)
    var sizes = [Int](repeating: 0, count: levels * layers.count)
    for layer in layers.indices.dropFirst() {
      for step in bounds[layer]..<bounds[layer + 1] where isFinal(step) {
        sizes[Int(level(of: step)) * layers.count + layer] += 1
      }
    }
    var counts = [Int](repeating: 0, count: levels)
    var begins = sizes
    var total = 0
    for level in (0..<levels).reversed() {
      for layer in layers.indices {
        let number = level * layers.count + layer
        begins[number] = total
        total += sizes[number]
        counts[level] += sizes[number]
      }
    }
    var keys: [UInt64] = []
    swap(&keys, &memory.keys)
    defer { swap(&keys, &memory.keys) }
    if keys.count < total { keys += repeatElement(0, count: total - keys.count) }
    var next = begins
    for layer in layers.indices.dropFirst() {
      for step in bounds[layer]..<bounds[layer + 1] where isFinal(step) {
        let number = Int(level(of: step)) * layers.count + layer
        keys[next[number]] = UInt64(memory.places[step]) << 32 | UInt64(step)
        next[number] += 1
      }
    }
    for (begin, size) in zip(begins, sizes) where size > 1 {
      memory.sorter.sort(&keys, begin..<begin + size, below: graph.nodes.count)
    }
    return (keys[..<total].map { UInt32(truncatingIfNeeded: $0) }, counts)
  }

  /// The steps in columns.
  func steps() -> ImpactSteps {
    ImpactSteps(
      places: Array(memory.places[..<count]), slots: Array(memory.slots[..<count]),
      previous: Array(memory.previous[..<count]), levels: Array(memory.levels[..<count]), layers: layers,
      packed: graph)
  }

  /// Gives the memory back, wiped out for the next run.
  mutating func returnMemory() -> PropagationMemory {
    for step in 0..<count { memory.words[Int(memory.places[step])] = 0 }
    // Taken out, not copied: the next one to write must be alone with it.
    var returned = PropagationMemory(nodes: 0)
    swap(&returned, &memory)
    return returned
  }
}
