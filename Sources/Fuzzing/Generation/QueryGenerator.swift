import SeededRandom

/// Writes queries by the grammar, with variables used as what they are, so that many of them can be bound and run.
///
/// One in so many choices is wrong on purpose: another kind of variable, an unknown name, a value of another type.
struct QueryGenerator {
  enum Kind: CaseIterable {
    case node, relationship, relationships, path, number, text, boolean, list, map, temporal, any
  }

  struct Variable {
    var name: String
    var kind: Kind
  }

  var random: SplitMix64
  /// What the next clause can name.
  var scope: [Variable] = []
  /// Whether something has been written that forbids a bare MATCH after it.
  var hasWritten = false
  var nextName = 0

  init(random: SplitMix64) { self.random = random }

  mutating func query() -> String {
    if random.chance(oneIn: 40) { return (random.chance(oneIn: 2) ? "EXPLAIN " : "PROFILE ") + query(depth: 3) }
    return query(depth: 3)
  }

  mutating func query(depth: Int) -> String {
    var text = singleQuery(depth: depth)
    if random.chance(oneIn: 16) {
      scope = []
      text += random.chance(oneIn: 2) ? " UNION " : " UNION ALL "
      text += singleQuery(depth: depth)
    }
    return text
  }

  mutating func newVariable(_ kind: Kind) -> String {
    if random.chance(oneIn: 150), let known = scope.last { return known.name }
    nextName += 1
    let name = ["a", "b", "c", "n", "m", "x", "y", "å"][random.number(below: 8)] + "\(nextName)"
    scope.append(Variable(name: name, kind: kind))
    return name
  }

  /// A variable of the kind; `nil` where there is none.
  mutating func variable(_ kind: Kind) -> String? {
    if random.chance(oneIn: 100) { return random.chance(oneIn: 2) ? "unknown" : scope.last?.name }
    let fitting = kind == .any ? scope : scope.filter { $0.kind == kind || $0.kind == .any }
    return fitting.isEmpty ? nil : random.one(of: fitting).name
  }

  /// Writes a part whose variables are known to it alone.
  mutating func inner<Part>(_ body: (inout QueryGenerator) -> Part) -> Part {
    let outer = scope
    defer { scope = outer }
    return body(&self)
  }

  mutating func joined(_ count: ClosedRange<Int>, _ separator: String = ", ", _ part: (inout QueryGenerator) -> String)
    -> String
  {
    let count = count.lowerBound + random.number(below: count.upperBound - count.lowerBound + 1)
    return (0..<count).map { _ in part(&self) }.joined(separator: separator)
  }

  mutating func maybe(_ oneIn: Int, _ part: (inout QueryGenerator) -> String) -> String {
    random.chance(oneIn: oneIn) ? part(&self) : ""
  }

  mutating func label() -> String { random.one(of: ["A", "B", "C", "A", "B", "Område", "Missing", "`odd name`"]) }
  mutating func type() -> String { random.one(of: ["R", "S", "R", "S", "T", "Missing"]) }
  /// The keys of a map, mostly without doubles.
  mutating func keys(_ count: ClosedRange<Int>) -> [String] {
    var keys: [String] = []
    for _ in 0..<(count.lowerBound + random.number(below: count.count)) {
      let next = key()
      if !keys.contains(next) || random.chance(oneIn: 30) { keys.append(next) }
    }
    return keys
  }

  mutating func key() -> String {
    random.one(of: ["num", "num", "name", "flag", "day", "list", "real", "moment", "span", "time", "none", "`a b`"])
  }
}
