import Diagnostics
import Foundation
import GraphModel
import SeededRandom
import Testing

@testable import Interchange

@Suite struct GraphFolderWriterTests {
  let schema = Schema(
    kinds: [
      NodeKind(
        name: "Document",
        properties: [
          PropertyDefinition(name: "level", type: .string), PropertyDefinition(name: "name", type: .string),
          PropertyDefinition(name: "unused", type: .string), PropertyDefinition(name: "tags", type: .list(of: .string)),
        ]),
      NodeKind(name: "Empty"),
    ],
    relationshipTypes: [
      RelationshipType(
        name: "SENT_TO", from: ["Document"], to: ["Document"], identity: ["purpose"],
        properties: [
          PropertyDefinition(name: "note", type: .string), PropertyDefinition(name: "purpose", type: .string),
        ])
    ])

  private func writer(_ folder: String) throws -> GraphFolderWriter {
    var writer = GraphFolderWriter(directory: folder, schema: schema)
    try writer.addNode(kind: "Document", key: "ä", properties: ["key": "ä", "name": "Sist"])
    try writer.addNode(kind: "Document", key: "b", properties: ["name": "", "tags": ["x|y", "z"]])
    try writer.addNode(kind: "Document", key: "B,1", properties: ["name": "sa \"hej\"", "level": " x"])
    try writer.addRelationship(type: "SENT_TO", from: "b", to: "ä", properties: ["purpose": "information"])
    try writer.addRelationship(type: "SENT_TO", from: "b", to: "ä", properties: ["purpose": "action", "note": "n"])
    try writer.addRelationship(type: "SENT_TO", from: "B,1", to: "b", properties: [:])
    return writer
  }

  static let documents = "key,name,level,tags\n\"B,1\",\"sa \"\"hej\"\"\",\" x\",\nb,\"\",,x\\|y|z\nä,Sist,,\n"
  static let sent = "from,to,note,purpose\n\"B,1\",b,,\nb,ä,n,action\nb,ä,,information\n"

