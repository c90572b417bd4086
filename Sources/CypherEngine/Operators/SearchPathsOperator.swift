import CypherSemantics
import CypherSyntax
import GraphModel

/// For each input row the wanted ones among the paths from a node: to one node, or to every node that paths reach.
final class SearchPathsOperator: RowExpandingOperator {
  private let run: QueryRun
  let input: any PhysicalOperator
  private let plan: LogicalPlan.SearchPaths
  private let search: PathSearch
  private let program: SearchProgram
  private let reader: FoundPathReader
  private let canMeetInTheMiddle: Bool
  private var distances: SearchDistances
  var batch: RowBatch?
  var row = 0
  /// The end of the paths being put together, by its number among the ends found.
  private var end = 0
  private var enumeration: PathEnumeration?
  /// A path found from both sides.
  private var met: FoundPath?
  private var given = 0
  private var groupLength: Int?
  /// Whether all paths as long as the shortest walk to the end are given.
  private var isBeyondShortest = false
  /// Whether the one end that was asked for is done.
  private var isDone = false

  init(run: QueryRun, input: any PhysicalOperator, plan: LogicalPlan.SearchPaths) {
    self.run = run
    self.input = input
    self.plan = plan
    search = plan.search
    program = SearchProgram(run: run, plan: plan)
    distances = SearchDistances(program)
    reader = FoundPathReader(search: plan.search)
    canMeetInTheMiddle =
      plan.isInto && search.choice == .paths(1) && search.pathConditions.isEmpty && program.parts.count == 1
      && program.parts[0].forward.length == 1 && program.bounds[0].lower <= 1
      && search.joints.allSatisfy(\.conditions.isEmpty)
  }

  func beginRow() throws(EvaluationError) {
    end = 0
    enumeration = nil
    met = nil
    isDone = false
    guard let batch, row < batch.count else { return }
    guard let start = batch[plan.from].node(at: row) else { return }
    if plan.isInto {
      guard let wanted = batch[plan.to].node(at: row) else { return }
      if canMeetInTheMiddle, start != wanted {
        guard try allowsEnds(start, wanted) else { return }
        met = try BidirectionalSearch(run: run, part: program.parts[0], bounds: program.bounds[0]).path(
          from: start, to: wanted, row: row, of: batch)
        return
      }
    }
    distances.begin(at: start)
  }

  func fill() throws(EvaluationError) -> RowBatch? {
    guard let batch else { return nil }
    var output = Output(count: search.outputs.count)
    while row < batch.count, output.rows.count < run.batchCapacity {
      guard let path = try nextPath(of: batch) else {
        row += 1
        try beginRow()
        continue
      }
      give(path, to: &output)
      try run.budget.check()
    }
    guard !output.rows.isEmpty else { return nil }
    var result = batch.gathering(output.rows)
    if !plan.isInto { result[plan.to] = .nodes(output.ends) }
    for (slot, values) in zip(search.outputs, output.values) { result[slot] = .values(values) }
    return result
  }

  // MARK: Paths

  /// The next wanted path of the current row.
  private func nextPath(of batch: RowBatch) throws(EvaluationError) -> FoundPath? {
    if let path = met {
      met = nil
      return path
    }
    guard let start = batch[plan.from].node(at: row) else { return nil }
    let wanted = plan.isInto ? batch[plan.to].node(at: row) : nil
    if isDone || (plan.isInto && (wanted == nil || (canMeetInTheMiddle && wanted != start))) { return nil }
    while true {
      if enumeration == nil, try !beginEnd(start, wanted: wanted, of: batch) { return nil }
      if let path = try nextToEnd(of: batch) { return path }
      enumeration = nil
      end += 1
      isDone = plan.isInto
      if isDone { return nil }
    }
  }

