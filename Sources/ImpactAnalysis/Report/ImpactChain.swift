public import GraphModel

/// Why a node is affected: the nodes from a retired one to it, each with what happens to it on the way.
///
/// What happens to a node on the way may be less than what happens to it in the end, by another chain.
public struct ImpactChain: Sendable {
  private let steps: ChainSteps
  private let last: Int

  init(steps: ChainSteps, last: Int) {
    self.steps = steps
    self.last = last
  }

  /// The number of relationships.
  public var length: Int { steps.steps.distance(of: last) }

  /// From the node where it begins to the affected one.
  /// - Complexity: O(length).
  public var nodes: [NodeIndex] { collect { $0.node(of: $1) } }

  /// The relationship of each step, one less than nodes.
  public var relationships: [RelationshipIndex] { Array(collect { $0.relationship(of: $1) }.dropFirst()) }

  /// What each node is on the chain; the last one's is its effect, and `nil` there is *repoint*.
  public var states: [ImpactState?] { collect { ImpactState(rawValue: Int($0.level(of: $1)) - 1) } }

  /// Goes back along the chain until a step that another chain of the report has gone already.
  func forEachStep(notIn seen: inout Set<Int>, _ body: (RelationshipIndex) -> Void) {
    var step = last
    while let previous = steps.steps.previous(of: step), seen.insert(step).inserted {
      body(steps.steps.relationship(of: step))
      step = previous
    }
  }

  private func collect<T>(_ part: (ImpactSteps, Int) -> T) -> [T] {
    var parts: [T] = []
    parts.reserveCapacity(length + 1)
    var step: Int? = last
    while let current = step {
      parts.append(part(steps.steps, current))
      step = steps.steps.previous(of: current)
    }
    return parts.reversed()
  }
}

/// The steps of all chains of one report, which share their beginnings.
final class ChainSteps: Sendable {
  let steps: ImpactSteps

  init(_ steps: ImpactSteps) {
    self.steps = steps
  }
}