  @Test func everythingInCanonicalOrder() throws {
    let folder = try TemporaryFolder()
    let summary = try writer(folder.path + "/new/folder").finish()
    #expect(summary.nodes == 3 && summary.relationships == 3 && summary.files.count == 3)
    #expect(
      try folder.files() == [
        "new/folder/schema.yaml": SchemaWriter.write(schema), "new/folder/nodes/Document.csv": Self.documents,
        "new/folder/relationships/SENT_TO.csv": Self.sent,
      ])
  }

  @Test func savingTwiceGivesTheSame() throws {
    let folder = try TemporaryFolder()
    _ = try writer(folder.path).finish()
    let first = try folder.files()
    _ = try writer(folder.path + "/").finish()
    #expect(try folder.files() == first)
  }

  @Test(arguments: ["other.csv", "nodes/Document.old.csv", "relationships/OTHER.CSV", "nodes/Empty.x.csv"])
  func foreignFilesAreRefused(_ file: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(file, "x")
    try folder.write("nodes/Document.csv", "old")
    let before = try folder.files()
    let error = #expect(throws: DiagnosticsError.self) { try writer(folder.path).finish() }
    #expect(error?.diagnostics.map(\.place?.source) == [folder.path + "/" + file])
    #expect(try folder.files() == before)
  }

  @Test func filesOfEmptiedKindsGo() throws {
    let folder = try TemporaryFolder()
    _ = try writer(folder.path).finish()
    var smaller = GraphFolderWriter(directory: folder.path, schema: schema)
    try smaller.addNode(kind: "Empty", key: "e", properties: [:])
    _ = try smaller.finish()
    #expect(try Set(folder.files().keys) == ["schema.yaml", "nodes/Empty.csv"])
  }

  @Test func separatorsInNamesOfColumns() throws {
    let names = ["a;b;c;d", "q\"", "p,q"]
    let schema = Schema(
      kinds: [NodeKind(name: "A", properties: names.map { PropertyDefinition(name: $0, type: .string) })])
    let folder = try TemporaryFolder()
    var writer = GraphFolderWriter(directory: folder.path, schema: schema)
    try writer.addNode(
      kind: "A", key: "k", properties: names.map { PropertyAssignment(name: $0, value: .string("v;" + $0)) })
    _ = try writer.finish()
    #expect(try folder.read("nodes/A.csv").hasPrefix(#"key,"a;b;c;d","q"#))
    let reader = GraphFolderReader(directories: [folder.path])
    var values: [Value] = []
    try reader.read(schema: reader.readSchema()) { row in
      if case .sound(let record) = row { values = record.properties.map(\.value) }
    } relationships: { _ in
    }
    #expect(values == names.map { .string("v;" + $0) })
  }

  /// Names that look alike and differ in their Unicode form are two.
  @Test func namesAreComparedByTheirBytes() throws {
    let (composed, combining) = ("\u{E5}", "a\u{30A}")
    let schema = Schema(
      kinds: [composed, combining].map { name in
        NodeKind(
          name: name,
          properties: [composed, combining].map { PropertyDefinition(name: $0, type: .string) })
      },
      relationshipTypes: [
        RelationshipType(
          name: "R", from: [composed, combining], to: [combining], identity: [composed, combining],
          properties: [composed, combining].map { PropertyDefinition(name: $0, type: .string) })
      ])
    let folder = try TemporaryFolder()
    var writer = GraphFolderWriter(directory: folder.path, schema: schema)
    for kind in [composed, combining] {
      try writer.addNode(
        kind: kind, key: kind,
        properties: [
          PropertyAssignment(name: composed, value: "1"), PropertyAssignment(name: combining, value: "2"),
        ])
    }
    #expect(try writer.finish().nodes == 2)
    #expect(try folder.read("nodes/\(combining).csv") == "key,\(composed),\(combining)\n\(combining),1,2\n")
  }

  @Test func aFailureLeavesTheOldFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write("nodes/Document.csv", "old")
    // A folder stands where a temporary file would.
    try folder.write("relationships/.SENT_TO.csv.new/x", "")
    let before = try folder.files()
    #expect(throws: FileError.self) { try writer(folder.path).finish() }
    #expect(try folder.files() == before)
  }

  @Test func whatTheSchemaDoesNotKnow() throws {
    var writer = GraphFolderWriter(directory: "x", schema: schema)
    #expect(throws: Diagnostic.self) { try writer.addNode(kind: "Other", key: "a", properties: [:]) }
    #expect(throws: Diagnostic.self) { try writer.addNode(kind: "Document", key: "a", properties: ["x": 1]) }
    #expect(throws: Diagnostic.self) { try writer.addNode(kind: "Document", key: "a", properties: ["name": 1]) }
    #expect(throws: Diagnostic.self) { try writer.addRelationship(type: "X", from: "a", to: "b", properties: [:]) }
    #expect(throws: DiagnosticsError.self) {
      try GraphFolderWriter(directory: "x", schema: Schema(kinds: [NodeKind(name: "a/b")])).finish()
    }
  }

  /// Random graphs come back as they were, whatever their texts and keys.
  @Test func randomGraphsSurvive() throws {
    var generator = SplitMix64(seed: 6)
    let pieces = ["a", "å", "A\u{30A}", "\"", ",", "\n", "\r\n", " ", "|", "\\", "𝄞"]
    func text() -> String {
      (0..<Int.random(in: 1..<4, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
    for round in 0..<30 {
      let folder = try TemporaryFolder()
      var writer = GraphFolderWriter(directory: folder.path, schema: schema)
      var nodes: [TextKey: [String: Value]] = [:]
      for number in 0..<Int.random(in: 0..<20, using: &generator) {
        let key = text() + "\(number)"
        var properties: [String: Value] = [:]
        if Bool.random(using: &generator) { properties["name"] = .string(text()) }
        if Bool.random(using: &generator) { properties["tags"] = .list((0..<round % 3).map { _ in .string(text()) }) }
        nodes[TextKey(key)] = properties
        try writer.addNode(kind: "Document", key: key, properties: properties)
      }
      _ = try writer.finish()
      let reader = GraphFolderReader(directories: [folder.path])
      let read = try #require(reader.readSchema())
      #expect(read == schema)
      var found: [TextKey: [String: Value]] = [:]
      try reader.read(schema: read) { row in
        guard case .sound(let node) = row else { return }
        found[TextKey(node.key)] = Dictionary(
          uniqueKeysWithValues: node.properties.filter { !$0.value.isNull }.map { ($0.name, $0.value) })
      } relationships: { _ in
      }
      #expect(!reader.diagnostics.hasErrors)
      #expect(found == nodes)
    }
  }
}
