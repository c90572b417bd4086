import SeededRandom

extension QueryGenerator {
  mutating func singleQuery(depth: Int) -> String {
    var clauses: [String] = []
    for _ in 0..<random.number(below: 4) { clauses.append(clause(depth: depth)) }
    if hasWritten && random.chance(oneIn: 2) {
      if random.chance(oneIn: 10) { clauses.append("FINISH") }
    } else {
      clauses.append(projection("RETURN", depth: depth))
    }
    return clauses.joined(separator: " ")
  }

  private mutating func clause(depth: Int) -> String {
    switch random.number(below: 30) {
    case 0...8: return match(depth: depth)
    case 9...11: return match(depth: depth, isOptional: true)
    case 12...15: return projection("WITH", depth: depth) + maybe(4) { " WHERE " + $0.expression(.boolean, depth) }
    case 16...18:
      let barrier = barrier()
      let list = expression(.list, depth)
      return barrier + "UNWIND \(list) AS \(newVariable(.any))"
    case 19, 20: return create(depth: depth)
    case 21: return merge(depth: depth)
    case 22, 23: return scope.isEmpty ? create(depth: depth) : set(depth: depth)
    case 24: return scope.isEmpty ? create(depth: depth) : remove()
    case 25: return scope.isEmpty ? create(depth: depth) : delete()
    case 26: return call(depth: depth)
    case 27: return subquery(depth: depth)
    case 28: return forEach(depth: depth)
    default: return sugar(depth: depth)
    }
  }

  /// What has to stand between a writing clause and a reading one.
  private mutating func barrier() -> String {
    defer { hasWritten = false }
    return hasWritten && !scope.isEmpty && !random.chance(oneIn: 20) ? "WITH * " : ""
  }

  mutating func match(depth: Int, isOptional: Bool = false) -> String {
    let separator = barrier()
    let pattern = joined(random.chance(oneIn: 4) ? 2...2 : 1...1) {
      $0.path(depth: depth, isNamed: $0.random.chance(oneIn: 4))
    }
    return separator + (isOptional ? "OPTIONAL MATCH " : "MATCH ") + pattern
      + maybe(2) { " WHERE " + $0.expression(.boolean, depth) }
  }

  mutating func projection(_ keyword: String, depth: Int) -> String {
    let before = scope
    var text = keyword + " " + maybe(5) { _ in "DISTINCT " }
    var projected: [Variable] = []
    if !before.isEmpty && random.chance(oneIn: 6) {
      text += "*"
      projected = before
    }
    var items: [String] = []
    for _ in 0..<(projected.isEmpty ? 1 + random.number(below: 3) : random.number(below: 2)) {
      let kind = random.one(of: Kind.allCases)
      let item = random.chance(oneIn: 6) ? aggregate(depth: depth) : expression(kind, depth)
      if keyword == "WITH" && !random.chance(oneIn: 20) || random.chance(oneIn: 2) {
        nextName += 1
        let name = random.chance(oneIn: 8) ? before.last?.name ?? "v\(nextName)" : "v\(nextName)"
        projected.append(Variable(name: name, kind: kind))
        items.append("\(item) AS \(name)")
      } else {
        items.append(item)
      }
    }
    for (index, item) in items.enumerated() { text += (index == 0 && !text.hasSuffix("*") ? "" : ", ") + item }
    if random.chance(oneIn: 2) { scope = projected }
    text += maybe(3) {
      " ORDER BY " + $0.joined(1...2) { $0.expression(.any, depth - 1) + $0.random.one(of: ["", " DESC", " ASC"]) }
    }
    scope = projected
    text += maybe(8) { " SKIP " + $0.count() }
    text += maybe(6) { " LIMIT " + $0.count() }
    return text
  }

  private mutating func count() -> String {
    random.one(of: [
      "0", "1", "2", "3", "$two", "1 + 1", "toInteger(2.7)", "5",
      random.one(of: ["-1", "1.5", "$missing", "'1'", "$two"]),
    ])
  }

  private mutating func create(depth: Int) -> String {
    hasWritten = true
    return (random.chance(oneIn: 12) ? "INSERT " : "CREATE ")
      + joined(1...2) { $0.createdPath(depth: depth, isNamed: $0.random.chance(oneIn: 5)) }
  }

  private mutating func merge(depth: Int) -> String {
    hasWritten = true
    return "MERGE " + createdPath(depth: depth, isNamed: random.chance(oneIn: 5))
      + maybe(4) { " ON CREATE " + $0.set(depth: depth) } + maybe(4) { " ON MATCH " + $0.set(depth: depth) }
  }

  private mutating func element() -> String {
    (random.chance(oneIn: 3) ? variable(.relationship) : variable(.node)) ?? variable(.any) ?? "n"
  }

  private mutating func set(depth: Int) -> String {
    hasWritten = true
    return "SET "
      + joined(1...2) {
        switch $0.random.number(below: 6) {
        case 0: return "\($0.element()) = \($0.expression(.map, depth - 1))"
        case 1: return "\($0.element()) += \($0.expression(.map, depth - 1))"
        case 2: return "\($0.variable(.node) ?? "n"):\($0.label())" + $0.maybe(3) { ":" + $0.label() }
        default: return "\($0.element()).\($0.key()) = \($0.expression(.any, depth - 1))"
        }
      }
  }

  private mutating func remove() -> String {
    hasWritten = true
    return "REMOVE "
      + joined(1...2) {
        $0.random.chance(oneIn: 2) ? "\($0.element()).\($0.key())" : "\($0.variable(.node) ?? "n"):\($0.label())"
      }
  }

  private mutating func delete() -> String {
    hasWritten = true
    let target = random.one(of: [variable(.node), variable(.relationship), variable(.path), variable(.any)])
    return (random.chance(oneIn: 2) ? "DETACH DELETE " : "DELETE ") + (target ?? expression(.any, 1))
  }

  private mutating func call(depth: Int) -> String {
    let (name, column) = random.one(of: [
      ("labels", "label"), ("relationshipTypes", "relationshipType"), ("propertyKeys", "propertyKey"),
    ])
    let field = random.chance(oneIn: 20) ? "unknown" : column
    return barrier() + "CALL db.\(name)() YIELD \(field) AS \(newVariable(.text))"
  }

  private mutating func subquery(depth: Int) -> String {
    guard depth > 0 else { return match(depth: 0) }
    let imports = random.chance(oneIn: 3) ? "" : random.one(of: ["(*) ", "() ", "(\(variable(.any) ?? "*")) "])
    return barrier() + "CALL \(imports){ \(inner { $0.query(depth: depth - 2) }) }"
  }

  private mutating func forEach(depth: Int) -> String {
    let list = expression(.list, depth - 1)
    hasWritten = true
    return inner {
      "FOREACH (\($0.newVariable(.any)) IN \(list) | \($0.random.chance(oneIn: 2) ? $0.set(depth: depth) : $0.create(depth: depth)))"
    }
  }

  private mutating func sugar(depth: Int) -> String {
    switch random.number(below: 3) {
    case 0: return "FILTER " + expression(.boolean, depth)
    case 1:
      let value = expression(.any, depth)
      return "LET \(newVariable(.any)) = \(value)"
    default:
      let list = expression(.list, depth)
      return "FOR \(newVariable(.any)) IN \(list)"
    }
  }
}
