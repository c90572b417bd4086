import GraphModel
import ImpactAnalysis

/// The meaning of an impact, written down as literally and as slowly as can be: the fixpoint by repeating until nothing
/// changes, the chains by listing all walks, layer by layer.
struct SlowTwin {
  struct Link {
    let type: String
    let dependent: Int
    let other: Int
  }

  /// 0 none, 1 repoint, 2 review, 3 degraded, 4 broken, 5 retired.
  typealias Level = Int

  struct Chain: Equatable {
    var nodes: [Int]
    var via: [String]
  }

  struct Affected: Equatable {
    var level: Level
    var chain: Chain
    var already: Bool
  }

  var keys: [String]
  var tables: [String: ImpactTable]
  var links: [Link]
  var inactive: Set<Int>

  private func effect(of link: Link, at level: Level, isReplaced: Bool) -> Level {
    guard let state = ImpactState(rawValue: level - 1), let effect = tables[link.type]?.effect(of: state) else {
      return 0
    }
    return isReplaced && effect == .broken ? 1 : effect.rawValue + 1
  }

  func levels(starts: [Int: Level], replaced: Set<Int>, inactiveStartsPass: Bool = false) -> [Level] {
    var levels = keys.indices.map { starts[$0] ?? 0 }
    if !inactiveStartsPass { for node in inactive { levels[node] = 0 } }
    var changes = true
    while changes {
      changes = false
      for link in links where !inactive.contains(link.dependent) {
        let effect = effect(of: link, at: levels[link.other], isReplaced: replaced.contains(link.other))
        if effect > levels[link.dependent] {
          levels[link.dependent] = effect
          changes = true
        }
      }
    }
    return levels
  }

  /// Every affected node with its first shortest chain.
  func affected(starts: [Int: Level], replaced: Set<Int>) -> [Int: Affected] {
    let final = levels(starts: starts, replaced: replaced)
    let before = levels(
      starts: Dictionary(uniqueKeysWithValues: inactive.map { ($0, 5) }), replaced: [], inactiveStartsPass: true)
    struct State: Hashable {
      var node: Int
      var level: Level
    }
    // The first chain of each length so far, by what it ends in. All first chains of a length extend first chains that
    // are one shorter.
    var layer: [State: Chain] = [:]
    for (node, level) in starts where !inactive.contains(node) {
      layer[State(node: node, level: level)] = Chain(nodes: [node], via: [])
    }
    var found: [State: Chain] = layer
    var length = 0
    while !layer.isEmpty, length <= 4 * keys.count {
      length += 1
      var next: [State: Chain] = [:]
      for (state, chain) in layer {
        for link in links where link.other == state.node && !inactive.contains(link.dependent) {
          // Repointing is the scenario's, so it is at the replaced node as retired that it happens.
          let isReplaced = replaced.contains(state.node)
          let level = effect(of: link, at: state.level, isReplaced: isReplaced)
          if level == 0 || starts[link.dependent] == 5 { continue }
          let longer = Chain(nodes: chain.nodes + [link.dependent], via: chain.via + [link.type])
          let reached = State(node: link.dependent, level: level)
          if let known = next[reached], !isBefore(longer, known) { continue }
          next[reached] = longer
        }
      }
      layer = next.filter { found[$0.key] == nil }
      found.merge(layer) { known, _ in known }
      layer = layer.filter { $0.key.level > 1 }
    }
    var affected: [Int: Affected] = [:]
    for node in keys.indices where final[node] > 0 && final[node] < 5 {
      guard let chain = found[State(node: node, level: final[node])], chain.nodes.count > 1 else { continue }
      let needed = final[node] == 1 ? 4 : final[node]
      affected[node] = Affected(level: final[node], chain: chain, already: before[node] >= needed)
    }
    return affected
  }

  private func isBefore(_ a: Chain, _ b: Chain) -> Bool {
    for (x, y) in zip(a.nodes, b.nodes) where x != y { return keys[x].precedesByCodePoints(keys[y]) }
    for (x, y) in zip(a.via, b.via) where x != y { return x.precedesByCodePoints(y) }
    return false
  }
}
