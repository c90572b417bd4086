/// A path pattern and the slow way to its answer: all ways are tried, and the selector looks at them afterwards.
struct PathTwin {
  enum Condition: CaseIterable {
    case none, ascending, heavy, endsDiffer
  }

  enum Selector {
    case none
    case paths(Int)
    case groups(Int)
  }

  enum Mode: String {
    case trail = ""
    case acyclic = "ACYCLIC"
    case walk = "WALK"
  }

  struct Part {
    /// `>`, `<`, `-`
    var directions: [Character]
    var types: [String?]
    var lower: Int
    var upper: Int?
    var condition: Condition
    /// Whether it is a relationship between two named nodes and no quantified path.
    var isPlain = false
  }

  struct Graph {
    var nodeCount: Int
    var relationships: [(from: Int, to: Int, type: String, weight: Int)]
  }

  /// One way through the whole pattern.
  struct Way: Hashable {
    var nodes: [Int]
    var relationships: [Int]
    /// Repetitions of each part.
    var counts: [Int]

    var ends: [Int] { [nodes[0], nodes[nodes.count - 1]] }
  }

  var parts: [Part]
  var mode: Mode
  var selector: Selector
  var start: Int?
  var end: Int?
  /// Whether both ends are the same variable.
  var isClosed: Bool
  /// The least number of relationships, asked inside the pattern.
  var leastLength: Int?

  // MARK: The query

  var query: String {
    let word = mode == .acyclic ? "ACYCLIC " : ""
    let head =
      switch selector {
      case .none: word
      case .paths(let count): "SHORTEST \(count) \(word)"
      case .groups(1): "ALL SHORTEST \(word)"
      case .groups(let count): "SHORTEST \(count) \(word)GROUPS "
      }
    var pattern = pattern
    if let leastLength { pattern = "(q = \(pattern) WHERE length(q) >= \(leastLength))" }
    let lists = parts.indices.map { number in
      parts[number].isPlain
        ? "[\(joint(number)).key], [\(joint(number + 1)).key], [r\(number)_0.i]"
        : "[x IN a\(number) | x.key], [x IN b\(number) | x.key], [x IN r\(number)_0 | x.i]"
    }
    let match = "MATCH \(mode == .walk ? "REPEATABLE ELEMENTS " : "")p = \(head)\(pattern)"
    return match + " RETURN "
      + "[x IN nodes(p) | x.key] AS nodes, [x IN relationships(p) | x.i] AS relationships, "
      + "[\(lists.joined(separator: ", "))] AS groups"
  }

  /// The ends that are reached, once each.
  var reachabilityQuery: String {
    let words = mode == .acyclic ? "ACYCLIC " : mode == .walk ? "REPEATABLE ELEMENTS " : ""
    return "MATCH \(words)\(pattern) RETURN DISTINCT s.key AS s, \(isClosed ? "s" : "e").key AS e ORDER BY s, e"
  }

  /// The name of the node before a part, or behind the last.
  private func joint(_ number: Int) -> String {
    number == 0 || (isClosed && number == parts.count) ? "s" : number == parts.count ? "e" : "m\(number)"
  }

  private var pattern: String {
    var pattern = "(s" + (start.map { " {key: \($0)}" } ?? "") + ")"
    for (number, part) in parts.enumerated() {
      let (left, right) = part.isPlain ? (joint(number), joint(number + 1)) : ("a\(number)", "b\(number)")
      let condition =
        switch part.condition {
        case .none: ""
        case .ascending: " WHERE \(left).key <= \(right).key"
        case .heavy: " WHERE r\(number)_0.w = 1"
        case .endsDiffer: " WHERE \(left) <> \(right)"
        }
      let isHeavy = part.isPlain && part.condition == .heavy
      var body = part.isPlain ? "" : "(a\(number))"
      for (step, direction) in part.directions.enumerated() {
        let inside =
          "[r\(number)_\(step)" + (part.types[step].map { ":" + $0 } ?? "") + (isHeavy ? condition : "") + "]"
        body += direction == "<" ? "<-\(inside)-" : direction == ">" ? "-\(inside)->" : "-\(inside)-"
        if !part.isPlain { body += step == part.directions.count - 1 ? "(b\(number))" : "()" }
      }
      pattern +=
        part.isPlain ? body : "(\(body)\(condition)){\(part.lower),\(part.upper.map(String.init) ?? "")}"
      let key = number == parts.count - 1 && !isClosed ? end.map { " {key: \($0)}" } ?? "" : ""
      pattern += "(\(joint(number + 1))\(key)\(part.isPlain && !isHeavy ? condition : ""))"
    }
    return pattern
  }

