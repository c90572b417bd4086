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
///
/// Beside the states stands *unowned*: the dependent end then loses the other one as its owner or the like when that is
/// retired. Nothing passes on from it, so a table that says it says nothing else.
public struct ImpactTable: Hashable, Sendable {
  /// The word of `schema.yaml` for what is no state.
  public static let unownedWord = "unowned"

  /// As declared.
  public let entries: [ImpactState: ImpactState]
  /// Whether the dependent end is left unowned when the other end is retired.
  public let leavesUnowned: Bool
  private let effects: [ImpactState?]

  /// - Precondition: no effect is `retired`, and effects do not fall as states rise; `isMonotone` tells beforehand.
  public init(_ entries: [ImpactState: ImpactState]) {
    precondition(ImpactTable.isMonotone(entries), "an impact table never falls")
    self.entries = entries
    leavesUnowned = false
    var effects: [ImpactState?] = []
    var current: ImpactState?
    for state in ImpactState.allCases {
      current = entries[state] ?? current
      effects.append(current)
    }
    self.effects = effects
  }

  private init(leavesUnowned: Bool) {
    entries = [:]
    self.leavesUnowned = leavesUnowned
    effects = ImpactState.allCases.map { _ in nil }
  }

  /// `{retired: unowned}`
  public static let unowned = ImpactTable(leavesUnowned: true)

  /// The words of the table, milder states first: as `schema.yaml` and every view of the schema write it.
  public var words: [(state: String, effect: String)] {
    leavesUnowned
      ? [(ImpactState.retired.name, ImpactTable.unownedWord)]
      : entries.sorted { $0.key < $1.key }.map { ($0.key.name, $0.value.name) }
  }

  /// Whether it says nothing at all.
  public var isEmpty: Bool { entries.isEmpty && !leavesUnowned }

  /// The effect on the dependent end; `nil` is none.
  public func effect(of state: ImpactState) -> ImpactState? { effects[state.rawValue - 1] }

  /// Whether effects never fall as states rise.
  public static func isMonotone(_ entries: [ImpactState: ImpactState]) -> Bool {
    let effects = ImpactState.allCases.compactMap { entries[$0] }
    return zip(effects, effects.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
