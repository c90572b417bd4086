import CypherSemantics
import Diagnostics
import Governance
import GraphModel
import ImpactAnalysis
import Temporals

/// One call of a procedure of impacts: its arguments read, its rows made.
struct ImpactCall {
  let context: EvaluationContext
  let impact: GovernanceImpact
  private let resolver: NodeResolver

  init(_ context: EvaluationContext, _ memory: ImpactMemory) {
    self.context = context
    impact = memory.impact(of: context.graph, on: context.validOn ?? context.statementTime.local.date)
    resolver = NodeResolver(context.graph)
  }

  // MARK: Arguments

  /// The nodes of a list of keys, names and nodes.
  func nodes(_ value: Value) throws(EvaluationError) -> [NodeIndex] {
    guard case .list(let items) = value else { throw .argumentOfImpact("a list of keys, names or nodes", value) }
    var nodes: [NodeIndex] = []
    for item in items {
      try context.budget.check()
      nodes.append(try node(item))
    }
    return nodes
  }

  /// The node of a key, a name or a node.
  func node(_ value: Value) throws(EvaluationError) -> NodeIndex {
    switch value {
    case .node(let node):
      try context.requireLive(node)
      return node
    case .string(let text):
      do throws(Diagnostic) { return try resolver.requiredNode(text) } catch {
        throw .argument(
          "UnknownNode", error.message, hint: ([error.hint] + error.notes).compactMap(\.self).joined(separator: "; "))
      }
    default: throw .argumentOfImpact("a key, a name or a node", value)
    }
  }

  /// What an options map says of replacements: `{replace: {old: new}}`.
  func options(_ value: Value) throws(EvaluationError) -> [ImpactScenario.Replacement] {
    if value.isNull { return [] }
    guard case .map(let options) = value else { throw .argumentOfImpact("a map of options", value) }
    for name in options.keys.sorted() where name != "replace" {
      throw .argument(
        "UnknownOption", "there is no option '\(name)'", hint: "known is 'replace': {replace: {old: new}}")
    }
    return try replacements(options["replace"] ?? .null)
  }

  /// A map from the key or name of what is retired to what takes its place.
  func replacements(_ value: Value) throws(EvaluationError) -> [ImpactScenario.Replacement] {
    if value.isNull { return [] }
    guard case .map(let pairs) = value else { throw .argumentOfImpact("a map from old to new", value) }
    var replacements: [ImpactScenario.Replacement] = []
    for (old, new) in pairs.sorted(by: { $0.key.precedesByCodePoints($1.key) }) {
      replacements.append(ImpactScenario.Replacement(old: try node(.string(old)), new: try node(new)))
    }
    return replacements
  }

  /// The nodes of a kind; all of them for null.
  func nodes(ofKind value: Value) throws(EvaluationError) -> [NodeIndex] {
    do throws(Diagnostic) { return try context.graph.nodes(ofKind: value.text) } catch { throw .unknownKind(error) }
  }

  /// The nodes of a kind; for null those of all kinds that declare when they end.
  func nodes(ofKindThatEnds value: Value) throws(EvaluationError) -> [NodeIndex] {
    do throws(Diagnostic) { return try context.graph.nodes(ofKindThatEnds: value.text) } catch {
      throw .unknownKind(error)
    }
  }

  /// A day given as a date or as its text.
  func day(_ value: Value) throws(EvaluationError) -> CalendarDate {
    switch value {
    case .date(let date): return date
    case .string(let text):
      do throws(Diagnostic) { return try GraphWorkspace.day(text) } catch {
        throw .argument("InvalidArgumentValue", error.message, hint: error.hint)
      }
    default: throw .argumentOfImpact("a date", value)
    }
  }

  /// Does what takes long, with a look at the clock before and after, and in between wherever the work asks for it.
  func working<Result>(
    _ body: (GovernanceImpact, () throws(EvaluationError) -> Void) throws(EvaluationError) -> Result
  ) throws(EvaluationError) -> Result {
    let budget = context.budget
    try budget.checkNow()
    let result = try body(impact) { () throws(EvaluationError) in try budget.checkNow() }
    try budget.checkNow()
    return result
  }

  // MARK: Rows

  /// The fields of a hit, as `rows` gives them.
  static let fields: [Procedure.Field] = [
    .init("node", .node), .init("effect", .string), .init("distance", .integer), .init("because", .list(of: .node)),
    .init("responsible", .list(of: .node)), .init("already", .boolean), .init("path", .path),
  ]

  /// A row for each hit of a scenario, in the report's order.
  func rows(_ scenario: ImpactScenario) throws(EvaluationError) -> [[Value]] {
    try context.budget.checkNow()
    let report = impact.report(on: scenario)
    try context.budget.checkNow()
    var rows: [[Value]] = []
    rows.reserveCapacity(report.affected.count)
    var bytes = 0
    for hit in report.affected {
      try context.budget.check()
      let nodes = hit.chain.nodes
      // Values in lists and a path, in the row and in what is made of it; all rows stand together before any is taken.
      bytes += 256 + 64 * nodes.count
      try context.budget.requireRoom(bytes)
      rows.append([
        .node(hit.node), .string(hit.effect.name), .integer(Int64(hit.distance)), .list(nodes.map { .node($0) }),
        .list(hit.responsible.map { .node($0.node) }), .boolean(hit.already),
        .path(Path(nodes: nodes, relationships: hit.chain.relationships)),
      ])
    }
    return rows
  }
}

extension Value {
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}

extension EvaluationError {
  fileprivate static func unknownKind(_ finding: Diagnostic) -> EvaluationError {
    .argument("UnknownKind", finding.message, hint: finding.hint)
  }

  fileprivate static func argumentOfImpact(_ expected: String, _ value: Value) -> EvaluationError {
    .invalidArgument(value, expected: expected, in: "an impact")
  }
}
