import CypherSemantics
import GraphModel

/// How far each state of a search is from its start, counted in relationships of the shortest walk to it, found in
/// order of distance and only as far as asked.
///
/// - Source: Dial, "Algorithm 360: Shortest-path forest with topological ordering", CACM 12, 1969, for the buckets.
///
/// Of the numbers of repetitions that allow the part to end, one is kept only if no lower one is as near.
struct SearchDistances {
  private struct Entry {
    var count: Int32
    var distance: Int32
    var next: Int32
  }

  private struct State {
    var node: NodeIndex
    var part: Int32
    var count: Int32
  }

  private var program: SearchProgram
  /// The first entry of each node in each part, and behind the last; a node's are together.
  private var heads: [Int32] = []
  private var touched: [Int] = []
  private var entries: [Entry] = []
  /// States by a distance at which they can be reached; a state may stand there several times.
  private var waiting: [[State]] = []
  /// States of the distance being worked on.
  private var settled: [State] = []
  private var matches = BodyMatches()
  /// Nodes where a whole path can end, in order of distance.
  private(set) var ends: [(node: NodeIndex, distance: Int)] = []
  /// All states nearer than this are known.
  private(set) var level = 0

  init(_ program: SearchProgram) { self.program = program }

  /// Whether all states are known.
  var isComplete: Bool { level >= waiting.count }

  mutating func begin(at node: NodeIndex) {
    for index in touched { heads[index] = -1 }
    touched.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    level = 0
    let size = program.run.graph.nodeNumberBound * (program.parts.count + 1)
    if heads.count < size { heads += [Int32](repeating: -1, count: size - heads.count) }
    propose(State(node: node, part: 0, count: 0), distance: 0)
  }

  /// Makes the states of the next distance known, and walks on from them.
  mutating func advance(row: Int, of batch: RowBatch) throws(EvaluationError) {
    guard !isComplete else { return }
    let states = waiting[level]
    waiting[level] = []
    for state in states { try settle(state, row: row, of: batch) }
    for state in settled {
      let part = Int(state.part)
      matches.removeAll()
      try program.parts[part].forward.appendMatches(from: state.node, row: row, of: batch, to: &matches) { _, _ in true
      }
      let length = program.parts[part].forward.length
      for number in 0..<matches.count {
        let count = program.bounds[part].capped(Int(state.count) + 1)
        propose(
          State(
            node: matches.nodes[(number + 1) * length - 1], part: state.part, count: Int32(clamping: count)),
          distance: level + length)
      }
      try program.run.budget.check()
    }
    settled.removeAll(keepingCapacity: true)
    try program.run.budget.requireRoom(
      entries.count * MemoryLayout<Entry>.stride + heads.count * MemoryLayout<Int32>.stride)
    level += 1
  }

  private mutating func propose(_ state: State, distance: Int) {
    if isDominated(state) { return }
    while waiting.count <= distance { waiting.append([]) }
    waiting[distance].append(state)
  }

  /// Whether the same state is known already, or a better one for all that follows.
  private func isDominated(_ state: State) -> Bool {
    let part = Int(state.part)
    let lower = part == program.parts.count ? 0 : program.bounds[part].lower
    var entry = heads[head(of: state)]
    while entry >= 0 {
      let known = entries[Int(entry)].count
      if known == state.count || (known >= lower && known < state.count) { return true }
      entry = entries[Int(entry)].next
    }
    return false
  }

  private func head(of state: State) -> Int { Int(state.node.raw) * (program.parts.count + 1) + Int(state.part) }

  private mutating func settle(_ state: State, row: Int, of batch: RowBatch) throws(EvaluationError) {
    if isDominated(state) { return }
    let part = Int(state.part)
    if state.count == 0, !(try program.allows(state.node, atJoint: part, row: row, of: batch)) { return }
    let head = head(of: state)
    if heads[head] < 0 { touched.append(head) }
    entries.append(Entry(count: state.count, distance: Int32(clamping: level), next: heads[head]))
    heads[head] = Int32(entries.count - 1)
    guard part < program.parts.count else { return ends.append((state.node, level)) }
    if program.bounds[part].allowsMore(Int(state.count)) { settled.append(state) }
    if program.bounds[part].mayEnd(Int(state.count)) {
      try settle(State(node: state.node, part: state.part + 1, count: 0), row: row, of: batch)
    }
  }

  /// How far it is to a node in a part of which so many repetitions follow; `nil` if no walk leads there.
  func distance(to node: NodeIndex, part: Int, following: Int) -> Int? {
    let bounds = program.bounds[part]
    var best: Int32?
    var entry = heads[Int(node.raw) * (program.parts.count + 1) + part]
    while entry >= 0 {
      let known = entries[Int(entry)]
      let fits =
        bounds.upper == nil && Int(known.count) == bounds.lower || bounds.mayEnd(Int(known.count) + following)
      if fits, known.distance < best ?? .max { best = known.distance }
      entry = known.next
    }
    return best.map { Int($0) }
  }

  /// Whether a part can begin at a node.
  func begins(_ part: Int, at node: NodeIndex) -> Bool {
    var entry = heads[Int(node.raw) * (program.parts.count + 1) + part]
    while entry >= 0 {
      if entries[Int(entry)].count == 0 { return true }
      entry = entries[Int(entry)].next
    }
    return false
  }
}
