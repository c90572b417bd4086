public import GraphModel

/// The answer to a scenario: what happens to which node, why, and who is responsible for it.
public struct ImpactReport: Sendable {
  /// A replacement that holds.
  public struct Replacement: Sendable {
    public let old: ImpactElement
    public let new: ImpactElement
  }

  /// A replacement that does not hold; its old node is retired all the same.
  public struct RefusedReplacement: Sendable {
    public let old: ImpactElement
    public let new: ImpactElement
    public let reason: ReplacementRefusal
  }

  /// By key, those of replacements included.
  public let retired: [ImpactElement]
  /// The nodes that the scenario puts under review, by key.
  public let underReview: [ImpactElement]
  /// By key of the old node.
  public let replaced: [Replacement]
  /// By key of the old node.
  public let refused: [RefusedReplacement]
  public let notes: [ImpactNote]
  /// Kinds of what the scenario names for which the schema declares no consequences at all, by name.
  public let kindsWithoutImpact: [String]
  /// By effect (worst first), distance and key; without the nodes that the scenario retires.
  public private(set) var affected: AffectedElements
  /// What loses an owner or the like: what nobody is left for first, then by kind and key.
  public let unowned: [UnownedElement]
  public let counts: ImpactCounts
  /// Whether `affected` says who is responsible.
  public private(set) var namesResponsible = false
  /// The graph that was asked.
  let graph: GraphView
  let names: ElementNames

  init(
    retired: [ImpactElement], underReview: [ImpactElement], replaced: [Replacement], refused: [RefusedReplacement],
    notes: [ImpactNote], kindsWithoutImpact: [String], affected: AffectedElements,
    counts: ImpactCounts, unowned: [UnownedElement], graph: GraphView,
    names: ElementNames
  ) {
    self.retired = retired
    self.underReview = underReview
    self.replaced = replaced
    self.refused = refused
    self.notes = notes
    self.kindsWithoutImpact = kindsWithoutImpact
    self.affected = affected
    self.unowned = unowned
    self.graph = graph
    self.names = names
    var counts = counts
    counts.unowned = Set(unowned.filter(\.isLeftAlone).map(\.element.node)).count
    self.counts = counts
  }

  /// The worst there is; *unowned* is below every effect.
  public var verdict: ImpactVerdict { ImpactVerdict(worst: affected.first?.effect, leavesUnowned: counts.unowned > 0) }

  /// Whether something at least as bad is found.
  public func isAtLeast(_ effect: ImpactEffect) -> Bool { affected.first.map { $0.effect >= effect } ?? false }

  /// Fills in who is responsible for each affected node.
  /// - Parameter responsible: by key.
  public mutating func assignResponsible(_ responsible: (NodeIndex) -> [ImpactElement]) {
    let lists = affected.nodes.map(responsible)
    assignResponsible(ResponsibleBodies(codes: (0..<UInt32(lists.count)).map(\.self), lists: lists))
  }

  /// Fills in who is responsible, for the affected nodes in their order.
  public mutating func assignResponsible(_ bodies: ResponsibleBodies) {
    affected.responsible = bodies
    namesResponsible = true
  }

  /// Who is responsible for the affected nodes, in their order, where it was asked.
  public var responsibleBodies: ResponsibleBodies? { affected.responsible }

  /// What an element's chain is made of, in the JSON's words: the keys of its nodes.
  /// - Complexity: O(length of the chain).
  public func because(_ element: AffectedElement) -> [String] {
    keys(of: element.chain)
  }

  func keys(of chain: ImpactChain) -> [String] { chain.nodes.map { names.key(of: $0) } }

  /// The types of the relationships of an element's chain.
  /// - Complexity: O(length of the chain).
  public func via(_ element: AffectedElement) -> [String] {
    types(of: element.chain)
  }

  func types(of chain: ImpactChain) -> [String] {
    chain.relationships.map { graph.symbols.name(of: graph.type(of: $0)) }
  }
}
