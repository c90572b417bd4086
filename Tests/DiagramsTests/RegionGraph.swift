import Diagnostics
import Foundation
import GraphModel

@testable import Diagrams

/// The region's graph read from `graph/`, and selections of it such as the definitions' queries make.
struct RegionGraph {
  var nodes: [(key: String, data: NodeData)] = []
  var relationships: [RelationshipData] = []
  private(set) var index: [String: Int] = [:]
  var schema = Schema()

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let shared = RegionGraph()

  private init() {
    let graph = RegionGraph.root.appendingPathComponent("graph")
    schema = RegionGraph.captions(graph.appendingPathComponent("schema.yaml"))
    let region = graph.appendingPathComponent("region")
    for (kind, records) in RegionGraph.tables(region.appendingPathComponent("nodes")) {
      for record in records {
        guard let key = record["key"] else { continue }
        var properties: [String: Value] = [:]
        for (name, cell) in record where !cell.isEmpty { properties[name] = RegionGraph.value(name, cell) }
        index[key] = nodes.count
        nodes.append((key, NodeData(id: Int64(nodes.count + 1), labels: [kind], properties: properties)))
      }
    }
    for (type, records) in RegionGraph.tables(region.appendingPathComponent("relationships")) {
      for record in records {
        guard let from = record["from"].flatMap({ index[$0] }), let to = record["to"].flatMap({ index[$0] }) else {
          continue
        }
        var properties: [String: Value] = [:]
        for (name, cell) in record where !cell.isEmpty && name != "from" && name != "to" {
          properties[name] = RegionGraph.value(name, cell)
        }
        relationships.append(
          RelationshipData(
            id: Int64(relationships.count + 1), type: type, start: NodeIndex(UInt32(from)), end: NodeIndex(UInt32(to)),
            startID: Int64(from + 1), endID: Int64(to + 1), properties: properties))
      }
    }
  }

  /// - Parameter connect: also the relationships of these types between what was found.
  func subgraph(
    nodes wanted: (NodeData) -> Bool = { _ in false }, relationships joined: (String, String, String) -> Bool,
    connect: [String] = []
  ) -> Subgraph {
    var result = Subgraph()
    for (number, node) in nodes.enumerated() where wanted(node.data) {
      result.nodes[NodeIndex(UInt32(number))] = node.data
    }
    for (number, relationship) in relationships.enumerated() {
      let ends = [relationship.start, relationship.end].map { Int($0.raw) }
      guard joined(relationship.type, nodes[ends[0]].key, nodes[ends[1]].key) else { continue }
      result.relationships[RelationshipIndex(UInt32(number))] = relationship
      for end in ends { result.nodes[NodeIndex(UInt32(end))] = nodes[end].data }
    }
    for (number, relationship) in relationships.enumerated() where connect.contains(relationship.type) {
      guard result.nodes[relationship.start] != nil, result.nodes[relationship.end] != nil else { continue }
      result.relationships[RelationshipIndex(UInt32(number))] = relationship
    }
    return result
  }

  func kind(_ key: String) -> String { index[key].map { nodes[$0].data.labels[0] } ?? "" }

  func definition(_ name: String) throws -> DiagramDefinition {
    let file = RegionGraph.root.appendingPathComponent("diagrams/\(name).yaml")
    let source = SourceText(name: "diagrams/\(name).yaml", utf8: Array(try Data(contentsOf: file)))
    let (definition, diagnostics) = DiagramDefinition.read(source, schema: schema)
    guard let definition else { throw DiagnosticsError(diagnostics) }
    if let first = diagnostics.first { throw DiagnosticsError([first]) }
    return definition
  }

  // MARK: Reading

  private static func value(_ name: String, _ cell: String) -> Value {
    if ["number", "position", "order", "part"].contains(name), let number = Int64(cell) { return .integer(number) }
    if cell == "true" || cell == "false" { return .boolean(cell == "true") }
    return .string(cell)
  }

