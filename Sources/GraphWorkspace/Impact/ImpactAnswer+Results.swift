public import GraphModel
import ImpactAnalysis

extension ImpactAnswer {
  /// The effects that a caller may ask to fail on, mildest first.
  public static let effects = ImpactEffect.allCases.map(\.name)

  /// One sentence: the verdict, how many, who acts.
  public func sentence(in language: CaptionLanguage) -> String {
    ImpactNarrative(report, language: language).verdict
  }

  /// Refused replacements with their reasons, and what else should be known; one sentence each.
  public func remarks(in language: CaptionLanguage) -> [String] {
    ImpactNarrative(report, language: language).remarks
  }

  /// Whether something at least as bad is found.
  public func contains(atLeast effect: String) -> Bool {
    ImpactEffect(name: effect).map { report.isAtLeast($0) } ?? false
  }

  public var affectedCount: Int { report.affected.count }

  /// The answer as one JSON object.
  /// - Source: contract §4.
  public func json(in language: CaptionLanguage) -> [UInt8] { report.json(language: language) }

  /// A row for each affected node, its columns and codes the same in every language.
  public var table: ResultTable { report.table }

  /// An affected node as people read of it.
  public struct Reading: Sendable {
    /// The code of the effect, such as `broken`.
    public var effect: String
    public var kind: String
    public var key: String
    public var name: String
    public var distance: Int
    public var isAlready: Bool
    /// The names of the nodes from a retired one to this one.
    public var chain: [String]
    /// The name of what it is to point at instead, where it is repointed.
    public var pointsAt: String?
    /// The names of the responsible councils.
    public var responsible: [String]
  }

  /// The affected nodes in the report's order, kinds in a language.
  public func readings(in language: CaptionLanguage) -> [Reading] {
    let labels = NodeLabels(graph)
    let places = Dictionary(report.replaced.map { ($0.old.node, $0.new.name) }, uniquingKeysWith: { first, _ in first })
    return report.affected.map { element in
      Reading(
        effect: element.effect.name,
        kind: graph.schema?.kind(named: element.kind)?.caption.text(in: language) ?? element.kind, key: element.key,
        name: element.name, distance: element.distance, isAlready: element.already,
        chain: element.chain.nodes.map(labels.name(of:)),
        pointsAt: element.effect == .repoint ? element.chain.nodes.dropLast().last.flatMap { places[$0] } : nil,
        responsible: element.responsible.map(\.name))
    }
  }

  /// A node that loses an owner or the like, as people read of it.
  public struct LossReading: Sendable {
    public var kind: String
    public var key: String
    public var name: String
    /// What it loses, and who is left, in a sentence.
    public var what: String
    /// Whether nobody is left.
    public var isLeftAlone: Bool
  }

  /// What loses an owner or the like, those with nobody left first.
  public func losses(in language: CaptionLanguage) -> [LossReading] {
    let narrative = ImpactNarrative(report, language: language)
    return report.unowned.map { unowned in
      LossReading(
        kind: graph.schema?.kind(named: unowned.element.kind)?.caption.text(in: language) ?? unowned.element.kind,
        key: unowned.element.key, name: unowned.element.name, what: narrative.explanation(of: unowned),
        isLeftAlone: unowned.isLeftAlone)
    }
  }
}
