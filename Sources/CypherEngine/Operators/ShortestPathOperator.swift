import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row the shortest path between two nodes, or all of the shortest: breadth first from both ends where
/// one path will do, from the start where all are asked for.
final class ShortestPathOperator: PhysicalOperator {
  private let run: QueryRun
  private let input: any PhysicalOperator
  private let search: LogicalPlan.ShortestPath
  private let direction: TraversalDirection
  private let conditions: StepConditions

  init(run: QueryRun, input: any PhysicalOperator, search: LogicalPlan.ShortestPath) {
    self.run = run
    self.input = input
    self.search = search
    direction = TraversalDirection(search.direction)
    conditions = StepConditions(run: run, conditions: search.stepConditions, local: search.stepLocal)
  }

  func next() throws(EvaluationError) -> RowBatch? {
    guard let batch = try input.next() else { return nil }
    var rows: [Int32] = []
    var lists: [Value] = []
    for row in 0..<batch.count {
      guard let from = batch[search.from].node(at: row), let to = batch[search.to].node(at: row) else { continue }
      for path in try paths(from: from, to: to, row: row, of: batch) {
        rows.append(Int32(row))
        lists.append(.list(path.map { .relationship($0) }))
      }
    }
    var output = batch.gathering(rows)
    output[search.relationships] = .values(lists)
    return output
  }

  func reset() { input.reset() }

  private func paths(
    from: NodeIndex, to: NodeIndex, row: Int, of batch: RowBatch
  ) throws(EvaluationError) -> [[RelationshipIndex]] {
    if search.length.lower == 0, from == to { return [[]] }
    // Between a node and itself there is no shortest path but the empty one.
    guard from != to, search.length.upper != 0 else { return [] }
    let types = run.types(search.types)
    let neighbours = { [self] (node: NodeIndex, direction: TraversalDirection) throws(EvaluationError) -> [Neighbour] in
      var found: [Neighbour] = []
      run.context.graph.appendRelationships(of: node, direction, types: types, to: &found)
      guard !search.stepConditions.isEmpty else { return found }
      var kept: [Neighbour] = []
      for neighbour in found where try conditions.allow(neighbour.relationship, row: row, of: batch) {
        kept.append(neighbour)
      }
      return kept
    }
    if search.isAll || search.length.lower > 1 {
      return try LayeredSearch(run: run, direction: direction, length: search.length, neighbours: neighbours)
        .paths(from: from, to: to, isAll: search.isAll)
    }
    let one = try BidirectionalSearch(
      run: run, direction: direction, upper: search.length.upper, neighbours: neighbours
    )
    .path(from: from, to: to)
    return one.map { [$0] } ?? []
  }
}

/// One shortest path, searched for from both ends, the smaller frontier first.
private struct BidirectionalSearch {
  typealias Neighbours = (NodeIndex, TraversalDirection) throws(EvaluationError) -> [Neighbour]

  let run: QueryRun
  let direction: TraversalDirection
  let upper: Int?
  let neighbours: Neighbours

  private struct Side {
    /// How each node was reached: over which relationship, from where; the root has none.
    var parents: [NodeIndex: Neighbour?]
    var frontier: [NodeIndex]
    let direction: TraversalDirection

    init(root: NodeIndex, direction: TraversalDirection) {
      parents = [root: nil]
      frontier = [root]
      self.direction = direction
    }

    func relationships(to node: NodeIndex) -> [RelationshipIndex] {
      var relationships: [RelationshipIndex] = []
      var current = node
      while let parent = parents[current] ?? nil {
        relationships.append(parent.relationship)
        current = parent.node
      }
      return relationships
    }
  }

  func path(from: NodeIndex, to: NodeIndex) throws(EvaluationError) -> [RelationshipIndex]? {
    var forward = Side(root: from, direction: direction)
    var backward = Side(root: to, direction: direction.reversed)
    var depth = 0
    while !forward.frontier.isEmpty, !backward.frontier.isEmpty, depth < upper ?? .max {
      depth += 1
      let meeting: NodeIndex?
      if forward.frontier.count <= backward.frontier.count {
        meeting = try advance(&forward, until: backward)
      } else {
        meeting = try advance(&backward, until: forward)
      }
      try run.budget.check()
      if let meeting {
        return forward.relationships(to: meeting).reversed() + backward.relationships(to: meeting)
      }
    }
    return nil
  }

  private func advance(_ side: inout Side, until other: Side) throws(EvaluationError) -> NodeIndex? {
    var following: [NodeIndex] = []
    for node in side.frontier {
      try run.budget.check()
      for neighbour in try neighbours(node, side.direction) where side.parents[neighbour.node] == nil {
        side.parents[neighbour.node] = .some(Neighbour(neighbour.relationship, node))
        if other.parents[neighbour.node] != nil { return neighbour.node }
        following.append(neighbour.node)
      }
    }
    side.frontier = following
    return nil
  }
}

/// All shortest paths: layers from the start, then every way back.
private struct LayeredSearch {
  let run: QueryRun
  let direction: TraversalDirection
  let length: BoundPattern.Length
  let neighbours: BidirectionalSearch.Neighbours

  func paths(from: NodeIndex, to: NodeIndex, isAll: Bool) throws(EvaluationError) -> [[RelationshipIndex]] {
    var depths = [from: 0]
    var parents: [NodeIndex: [Neighbour]] = [:]
    var frontier = [from]
    var depth = 0
    while !frontier.isEmpty, depth < length.upper ?? .max, depths[to] == nil {
      depth += 1
      var following: [NodeIndex] = []
      for node in frontier {
        try run.budget.check()
        for neighbour in try neighbours(node, direction) {
          if let known = depths[neighbour.node] {
            if known == depth { parents[neighbour.node, default: []].append(Neighbour(neighbour.relationship, node)) }
            continue
          }
          depths[neighbour.node] = depth
          parents[neighbour.node] = [Neighbour(neighbour.relationship, node)]
          following.append(neighbour.node)
        }
      }
      try run.budget.check()
      frontier = following
    }
    guard let distance = depths[to], distance >= length.lower else { return [] }
    var paths: [[RelationshipIndex]] = []
    try collect(to: to, from: from, parents: parents, tail: [], isAll: isAll, into: &paths)
    return paths
  }

  private func collect(
    to node: NodeIndex, from: NodeIndex, parents: [NodeIndex: [Neighbour]], tail: [RelationshipIndex], isAll: Bool,
    into paths: inout [[RelationshipIndex]]
  ) throws(EvaluationError) {
    if node == from {
      paths.append(tail.reversed())
      try run.budget.check()
      try run.budget.requireRoom(paths.count * (ValueFootprint.allocation + ValueFootprint.stride * tail.count))
      return
    }
    for parent in parents[node] ?? [] {
      if !isAll, !paths.isEmpty { return }
      try collect(
        to: parent.node, from: from, parents: parents, tail: tail + [parent.relationship], isAll: isAll, into: &paths)
    }
  }
}

extension TraversalDirection {
  fileprivate var reversed: TraversalDirection {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}
