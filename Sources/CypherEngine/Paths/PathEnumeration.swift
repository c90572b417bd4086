import CypherSemantics
import CypherSyntax
import GraphModel

/// The paths between the start of a search and one end, in order of length.
///
/// Best first from the end backward: what is still to walk is known exactly for walks, and is a lower bound for paths
/// that repeat nothing. Among the shortest walks a repetition, which is rare there, is looked for when the path is
/// complete; where longer ones are wanted it is at every step, so that a search that finds no more paths ends.
///
/// - Source: Hart, Nilsson, Raphael, "A formal basis for the heuristic determination of minimum cost paths", 1968.
struct PathEnumeration {
  private struct Partial {
    /// The partial path that this one leads on from, nearer to the end; -1 at the end itself.
    var parent: Int32
    var node: NodeIndex
    var part: Int32
    /// Repetitions of the part that follow.
    var count: Int32
    var length: Int32
    /// Where its own repetition stands among the elements; -1 if it only enters a part.
    var match: Int32
  }

  private var program: SearchProgram
  private let mode: PathModeSyntax
  private let start: NodeIndex
  private let shortest: Int
  private let isShortestAlone: Bool
  private var partials: [Partial] = []
  private var relationships: [RelationshipIndex] = []
  private var nodes: [NodeIndex] = []
  /// Partial paths by the length that a path through them has at least, from the shortest walk's on.
  private var waiting: [[Int32]] = []
  private var bucket = 0
  private var matches = BodyMatches()
  /// What any partial path holds: a further repetition that holds none of it needs no comparing with its path.
  private var heldRelationships: Set<RelationshipIndex> = []
  private var heldNodes: Set<NodeIndex> = []
  /// A partial path given and not yet walked on from.
  private var given: Int32?

  /// - Parameter isShortestAlone: whether only paths as long as the shortest walk are wanted; the distances up to there
  ///   must be known then, else all.
  init(
    _ program: SearchProgram, mode: PathModeSyntax, from start: NodeIndex, to end: NodeIndex, distance: Int,
    isShortestAlone: Bool
  ) {
    self.isShortestAlone = isShortestAlone
    self.program = program
    self.mode = mode
    self.start = start
    shortest = distance
    heldNodes = [end]
    add(Partial(parent: -1, node: end, part: Int32(program.parts.count - 1), count: 0, length: 0, match: -1), distance)
  }

  private mutating func add(_ partial: Partial, _ bound: Int) {
    let number = bound - shortest
    while waiting.count <= number { waiting.append([]) }
    partials.append(partial)
    waiting[number].append(Int32(partials.count - 1))
  }

  /// The next path; `nil` after the last.
  /// - Parameter limit: a length above which no more paths are wanted.
  mutating func next(
    _ distances: SearchDistances, limit: Int?, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> FoundPath? {
    if let partial = given {
      given = nil
      try walkOn(from: partial, distances, limit: limit, row: row, of: batch)
    }
    while bucket < waiting.count, shortest + bucket <= limit ?? .max {
      guard let number = waiting[bucket].popLast() else {
        bucket += 1
        continue
      }
      try program.run.budget.check()
      let partial = partials[Int(number)]
      if partial.part == 0, partial.node == start, program.bounds[0].mayEnd(Int(partial.count)),
        distances.begins(0, at: start), let path = path(from: number)
      {
        given = number
        return path
      }
      try walkOn(from: number, distances, limit: limit, row: row, of: batch)
    }
    return nil
  }

  /// Leads a partial path on, nearer to the start.
  private mutating func walkOn(
    from number: Int32, _ distances: SearchDistances, limit: Int?, row: Int, of batch: RowBatch
  ) throws(EvaluationError) {
    let partial = partials[Int(number)]
    let (part, count) = (Int(partial.part), Int(partial.count))
    if part > 0, program.bounds[part].mayEnd(count), distances.begins(part, at: partial.node),
      let rest = distances.distance(to: partial.node, part: part - 1, following: 0)
    {
      add(
        Partial(
          parent: number, node: partial.node, part: Int32(part - 1), count: 0, length: partial.length, match: -1),
        Int(partial.length) + rest)
    }
    guard program.bounds[part].allowsMore(count) else { return }
    matches.removeAll()
    try program.parts[part].backward.appendMatches(from: partial.node, row: row, of: batch, to: &matches) { _, _ in true
    }
    let length = program.parts[part].backward.length
    let following = program.bounds[part].capped(count + 1)
    for match in 0..<matches.count {
      let range = match * length..<(match + 1) * length
      let node = matches.nodes[range.upperBound - 1]
      guard let rest = distances.distance(to: node, part: part, following: following) else { continue }
      let bound = Int(partial.length) + length + rest
      if bound > limit ?? .max { continue }
      if !isShortestAlone, repeats(number, matches, range) { continue }
      let offset = Int32(relationships.count)
      relationships += matches.relationships[range]
      nodes += matches.nodes[range]
      add(
        Partial(
          parent: number, node: node, part: partial.part, count: Int32(clamping: following),
          length: partial.length + Int32(length), match: offset), bound)
    }
    try program.run.budget.requireRoom(
      partials.count * MemoryLayout<Partial>.stride + (nodes.count + relationships.count)
        * MemoryLayout<NodeIndex>.stride)
  }

  /// Whether a further repetition uses again what the partial path holds.
  private mutating func repeats(_ number: Int32, _ matches: BodyMatches, _ range: Range<Int>) -> Bool {
    var isNew = true
    switch mode {
    case .walk: return false
    case .trail:
      for item in matches.relationships[range] where !heldRelationships.insert(item).inserted { isNew = false }
    case .acyclic: for item in matches.nodes[range] where !heldNodes.insert(item).inserted { isNew = false }
    }
    if isNew { return false }
    var current = number
    while current >= 0 {
      let partial = partials[Int(current)]
      if mode == .acyclic, partial.match < 0 || partial.parent < 0, matches.nodes[range].contains(partial.node) {
        return true
      }
      if partial.match >= 0 {
        let own = Int(partial.match)..<Int(partial.match) + program.parts[Int(partial.part)].backward.length
        switch mode {
        case .walk: break
        case .trail:
          for relationship in relationships[own] where matches.relationships[range].contains(relationship) {
            return true
          }
        case .acyclic: for node in nodes[own] where matches.nodes[range].contains(node) { return true }
        }
      }
      current = partial.parent
    }
    return false
  }

  /// The path from the start, in the order of the search; `nil` if it repeats what it must not.
  private func path(from number: Int32) -> FoundPath? {
    var path = FoundPath(nodes: [start], relationships: [], counts: [Int](repeating: 0, count: program.parts.count))
    var current = number
    while current >= 0 {
      let partial = partials[Int(current)]
      if partial.match >= 0 {
        let length = program.parts[Int(partial.part)].backward.length
        let own = Int(partial.match)..<Int(partial.match) + length
        path.relationships += relationships[own].reversed()
        path.nodes += nodes[own.dropLast()].reversed()
        path.nodes.append(partials[Int(partial.parent)].node)
        path.counts[Int(partial.part)] += 1
      }
      current = partial.parent
    }
    switch mode {
    case .walk: return path
    case .trail: return Set(path.relationships).count == path.relationships.count ? path : nil
    case .acyclic: return Set(path.nodes).count == path.nodes.count ? path : nil
    }
  }
}
