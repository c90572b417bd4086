public import GraphModel

/// The nodes that a scenario affects, worst first, then by distance and key.
///
/// They are kept in columns; an element, its chain and its texts are made when somebody asks for them.
public struct AffectedElements: RandomAccessCollection, Sendable {
  private let chains: ChainSteps
  private let order: [UInt32]
  /// What each node suffered before the scenario; empty if nothing.
  private let before: [UInt8]
  private let names: ElementNames
  var responsible: ResponsibleBodies?

  init(_ findings: ImpactFindings, before: [UInt8], names: ElementNames) {
    chains = ChainSteps(findings.steps)
    order = findings.order
    self.before = before
    self.names = names
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { order.count }

  public subscript(position: Int) -> AffectedElement {
    let step = Int(order[position])
    let node = chains.steps.node(of: step)
    let effect = effect(at: position)
    return AffectedElement(
      node: node, effect: effect, chain: ImpactChain(steps: chains, last: step),
      responsible: responsible?[position] ?? [],
      already: isAlready(effect, before: before.isEmpty ? 0 : before[Int(node.raw)]), names: names)
  }

  /// The nodes alone.
  public var nodes: [NodeIndex] { order.map { chains.steps.node(of: Int($0)) } }

  /// What happens to the node at a position.
  public func effect(at position: Int) -> ImpactEffect {
    ImpactEffect(rawValue: Int(chains.steps.level(of: Int(order[position])))) ?? .review
  }

  private func isAlready(_ effect: ImpactEffect, before: UInt8) -> Bool {
    let needed = effect == .repoint ? ImpactLevel.broken : UInt8(effect.rawValue)
    return before >= needed
  }
}

/// Who is responsible for each of many nodes, as codes into a table of the lists that occur.
public struct ResponsibleBodies: Sendable {
  /// For each node the position of its list.
  public let codes: [UInt32]
  /// Each by key; an empty one is nobody.
  public let lists: [[ImpactElement]]

  public init(codes: [UInt32], lists: [[ImpactElement]]) {
    self.codes = codes
    self.lists = lists
  }

  public subscript(position: Int) -> [ImpactElement] { lists[Int(codes[position])] }
}
