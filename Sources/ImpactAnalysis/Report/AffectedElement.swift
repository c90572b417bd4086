public import GraphModel

/// A node that a scenario affects.
public struct AffectedElement: Sendable {
  public let node: NodeIndex
  public let effect: ImpactEffect
  /// The first of the shortest chains that produce exactly this effect.
  public let chain: ImpactChain
  /// Who is responsible, by key; empty if nobody is, or if it was not asked.
  public let responsible: [ImpactElement]
  /// Whether it was like this before, because of what is inactive: `ImpactAnalysis` says when.
  public let already: Bool
  private let names: ElementNames

  init(
    node: NodeIndex, effect: ImpactEffect, chain: ImpactChain, responsible: [ImpactElement], already: Bool,
    names: ElementNames
  ) {
    self.node = node
    self.effect = effect
    self.chain = chain
    self.responsible = responsible
    self.already = already
    self.names = names
  }

  public var key: String { names.key(of: node) }
  public var kind: String { names.kind(of: node) }
  public var name: String { names.name(of: node) }
  public var element: ImpactElement { names.element(node) }
  /// The number of steps of the chain.
  public var distance: Int { chain.length }
}
