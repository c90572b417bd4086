import CypherEngine
import CypherSemantics
import CypherSyntax
import Diagnostics
import GraphModel
import Temporals

/// Takes one query through parse, bind, plan and run, and looks for what must not be.
struct QueryCheck {
  /// How far a query came.
  enum Stage: Int, CaseIterable {
    case refusedByParser, refusedByBinder, failedInRun, cut, answered
  }

  private let graphs: [GraphView]
  private let fingerprints: [Int]
  private let budget: QueryBudget
  private let moment: ZonedDateTime
  private let clock = ContinuousClock()
  private(set) var findings: [Finding] = []

  init(budget: QueryBudget = QueryBudget(seconds: 0.05, rows: 200, memory: 4 << 20)) {
    graphs = [FuzzGraph(hasOverlay: false).graph, FuzzGraph(hasOverlay: true).graph]
    fingerprints = graphs.map(FuzzGraph.fingerprint)
    self.budget = budget
    let local = LocalDateTime(date: CalendarDate(daysSinceEpoch: 20_000), time: LocalTime(nanosecondOfDay: 1))
    moment = ZonedDateTime(local: local, offsetSeconds: 7200)
  }

  /// - Parameters:
  ///   - number: decides on which graph the query runs and which of the dearer checks are made.
  mutating func check(_ text: String, number: Int) -> Stage {
    let source = SourceText(name: "query", text: text)
    let parsed = QueryParser.parse(source)
    if !parsed.diagnostics.isEmpty {
      checkPlaces(of: parsed.diagnostics, in: source, text, number: number)
      if parsed.diagnostics.contains(where: { $0.severity == .error }) { return .refusedByParser }
    }
    checkPrinting(of: parsed, text, comparesTrees: number & 63 == 0)
    let graph = graphs[number & 1]
    do {
      let query = try PreparedQuery(source, for: graph)
      checkPlaces(of: query.warnings, in: source, text, number: number)
      return checkRun(of: query, on: graph, text, number: number)
    } catch {
      checkPlaces(of: error.diagnostics, in: source, text, number: number)
      return .refusedByBinder
    }
  }

  private mutating func add(_ check: Finding.Check, _ query: String, _ detail: String) {
    findings.append(Finding(check: check, query: query, detail: detail))
  }

  mutating func takeFindings() -> [Finding] {
    defer { findings = [] }
    return findings
  }

  // MARK: Texts

  /// Parses a text of which no more is expected than a tree.
  static func parse(_ text: String) { _ = QueryParser.parse(SourceText(name: "query", text: text)) }

  private mutating func checkPrinting(of parsed: ParsedQuery, _ text: String, comparesTrees: Bool) {
    let printed = QueryPrinter.print(parsed.query)
    let again = QueryParser.parse(SourceText(name: "printed", text: printed))
    if let mistake = again.diagnostics.first {
      add(.printing, text, "printed as \(printed)\n\(mistake.rendered())")
    } else if QueryPrinter.print(again.query).utf8.elementsEqual(printed.utf8) == false {
      add(.printing, text, "printed as \(printed)\nthen as \(QueryPrinter.print(again.query))")
    } else if comparesTrees, TreeShape(again.query).text != TreeShape(parsed.query).text {
      add(.printing, text, "another tree from \(printed)")
    }
  }

  private mutating func checkPlaces(
    of diagnostics: [Diagnostic], in source: SourceText, _ text: String, number: Int
  ) {
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for diagnostic in diagnostics {
      if number & 7 == 0 { _ = diagnostic.rendered() }
      guard let place = diagnostic.place else {
        if diagnostic.id != "budget-exceeded" { add(.place, text, "no place: \(diagnostic.rendered())") }
        continue
      }
      let isInside =
        (1...lines.count).contains(place.line)
        && (1...(lines[place.line - 1].count { $0 & 0xC0 != 0x80 } + 1)).contains(place.column)
      if !isInside { add(.place, text, "outside: \(diagnostic.rendered())") }
    }
  }

  // MARK: Runs

  private enum Outcome {
    case answer(QueryOutcome)
    case failure(DiagnosticsError)

    var isCut: Bool {
      switch self {
      case .answer(let outcome): outcome.table.truncation != nil
      case .failure(let error): error.diagnostics.contains { $0.id == "budget-exceeded" }
      }
    }
  }

  private func outcome(of query: PreparedQuery, on graph: GraphView, capacity: Int) -> Outcome {
    do {
      let options = RunOptions(batchCapacity: capacity, statementTime: moment)
      return .answer(try query.run(on: graph, parameters: FuzzGraph.parameters, budget: budget, options: options))
    } catch {
      return .failure(error)
    }
  }

