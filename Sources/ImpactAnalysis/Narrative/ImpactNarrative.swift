public import GraphModel

/// An impact report in words, for people who do not know the graph.
///
/// Kinds and relationships are called by their captions in the schema; without captions by their names.
public struct ImpactNarrative {
  /// Chains are told in full up to this many steps; of longer ones the beginning and the end.
  private static let toldSteps = 12
  /// At most so many responsible bodies are named in the sentence.
  private static let namedBodies = 3

  private let report: ImpactReport
  private let language: CaptionLanguage

  public init(_ report: ImpactReport, language: CaptionLanguage) {
    self.report = report
    self.language = language
  }

  /// One sentence: the verdict, how many, who acts.
  public var verdict: String {
    if report.retired.isEmpty, report.underReview.isEmpty { return ImpactPhrases.emptyScenario(language) }
    let headline = ImpactPhrases.headline(report.verdict, language)
    guard let worst = report.affected.first?.effect else {
      if report.counts.unowned > 0 {
        return "\(headline): \(unownedClause) – \(ImpactPhrases.appoint(language))."
      }
      if saysUnknown { return ImpactPhrases.unknown(kindsWithoutImpact, language) + "." }
      return "\(headline): \(ImpactPhrases.nothing(language))."
    }
    var clauses: [String] = []
    for effect in ImpactEffect.allCases.reversed() where report.counts[effect] > 0 {
      let count = report.counts[effect]
      var clause =
        effect == worst
        ? worstClause(worst) : "\(number(count)) \(ImpactPhrases.predicate(effect, isOne: count == 1, language))"
      if effect == .repoint { clause += whereTo }
      let already = report.affected.count { $0.effect == effect && $0.already }
      if already > 0 { clause += " " + ImpactPhrases.already(number(already), ofOne: count == 1, language) }
      clauses.append(clause)
    }
    if report.counts.unowned > 0 { clauses.append(unownedClause) }
    let acts = report.namesResponsible ? " – " + whoActs : ""
    return "\(headline): \(clauses.joined(separator: ", "))\(acts)."
  }

  /// Whether nothing is found because the schema says nothing of what is retired: no reason to call it safe.
  public var saysUnknown: Bool {
    report.affected.isEmpty && report.counts.unowned == 0 && !report.kindsWithoutImpact.isEmpty
  }

  private var kindsWithoutImpact: [String] {
    report.kindsWithoutImpact.filter { !$0.isEmpty }.map {
      ImpactPhrases.quoted(report.graph.schema?.kind(named: $0)?.caption.text(in: language) ?? $0, language)
    }
  }

  /// What takes the place of what is replaced, where it is few things.
  private var whereTo: String {
    let names = report.replaced.map { ImpactPhrases.quoted($0.new.name, language) }
    if names.isEmpty || names.count > Self.namedBodies { return "" }
    return ImpactPhrases.repointed(to: ImpactPhrases.list(names, language), language)
  }

  /// Why an element is affected, along its chain: "Stops working: design item “A” uses design link “B”, which links to
  /// governing document “C”, which is retired."
  public func explanation(of element: AffectedElement) -> String {
    explanation(of: element.chain, effect: element.effect)
  }

  /// As `explanation(of:)`, along any chain that gives an effect.
  public func explanation(of chain: ImpactChain, effect: ImpactEffect) -> String {
    let nodes = Array(chain.nodes.reversed())
    let relationships = Array(chain.relationships.reversed())
    let which = ", \(ImpactPhrases.which(language)) "
    var text = ImpactPhrases.predicate(effect, isOne: true, language).capitalizedFirst + ": "
    text += mention(report.names.element(nodes[0]))
    let skipped = relationships.count > Self.toldSteps ? relationships.count - Self.toldSteps : 0
    var step = 0
    while step < relationships.count {
      text += step == 0 ? " " : which
      if skipped > 0, step == Self.toldSteps / 2 {
        step += skipped
        text += ImpactPhrases.stepsBetween(number(skipped), language)
      } else {
        text += verb(of: relationships[step])
        step += 1
      }
      text += " " + mention(report.names.element(nodes[step]))
    }
    let isRetired = chain.states.first != .some(.review)
    return text + which + ImpactPhrases.beginning(isRetired: isRetired, language) + "."
  }

  /// What mending a relationship does, in one sentence.
  public func sentence(on mending: ImpactExplanation.Mending) -> String {
    let relationship = "\(mention(mending.dependent)) \(verb(of: mending.relationship)) \(mention(mending.other))"
    return ImpactPhrases.mended(relationship, mending.remaining, language)
  }

  /// Why a node is affected or not, in sentences: the chains that are told, then what to mend.
  public func sentences(on explanation: ImpactExplanation) -> [String] {
    guard let effect = explanation.effect else {
      let name = mention(explanation.target).capitalizedFirst
      return explanation.reason.map { [ImpactPhrases.notAffected(name, $0, language)] } ?? []
    }
    let all = explanation.chainCount == .max ? "∞" : number(Int(clamping: explanation.chainCount))
    return [
      ImpactPhrases.chains(
        number(explanation.chains.count), of: all, isOne: explanation.chainCount == 1, language)
    ] + explanation.chains.map { self.explanation(of: $0, effect: effect) }
      + (explanation.mendings.isEmpty
        ? [ImpactPhrases.nothingToMend(language)] : explanation.mendings.map(sentence(on:)))
  }

  /// Refused replacements with their reasons, and what else should be known; one sentence each.
  public var remarks: [String] {
    report.refused.map { ImpactPhrases.refused($0, language) + "." }
      + report.notes.filter { !(saysUnknown && $0.code == ImpactNote.noImpactOfKind) }
      .compactMap { $0.text.text(in: language) }
  }

