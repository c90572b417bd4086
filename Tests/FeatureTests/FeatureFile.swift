import Foundation

/// One case of a feature file: a scenario, or one row of the examples of a scenario outline.
struct FeatureCase: Sendable, CustomStringConvertible {
  var file: String
  var line: Int
  var name: String
  var steps: [FeatureStep]

  var description: String { "\(file):\(line) \(name)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Features")

  /// Every case of every file below `Tests/Features`, in the order of their names.
  static func all() throws -> [FeatureCase] {
    let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try names.filter { $0.hasSuffix(".feature") }.sorted().flatMap { name in
      try FeatureFile(name: name, text: String(contentsOf: folder.appending(path: name), encoding: .utf8)).cases
    }
  }
}

/// `Given an empty graph`, with the text or the table that belongs to it.
struct FeatureStep: Sendable {
  var text: String
  var line: Int
  var document: String?
  var table: [[String]] = []

  /// The step of one row of examples.
  func filled(_ values: [(name: String, value: String)]) -> FeatureStep {
    func filled(_ text: String) -> String {
      values.reduce(text) { $0.replacingOccurrences(of: "<\($1.name)>", with: $1.value) }
    }
    return FeatureStep(
      text: filled(text), line: line, document: document.map(filled), table: table.map { $0.map(filled) })
  }
}

/// A feature file: the part of Gherkin that the openCypher TCK uses.
struct FeatureFile {
  struct Unreadable: Error, CustomStringConvertible {
    var description: String
  }

  private struct Scenario {
    var name: String
    var line: Int
    var isOutline: Bool
    var steps: [FeatureStep] = []
    var examples: [[(line: Int, cells: [String])]] = []
  }

  private enum Place { case nowhere, background, scenario, examples }

  private let name: String
  private let lines: [String]
  private var position = 0
  private var place = Place.nowhere
  private var background: [FeatureStep] = []
  private var scenarios: [Scenario] = []

  init(name: String, text: String) throws(Unreadable) {
    self.name = name
    lines = text.components(separatedBy: "\n")
    while position < lines.count { try readLine() }
  }

  var cases: [FeatureCase] {
    get throws(Unreadable) {
      var cases: [FeatureCase] = []
      for scenario in scenarios {
        guard scenario.isOutline else {
          cases.append(
            FeatureCase(file: name, line: scenario.line, name: scenario.name, steps: background + scenario.steps))
          continue
        }
        for table in scenario.examples {
          for row in table.dropFirst() {
            guard let head = table.first?.cells, head.count == row.cells.count else {
              throw Unreadable(description: "\(name):\(row.line): a row of examples that does not fit its head")
            }
            let values = zip(head, row.cells).map { (name: $0, value: $1) }
            cases.append(
              FeatureCase(
                file: name, line: row.line, name: FeatureStep(text: scenario.name, line: 0).filled(values).text,
                steps: background + scenario.steps.map { $0.filled(values) }))
          }
        }
      }
      return cases
    }
  }

  private mutating func readLine() throws(Unreadable) {
    let line = lines[position].trimmingCharacters(in: .whitespaces)
    position += 1
    if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("@") || line.hasPrefix("Feature:") { return }
    if line.hasPrefix("Background:") {
      place = .background
    } else if let title = rest(of: line, after: "Scenario Outline:") {
      begin(Scenario(name: title, line: position, isOutline: true))
    } else if let title = rest(of: line, after: "Scenario:") {
      begin(Scenario(name: title, line: position, isOutline: false))
    } else if line.hasPrefix("Examples:"), !scenarios.isEmpty {
      scenarios[scenarios.count - 1].examples.append([])
      place = .examples
    } else if line.hasPrefix("|") {
      try add(row: cells(of: line))
    } else if line.hasPrefix("\"\"\"") {
      let document = readDocument(indent: lines[position - 1].prefix { $0 == " " }.count)
      try change { $0.document = document }
    } else if let keyword = ["Given ", "When ", "Then ", "And "].first(where: line.hasPrefix) {
      let step = FeatureStep(text: String(line.dropFirst(keyword.count)), line: position)
      switch place {
      case .background: background.append(step)
      case .scenario: scenarios[scenarios.count - 1].steps.append(step)
      case .nowhere, .examples: throw unreadable("a step outside a scenario")
      }
    } else if place != .nowhere {
      throw unreadable("cannot read '\(line)'")
    }
  }

  private func rest(of line: String, after keyword: String) -> String? {
    line.hasPrefix(keyword) ? line.dropFirst(keyword.count).trimmingCharacters(in: .whitespaces) : nil
  }

  private mutating func begin(_ scenario: Scenario) {
    scenarios.append(scenario)
    place = .scenario
  }

  private mutating func add(row: [String]) throws(Unreadable) {
    if place == .examples, let last = scenarios.indices.last, let table = scenarios[last].examples.indices.last {
      scenarios[last].examples[table].append((position, row))
    } else {
      try change { $0.table.append(row) }
    }
  }

  /// Changes the step that was read last.
  private mutating func change(_ body: (inout FeatureStep) -> Void) throws(Unreadable) {
    if place == .background, let last = background.indices.last {
      body(&background[last])
    } else if place == .scenario, let scenario = scenarios.indices.last,
      let last = scenarios[scenario].steps.indices.last
    {
      body(&scenarios[scenario].steps[last])
    } else {
      throw unreadable("a table or text that belongs to no step")
    }
  }

  /// The lines up to the closing `"""`, without the indent of the opening one.
  private mutating func readDocument(indent: Int) -> String {
    var document: [String] = []
    while position < lines.count {
      let line = lines[position]
      position += 1
      if line.trimmingCharacters(in: .whitespaces) == "\"\"\"" { break }
      document.append(String(line.dropFirst(min(indent, line.prefix { $0 == " " }.count))))
    }
    return document.joined(separator: "\n")
  }

  /// `| a | b |` with the escapes `\n`, `\|` and `\\`.
  private func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.dropFirst() {
      if isEscaped {
        switch character {
        case "n": cell.append("\n")
        case "|", "\\": cell.append(character)
        default: cell += "\\\(character)"
        }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "|" {
        cells.append(cell.trimmingCharacters(in: CharacterSet(charactersIn: " \t")))
        cell = ""
      } else {
        cell.append(character)
      }
    }
    return cells
  }

  private func unreadable(_ what: String) -> Unreadable { Unreadable(description: "\(name):\(position): \(what)") }
}
