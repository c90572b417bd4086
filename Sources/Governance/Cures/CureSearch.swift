import GraphModel
import ImpactAnalysis

/// Looks for what could replace the retired things of one report.
struct CureSearch {
  /// Titles that are less alike are no reason; nor, where nothing else speaks for it, to propose a thing.
  private static let leastSimilarity = 0.4
  /// Kinds with more nodes are not searched through for titles beyond the areas and topics of what is retired.
  private static let largestKind = 20_000
  /// So many candidates are judged for one thing, beside those that the graph itself declares.
  private static let judgedCandidates = 100

  private enum Weight {
    static let supersedes = 0.7
    static let supersedesSuccessor = 0.5
    static let namedByReview = 0.6
    static let sameTopic = 0.4
    static let sameTarget = 0.5
    static let similarTitle = 0.5
    static let sameArea = 0.15
    static let sameType = 0.1
  }

  let graph: GraphView
  let names: ElementNames
  let judge: (_ old: NodeIndex, _ new: NodeIndex) -> ReplacementJudgement
  private let supersedes: [TypeID]
  private let belongsTo: [TypeID]
  private let linksTo: [TypeID]
  private let replaceWith: [TypeID]
  private let topic: PropertyKeyID?
  private let type: PropertyKeyID?
  private var titlesByArea: [GroupOfKind: TitleIndex] = [:]
  private var titlesByKind: [LabelID: TitleIndex?] = [:]

  private struct GroupOfKind: Hashable {
    let area: NodeIndex
    let kind: LabelID
  }

  init(
    graph: GraphView, names: ElementNames,
    judge: @escaping (_ old: NodeIndex, _ new: NodeIndex) -> ReplacementJudgement
  ) {
    self.graph = graph
    self.names = names
    self.judge = judge
    let symbols = graph.symbols
    supersedes = [Vocabulary.Relationship.supersedes].compactMap(symbols.type)
    belongsTo = [Vocabulary.Relationship.belongsTo].compactMap(symbols.type)
    linksTo = [Vocabulary.Relationship.linksTo].compactMap(symbols.type)
    replaceWith = [Vocabulary.Relationship.replaceWith].compactMap(symbols.type)
    topic = symbols.propertyKey(Vocabulary.Property.topic)
    type = symbols.propertyKey(Vocabulary.Property.type)
  }

  /// - Parameter dependents: what breaks directly at the old node.
  mutating func candidates(for old: NodeIndex, dependents: [NodeIndex], limit: Int) -> [CureCandidate] {
    guard let kind = graph.labels(of: old).first else { return [] }
    var reasons = Reasons(old: old)
    addSuperseding(old, to: &reasons)
    addNamed(byReviewsOf: dependents, kind, to: &reasons)
    addTopic(of: old, kind, to: &reasons)
    addTargets(of: old, kind, to: &reasons)
    addSimilarTitles(to: old, kind, &reasons)
    addAreaAndType(of: old, to: &reasons)
    return judged(reasons, old, limit: limit)
  }

  // MARK: What speaks for a candidate

  private func addSuperseding(_ old: NodeIndex, to reasons: inout Reasons) {
    var seen: Set<NodeIndex> = [old]
    var open = [old]
    while !open.isEmpty {
      var next: [NodeIndex] = []
      for successor in open {
        for newer in neighbours(of: successor, .incoming, supersedes) where seen.insert(newer).inserted {
          next.append(newer)
          reasons.declare(
            newer,
            successor == old
              ? CureReason(code: .supersedes, text: CurePhrases.supersedes, weight: Weight.supersedes)
              : CureReason(
                code: .supersedesSuccessor, text: CurePhrases.supersedesSuccessor(names.element(successor)),
                weight: Weight.supersedesSuccessor))
        }
      }
      open = names.sortedByKey(next)
    }
  }

  private func addNamed(byReviewsOf dependents: [NodeIndex], _ kind: LabelID, to reasons: inout Reasons) {
    var counts: [NodeIndex: Int] = [:]
    for dependent in dependents {
      for named in neighbours(of: dependent, .outgoing, replaceWith) where graph.hasLabel(kind, named) {
        counts[named, default: 0] += 1
      }
    }
    for (node, count) in counts {
      reasons.declare(
        node,
        CureReason(code: .namedByReview, text: CurePhrases.named(byReviewsOf: count), weight: Weight.namedByReview))
    }
  }

  private func addTopic(of old: NodeIndex, _ kind: LabelID, to reasons: inout Reasons) {
    guard let topic, case .string(let text) = graph.property(topic, of: old) else { return }
    let reason = CureReason(code: .sameTopic, text: CurePhrases.topic(text), weight: Weight.sameTopic)
    for node in graph.nodes(where: topic, equals: .string(text)) where graph.hasLabel(kind, node) {
      reasons.add(node, reason)
    }
  }

  private func addTargets(of old: NodeIndex, _ kind: LabelID, to reasons: inout Reasons) {
    for target in neighbours(of: old, .outgoing, linksTo) {
      let reason = CureReason(
        code: .sameTarget, text: CurePhrases.target(names.name(of: target)), weight: Weight.sameTarget)
      for node in neighbours(of: target, .incoming, linksTo) where graph.hasLabel(kind, node) {
        reasons.add(node, reason)
      }
    }
  }

