import Foundation

/// A page of `docs` with its examples: a block of queries or commands, and the block of what they answer.
struct DocumentationPage: Sendable, CustomStringConvertible {
  /// One example, in the order of the page.
  struct Example {
    enum Kind {
      /// ```` ```cypher ````, answered by the ```` ```text ```` block behind it, if there is one.
      case query(String, answer: Range<Int>?)
      /// ```` ```console ````: commands behind `$ `, each with what it prints.
      case console(Range<Int>)
      /// `<!-- graph: … -->`: what the queries that follow are asked of.
      case graph(String)
      /// `<!-- file: … -->` before a block: a file with that text.
      case file(name: String, text: String)
      /// `<!-- parameters: {…} -->`: of the query that follows.
      case parameters(String)
    }

    var line: Int
    var kind: Kind
  }

  let name: String
  let lines: [String]

  var description: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  init(_ name: String) throws {
    self.name = name
    lines = try String(contentsOf: Self.folder.appending(path: "docs/\(name)"), encoding: .utf8)
      .components(separatedBy: "\n")
  }

  /// The lines of a range of the page.
  func text(_ range: Range<Int>) -> String { lines[range].joined(separator: "\n") }

  var examples: [Example] {
    var examples: [Example] = []
    var line = 0
    var fileName: String?
    while line < lines.count {
      let start = line
      line += 1
      if let graph = Self.directive("graph", in: lines[start]) {
        examples.append(Example(line: start + 1, kind: .graph(graph)))
      } else if let parameters = Self.directive("parameters", in: lines[start]) {
        examples.append(Example(line: start + 1, kind: .parameters(parameters)))
      } else if let name = Self.directive("file", in: lines[start]) {
        fileName = name
      } else if lines[start].hasPrefix("```"), let end = lines[line...].firstIndex(of: "```") {
        let body = line..<end
        line = end + 1
        if let name = fileName {
          examples.append(Example(line: start + 1, kind: .file(name: name, text: text(body) + "\n")))
          fileName = nil
        } else if lines[start] == "```cypher" {
          examples.append(Example(line: start + 1, kind: .query(text(body), answer: answer(behind: end))))
        } else if lines[start] == "```console" {
          examples.append(Example(line: start + 1, kind: .console(body)))
        }
      }
    }
    return examples
  }

  /// The body of a block of plain text right behind a line.
  private func answer(behind line: Int) -> Range<Int>? {
    guard line + 2 < lines.count, lines[line + 1].isEmpty, lines[line + 2] == "```text",
      let end = lines[(line + 3)...].firstIndex(of: "```")
    else { return nil }
    return (line + 3)..<end
  }

  private static func directive(_ name: String, in line: String) -> String? {
    guard line.hasPrefix("<!-- \(name): "), line.hasSuffix(" -->") else { return nil }
    return String(line.dropFirst(name.count + 7).dropLast(4))
  }

  /// Writes the page with other answers.
  func record(_ answers: [(range: Range<Int>, text: String)]) throws {
    var lines = lines
    for answer in answers.reversed() {
      lines.replaceSubrange(answer.range, with: answer.text.components(separatedBy: "\n"))
    }
    try Data(lines.joined(separator: "\n").utf8).write(to: Self.folder.appending(path: "docs/\(name)"))
  }
}
