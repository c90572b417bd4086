import GraphModel

/// The steps of all chains of one report, in columns, by distance. Chains share their beginnings.
struct ImpactSteps: Sendable {
  /// Marks what is none: no step before, no relationship.
  static let none = UInt32.max
  private static let levelMask: UInt8 = 15

  /// The nodes' numbers, or their places in the packed graph.
  private let places: [UInt32]
  /// The relationships' numbers, or their positions in the packed graph; none where a chain begins.
  private let slots: [UInt32]
  /// The step before; none where a chain begins.
  private let previous: [UInt32]
  /// In the lowest four bits.
  private let levels: [UInt8]
  /// The first step of each distance.
  private let layers: [Int]
  /// What the walk went over, where that was packed.
  private let packed: DependencyGraph?

  init(
    places: [UInt32], slots: [UInt32], previous: [UInt32], levels: [UInt8], layers: [Int],
    packed: DependencyGraph? = nil
  ) {
    self.places = places
    self.slots = slots
    self.previous = previous
    self.levels = levels
    self.layers = layers
    self.packed = packed
  }

  func node(of step: Int) -> NodeIndex {
    packed.map { $0.node(at: Int(places[step])) } ?? NodeIndex(places[step])
  }

  /// By which relationship a step came; of the first of a chain it means nothing.
  func relationship(of step: Int) -> RelationshipIndex {
    guard let packed, slots[step] != Self.none else { return RelationshipIndex(slots[step]) }
    return RelationshipIndex(packed.relationships[Int(slots[step])])
  }

  func level(of step: Int) -> UInt8 { levels[step] & Self.levelMask }

  /// - Complexity: O(log *layers*).
  func distance(of step: Int) -> Int {
    var low = 0
    var high = layers.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if layers[middle] <= step { low = middle } else { high = middle }
    }
    return low
  }

  func previous(of step: Int) -> Int? { previous[step] == Self.none ? nil : Int(previous[step]) }
}

/// What a propagation found.
struct ImpactFindings: Sendable {
  var steps: ImpactSteps
  /// The steps that gave affected nodes their effects: worst first, then by distance and key.
  var order: [UInt32]
  var counts: ImpactCounts
}
