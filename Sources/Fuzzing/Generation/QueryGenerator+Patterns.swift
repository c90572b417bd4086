import SeededRandom

extension QueryGenerator {
  /// A path to match.
  mutating func path(depth: Int, isNamed: Bool) -> String {
    let name = isNamed ? newVariable(.path) + " = " : ""
    let steps = random.one(of: [0, 0, 1, 1, 1, 1, 2, 2, 3])
    var text = node(depth: depth)
    for _ in 0..<steps { text += relationship(depth: depth) + node(depth: depth) }
    if steps > 0 && random.chance(oneIn: 20) {
      return name + random.one(of: ["shortestPath", "allShortestPaths"]) + "(" + text + ")"
    }
    let selector =
      steps > 0 && random.chance(oneIn: 20)
      ? random.one(of: [
        "ANY ", "ANY SHORTEST ", "ALL SHORTEST ", "SHORTEST 2 ", "SHORTEST 2 GROUPS ", "TRAIL ", "ACYCLIC ",
      ])
      : ""
    return name + selector + text
  }

  /// A path to create or to merge: its relationships have one type and mostly a direction.
  mutating func createdPath(depth: Int, isNamed: Bool) -> String {
    let name = isNamed ? newVariable(.path) + " = " : ""
    var text = createdNode(depth: depth)
    for _ in 0..<random.number(below: 3) {
      let type = random.chance(oneIn: 60) ? "" : ":" + self.type()
      let body = "[\(random.chance(oneIn: 2) ? newVariable(.relationship) : "")\(type)\(properties(depth: depth))]"
      text += random.chance(oneIn: 2) ? "-\(body)->" : random.chance(oneIn: 40) ? "-\(body)-" : "<-\(body)-"
      text += createdNode(depth: depth)
    }
    return name + text
  }

  private mutating func createdNode(depth: Int) -> String {
    if random.chance(oneIn: 2), let known = variable(.node) { return "(\(known))" }
    return "(\(random.chance(oneIn: 2) ? newVariable(.node) : "")"
      + maybe(2) { ":" + $0.label() } + maybe(2) { $0.properties(depth: depth) } + ")"
  }

  private mutating func node(depth: Int) -> String {
    var text = "("
    if random.chance(oneIn: 3), let known = variable(.node) {
      text += known
    } else if !random.chance(oneIn: 3) {
      text += newVariable(.node)
    }
    text += maybe(3) { $0.labels() } + maybe(6) { $0.properties(depth: depth) }
    return text + maybe(16) { " WHERE " + $0.expression(.boolean, depth - 1) } + ")"
  }

  private mutating func labels() -> String {
    switch random.number(below: 8) {
    case 0: return ":\(label()):\(label())"
    case 1: return ":\(label())|\(label())"
    case 2: return ":!\(label())"
    case 3: return ":\(label())&!\(label())"
    case 4: return " IS \(label())"
    case 5: return ":%"
    default: return ":\(label())"
    }
  }

  private mutating func relationship(depth: Int) -> String {
    let isLong = random.chance(oneIn: 4)
    var body = ""
    if random.chance(oneIn: 2) {
      body +=
        random.chance(oneIn: 8) ? variable(.relationship) ?? "" : newVariable(isLong ? .relationships : .relationship)
    }
    body += random.one(of: ["", "", ":\(type())", ":\(type())|\(type())", ":\(type())|:\(type())"])
    if isLong { body += random.one(of: ["*", "*1..2", "*0..1", "*2", "*..2", "*0..", "*3..1", "*0..0", "*1..3"]) }
    body += maybe(10) { $0.properties(depth: depth) }
    let text = random.one(of: ["-[\(body)]->", "<-[\(body)]-", "-[\(body)]-", "-[\(body)]->"])
    return text + (isLong ? "" : maybe(14) { $0.random.one(of: ["+", "*", "{1,2}", "{2}", "{0,1}", "{,2}"]) })
  }

  private mutating func properties(depth: Int) -> String {
    if random.chance(oneIn: 100) { return " $map" }
    return " {" + keys(0...2).map { "\($0): \(expression(.any, min(depth - 2, 1)))" }.joined(separator: ", ") + "}"
  }
}
