import Diagnostics
import Governance
import GraphModel
import ImpactAnalysis
public import Temporals

/// A question of what breaks, in the words of whoever asks: keys, or names that one node only has.
public struct ImpactRequest: Sendable {
  public var retired: [String]
  /// Each `OLD=NEW`.
  public var replacements: [String]
  public var validOn: CalendarDate?

  public init(retired: [String], replacements: [String] = [], validOn: CalendarDate? = nil) {
    self.retired = retired
    self.replacements = replacements
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
}

extension GraphWorkspace {
  /// What happens if nodes are retired, and others take their place.
  /// - Throws: `DiagnosticsError` with every name that is unknown or ambiguous; `StoreError`.
  public func impact(_ request: ImpactRequest) throws -> ImpactAnswer {
    let graph = try graph(validOn: request.validOn)
    var findings: [Diagnostic] = []
    func node(_ text: String) throws -> NodeIndex? {
      do { return try requiredNode(text, in: graph, isPart: request.validOn != nil) } catch let finding as Diagnostic {
        findings.append(finding)
        return nil
      }
    }
    let retired = try request.retired.compactMap(node)
    var replacements: [ImpactScenario.Replacement] = []
    for text in request.replacements {
      guard let (old, new) = try split(text, in: graph) else {
        findings.append(
          Diagnostic(id: "bad-replacement", message: "'\(text)' is no replacement", hint: "write it as OLD=NEW"))
        continue
      }
      if let old = try node(old), let new = try node(new) {
        replacements.append(ImpactScenario.Replacement(old: old, new: new))
      }
    }
    if !findings.isEmpty { throw DiagnosticsError(findings) }
    let day = try request.validOn ?? Self.today()
    let governance = GovernanceImpact(graph: graph, validOn: day)
    let report = governance.report(on: ImpactScenario(retired: retired, replacements: replacements))
    return ImpactAnswer(report: report, governance: governance, graph: graph, validOn: request.validOn)
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