  private static func tables(_ folder: URL) -> [(String, [[String: String]])] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".csv") }.sorted().map { file in
      let text = (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)) ?? ""
      let rows = records(text)
      let header = rows.first ?? []
      let records = rows.dropFirst().map { row in
        Dictionary(zip(header, row), uniquingKeysWith: { first, _ in first })
      }
      return (String(file.prefix { $0 != "." }), records)
    }
  }

  private static func records(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var cell = String.UnicodeScalarView()
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      if isQuoted {
        if scalar != "\"" {
          cell.append(scalar)
        } else if scalars.first == "\"" {
          cell.append("\"")
          scalars.removeFirst()
        } else {
          isQuoted = false
        }
        continue
      }
      switch scalar {
      case "\"": isQuoted = true
      case ",":
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      case "\r": break
      case "\n":
        rows.append(row + [String(cell)])
        row = []
        cell = String.UnicodeScalarView()
      default: cell.append(scalar)
      }
    }
    return rows
  }

  private static func texts(_ line: Substring) -> [String: String] {
    var texts: [String: String] = [:]
    let body = line.drop { $0 != "{" }.dropFirst().dropLast()
    for part in body.components(separatedBy: ", sv:").enumerated() {
      let text = part.offset == 0 ? String(part.element.dropFirst(3)) : part.element
      texts[part.offset == 0 ? "en" : "sv"] = text.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
    }
    return texts
  }

  /// Names, captions and properties from the schema, which is all that diagrams read of it.
  private static func captions(_ file: URL) -> Schema {
    var schema = Schema()
    var isRelationships = false
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    for line in text.split(separator: "\n") {
      if line.hasPrefix("relationships:") { isRelationships = true }
      if line.hasPrefix("  "), !line.hasPrefix("   "), line.hasSuffix(":") {
        let name = line.dropFirst(2).dropLast()
        if isRelationships {
          schema.relationshipTypes.append(RelationshipType(name: String(name), from: [], to: []))
        } else {
          schema.kinds.append(NodeKind(name: String(name)))
        }
      } else if line.hasPrefix("    inverse:"), isRelationships {
        schema.relationshipTypes[schema.relationshipTypes.count - 1].inverseCaption = Caption(texts(line))
      } else if line.hasPrefix("    caption:") {
        let texts = texts(line)
        if isRelationships {
          schema.relationshipTypes[schema.relationshipTypes.count - 1].caption = Caption(texts)
        } else {
          schema.kinds[schema.kinds.count - 1].caption = Caption(texts)
        }
      } else if line.hasPrefix("      "), let colon = line.firstIndex(of: ":"), line.contains("{type:") {
        let property = PropertyDefinition(name: line[..<colon].trimmingCharacters(in: .whitespaces), type: .string)
        if isRelationships {
          schema.relationshipTypes[schema.relationshipTypes.count - 1].properties.append(property)
        } else {
          schema.kinds[schema.kinds.count - 1].properties.append(property)
        }
      }
    }
    return schema
  }
}

extension RegionGraph {
  /// What the queries of `councils-and-areas` find.
  var councilsAndAreas: Subgraph {
    subgraph(
      nodes: { ["Council", "ProgrammeArea"].contains($0.labels[0]) },
      relationships: { type, from, _ in
        ["RESPONSIBLE_FOR", "PAIRED_WITH"].contains(type) || (type == "BELONGS_TO" && from.hasPrefix("rpt-"))
      })
  }

  /// What the queries of `governance` find.
  var governance: Subgraph {
    subgraph(
      nodes: { node in
        guard case .string(let key)? = node.properties["key"] else { return false }
        if key == "grp-stodfunktioner" { return true }
        guard node.labels == ["Group"], node.properties["collective"] == true, node.properties["level"] != nil else {
          return false
        }
        return key != "grp-vardteam" && key != "grp-regionala-kliniska-grupper"
      },
      relationships: { type, from, to in
        switch type {
        case "RESPONSIBLE_FOR", "HOSTS", "PAIRED_WITH": true
        case "SUPPORTS": to == "grp-samordningsrad"
        case "INSTANCE_OF":
          ["grp-samordningsrad", "grp-regionala-programomraden", "grp-nationellt-programomrade"].contains(to)
            || from.hasPrefix("rpt-")
        case "PART_OF": to == "grp-regionala-stodfunktioner"
        default: false
        }
      }, connect: ["CONNECTED_TO", "CORRESPONDS_TO", "SUPPORTS"])
  }

  var steering: Subgraph {
    subgraph(relationships: { type, from, to in
      guard kind(from) == "Group" else { return false }
      return switch type {
      case "STEERS": kind(to) != "Concept"
      case "COORDINATES": ["Programme", "Project"].contains(kind(to))
      case "REPORTS_TO", "ESCALATES_TO", "PROPOSES_TO": true
      case "INSTANCE_OF": to == "grp-ordinarie-styrgrupper"
      default: false
      }
    })
  }

  static let matter = "matter-harmonisering-av-styrande-dokument"

  var recipients: Subgraph {
    subgraph(relationships: { type, from, _ in type == "SENT_TO" && from == Self.matter })
  }

  var decisionTrail: Subgraph {
    let related = relationships.filter { relationship in
      let ends = [relationship.start, relationship.end].map { nodes[Int($0.raw)].key }
      return (relationship.type == "HANDLED_AT" && ends[0] == Self.matter)
        || (relationship.type == "IN_MATTER" && ends[1] == Self.matter)
    }
    let keys = Set(related.flatMap { [nodes[Int($0.start.raw)].key, nodes[Int($0.end.raw)].key] })
    return subgraph(
      nodes: { node in
        guard case .string(let key)? = node.properties["key"] else { return false }
        return keys.contains(key) && ["Meeting", "Decision", "Matter"].contains(node.labels[0])
      },
      relationships: { type, _, to in ["SHOULD_DECIDE", "DECIDES"].contains(type) && keys.contains(to) })
  }
}
