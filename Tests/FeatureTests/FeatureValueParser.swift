/// Reads the notation of values in the tables of feature files.
/// - Source: openCypher TCK, `CypherValueParser`.
struct FeatureValueParser {
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  private let text: [Character]
  private var position = 0

  static func parse(_ text: String) throws(Unreadable) -> FeatureValue {
    var parser = FeatureValueParser(text: Array(text))
    let value = try parser.value()
    parser.skipBlanks()
    guard parser.position == parser.text.count else { throw parser.unreadable("its end") }
    return value
  }

  private init(text: [Character]) { self.text = text }

  private mutating func value() throws(Unreadable) -> FeatureValue {
    skipBlanks()
    guard let first = next else { throw unreadable("a value") }
    switch first {
    case "'": return .string(try string())
    case "{": return .map(try map())
    case "[": return position + 1 < text.count && text[position + 1] == ":" ? try relationship() : .list(try list())
    case "(": return try node()
    case "<": return try path()
    default: return try word()
    }
  }

  private mutating func word() throws(Unreadable) -> FeatureValue {
    let start = position
    while let character = next, character.isLetter || character.isNumber || "+-.".contains(character) { position += 1 }
    let word = String(text[start..<position])
    switch word {
    case "null": return .null
    case "true": return .boolean(true)
    case "false": return .boolean(false)
    case "NaN": return .notANumber
    case "Inf": return .float(.infinity)
    case "-Inf": return .float(-.infinity)
    default: break
    }
    if let integer = Int64(word) { return .integer(integer) }
    if let float = Double(word.hasPrefix(".") ? "0" + word : word) { return .float(float) }
    throw unreadable("a value")
  }

  private mutating func string() throws(Unreadable) -> String {
    try take("'")
    var string = ""
    while let character = next {
      position += 1
      if character == "'" { return string }
      if character == "\\", let escaped = next {
        position += 1
        string.append(escaped)
      } else {
        string.append(character)
      }
    }
    throw unreadable("'")
  }

  private mutating func list() throws(Unreadable) -> [FeatureValue] {
    try take("[")
    var items: [FeatureValue] = []
    skipBlanks()
    if takeIf("]") { return items }
    repeat { items.append(try value()) } while takeIf(",")
    try take("]")
    return items
  }

  private mutating func map() throws(Unreadable) -> [String: FeatureValue] {
    try take("{")
    var map: [String: FeatureValue] = [:]
    skipBlanks()
    if takeIf("}") { return map }
    repeat {
      let key = try name()
      try take(":")
      map[key] = try value()
    } while takeIf(",")
    try take("}")
    return map
  }

  private mutating func properties() throws(Unreadable) -> [String: FeatureValue] {
    skipBlanks()
    return next == "{" ? try map() : [:]
  }

  private mutating func node() throws(Unreadable) -> FeatureValue {
    try take("(")
    var labels: Set<String> = []
    while takeIf(":") { labels.insert(try name()) }
    let properties = try properties()
    try take(")")
    return .node(labels: labels, properties: properties)
  }

  private mutating func relationship() throws(Unreadable) -> FeatureValue {
    try take("[")
    try take(":")
    let type = try name()
    let properties = try properties()
    try take("]")
    return .relationship(type: type, properties: properties)
  }

  /// `<(:A)-[:T]->(:B)<-[:T]-(:C)>`
  private mutating func path() throws(Unreadable) -> FeatureValue {
    try take("<")
    let first = try node()
    var steps: [FeatureValue.Step] = []
    while !takeIf(">") {
      let isForward = !takeIf("<")
      try take("-")
      let relationship = try relationship()
      try take("-")
      if isForward { try take(">") }
      steps.append(.init(isForward: isForward, relationship: relationship, node: try node()))
    }
    return .path(first: first, steps: steps)
  }

  private mutating func name() throws(Unreadable) -> String {
    skipBlanks()
    let isQuoted = takeIf("`")
    let start = position
    while let character = next,
      isQuoted ? character != "`" : character.isLetter || character.isNumber || character == "_"
    {
      position += 1
    }
    let name = String(text[start..<position])
    if isQuoted { try take("`") }
    if name.isEmpty { throw unreadable("a name") }
    return name
  }

  // MARK: Characters

  private var next: Character? { position < text.count ? text[position] : nil }

  private mutating func skipBlanks() { while let character = next, character.isWhitespace { position += 1 } }

  private mutating func takeIf(_ character: Character) -> Bool {
    skipBlanks()
    guard next == character else { return false }
    position += 1
    return true
  }

  private mutating func take(_ character: Character) throws(Unreadable) {
    if !takeIf(character) { throw unreadable("'\(character)'") }
  }

  private func unreadable(_ expected: String) -> Unreadable {
    Unreadable(description: "cannot read the value \(String(text)): expected \(expected) at \(position)")
  }
}
