import Diagnostics
import Foundation
import GraphModel
import Testing

@testable import GraphStore

/// A folder of its own for one test; it goes when the test does.
final class Scratch {
  let folder: String

  init() {
    folder = NSTemporaryDirectory() + "/ledger-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String = "graph.db") -> String { folder + "/" + name }

  func bytes(_ name: String) -> [UInt8]? { FileManager.default.contents(atPath: path(name)).map { Array($0) } }

  func write(_ bytes: some Sequence<UInt8>, _ name: String) {
    _ = FileManager.default.createFile(atPath: path(name), contents: Data(bytes))
  }

  var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted() }
}

extension Schema {
  /// Documents that cite each other and are sent to councils.
  static func sample(
    level: [Value]? = ["local", "regional"], extra: [PropertyDefinition] = []
  ) -> Schema {
    Schema(
      kinds: [
        NodeKind(
          name: "Document", caption: Caption(["en": "Document", "sv": "Dokument"]),
          properties: [
            PropertyDefinition(name: "name", type: .string, isRequired: true),
            PropertyDefinition(name: "level", type: .string, allowedValues: level),
            PropertyDefinition(name: "pages", type: .integer),
            PropertyDefinition(name: "weight", type: .float),
            PropertyDefinition(name: "date", type: .date),
            PropertyDefinition(name: "aliases", type: .list(of: .string)),
            PropertyDefinition(name: "valid_from", type: .edtf),
            PropertyDefinition(name: "valid_to", type: .edtf),
          ] + extra, inactive: ["level": ["retired"]]),
        NodeKind(name: "Council", properties: [PropertyDefinition(name: "name", type: .string)]),
      ],
      relationshipTypes: [
        RelationshipType(
          name: "CITES", from: ["Document"], to: ["Document"], inverseCaption: Caption(["en": "cited by"]),
          dependentEnd: .to, impact: ImpactTable([.retired: .review]),
          properties: [PropertyDefinition(name: "note", type: .string)]),
        RelationshipType(
          name: "SENT_TO", from: ["Document"], to: ["Council", "Document"], identity: ["purpose"],
          properties: [
            PropertyDefinition(name: "purpose", type: .string, allowedValues: ["action", "information"]),
            PropertyDefinition(name: "valid_from", type: .edtf),
          ]),
      ])
  }
}

let someone = ChangeContext(actor: "tester", reason: "a test", caseNumber: "RS 2026-1")

func node(
  _ kind: String, _ key: String, line: Int = 2, _ properties: KeyValuePairs<String, Value> = [:]
) -> NodeRecord {
  NodeRecord(
    key: key, kind: kind, properties: properties.map { PropertyAssignment(name: $0.key, value: $0.value) },
    place: RecordPlace(file: "nodes/\(kind).csv", line: line))
}

func document(
  _ key: String, line: Int = 2, name: Value = "a name", _ properties: KeyValuePairs<String, Value> = [:]
) -> NodeRecord {
  NodeRecord(
    key: key, kind: "Document",
    properties: [PropertyAssignment(name: "name", value: name)]
      + properties.map { PropertyAssignment(name: $0.key, value: $0.value) },
    place: RecordPlace(file: "nodes/Document.csv", line: line))
}

func relationship(
  _ type: String, _ from: String, _ to: String, line: Int = 2, _ properties: KeyValuePairs<String, Value> = [:]
) -> RelationshipRecord {
  RelationshipRecord(
    type: type, from: from, to: to,
    properties: properties.map { PropertyAssignment(name: $0.key, value: $0.value) },
    place: RecordPlace(file: "relationships/\(type).csv", line: line))
}

extension GraphLedger {
  static func inMemory() throws -> GraphLedger { try GraphLedger.open(":memory:", create: true) }

  @discardableResult
  func load(
    _ nodes: [NodeRecord], _ relationships: [RelationshipRecord] = [], schema: Schema? = nil, sync: Bool = false,
    dryRun: Bool = false
  ) throws -> MergeSummary {
    try merge(context: someone, schema: schema, sync: sync, dryRun: dryRun) { session in
      for record in nodes { try session.add(record) }
      for record in relationships { try session.add(record) }
    }
  }

  /// The whole graph as text, one line per element, in canonical order.
  func dump() throws -> [String] {
    let view = GraphView(try snapshot())
    func key(_ node: NodeIndex) -> String {
      if case .string(let key) = view.property("key", of: node) { key } else { "" }
    }
    let nodes = view.nodes.map { node in
      var data = view.data(of: node)
      data.properties["key"] = nil
      return "\(data.labels.joined(separator: ":")) \(key(node)) \(text(data.properties))"
    }
    let relationships = view.relationships.map { relationship in
      let data = view.data(of: relationship)
      return "\(data.type) \(key(data.start)) \(key(data.end)) \(text(data.properties))"
    }
    return nodes.sorted { $0.precedesByCodePoints($1) } + relationships.sorted { $0.precedesByCodePoints($1) }
  }

  func rows(_ sql: String) throws -> [[String?]] {
    let statement = try connection.prepare(sql)
    var rows: [[String?]] = []
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { statement.optionalText($0) })
    }
    return rows
  }
}

func text(_ properties: [PropertyAssignment]) -> String {
  var bytes: [UInt8] = []
  TaggedJSON.append(.map(Dictionary(uniqueKeysWithValues: properties.map { ($0.name, $0.value) })), to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

func text(_ properties: [String: Value]) -> String {
  text(properties.map { PropertyAssignment(name: $0.key, value: $0.value) })
}

extension GraphSnapshot {
  /// The graph as text, by id, so that two snapshots can be compared.
  func dump() -> [String] { GraphView(self).dump() }
}

extension GraphView {
  func dump() -> [String] {
    let nodes = nodes.map { data(of: $0) }.map { data in
      "\(data.id) \(data.labels.sorted()) \(text(data.properties))"
    }
    let relationships = relationships.map { data(of: $0) }.map { data in
      "\(data.id) \(data.type) \(data.startID) \(data.endID) \(text(data.properties))"
    }
    return nodes.sorted() + relationships.sorted()
  }
}

/// The diagnostics that a call throws.
func diagnostics(of body: () throws -> Void) -> [Diagnostic] {
  do {
    try body()
    return []
  } catch let error as DiagnosticsError {
    return error.diagnostics
  } catch {
    Issue.record("unexpected error \(error)")
    return []
  }
}
