import CypherSemantics
import GraphModel

/// How far each state of a search is from its start, counted in relationships of the shortest walk to it, found in
/// order of distance and only as far as asked.
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
  /// States by their distance that are still to be walked on from.
  private var waiting: [[State]] = []
  private var matches = BodyMatches()
  /// Nodes where a whole path can end, in order of distance.
  private(set) var ends: [(node: NodeIndex, distance: Int)] = []
  /// All states up to this distance are known.
  private(set) var level = 0

  init(_ program: SearchProgram) { self.program = program }

  /// Whether all states are known.
  var isComplete: Bool { level >= waiting.count }

  mutating func begin(at node: NodeIndex, row: Int, of batch: RowBatch) throws(EvaluationError) {
    for index in touched { heads[index] = -1 }
    touched.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    waiting.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    level = 0
    let size = program.run.context.graph.nodeNumberBound * (program.parts.count + 1)
    if heads.count < size { heads += [Int32](repeating: -1, count: size - heads.count) }
    try enter(node, part: 0, count: 0, distance: 0, row: row, of: batch)
  }

  /// Walks on from all states of the next distance.
  mutating func advance(row: Int, of batch: RowBatch) throws(EvaluationError) {
    guard !isComplete else { return }
    let states = waiting[level]
    waiting[level] = []
    for state in states {
      let part = Int(state.part)
      matches.removeAll()
      try program.parts[part].forward.appendMatches(from: state.node, row: row, of: batch, to: &matches) { _, _ in true
      }
      let length = program.parts[part].forward.length
      for number in 0..<matches.count {
        try enter(
          matches.nodes[(number + 1) * length - 1], part: part,
          count: program.bounds[part].capped(Int(state.count) + 1), distance: level + length, row: row, of: batch)
      }
      try program.run.budget.check()
    }
    try program.run.budget.noteRows(entries.count)
    level += 1
  }

  private mutating func enter(
    _ node: NodeIndex, part: Int, count: Int, distance: Int, row: Int, of batch: RowBatch
  ) throws(EvaluationError) {
    let head = Int(node.raw) * (program.parts.count + 1) + part
    let isLast = part == program.parts.count
    let lower = isLast ? 0 : program.bounds[part].lower
    var entry = heads[head]
    while entry >= 0 {
      let known = Int(entries[Int(entry)].count)
      if known == count || (known >= lower && known < count) { return }
      entry = entries[Int(entry)].next
    }
    if count == 0, !(try program.allows(node, atJoint: part, row: row, of: batch)) { return }
    if heads[head] < 0 { touched.append(head) }
    entries.append(Entry(count: Int32(clamping: count), distance: Int32(clamping: distance), next: heads[head]))
    heads[head] = Int32(entries.count - 1)
    if isLast {
      ends.append((node, distance))
      return
    }
    if program.bounds[part].allowsMore(count) {
      while waiting.count <= distance { waiting.append([]) }
      waiting[distance].append(State(node: node, part: Int32(part), count: Int32(clamping: count)))
    }
    if program.bounds[part].mayEnd(count) {
      try enter(node, part: part + 1, count: 0, distance: distance, row: row, of: batch)
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
