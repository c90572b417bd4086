/// What is to be counted, in terms of components.
struct ReachPlan: Sendable {
  /// The components with wanted nodes, in order.
  private(set) var wanted: [UInt32] = []
  /// How many wanted nodes a component has, where it is not one.
  private var weights: [UInt32: UInt32] = [:]
  private var sources: BitSet
  private let includesStart: Bool
  private let cyclic: BitSet
  /// The sets whose members are in several components, as they were numbered.
  private(set) var spread: [Int] = []
  /// By component: where its numbers in `setNumbers` begin; empty without such sets.
  private var setStarts: [UInt32] = []
  private var setNumbers: [UInt32] = []

  init(_ condensation: Condensation, _ sets: NodeSets, wanted: BitSet, includesStart: Bool) {
    self.includesStart = includesStart
    cyclic = condensation.cyclic
    sources = BitSet(count: condensation.count)
    for component in 0..<condensation.count {
      var weight: UInt32 = 0
      for node in condensation.nodes(of: component..<component + 1) where wanted.contains(node) { weight += 1 }
      if weight == 0 { continue }
      self.wanted.append(UInt32(component))
      if weight > 1 { weights[UInt32(component)] = weight }
    }
    var places: [(component: UInt32, set: UInt32)] = []
    for set in 0..<sets.count {
      var components: [UInt32] = []
      for member in sets[set] {
        guard let component = condensation.component(of: member.raw) else { continue }
        sources.insert(component)
        if components.last != component { components.append(component) }
      }
      if components.count < 2 { continue }
      for component in Set(components) { places.append((component, UInt32(spread.count))) }
      spread.append(set)
    }
    guard !places.isEmpty else { return }
    setStarts = [UInt32](repeating: 0, count: condensation.count + 1)
    for place in places { setStarts[Int(place.component) + 1] += 1 }
    for component in 0..<condensation.count { setStarts[component + 1] += setStarts[component] }
    var next = setStarts
    setNumbers = [UInt32](repeating: 0, count: places.count)
    for place in places {
      setNumbers[Int(next[Int(place.component)])] = place.set
      next[Int(place.component)] += 1
    }
  }

  func weight(of component: UInt32) -> UInt32 { weights.isEmpty ? 1 : weights[component] ?? 1 }

  @inline(__always)
  func hasSource(_ component: UInt32) -> Bool { sources.contains(component) }

  /// Whether no walk that counts leads from the component's only node to itself.
  @inline(__always)
  func excludesItself(_ component: UInt32) -> Bool { !includesStart && !cyclic.contains(component) }

  var hasSpreadSets: Bool { !spread.isEmpty }

  /// The sets in several components that a component belongs to, by place in `spread`.
  func sets(of component: UInt32) -> ArraySlice<UInt32> {
    setNumbers[Int(setStarts[Int(component)])..<Int(setStarts[Int(component) + 1])]
  }
}

/// The sums of all batches.
struct ReachSums {
  /// By component: how many wanted nodes its nodes reach, where it has a source.
  var components: [Int]
  /// By place among the sets in several components.
  var sets: [Int]
}