  // MARK: The answer

  /// The lists of the first and last node and the first relationship of each part, as the query returns them.
  func groups(of way: Way) -> [[Int]] {
    var lists: [[Int]] = []
    var offset = 0
    for (part, count) in zip(parts, way.counts) {
      let length = part.directions.count
      lists.append((0..<count).map { way.nodes[offset + $0 * length] })
      lists.append((0..<count).map { way.nodes[offset + ($0 + 1) * length] })
      lists.append((0..<count).map { way.relationships[offset + $0 * length] })
      offset += count * length
    }
    return lists
  }

  /// All ways that the pattern allows before the selector chooses.
  func ways(in graph: Graph) -> [Way] {
    var found: [Way] = []
    for node in 0..<graph.nodeCount where start ?? node == node {
      follow(Way(nodes: [node], relationships: [], counts: []), part: 0, graph, &found)
    }
    return found
  }

  private func follow(_ way: Way, part: Int, _ graph: Graph, _ found: inout [Way]) {
    guard part < parts.count else {
      let last = way.nodes[way.nodes.count - 1]
      let isWanted = (end ?? last) == last && (!isClosed || way.nodes[0] == last)
      if isWanted, way.relationships.count >= leastLength ?? 0 { found.append(way) }
      return
    }
    var begun = way
    begun.counts.append(0)
    repeatPart(begun, part, graph, &found)
  }

  private func repeatPart(_ way: Way, _ part: Int, _ graph: Graph, _ found: inout [Way]) {
    let count = way.counts[part]
    if count >= parts[part].lower { follow(way, part: part + 1, graph, &found) }
    guard count < parts[part].upper ?? .max else { return }
    step(way, part, 0, graph) { next in
      var next = next
      next.counts[part] += 1
      repeatPart(next, part, graph, &found)
    }
  }

  private func step(_ way: Way, _ part: Int, _ step: Int, _ graph: Graph, _ then: (Way) -> Void) {
    let pattern = parts[part]
    guard step < pattern.directions.count else {
      if meets(way, pattern, graph) { then(way) }
      return
    }
    let node = way.nodes[way.nodes.count - 1]
    for (number, relationship) in graph.relationships.enumerated() {
      if let type = pattern.types[step], type != relationship.type { continue }
      if mode != .walk, way.relationships.contains(number) { continue }
      var targets: Set<Int> = []
      if pattern.directions[step] != "<", relationship.from == node { targets.insert(relationship.to) }
      if pattern.directions[step] != ">", relationship.to == node { targets.insert(relationship.from) }
      for target in targets {
        if mode == .acyclic, way.nodes.contains(target) { continue }
        var next = way
        next.nodes.append(target)
        next.relationships.append(number)
        self.step(next, part, step + 1, graph, then)
      }
    }
  }

  private func meets(_ way: Way, _ part: Part, _ graph: Graph) -> Bool {
    let length = part.directions.count
    let (first, last) = (way.nodes[way.nodes.count - 1 - length], way.nodes[way.nodes.count - 1])
    return switch part.condition {
    case .none: true
    case .ascending: first <= last
    case .heavy: graph.relationships[way.relationships[way.relationships.count - length]].weight == 1
    case .endsDiffer: first != last
    }
  }
}
