import GraphModel

/// All shortest chains that produce exactly one node's final effect.
///
/// A chain is a walk over pairs of node and level. On a shortest one each pair is reached as early as it can be, and no
/// worse level of its node earlier still; so a breadth-first walk over pairs finds all of them, and going back from
/// the target tells from which pairs it is reached, and in how many ways.
struct MinimalChains {
  /// A node's place and its level as one number.
  private struct Pair: Hashable {
    var place: UInt32
    var level: UInt8
  }

  private let graph: DependencyGraph
  private let replaced: Set<UInt32>
  private let target: Pair
  private var distances: [Pair: Int] = [:]
  private var layers: [[Pair]] = []
  /// In how many ways the target is reached from a pair; only of pairs from which it is.
  private var ways: [Pair: UInt64] = [:]

  /// - Parameters:
  ///   - level: the target's final level.
  init(graph: DependencyGraph, starts: [PackedStart], target place: UInt32, level: UInt8) {
    self.graph = graph
    replaced = Set(starts.filter(\.isReplaced).map(\.place))
    target = Pair(place: place, level: level)
    walk(from: starts.map { Pair(place: $0.place, level: $0.level) })
    goBack()
  }

  /// How many relationships such a chain has.
  var length: Int { distances[target] ?? 0 }

  /// How many chains there are, relationship by relationship; at most `UInt64.max`.
  var count: UInt64 { (layers.first ?? []).reduce(0) { sum($0, ways[$1] ?? 0) } }

  /// The positions of the relationships of each chain: by keys, then by types.
  func chains(limit: Int) -> [[Int]] {
    struct Frame {
      var pairs: [Pair]
      var nexts: [(place: UInt32, pairs: [Pair])]
    }
    var found: [[Int]] = []
    var starts: [UInt32: [Pair]] = [:]
    for pair in layers.first ?? [] where ways[pair] != nil { starts[pair.place, default: []].append(pair) }
    for place in starts.keys.sorted() {
      var frames = [Frame(pairs: starts[place] ?? [], nexts: nexts(of: starts[place] ?? [], at: 0))]
      while let last = frames.indices.last {
        if found.count >= limit { return found }
        if frames.count > length {
          found += variants(along: frames.map(\.pairs), limit: limit - found.count)
          frames.removeLast()
        } else if frames[last].nexts.isEmpty {
          frames.removeLast()
        } else {
          let next = frames[last].nexts.removeFirst()
          frames.append(
            Frame(pairs: next.pairs, nexts: frames.count < length ? nexts(of: next.pairs, at: frames.count) : []))
        }
      }
    }
    return found
  }

  // MARK: There and back

  private mutating func walk(from starts: [Pair]) {
    for start in starts { distances[start] = 0 }
    var layer = starts
    while !layer.isEmpty {
      layers.append(layer)
      if distances[target] != nil { return }
      var next: [Pair] = []
      for pair in layer where pair.level > ImpactLevel.repoint {
        forEachStep(from: pair) { _, reached in
          if distances[reached] != nil { return }
          // What a worse level brought earlier is no later and no less.
          var worse = reached
          while worse.level < ImpactLevel.retired {
            worse.level += 1
            if let known = distances[worse], known < layers.count { return }
          }
          distances[reached] = layers.count
          next.append(reached)
        }
      }
      layer = next
    }
  }

  private mutating func goBack() {
    ways[target] = 1
    for distance in layers.indices.dropLast().reversed() {
      for pair in layers[distance] where pair.level > ImpactLevel.repoint {
        var number: UInt64 = 0
        forEachStep(from: pair) { _, reached in
          if distances[reached] == distance + 1, let known = ways[reached] { number = sum(number, known) }
        }
        if number > 0 { ways[pair] = number }
      }
    }
  }

  private func sum(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }

  private func forEachStep(from pair: Pair, _ body: (Int, Pair) -> Void) {
    let repoints = pair.level == ImpactLevel.retired && replaced.contains(pair.place)
    for position in graph.positions(of: Int(pair.place)) {
      var effect = graph.effect(at: position, of: pair.level)
      if effect == ImpactLevel.none { continue }
      if repoints, effect == ImpactLevel.broken { effect = ImpactLevel.repoint }
      body(position, Pair(place: graph.dependents[position], level: effect))
    }
  }

  // MARK: One by one

  private func isUseful(_ pair: Pair, at distance: Int) -> Bool { ways[pair] != nil && distances[pair] == distance }

  /// The pairs one step further from which the target is reached, by node.
  private func nexts(of pairs: [Pair], at distance: Int) -> [(place: UInt32, pairs: [Pair])] {
    var nexts: [UInt32: [Pair]] = [:]
    for pair in pairs where pair.level > ImpactLevel.repoint {
      forEachStep(from: pair) { _, reached in
        if isUseful(reached, at: distance + 1), nexts[reached.place]?.contains(reached) != true {
          nexts[reached.place, default: []].append(reached)
        }
      }
    }
    return nexts.sorted { $0.key < $1.key }.map { (place: $0.key, pairs: $0.value) }
  }

  /// The ways along one row of nodes, by types.
  private func variants(along nodes: [[Pair]], limit: Int) -> [[Int]] {
    // From which pairs the target is reached along these nodes.
    var alive = nodes
    alive[alive.count - 1] = [target]
    for step in alive.indices.dropLast().reversed() {
      alive[step] = nodes[step].filter { pair in
        var leads = false
        forEachStep(from: pair) { _, reached in if alive[step + 1].contains(reached) { leads = true } }
        return leads
      }
    }
    var ways: [(pair: Pair, positions: [Int])] = alive[0].map { ($0, []) }
    for step in alive.indices.dropFirst() {
      var longer: [(pair: Pair, positions: [Int])] = []
      for way in ways {
        forEachStep(from: way.pair) { position, reached in
          if longer.count < limit, alive[step].contains(reached) {
            longer.append((reached, way.positions + [position]))
          }
        }
      }
      ways = longer
    }
    return ways.prefix(limit).map(\.positions)
  }
}
