/// What can be wrong with a thing, from harmless to gone.
/// - Source: contract §4, *States*.
public enum ImpactState: Int, Hashable, Comparable, Sendable, CaseIterable {
  case review = 1
  case degraded, broken, retired

  /// The word of `schema.yaml` and of the JSON output.
  public var name: String {
    switch self {
    case .review: "review"
    case .degraded: "degraded"
    case .broken: "broken"
    case .retired: "retired"
    }
  }

  public init?(name: String) {
    guard let state = ImpactState.allCases.first(where: { $0.name == name }) else { return nil }
    self = state
  }

  public static func < (a: ImpactState, b: ImpactState) -> Bool { a.rawValue < b.rawValue }
}

/// What a relationship does to its dependent end when the other end is in a state.
///
/// A state that is not listed takes the entry of the next lower listed state, and none if there is none.
public struct ImpactTable: Hashable, Sendable {
  /// As declared.
  public let entries: [ImpactState: ImpactState]
  private let effects: [ImpactState?]

  /// - Precondition: no effect is `retired`, and effects do not fall as states rise; `isMonotone` tells beforehand.
  public init(_ entries: [ImpactState: ImpactState]) {
    precondition(ImpactTable.isMonotone(entries), "an impact table never falls")
    self.entries = entries
    var effects: [ImpactState?] = []
    var current: ImpactState?
    for state in ImpactState.allCases {
      current = entries[state] ?? current
      effects.append(current)
    }
    self.effects = effects
  }

  /// The effect on the dependent end; `nil` is none.
  public func effect(of state: ImpactState) -> ImpactState? { effects[state.rawValue - 1] }

  /// Whether effects never fall as states rise.
  public static func isMonotone(_ entries: [ImpactState: ImpactState]) -> Bool {
    let effects = ImpactState.allCases.compactMap { entries[$0] }
    return zip(effects, effects.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
