/// Back to the start: in both directions a walk out and back over one relationship is no path.
extension ReachSearch {
  /// Keeps the start from being reached while the search goes on.
  func expandGuarding(_ start: NodeIndex) {
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
  func expandBranching(to end: Int) {
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
    tail += 1
    guarded = nil
  }

  func unguard() {
    guard let start = guarded else { return }
    unsafe memory.seen[Int(start >> 6)] &= ~(1 &<< UInt64(start & 63))
    guarded = nil
  }
}
