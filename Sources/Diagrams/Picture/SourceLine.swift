import GraphModel

/// Where the drawn content stands: each source's name with the lines in it, for `$sources` in a definition.
struct SourceLine {
  /// More stretches than this are drawn together where they are nearest.
  private static let mostStretches = 8

  private var stretches: [String: [ClosedRange<Int>]] = [:]

  /// - Parameter properties: of a node or relationship; those without a `source` say nothing.
  mutating func add(_ properties: [String: Value]) {
    guard case .string(let source)? = properties["source"], !source.isEmpty else { return }
    var found: [ClosedRange<Int>] = []
    if case .string(let lines)? = properties["lines"] { found = Self.stretches(in: lines) }
    stretches[source, default: []] += found
  }

  func text(in language: CaptionLanguage, name: (String) -> String) -> String {
    let sources = stretches.sorted { $0.key.precedesByCodePoints($1.key) }
    return sources.map { source, found in
      let merged = Self.merged(found).map { stretch in
        stretch.count == 1 ? "\(stretch.lowerBound)" : "\(stretch.lowerBound)–\(stretch.upperBound)"
      }
      guard !merged.isEmpty else { return name(source) }
      return name(source) + (language == .swedish ? ", rad " : ", lines ") + merged.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// `L35-45, L27` as numbers; what is not so written is left out.
  private static func stretches(in text: String) -> [ClosedRange<Int>] {
    text.split(separator: ",").compactMap { part in
      let ends = part.drop { $0 == " " || $0 == "L" }.split(separator: "-").map { Int($0.drop { $0 == "L" }) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last else { return nil }
      return first...last
    }
  }

  /// In order, with what is at most one line apart drawn together, as an empty line between paragraphs is.
  private static func merged(_ stretches: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var result = stretches.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var gap = 2
    repeat {
      var joined: [ClosedRange<Int>] = []
      for stretch in result {
        if let last = joined.last, stretch.lowerBound - last.upperBound <= gap {
          joined[joined.count - 1] = last.lowerBound...max(last.upperBound, stretch.upperBound)
        } else {
          joined.append(stretch)
        }
      }
      result = joined
      gap = gap > 100_000_000 ? Int.max : gap * 2
    } while result.count > mostStretches
    return result
  }
}

extension PictureBuilder {
  /// The places of all relationships that are drawn, folded or told in a caption, and of the nodes that have none.
  func sourceLine() -> String {
    var line = SourceLine()
    let folded = Set(leaves.joined().map(\.relationship))
    var isTold = looks.map(\.isHidden)
    for (number, relationship) in graph.relationships.enumerated()
    where relationship.isThere || marks?.earlierLooks[number] != nil {
      guard folded.contains(number) || !isHidden(relationship) else { continue }
      line.add(relationship.properties)
      isTold[relationship.from] = true
      isTold[relationship.to] = true
    }
    for index in graph.nodes.indices where !isTold[index] { line.add(graph.nodes[index].properties) }
    return line.text(in: context.language) { key in
      graph.nodes.first { $0.key.isIdenticalText(to: key) }?.name ?? key
    }
  }
}
