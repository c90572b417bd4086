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
  public var length: Int { Int(steps[last].distance) }

  /// From the node where it begins to the affected one.
  /// - Complexity: O(length).
  public var nodes: [NodeIndex] { collect { $0.node } }

  /// The relationship of each step, one less than nodes.
  public var relationships: [RelationshipIndex] { Array(collect { $0.relationship }.dropFirst()) }

  /// What each node is on the chain; the last one's is its effect, and `nil` there is *repoint*.
  public var states: [ImpactState?] { collect { ImpactState(rawValue: Int($0.level) - 1) } }

  /// Goes back along the chain until a step that another chain of the report has gone already.
  func forEachStep(notIn seen: inout Set<Int>, _ body: (RelationshipIndex) -> Void) {
    var step = last
    while steps[step].previous >= 0, seen.insert(step).inserted {
      body(steps[step].relationship)
      step = Int(steps[step].previous)
    }
  }

  private func collect<T>(_ part: (ImpactStep) -> T) -> [T] {
    var parts: [T] = []
    parts.reserveCapacity(length + 1)
    var step = last
    while step >= 0 {
      parts.append(part(steps[step]))
      step = Int(steps[step].previous)
    }
    return parts.reversed()
  }
}

/// The steps of all chains of one report, which share their beginnings.
final class ChainSteps: Sendable {
  private let steps: [ImpactStep]

  init(_ steps: [ImpactStep]) {
    self.steps = steps
  }

  subscript(step: Int) -> ImpactStep { steps[step] }
}
