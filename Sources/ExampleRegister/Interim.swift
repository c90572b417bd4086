import Foundation
import GraphModel

extension RegionReferences {
  init(graph: String) throws {
    func rows(_ path: String) throws -> [[String]] {
      try String(contentsOfFile: "\(graph)/region/\(path).csv", encoding: .utf8).split(separator: "\n").dropFirst()
        .map { line in
          var cells = [""]
          var quoted = false
          for c in line {
            if c == "\"" {
              quoted.toggle()
            } else if c == ",", !quoted {
              cells.append("")
            } else {
              cells[cells.count - 1].append(c)
            }
          }
          return cells
        }
    }
    var names: [String: String] = [:]
    for kind in ["ProgrammeArea", "Council", "ProcessTeam"] {
      for row in try rows("nodes/\(kind)") { names[row[0]] = row[1] }
    }
    var councils: [String: [String]] = [:]
    for row in try rows("relationships/RESPONSIBLE_FOR") { councils[row[1], default: []].append(row[0]) }
    self.init(names: names, councils: councils.mapValues { $0.sorted() })
  }
}

func write(_ records: RegisterRecords, to folder: String) throws {
  let order = [
    "name", "url", "outcome", "reviewed_on", "comment", "type", "level", "status", "diarienummer", "date", "review_by",
    "topic", "url", "valid_from", "valid_to", "basis",
  ]
  func cell(_ value: Value?) -> String {
    guard case .string(let text)? = value else { return "" }
    return text.contains { ",\"\n".contains($0) } ? "\"\(text)\"" : text
  }
  func file(_ path: String, _ first: [String], _ rows: [([String], [PropertyAssignment])]) throws {
    let used = Set(rows.flatMap { $0.1.map(\.name) })
    var columns: [String] = []
    for name in order where used.contains(name) {
      if name == "url", !columns.contains("outcome"), path.contains("DesignLink") == false,
        columns.contains("topic") == false
      {
        continue
      }
      if !columns.contains(name) { columns.append(name) }
    }
    var text = (first + columns).joined(separator: ",") + "\n"
    for row in rows.sorted(by: {
      Array($0.0.joined(separator: "\u{0}").utf8).lexicographicallyPrecedes(Array($1.0.joined(separator: "\u{0}").utf8))
    }) {
      let values = Dictionary(uniqueKeysWithValues: row.1.map { ($0.name, $0.value) })
      text += (row.0 + columns.map { cell(values[$0]) }).joined(separator: ",") + "\n"
    }
    try FileManager.default.createDirectory(
      atPath: "\(folder)/\(path.split(separator: "/")[0])", withIntermediateDirectories: true)
    try text.write(toFile: "\(folder)/\(path).csv", atomically: true, encoding: .utf8)
  }
  for (kind, nodes) in Dictionary(grouping: records.nodes, by: \.kind) {
    try file("nodes/\(kind)", ["key"], nodes.map { ([$0.key], $0.properties) })
  }
  for (type, relationships) in Dictionary(grouping: records.relationships, by: \.type) {
    try file("relationships/\(type)", ["from", "to"], relationships.map { ([$0.from, $0.to], $0.properties) })
  }
}
