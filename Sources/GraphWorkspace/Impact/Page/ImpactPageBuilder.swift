import Governance
import GraphModel
import ImpactAnalysis
import Reports

/// Fills the page about an impact from its report.
struct ImpactPageBuilder {
  private let answer: ImpactAnswer
  private let language: CaptionLanguage
  private let narrative: ImpactNarrative
  private let who: ResponsibilityIndex
  private let limits = ImpactPage.Limits()

  init(_ answer: ImpactAnswer, _ language: CaptionLanguage) {
    self.answer = answer
    self.language = language
    narrative = ImpactNarrative(answer.report, language: language)
    who = answer.governance.responsibilities
  }

  private var report: ImpactReport { answer.report }

  func page() -> ImpactPage {
    var page = ImpactPage(
      language: language, title: title, verdict: narrative.saysUnknown ? "unknown" : report.verdict.rawValue,
      sentence: narrative.verdict)
    page.retired = report.retired.map(element)
    page.replacements = report.replaced.map { (element($0.old), element($0.new)) }
    page.remarks = worldRemarks + narrative.remarks
    page.effects = ImpactEffect.allCases.reversed().map { effect in
      ImpactPage.Effect(
        code: effect.name, word: ImpactWords.effect(effect.name, language), count: report.counts[effect],
        alreadyCount: report.affected.count { $0.effect == effect && $0.already })
    }
    page.total = report.counts.total
    page.unowned = report.counts.unowned
    page.byKind = sums(.kind)
    page.byArea = sums(.area)
    page.hits = report.affected.prefix(limits.hits).map(hit)
    for group in answer.grouping(by: .council).groups {
      switch group.identity {
      case .element(let council): page.councils.append(list(group, council))
      case .several: page.several = list(group, nil)
      case .nobody: page.nobody = list(group, nil)
      case .code: continue
      }
    }
    page.cures = cures
    page.losses = report.unowned.prefix(limits.listed).map { unowned in
      ImpactPage.Loss(
        element: element(unowned.element), what: narrative.explanation(of: unowned), isLeftAlone: unowned.isLeftAlone)
    }
    page.lossTotal = report.unowned.count
    page.councils.sort { SwedishOrder.precedes($0.name, $1.name) }
    return page
  }

  private var title: String {
    let names = report.retired.prefix(3).map(\.name).joined(separator: ", ") + (report.retired.count > 3 ? " …" : "")
    return language == .swedish ? "Konsekvenser om \(names) tas ur bruk" : "What breaks if \(names) is retired"
  }

  private var worldRemarks: [String] {
    guard let scenario = answer.request.scenario else { return [] }
    let name = scenario.name
    return [
      language == .swedish
        ? "Frågan gäller läget efter scenariot ”\(name)”, inte läget i dag."
        : "This is asked of the world after the scenario “\(name)”, not of the graph as it is."
    ]
  }

  // MARK: Cures

  /// Of so much of what is retired at most.
  private static let curedElements = 20
  private static let candidates = 3

  private var cures: [ImpactPage.Cure] {
    // Of a large set the proposals are asked for one by one: they take their time.
    if report.retired.count > Self.curedElements { return [] }
    return answer.governance.cures(for: report, limit: Self.candidates).flatMap { cure in
      cure.candidates.map { candidate in
        ImpactPage.Cure(
          old: element(cure.old), new: element(candidate.element),
          reasons: candidate.reasons.compactMap { $0.text.text(in: language) }
            + candidate.notes.compactMap { $0.text.text(in: language) },
          refusal: candidate.refusal?.text.text(in: language))
      }
    }
  }

  // MARK: Lists

  private func list(_ group: ImpactGroup, _ council: ImpactElement?) -> ImpactPage.List {
    ImpactPage.List(
      name: council?.name ?? "", contacts: council.map(contacts) ?? [], counts: counts(group.counts),
      total: group.members.count, hits: group.members.prefix(limits.listed).map { hit(report.affected[$0]) })
  }

  private func hit(_ affected: AffectedElement) -> ImpactPage.Hit {
    ImpactPage.Hit(
      element: element(affected.element), effect: affected.effect.name, isAlready: affected.already,
      distance: affected.distance, responsible: affected.responsible.map(\.name),
      owners: who.owners(of: affected.node).map(\.name), areas: who.areas(of: affected.node).map(\.name),
      why: narrative.explanation(of: affected))
  }

  private func contacts(of body: ImpactElement) -> [String] {
    who.contacts(of: body.node).map { ImpactWords.contact($0, language) }
  }

  private func sums(_ key: ImpactGroupKey) -> [ImpactPage.Sum] {
    let grouping = answer.grouping(by: key)
    // Areas of nothing tell nothing.
    if key == .area, !grouping.groups.contains(where: { if case .element = $0.identity { true } else { false } }) {
      return []
    }
    return grouping.groups.map { group in
      ImpactPage.Sum(
        name: ImpactWords.name(of: group.identity, by: key, schema: answer.graph.schema, language),
        counts: counts(group.counts), total: group.members.count)
    }
  }

  private func counts(_ counts: ImpactCounts) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: ImpactEffect.allCases.map { ($0.name, counts[$0]) })
  }

  private func element(_ element: ImpactElement) -> ImpactPage.Element {
    ImpactPage.Element(
      key: element.key, name: element.name,
      kind: answer.graph.schema?.kind(named: element.kind)?.caption.text(in: language) ?? element.kind)
  }
}
