public import GraphModel
public import ImpactAnalysis
public import Temporals

/// Whether one thing may replace another: by its dates, and by the rules that the graph itself holds.
///
/// The rules are the `Policy` nodes that name a kind, a property and its allowed values. Those about replacements are
/// enforced if they are stated, established or decided. What is only proposed or recommended advises, and so do the rules
/// about what links may point at, which the sources never decided.
public struct ReplacementPolicy: ReplacementRules {
  private let graph: GraphView
  private let policies: [PolicyNode]
  private let names: ElementNames
  private let date: CalendarDate?

  /// - Parameter date: the day on which a replacement must be valid; `nil` asks for no dates.
  public init(graph: GraphView, validOn date: CalendarDate?) {
    self.graph = graph
    self.date = date
    policies = PolicyNode.all(in: graph)
    names = ElementNames(graph)
  }

  public func judgement(onReplacing old: NodeIndex, with new: NodeIndex) -> ReplacementJudgement {
    var judgement = ReplacementJudgement()
    if let date, !validity(of: new).contains(date) {
      judgement.refusal = ReplacementRefusal(
        code: .notValid,
        text: GovernancePhrases.notValid(on: date, from: text("valid_from", new), to: text("valid_to", new)))
    }
    var violated: [[PolicyNode]] = []
    for policy in policies(for: new) {
      let value = text(policy.property, new)
      if let value, policy.allowed.contains(where: { $0.isIdenticalText(to: value) }) { continue }
      if policy.isEnforced, policy.context == .replacement {
        // Rules that say the same are told in one breath.
        if let last = violated.last?.last, last.limits(asMuchAs: policy) {
          violated[violated.count - 1].append(policy)
        } else {
          violated.append([policy])
        }
      } else {
        let advice = GovernancePhrases.advice(
          policy, value: value, property: caption(of: policy), replacement: names.element(new).name)
        judgement.notes.append(ImpactNote(code: "advice", text: advice))
      }
    }
    for policies in violated {
      let value = text(policies[0].property, new)
      let text = GovernancePhrases.notAllowed(policies, value: value, property: caption(of: policies[0]))
      if let earlier = judgement.refusal {
        judgement.refusal?.text = GovernancePhrases.both(earlier.text, text)
      } else {
        judgement.refusal = ReplacementRefusal(code: value == nil ? .unknownProperty : .notAllowed, text: text)
      }
    }
    if judgement.refusal == nil, let status = text("status", new),
      let note = GovernancePhrases.unfinished(status, replacement: names.element(new).name)
    {
      judgement.notes.append(ImpactNote(code: "replacement-unfinished", text: note))
    }
    return judgement
  }

  private func policies(for node: NodeIndex) -> [PolicyNode] {
    let labels = graph.labelNames(of: node)
    return policies.filter { policy in labels.contains { $0.isIdenticalText(to: policy.kind) } }
  }

  private func validity(of node: NodeIndex) -> ValidityInterval {
    ValidityInterval(
      from: text("valid_from", node).flatMap { ExtendedDate($0) },
      to: text("valid_to", node).flatMap { ExtendedDate($0) })
  }

  private func text(_ property: String, _ node: NodeIndex) -> String? {
    if case .string(let text) = graph.property(property, of: node) { text } else { nil }
  }

  private func caption(of policy: PolicyNode) -> Caption {
    let definition = graph.schema?.kind(named: policy.kind)?.property(named: policy.property)
    guard let caption = definition?.caption, !caption.isEmpty else { return Caption(["en": policy.property]) }
    return caption
  }
}
