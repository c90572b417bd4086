import CypherSemantics
import GraphModel

/// The search where a relationship is asked nothing but its type and direction.
final class PlainReach: NodeReach {
  let isShared: Bool
  private let run: QueryRun
  private let from: Slot
  private let direction: TraversalDirection
  private let types: [TypeName]?
  private let length: BoundPattern.Length
  private let isAcyclic: Bool
  private var found: ReachSearch?
  /// The types' numbers, which several runs may share.
  private var known: (names: NameNumbers, types: [TypeID]?)?

  init(
    run: QueryRun, from: Slot, _ direction: TraversalDirection, types: [TypeName]?, length: BoundPattern.Length,
    isAcyclic: Bool, isShared: Bool
  ) {
    self.run = run
    self.from = from
    self.direction = direction
    self.types = types
    self.length = length
    self.isAcyclic = isAcyclic
    // What a query writes changes the graph between two searches.
    self.isShared = isShared && !run.isWriting
  }

  var count: Int { found?.count ?? 0 }

  func removeAll() {
    if run.isWriting { found = nil } else { found?.removeAll() }
  }

  func rest() { found = nil }

  func search(row: Int, of batch: RowBatch) throws(EvaluationError) {
    let search = found ?? makeSearch()
    found = search
    if isShared {
      search.begin(at: (row..<batch.count).compactMap { batch[from].node(at: $0) })
    } else if let start = batch[from].node(at: row) {
      search.begin(at: [start])
    } else {
      return
    }
    while search.advance() {
      // A step takes its time.
      try run.budget.checkNow()
      try run.budget.requireRoom(search.byteCount)
    }
  }

  private func makeSearch() -> ReachSearch {
    ReachSearch(
      run.graph, direction, types: typeNumbers(), includesStart: length.lower == 0, limit: length.upper,
      isAcyclic: isAcyclic)
  }

  private func typeNumbers() -> [TypeID]? {
    // What a query writes may bring new types.
    if run.isWriting { return run.types(types) }
    let names = run.numbers
    if let known, known.names === names { return known.types }
    let numbers = run.types(types)
    known = (names, numbers)
    return numbers
  }

  func append(_ places: Range<Int>, to nodes: inout [NodeIndex]) { found?.append(places, to: &nodes) }

  func reaches(_ node: NodeIndex) -> Bool { found?.contains(node) ?? false }

  func count(from place: Int, _ ends: CountedEnds) throws(EvaluationError) -> Int {
    guard let found else { return 0 }
    if let count = try ends.count(in: found, from: place) { return count }
    return try ends.count(among: self, from: place)
  }
}
