import Diagnostics
import GraphModel
import Yams

extension DefinitionYAML {
  /// Depths and lengths beyond which nobody writes a definition, and a parser would run out of stack.
  private static let greatestDepth = 64
  private static let greatestLength = 1 << 20
  /// How many values a definition may hold once every alias stands for what it names.
  private static let mostValues = 100_000

  mutating func root() -> Node? {
    if source.utf8.count > Self.greatestLength {
      report("definition-too-large", "a diagram definition may not be larger than 1 MiB", at: nil)
      return nil
    }
    if isTooDeep() {
      report("definition-too-deep", "the YAML is nested more than \(Self.greatestDepth) levels deep", at: nil)
      return nil
    }
    guard let text = String(validating: source.utf8, as: UTF8.self) else {
      report("bad-encoding", "the file is not UTF-8", at: firstBadCharacter, hint: "save it as UTF-8")
      return nil
    }
    if multipliesTooMuch(text) {
      reportTooManyValues()
      return nil
    }
    do {
      let node = try Yams.compose(yaml: text)
      guard let node else {
        report("empty-definition", "the file holds no definition", at: nil, hint: "it needs 'title' and 'queries'")
        return nil
      }
      if holdsTooMuch(node) {
        reportTooManyValues()
        return nil
      }
      return node
    } catch let error as YamlError {
      report(error)
    } catch {
      report("bad-yaml", "the file is not YAML", at: nil)
    }
    return nil
  }

  private mutating func reportTooManyValues() {
    report(
      "definition-too-large", "the definition holds more than \(Self.mostValues) values", at: nil,
      hint: "an alias (*name) stands for all that its anchor (&name) holds")
  }

  private mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report("bad-yaml", "the YAML cannot be read: \(problem)", at: FileMark(mark), hint: Self.hint(on: problem))
    case .reader(let problem, _, _, _):
      report(
        "bad-yaml", "the YAML cannot be read: \(problem)", at: firstControlCharacter,
        hint: "control characters are written in quotation marks: \"\\x07\"")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let first = FileMark(context.mark)
      for key in duplicates.sorted(by: { $0.precedesByCodePoints($1) }) {
        report(
          "duplicate-key", "'\(key)' is written twice in the same mapping",
          at: secondPlace(of: key, from: first) ?? first, length: key.unicodeScalars.count,
          hint: "put both into one")
      }
    default: report("bad-yaml", "the file is not YAML", at: nil)
    }
  }

  private static func hint(on problem: String) -> String? {
    let text = "a text with ': ' in it stands in quotation marks or behind >-"
    if problem.contains("mapping values are not allowed") { return text }
    if problem.contains("cannot start any token") {
      return "indent with blanks; a text may begin so in quotation marks"
    }
    if problem.contains("undefined alias") { return "a text that begins with * stands in quotation marks" }
    if problem.contains("did not find expected") || problem.contains("could not find expected") {
      return "check the indentation, brackets and quotation marks; " + text
    }
    return nil
  }

  // MARK: Places

  /// Where a key stands for the second time: on a later line at the same indentation, or later on the same line.
  private func secondPlace(of key: String, from mark: FileMark) -> FileMark? {
    func isKey(_ text: Substring.UnicodeScalarView, in rest: Substring.UnicodeScalarView) -> Bool {
      rest.starts(with: text) && rest.dropFirst(text.count).first { $0 != " " } == ":"
    }
    let wanted = key[...].unicodeScalars
    guard mark.line >= 1, mark.line <= lines.count else { return nil }
    let first = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1 + wanted.count)
    for (offset, index) in first.indices.enumerated() where isKey(wanted, in: first[index...]) {
      return FileMark(line: mark.line, column: mark.column + wanted.count + offset)
    }
    for (number, line) in lines.enumerated().dropFirst(mark.line) {
      let scalars = line.unicodeScalars
      let indentation = scalars.prefix(mark.column - 1)
      guard indentation.count == mark.column - 1, indentation.allSatisfy({ $0 == " " }) else { continue }
      if isKey(wanted, in: scalars.dropFirst(mark.column - 1)) {
        return FileMark(line: number + 1, column: mark.column)
      }
    }
    return nil
  }

  /// Where bytes stand that are no UTF-8; they were read as U+FFFD.
  private var firstBadCharacter: FileMark? { firstMark { $0 == "\u{FFFD}" } }

  private var firstControlCharacter: FileMark? {
    firstMark { $0.properties.generalCategory == .control && $0 != "\t" && $0 != "\r" }
  }

  private func firstMark(where isMeant: (Unicode.Scalar) -> Bool) -> FileMark? {
    for (number, line) in lines.enumerated() {
      for (column, scalar) in line.unicodeScalars.enumerated() where isMeant(scalar) {
        return FileMark(line: number + 1, column: column + 1)
      }
    }
    return nil
  }

  // MARK: Bounds

  /// Counts brackets and leading dashes, which is more than the true depth and never less.
  private func isTooDeep() -> Bool {
    var brackets = 0
    for line in lines {
      var indent = 0
      var dashes = 0
      for byte in line.utf8 {
        if byte == UInt8(ascii: " ") { indent += 1 } else if byte == UInt8(ascii: "-") { dashes += 1 } else { break }
      }
      if dashes > Self.greatestDepth || indent > 4 * Self.greatestDepth { return true }
      for byte in line.utf8 {
        if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { brackets += 1 }
        if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { brackets = max(0, brackets - 1) }
        if brackets > Self.greatestDepth { return true }
      }
    }
    return false
  }

  /// Whether aliases in anchors in anchors could make so much of the text that comparing keys alone would not end.
  ///
  /// With *a* anchors and *n* aliases a text stands for at most (*n*/*a* + 1)ᵃ times itself. What only looks like an
  /// alias counts too, such as `[*1..4]` in a query; without anchors nothing multiplies.
  private func multipliesTooMuch(_ text: String) -> Bool {
    var counts: [UInt8: Double] = [:]
    var before = UInt8(ascii: " ")
    var sign: UInt8 = 0
    for byte in text.utf8 {
      if sign != 0, byte > UInt8(ascii: " ") { counts[sign, default: 0] += 1 }
      sign = (byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*")) && " \n\t[{,:".utf8.contains(before) ? byte : 0
      before = byte
    }
    guard let anchors = counts[UInt8(ascii: "&")], let aliases = counts[UInt8(ascii: "*")] else { return false }
    var size = Double(text.utf8.count)
    for _ in 0..<Int(min(anchors, 60)) { size *= aliases / anchors + 1 }
    return size > Double(1 << 28)
  }

  private func holdsTooMuch(_ root: Node) -> Bool {
    var waiting = [root]
    var count = 0
    while let node = waiting.popLast() {
      count += 1
      if count > Self.mostValues { return true }
      if let sequence = node.sequence { waiting += sequence }
      for (key, value) in node.mapping ?? [:] {
        waiting.append(key)
        waiting.append(value)
      }
    }
    return false
  }
}