  /// What an element loses, and who is left: "Governing document “A” loses its owner “SOR Ortopedi” …".
  public func explanation(of unowned: UnownedElement) -> String {
    let loss = ImpactPhrases.loss(
      of: mention(unowned.lost), role: role(unowned.role), by: mention(unowned.element).capitalizedFirst, language)
    if let successor = unowned.takenOverBy {
      return loss + "; " + ImpactPhrases.takesOver(mention(successor), language) + "."
    }
    if unowned.remaining.isEmpty { return loss + "; " + ImpactPhrases.nobodyRemains(language) + "." }
    let names = ImpactPhrases.list(unowned.remaining.map { ImpactPhrases.listed($0.name, language) }, language)
    return loss + "; " + ImpactPhrases.remain(names, isOne: unowned.remaining.count == 1, language) + "."
  }

  /// A role in words, as the dependent end says it.
  private func role(_ role: String) -> String {
    guard let definition = report.graph.schema?.relationshipType(named: role) else {
      return ImpactPhrases.role(role, language)
    }
    let caption = definition.dependentEnd == .to ? definition.inverseCaption : definition.caption
    return caption.text(in: language) ?? role
  }

  // MARK: How many

  /// "12 governing documents and 3 process teams lose their owner or responsible".
  private var unownedClause: String {
    var kinds: [String: Int] = [:]
    var seen: Set<NodeIndex> = []
    for unowned in report.unowned where unowned.isLeftAlone && seen.insert(unowned.element.node).inserted {
      kinds[unowned.element.kind, default: 0] += 1
    }
    return clause(kinds, count: seen.count, ImpactPhrases.leftUnowned(isOne: seen.count == 1, language))
  }

  private func worstClause(_ effect: ImpactEffect) -> String {
    var kinds: [String: Int] = [:]
    for element in report.affected where element.effect == effect { kinds[element.kind, default: 0] += 1 }
    let count = report.counts[effect]
    return clause(kinds, count: count, ImpactPhrases.predicate(effect, isOne: count == 1, language))
  }

  /// "3 design items and 2 links", and what happens to them.
  private func clause(_ kinds: [String: Int], count: Int, _ predicate: String) -> String {
    let sorted = kinds.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.precedesByCodePoints($1.key)
    }
    let nouns = sorted.compactMap { counted($0.value, kind: $0.key) }
    if nouns.count == sorted.count {
      return "\(ImpactPhrases.list(nouns, language)) \(predicate)"
    }
    // Nobody told the plurals: the numbers stand apart from the words.
    let parts = sorted.map { "\(noun(kind: $0.key) ?? $0.key): \(number($0.value))" }.joined(separator: ", ")
    return "\(ImpactPhrases.elements(number(count), isOne: count == 1, language)) (\(parts)) \(predicate)"
  }

  /// "3 design items"; `nil` where the form is unknown.
  private func counted(_ count: Int, kind: String) -> String? {
    guard !kind.isEmpty else { return ImpactPhrases.elements(number(count), isOne: count == 1, language) }
    if count == 1 { return "\(number(1)) \(noun(kind: kind) ?? kind)" }
    guard let plural = report.graph.schema?.kind(named: kind)?.plural.texts[language.rawValue] else { return nil }
    return "\(number(count)) \(plural.lowercasedFirst)"
  }

  // MARK: Who acts

  private var whoActs: String {
    var bodies: [NodeIndex: (element: ImpactElement, count: Int)] = [:]
    var orphans = 0
    var shared = 0
    for element in report.affected {
      if element.responsible.isEmpty { orphans += 1 }
      if element.responsible.count > 1 { shared += 1 }
      for body in element.responsible { bodies[body.node, default: (body, 0)].count += 1 }
    }
    if bodies.isEmpty { return ImpactPhrases.nobody(language) }
    let sorted = bodies.values.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.element.key.precedesByCodePoints($1.element.key)
    }
    var named = sorted.prefix(Self.namedBodies).map { ImpactPhrases.listed($0.element.name, language) }
    if sorted.count > Self.namedBodies {
      named.append(ImpactPhrases.andMore(number(sorted.count - Self.namedBodies), language))
    }
    var text = ImpactPhrases.mustAct(ImpactPhrases.list(named, language), isOne: sorted.count == 1, language)
    var details: [String] = []
    if shared > 0 { details.append(ImpactPhrases.shared(number(shared), isOne: shared == 1, language)) }
    if orphans > 0 { details.append(ImpactPhrases.nobody(for: number(orphans), language)) }
    if !details.isEmpty { text += " (\(details.joined(separator: ", ")))" }
    return text
  }

  // MARK: Words of the schema

  private func mention(_ element: ImpactElement) -> String {
    let name = ImpactPhrases.quoted(element.name, language)
    return element.kind.isEmpty ? name : "\(noun(kind: element.kind) ?? element.kind) \(name)"
  }

  private func noun(kind: String) -> String? {
    report.graph.schema?.kind(named: kind)?.caption.text(in: language)?.lowercasedFirst
  }

  /// The relationship as its dependent end says it.
  private func verb(of relationship: RelationshipIndex) -> String {
    let type = report.graph.symbols.name(of: report.graph.type(of: relationship))
    let definition = report.graph.schema?.relationshipType(named: type)
    let caption = definition?.dependentEnd == .to ? definition?.inverseCaption : definition?.caption
    return caption?.text(in: language) ?? ImpactPhrases.dependsOn(type, language)
  }

  private func number(_ number: Int) -> String { ImpactPhrases.number(number, language) }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// With a small first letter, as within a sentence; abbreviations stay as they are.
  fileprivate var lowercasedFirst: String {
    guard let second = dropFirst().first, second.isLowercase else { return self }
    return prefix(1).lowercased() + dropFirst()
  }
}