  private mutating func checkRun(of query: PreparedQuery, on graph: GraphView, _ text: String, number: Int) -> Stage {
    let start = clock.now
    let first = outcome(of: query, on: graph, capacity: [1024, 1, 2][number % 3])
    let spent = clock.now - start
    if spent > .seconds(2) { add(.time, text, "took \(spent)") }
    if query.isWriting { checkGraph(after: first, on: graph, text, number: number) }
    switch first {
    case .answer(let answer): checkAnswer(answer, of: query, text)
    case .failure(let error):
      checkPlaces(of: error.diagnostics, in: query.source, text, number: number)
    }
    if first.isCut { return .cut }
    if isRepeatable(text) {
      if number & 3 == 0 {
        compare(first, with: outcome(of: query, on: graph, capacity: [2, 1024, 1][number % 3]), .batchSize, text)
      }
      if number & 3 == 1, !query.isWriting, let plain = try? PreparedQuery(query.source, for: graph, rewrites: .none) {
        compare(first, with: outcome(of: plain, on: graph, capacity: 1024), .rewrites, text)
      }
    }
    if case .failure = first { return .failedInRun }
    return .answered
  }

  /// Whether two runs must give the same.
  private func isRepeatable(_ text: String) -> Bool {
    let lower = text.lowercased()
    return !["rand", "realtime", "profile", "explain"].contains { lower.contains($0) }
  }

  private mutating func checkAnswer(_ answer: QueryOutcome, of query: PreparedQuery, _ text: String) {
    let table = answer.table
    if !table.rows.allSatisfy({ $0.count == table.columns.count }) { add(.answer, text, "rows unlike the columns") }
    if Set(table.columns.map(TextKey.init)).count != table.columns.count { add(.answer, text, "columns with one name") }
    for row in table.rows {
      for value in row { if !isWhole(value, in: table.elements) { add(.answer, text, "an element without its data") } }
    }
  }

  private func isWhole(_ value: Value, in elements: Subgraph) -> Bool {
    switch value {
    case .node(let node): elements.nodes[node] != nil
    case .relationship(let relationship): elements.relationships[relationship] != nil
    case .list(let items): items.allSatisfy { isWhole($0, in: elements) }
    case .map(let map): map.values.allSatisfy { isWhole($0, in: elements) }
    case .path(let path):
      path.nodes.count == path.relationships.count + 1
        && zip(path.relationships, zip(path.nodes, path.nodes.dropFirst())).allSatisfy { step in
          guard let data = elements.relationships[step.0] else { return false }
          return (data.start == step.1.0 && data.end == step.1.1) || (data.start == step.1.1 && data.end == step.1.0)
        }
    default: true
    }
  }

  private mutating func checkGraph(after outcome: Outcome, on graph: GraphView, _ text: String, number: Int) {
    if FuzzGraph.fingerprint(of: graph) != fingerprints[number & 1] { add(.graph, text, "changed the graph given") }
    guard case .answer(let answer) = outcome else { return }
    let after = answer.graph
    _ = after.changes()
    for raw in 0..<UInt32(after.relationshipNumberBound) where !after.isDeleted(RelationshipIndex(raw)) {
      let data = after.data(of: RelationshipIndex(raw))
      if after.isDeleted(data.start) || after.isDeleted(data.end) {
        add(.graph, text, "a relationship to a deleted node")
      }
    }
  }

  private mutating func compare(_ first: Outcome, with second: Outcome, _ check: Finding.Check, _ text: String) {
    if second.isCut { return }
    switch (first, second) {
    case (.answer(let a), .answer(let b)):
      if !isSame(a.table, b.table) {
        if dependsOnOrder(text) { return }
        add(check, text, "\(a.table.rows.count) rows, then \(b.table.rows.count), or other values")
      }
    case (.failure, .failure): return
    case (.answer, .failure(let error)), (.failure(let error), .answer):
      if dependsOnOrder(text) { return }
      add(check, text, "fails only once: \(error.diagnostics.first?.message ?? "")")
    }
  }

  /// Where rows are counted or gathered in the order in which they happen to come, plans may differ.
  private func dependsOnOrder(_ text: String) -> Bool {
    let lower = text.lowercased()
    return ["limit", "skip", "offset", "collect", "shortest", "any ", "exists", "head", "sum", "avg", "stdev"].contains
    {
      lower.contains($0)
    }
  }

  private func isSame(_ a: ResultTable, _ b: ResultTable) -> Bool {
    guard a.rows.count == b.rows.count, a.columns == b.columns else { return false }
    var counts: [[Value]: Int] = [:]
    for row in a.rows { counts[row, default: 0] += 1 }
    for row in b.rows { counts[row, default: 0] -= 1 }
    return counts.values.allSatisfy { $0 == 0 }
  }
}
