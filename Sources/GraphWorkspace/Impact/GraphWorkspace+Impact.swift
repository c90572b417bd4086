import Diagnostics
import Governance
public import GraphModel
import ImpactAnalysis
public import Temporals

/// A question of what breaks, in the words of whoever asks: keys, or names that one node only has.
public struct ImpactRequest: Sendable {
  /// One thing that is to take the place of another.
  public struct Succession: Sendable {
    public var old: String
    public var new: String

    public init(old: String, new: String) {
      self.old = old
      self.new = new
    }
  }

  public var retired: [String]
  /// What goes under revision.
  public var reviewed: [String]
  /// Each `OLD=NEW`.
  public var replacements: [String]
  /// The same as two names each.
  public var successions: [Succession]
  /// A query that reads: every node in any of its columns is retired too.
  public var query: String?
  public var validOn: CalendarDate?
  /// Asks the world after this scenario.
  public var scenario: Scenario?

  public init(
    retired: [String] = [], reviewed: [String] = [], replacements: [String] = [], successions: [Succession] = [],
    query: String? = nil, validOn: CalendarDate? = nil
  ) {
    self.retired = retired
    self.reviewed = reviewed
    self.replacements = replacements
    self.successions = successions
    self.query = query
    self.validOn = validOn
  }
}

/// The answer: what happens to which node, why, and who is responsible for it.
public struct ImpactAnswer: Sendable {
  let report: ImpactReport
  /// What the report was made with: it knows who is responsible.
  let governance: GovernanceImpact
  let graph: GraphView
  let validOn: CalendarDate?
  /// What was asked; empty where nobody asked in words.
  var request = ImpactRequest()
}

/// Why one node is affected, or why not.
public struct WhyAnswer: Sendable {
  let explanation: ImpactExplanation
}

extension WhyAnswer {
  public func json(in language: CaptionLanguage) -> [UInt8] { explanation.json(language: language) }

  /// A row for each chain that is told.
  public func table(in language: CaptionLanguage) -> ResultTable { explanation.table(language: language) }

  /// What the scenario does, why it reaches the node or not, and what to mend.
  public func sentences(in language: CaptionLanguage) -> [String] {
    let narrative = ImpactNarrative(explanation.report, language: language)
    return narrative.remarks + narrative.sentences(on: explanation)
  }

  /// Whether the node is at least so badly affected.
  public func isAtLeast(_ effect: String) -> Bool {
    guard let least = ImpactEffect(name: effect), let found = explanation.effect else { return false }
    return found >= least
  }
}

extension GraphWorkspace {
  /// What happens if nodes are retired or go under revision, and others take their place.
  /// - Throws: `DiagnosticsError` with every name that is unknown or ambiguous, and for a query that is wrong or writes;
  ///   `StoreError`.
  public func impact(_ request: ImpactRequest) throws -> ImpactAnswer {
    let (graph, impact) = try impactAnalysis(validOn: request.validOn, after: request.scenario)
    let scenario = try scenario(of: request, in: graph)
    return ImpactAnswer(
      report: impact.report(on: scenario), governance: impact, graph: graph, validOn: request.validOn,
      request: request)
  }

  /// Why a node is affected, or why not: all shortest chains up to a limit, and what to mend.
  /// - Parameter target: a key, or a name that one node only has.
  /// - Throws: as `impact`.
  public func why(
    _ target: String, _ request: ImpactRequest, limit: Int = 20
  ) throws -> WhyAnswer {
    let (graph, impact) = try impactAnalysis(validOn: request.validOn, after: request.scenario)
    let node = try targetNode(target, request, in: graph)
    let scenario = try scenario(of: request, in: graph)
    let report = impact.report(on: scenario)
    return WhyAnswer(explanation: impact.analysis.explain(node, in: report, limit: limit))
  }

  private func targetNode(_ text: String, _ request: ImpactRequest, in graph: GraphView) throws -> NodeIndex {
    do { return try requiredNode(text, in: graph, isPart: request.validOn != nil) } catch let finding as Diagnostic {
      throw DiagnosticsError([finding])
    }
  }

  /// The nodes that a request means.
  /// - Throws: as `impact`.
  func scenario(of request: ImpactRequest, in graph: GraphView) throws -> ImpactScenario {
    var findings: [Diagnostic] = []
    func node(_ text: String) throws -> NodeIndex? {
      do { return try requiredNode(text, in: graph, isPart: request.validOn != nil) } catch let finding as Diagnostic {
        findings.append(finding)
        return nil
      }
    }
    var scenario = ImpactScenario(
      retired: try request.retired.compactMap(node), underReview: try request.reviewed.compactMap(node))
    for succession in request.successions {
      if let old = try node(succession.old), let new = try node(succession.new) {
        scenario.replacements.append(ImpactScenario.Replacement(old: old, new: new))
      }
    }
    for text in request.replacements {
      guard let (old, new) = try split(text, in: graph) else {
        findings.append(
          Diagnostic(id: "bad-replacement", message: "'\(text)' is no replacement", hint: "write it as OLD=NEW"))
        continue
      }
      if let old = try node(old), let new = try node(new) {
        scenario.replacements.append(ImpactScenario.Replacement(old: old, new: new))
      }
    }
    if !findings.isEmpty { throw DiagnosticsError(findings) }
    if let query = request.query {
      scenario.retired += try nodes(foundBy: query, validOn: request.validOn, after: request.scenario)
    }
    return scenario
  }

  /// Every node in any column of a query's answer, each once.
  private func nodes(
    foundBy text: String, validOn date: CalendarDate?, after scenario: Scenario?
  ) throws -> [NodeIndex] {
    var request = QueryRequest(SourceText(name: "query", text: text), validOn: date)
    request.scenario = scenario
    let answer = try query(request)
    var found: [NodeIndex] = []
    var seen: Set<NodeIndex> = []
    func take(_ value: Value) {
      switch value {
      case .node(let node): if seen.insert(node).inserted { found.append(node) }
      case .list(let items):
        for item in items { take(item) }
      case .map(let members):
        for member in members.sorted(by: { $0.key < $1.key }) { take(member.value) }
      case .path(let path):
        for node in path.nodes { take(.node(node)) }
      default: break
      }
    }
    for row in answer.table.rows {
      for value in row { take(value) }
    }
    return found
  }

  /// Both names; where there are several `=`, the split at which the first one is known.
  private func split(_ text: String, in graph: GraphView) throws -> (old: String, new: String)? {
    let equals = text.utf8.indices.filter { text.utf8[$0] == UInt8(ascii: "=") }
    let pairs = equals.map { (old: String(text[..<$0]), new: String(text[text.utf8.index(after: $0)...])) }
      .filter { !$0.old.isEmpty && !$0.new.isEmpty }
    if pairs.count <= 1 { return pairs.first }
    let resolver = NodeResolver(graph)
    return pairs.first { pair in
      ((try? resolver.node(pair.old)) ?? nil) != nil && ((try? resolver.node(pair.new)) ?? nil) != nil
    } ?? pairs.first
  }
}
