import GraphModel
import GraphWorkspace

/// Measures the questions, and what else the product does, on one database.
struct BenchmarkRun {
  let database: String
  let parameters: BenchmarkParameters
  /// Names of what is to be measured; empty for everything.
  var only: Set<String> = []
  /// The program whose session is asked too; `nil`: none.
  var sessionProgram: String?
  var beside: [BesideProgram] = []
  /// Does everything once: the times tell little, the answers all.
  var isQuick = false

  func measure(progress: (String) -> Void) throws -> BenchmarkResults {
    let workspace = GraphWorkspace(database: database)
    let graph = try workspace.graph()
    var results = BenchmarkResults(
      nodes: graph.snapshot.nodeCount, relationships: graph.snapshot.relationshipCount)
    if isWanted("open") {
      progress("open")
      // A workspace of its own each time: nothing of an earlier run helps.
      results.tasks["open"] = try Measurement.measure(isQuick: isQuick) {
        String(try GraphWorkspace(database: database).graph().snapshot.nodeCount)
      }
    }
    try measureLedger(into: &results, progress)
    try measureImpact(workspace, graph, into: &results, progress)
    for question in BenchmarkQuestion.all(parameters) where isWanted(question.name) {
      progress(question.name)
      let prepared = try workspace.prepare(question.text)
      results.queries[question.name] = try Measurement.measure(parts: question.parameters.count, isQuick: isQuick) {
        question.answer(try question.parameters.map { try prepared.answer($0) })
      }
    }
    try measureSession(into: &results, progress)
    for other in beside {
      progress(other.name)
      results.beside[other.name] = try other.measure()
    }
    results.peakMemoryBytes = ProcessClock.peakMemory
    results.fileBytes = try? Int(workspace.info().fileSize)
    return results
  }

  private func measureLedger(into results: inout BenchmarkResults, _ progress: (String) -> Void) throws {
    let tasks = LedgerTasks(database: database, parameters: parameters, isQuick: isQuick)
    for (name, measure) in [
      (LedgerTasks.openWithoutMap, tasks.measureOpening), (LedgerTasks.save, tasks.measureSaving),
      (LedgerTasks.change, tasks.measureChange),
    ] where isWanted(name) {
      progress(name)
      results.tasks[name] = try measure()
    }
  }

  private func measureSession(into results: inout BenchmarkResults, _ progress: (String) -> Void) throws {
    guard let sessionProgram else { return }
    let run = SessionRun(session: try SessionProcess(program: sessionProgram, database: database), isQuick: isQuick)
    for question in BenchmarkQuestion.all(parameters) where isWanted(question.name) {
      progress("session \(question.name)")
      results.session[question.name] = try run.measure(question)
    }
  }

  /// The impact of the hot document with chains and owners, beside a plain search over the same relationships.
  private func measureImpact(
    _ workspace: GraphWorkspace, _ graph: GraphView, into results: inout BenchmarkResults, _ progress: (String) -> Void
  ) throws {
    if isWanted("search hot") || isWanted("search typical"),
      let hot = graph.snapshot.node(withKey: parameters.hot.key),
      let typical = graph.snapshot.node(withKey: parameters.typ.key)
    {
      progress("search hot")
      let dependencies = Set(CountryType.allCases.filter(\.isDependency).map(\.rawValue))
      let adjacency = PlainAdjacency(graph, types: dependencies, isEitherWay: false)
      let items = graph.symbols.label(CountryKind.designItem.name).map(graph.snapshot.nodeRanges(withLabel:)) ?? []
      var scratch = adjacency.makeScratch()
      results.tasks["search hot"] = Measurement.measure(isQuick: isQuick) {
        String(adjacency.reachedCount(from: hot, in: items, &scratch))
      }
      results.tasks["search typical"] = Measurement.measure(isQuick: isQuick) {
        String(adjacency.reachedCount(from: typical, in: items, &scratch))
      }
    }
    for (name, subject) in [("impact hot", parameters.hot), ("impact typical", parameters.typ)] where isWanted(name) {
      progress(name)
      results.tasks[name] = try Measurement.measure(isQuick: isQuick) {
        String(try workspace.impact(ImpactRequest(retired: [subject.key])).affectedCount)
      }
    }
    if isWanted("impact hot as JSON") {
      progress("impact hot as JSON")
      results.tasks["impact hot as JSON"] = try Measurement.measure(isQuick: isQuick) {
        String(try workspace.impact(ImpactRequest(retired: [parameters.hot.key])).json(in: .english).count)
      }
    }
    if isWanted("impact ranking") {
      progress("impact ranking")
      results.tasks["impact ranking"] = try Measurement.measure(isQuick: isQuick) {
        let rows = try workspace.impactRanking(kind: CountryKind.document.name).table.rows
        return rows.map { "\($0[0].plainText ?? "")/\($0[3].plainText ?? "")" }.first ?? ""
      }
    }
  }

  private func isWanted(_ name: String) -> Bool {
    only.isEmpty || only.contains(name) || name == LedgerTasks.change && only.contains(LedgerTasks.changeAlias)
  }
}
