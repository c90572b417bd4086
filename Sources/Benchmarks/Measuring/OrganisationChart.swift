import Foundation
import SeededRandom

/// A tree of units with eight below each, and a twentieth as many relationships across it: as a folder to load, with a
/// diagram, and as the same graph for `dot`.
struct OrganisationChart {
  let names: [String]
  let relationships: [(from: Int, to: Int)]

  init(nodes: Int) {
    let words = [
      "Akutmedicin", "Barnhälsa", "Ortopedi", "Psykiatri", "Kardiologi", "Neurologi", "Primärvård", "Geriatrik",
    ]
    names = (0..<nodes).map { "\(words[$0 % words.count]) \($0)" }
    var random = SplitMix64("organisation chart", seed: 7)
    var pairs = (1..<max(nodes, 1)).map { (from: $0, to: ($0 - 1) / 8) }
    for _ in 0..<(nodes / 20) {
      let pair = (from: random.number(below: nodes), to: random.number(below: nodes))
      if pair.from != pair.to, !pairs.contains(where: { $0 == pair }) { pairs.append(pair) }
    }
    relationships = pairs
  }

  func write(into folder: String) throws {
    for part in ["nodes", "relationships", "diagrams"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(part)", withIntermediateDirectories: true)
    }
    let files = [
      "schema.yaml": """
      kinds:
        Unit: {caption: {sv: Enhet, en: Unit}, properties: {name: {type: string}}}
      relationships:
        PART_OF: {from: [Unit], to: [Unit], caption: {sv: ingår i, en: is part of}}

      """,
      "diagrams/chart.yaml": """
      title: Organisation
      page: wide
      direction: TB
      legend: false
      queries: ["MATCH (unit)-[part:PART_OF]->(whole) RETURN unit, part, whole"]
      styles: {relationships: [{type: PART_OF, reverse: true, label: none}]}

      """,
      "nodes/Unit.csv": "key,name\n" + names.enumerated().map { "\(Self.key($0)),\($1)\n" }.sorted().joined(),
      "relationships/PART_OF.csv": "from,to\n"
        + relationships.map { "\(Self.key($0.from)),\(Self.key($0.to))\n" }.sorted().joined(),
      "chart.dot": "digraph chart {\nnode [shape=box fontname=\"DejaVu Sans\" fontsize=11];\n"
        + names.enumerated().map { "n\($0) [label=\"\($1)\"];\n" }.joined()
        + relationships.map { "n\($0.to) -> n\($0.from);\n" }.joined() + "}\n",
    ]
    for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
  }

  private static func key(_ number: Int) -> String {
    let digits = String(number)
    return "unit-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
  }
}