  private mutating func addSimilarTitles(to old: NodeIndex, _ kind: LabelID, _ reasons: inout Reasons) {
    let title = TitleWords(names.name(of: old))
    var indexes = [titles(of: kind)].compactMap(\.self)
    if indexes.isEmpty {
      for area in neighbours(of: old, .outgoing, belongsTo) { indexes.append(titles(of: kind, in: area)) }
    }
    let rarity = indexes.first?.rarity ?? WordRarity()
    for candidate in reasons.candidates {
      addTitle(title.similarity(to: TitleWords(names.name(of: candidate)), rarity), of: candidate, to: &reasons)
    }
    for index in indexes {
      for (node, similarity) in index.nodes(similarTo: title, atLeast: Self.leastSimilarity) {
        addTitle(similarity, of: node, to: &reasons)
      }
    }
  }

  private func addTitle(_ similarity: Double, of node: NodeIndex, to reasons: inout Reasons) {
    guard similarity >= Self.leastSimilarity else { return }
    reasons.add(
      node,
      CureReason(
        code: .similarTitle, text: CurePhrases.title(similarity), weight: Weight.similarTitle * similarity))
  }

  /// What says little by itself, and is no reason to propose anything.
  private func addAreaAndType(of old: NodeIndex, to reasons: inout Reasons) {
    let areas = names.sortedByKey(neighbours(of: old, .outgoing, belongsTo))
    let oldType = type.map { graph.property($0, of: old) } ?? .null
    for candidate in reasons.candidates {
      let own = neighbours(of: candidate, .outgoing, belongsTo)
      if let area = areas.first(where: own.contains) {
        reasons.add(
          candidate,
          CureReason(code: .sameArea, text: CurePhrases.area(names.name(of: area)), weight: Weight.sameArea))
      }
      if let type, case .string(let text) = oldType, graph.property(type, of: candidate) == oldType {
        reasons.add(candidate, CureReason(code: .sameType, text: CurePhrases.type(text), weight: Weight.sameType))
      }
    }
  }

  // MARK: Order

  private func judged(_ reasons: Reasons, _ old: NodeIndex, limit: Int) -> [CureCandidate] {
    let scored = names.sortedByKey(reasons.candidates).map { ($0, reasons.score(of: $0)) }
    let order = scored.indices.sorted { a, b in
      scored[a].1 != scored[b].1 ? scored[a].1 > scored[b].1 : a < b
    }
    var accepted: [CureCandidate] = []
    var refused: [CureCandidate] = []
    for (judgedCount, position) in order.enumerated() {
      let (node, score) = scored[position]
      let isDeclared = reasons.isDeclared(node)
      if !isDeclared, judgedCount >= Self.judgedCandidates || accepted.count >= limit { continue }
      let judgement = judge(old, node)
      let candidate = CureCandidate(
        element: names.element(node), score: score, reasons: reasons.ofCandidate(node), refusal: judgement.refusal,
        notes: judgement.notes)
      if judgement.refusal == nil {
        if accepted.count < limit { accepted.append(candidate) }
      } else if isDeclared || accepted.count + refused.count < limit {
        refused.append(candidate)
      }
    }
    return accepted + refused
  }

  // MARK: The graph

  private mutating func titles(of kind: LabelID, in area: NodeIndex) -> TitleIndex {
    let group = GroupOfKind(area: area, kind: kind)
    if let known = titlesByArea[group] { return known }
    let members = neighbours(of: area, .incoming, belongsTo).filter { graph.hasLabel(kind, $0) }
    let index = TitleIndex(members) { names.name(of: $0) }
    titlesByArea[group] = index
    return index
  }

  /// `nil` for a kind with too many nodes.
  private mutating func titles(of kind: LabelID) -> TitleIndex? {
    if let known = titlesByKind[kind] { return known }
    let ranges = graph.candidateRanges(label: kind)
    var index: TitleIndex?
    if ranges.reduce(0, { $0 + $1.count }) <= Self.largestKind {
      let members = ranges.joined().map { NodeIndex($0) }.filter { graph.contains($0, label: kind) }
      index = TitleIndex(members) { names.name(of: $0) }
    }
    titlesByKind[kind] = .some(index)
    return index
  }

  private func neighbours(of node: NodeIndex, _ direction: TraversalDirection, _ types: [TypeID]) -> [NodeIndex] {
    if types.isEmpty { return [] }
    var neighbours: [Neighbour] = []
    graph.appendRelationships(of: node, direction, types: types, to: &neighbours)
    return neighbours.map(\.node)
  }
}

/// What speaks for each candidate.
private struct Reasons {
  private let old: NodeIndex
  private var byCandidate: [NodeIndex: [CureReason]] = [:]
  private var declared: Set<NodeIndex> = []

  init(old: NodeIndex) { self.old = old }

  var candidates: [NodeIndex] { Array(byCandidate.keys) }

  /// Adds a reason that the graph itself states; such a candidate is told even if it is refused.
  mutating func declare(_ node: NodeIndex, _ reason: CureReason) {
    add(node, reason)
    if node != old { declared.insert(node) }
  }

  /// Of two reasons of one kind the first one stays.
  mutating func add(_ node: NodeIndex, _ reason: CureReason) {
    if node == old || byCandidate[node]?.contains(where: { $0.code == reason.code }) == true { return }
    byCandidate[node, default: []].append(reason)
  }

  func isDeclared(_ node: NodeIndex) -> Bool { declared.contains(node) }

  func ofCandidate(_ node: NodeIndex) -> [CureReason] {
    (byCandidate[node] ?? []).sorted {
      $0.weight != $1.weight ? $0.weight > $1.weight : $0.code.rawValue < $1.code.rawValue
    }
  }

  /// Each reason leaves a part of the doubt; two decimals.
  func score(of node: NodeIndex) -> Double {
    let doubt = ofCandidate(node).reduce(1) { $0 * (1 - $1.weight) }
    return ((1 - doubt) * 100).rounded() / 100
  }
}