  /// Goes to the next end of paths that is allowed.
  private func beginEnd(
    _ start: NodeIndex, wanted: NodeIndex?, of batch: RowBatch
  ) throws(EvaluationError) -> Bool {
    while true {
      while end >= distances.ends.count {
        if distances.isComplete { return false }
        try distances.advance(row: row, of: batch)
      }
      let (node, distance) = distances.ends[end]
      if wanted == nil || wanted == node, search.allowsCycles || node != start || distance == 0,
        try allowsEnds(start, node)
      {
        given = 0
        groupLength = nil
        isBeyondShortest = false
        enumeration = PathEnumeration(
          program, mode: search.mode, from: start, to: node, distance: distance, isShortestAlone: true)
        return true
      }
      end += 1
    }
  }

  private func allowsEnds(_ from: NodeIndex, _ to: NodeIndex) throws(EvaluationError) -> Bool {
    guard let batch, !search.endConditions.isEmpty else { return true }
    let (first, last) = plan.isReversed ? (to, from) : (from, to)
    run.locals[search.joints[0].local.number] = .node(first)
    run.locals[search.joints[search.joints.count - 1].local.number] = .node(last)
    return try program.holds(search.endConditions, row: row, of: batch)
  }

  /// The next wanted path to the current end.
  private func nextToEnd(of batch: RowBatch) throws(EvaluationError) -> FoundPath? {
    while !isSated {
      guard var path = try takeNext(of: batch) else { return nil }
      if plan.isReversed {
        path.nodes.reverse()
        path.relationships.reverse()
        path.counts.reverse()
      }
      if !search.pathConditions.isEmpty {
        reader.setLocals(path, run: run)
        guard try program.holds(search.pathConditions, row: row, of: batch) else { continue }
      }
      switch search.choice {
      case .paths: given += 1
      case .groups(let wanted):
        if groupLength != path.relationships.count {
          given += 1
          groupLength = path.relationships.count
        }
        if given > wanted { return nil }
      }
      return path
    }
    return nil
  }

  private var isSated: Bool {
    switch search.choice {
    case .paths(let wanted): given >= wanted
    case .groups: false
    }
  }

  /// The next path in order of length. The shortest walks need no distances beyond the end's; what is longer needs all.
  private func takeNext(of batch: RowBatch) throws(EvaluationError) -> FoundPath? {
    let shortest = distances.ends[end].distance
    if !isBeyondShortest {
      while !distances.isComplete, distances.level <= shortest { try distances.advance(row: row, of: batch) }
      if let path = try enumeration?.next(distances, limit: shortest, row: row, of: batch) { return path }
      isBeyondShortest = true
      if search.choice == .groups(given) { return nil }
      while !distances.isComplete { try distances.advance(row: row, of: batch) }
      let start = batch[plan.from].node(at: row) ?? distances.ends[end].node
      enumeration = PathEnumeration(
        program, mode: search.mode, from: start, to: distances.ends[end].node, distance: shortest,
        isShortestAlone: false)
    }
    let limit = search.choice == .groups(given) ? groupLength : nil
    while let path = try enumeration?.next(distances, limit: limit, row: row, of: batch) {
      // Those of the shortest length were given before.
      if path.relationships.count > shortest { return path }
    }
    return nil
  }

  // MARK: Rows

  private struct Output {
    var rows: [Int32] = []
    var ends: [NodeIndex] = []
    /// By output slot.
    var values: [[Value]]

    init(count: Int) { values = [[Value]](repeating: [], count: count) }
  }

  private func give(_ path: FoundPath, to output: inout Output) {
    output.rows.append(Int32(row))
    output.ends.append(plan.isReversed ? path.nodes[0] : path.nodes[path.nodes.count - 1])
    let offsets = reader.offsets(of: path)
    var number = 0
    func add(_ value: Value) {
      output.values[number].append(value)
      number += 1
    }
    for (joint, offset) in zip(search.joints, offsets).dropFirst().dropLast() where joint.slot != nil {
      add(.node(path.nodes[offset]))
    }
    for (part, pattern) in search.parts.enumerated() {
      add(reader.relationships(ofPart: part, of: path, offsets))
      for (_, position) in pattern.body.groups { add(reader.list(at: position, ofPart: part, of: path, offsets)) }
    }
  }
}
