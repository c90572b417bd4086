import Diagnostics
import GraphModel
import Temporals
import Testing

@testable import GraphStore

@Suite("The stored schema")
struct SchemaTests {
  let scratch = Scratch()

  @Test func everyPartComesBack() throws {
    var schema = Schema.sample(extra: [
      PropertyDefinition(
        name: "od\"d\\ name", type: .list(of: .float), allowedValues: [.float(1), .float(2.5)],
        caption: Caption(["sv": "Udda", "en": "Odd"]), description: Caption(["en": "text"]))
    ])
    schema.version = 3
    schema.kinds[1].inactive = ["name": ["gone", "lost"]]
    schema.relationshipTypes[0].impact = ImpactTable([.review: .review, .broken: .degraded, .retired: .broken])
    #expect(try SchemaJSON.schema(from: SchemaJSON.text(of: schema)) == schema)
    schema.relationshipTypes.append(
      RelationshipType(name: "OWNED_BY", from: ["Document"], to: ["Council"], impact: .unowned))
    #expect(try SchemaJSON.schema(from: SchemaJSON.text(of: schema)) == schema)
    do {
      let ledger = try GraphLedger.open(scratch.path(), create: true)
      try ledger.load([], schema: schema)
    }
    #expect(try GraphLedger.open(scratch.path(), create: false).schema == schema)
  }

  @Test(arguments: ["", "{}", "[]", #"{"version":1}"#, #"{"version":1,"kinds":[{}],"relationships":[]}"#])
  func aDamagedTextIsRefused(text: String) {
    #expect(throws: SchemaJSON.Unreadable.self) { try SchemaJSON.schema(from: text) }
  }

  private func filled() throws -> GraphLedger {
    let ledger = try GraphLedger.inMemory()
    try ledger.load(
      [document("a", ["level": "local", "pages": 3]), document("b", line: 3), node("Council", "c")],
      [
        relationship("SENT_TO", "a", "c", line: 2, ["purpose": "action"]),
        relationship("SENT_TO", "a", "c", line: 3, ["purpose": "information"]),
      ], schema: .sample())
    return ledger
  }

  @Test func aSchemaMayAdd() throws {
    let ledger = try filled()
    var schema = Schema.sample(
      level: ["local", "regional", "national"], extra: [PropertyDefinition(name: "owner", type: .string)])
    schema.kinds.append(NodeKind(name: "Matter"))
    let summary = try ledger.load([document("a", ["owner": "x"]), node("Matter", "m")], schema: schema)
    #expect(summary.schemaChanged)
    #expect(try ledger.schema == schema)
    #expect(try ledger.snapshot(at: 1).schema == .sample())
  }

  /// Numbers of a property that becomes one of floats are floats at once, whether a file has them or not.
  @Test func integersThatBecomeFloatsAreRewritten() throws {
    let ledger = try GraphLedger.inMemory()
    func schema(_ type: PropertyType, _ item: PropertyType) -> Schema {
      let properties = [
        PropertyDefinition(name: "x", type: type), PropertyDefinition(name: "xs", type: .list(of: item)),
      ]
      return Schema(
        kinds: [NodeKind(name: "A", properties: properties)],
        relationshipTypes: [
          RelationshipType(name: "R", from: ["A"], to: ["A"], identity: ["x"], properties: properties)
        ])
    }
    let nodes = [node("A", "a", ["x": 1, "xs": [1, 2]]), node("A", "b", line: 3, ["x": 2, "xs": nil])]
    let links = [relationship("R", "a", "b", ["x": 7])]
    try ledger.load(nodes, links, schema: schema(.integer, .integer))
    let summary = try ledger.load(
      [node("A", "a", ["x": 1.0])], [relationship("R", "a", "b", ["x": 7.0])], schema: schema(.float, .float))
    #expect(summary.revisionAfter == 2)
    #expect(
      try ledger.dump() == [
        #"A a {"x":{"~float":"1.0"},"xs":[{"~float":"1.0"},{"~float":"2.0"}]}"#, #"A b {"x":{"~float":"2.0"}}"#,
        #"R a b {"x":{"~float":"7.0"}}"#,
      ])
    #expect(try ledger.rows("SELECT key, x FROM A ORDER BY key") == [["a", "1.0"], ["b", "2.0"]])
    #expect(try ledger.snapshot(at: 1).dump()[1].contains(#""x":2"#))
    #expect(try !ledger.load([node("A", "b", ["x": 2.0])]).isChange)
    try ledger.connection.execute("UPDATE node SET properties = '{\"x\":5}' WHERE key = 'b'")
    #expect(try ledger.rows("SELECT x FROM A WHERE key = 'b'") == [["5.0"]])
  }

  @Test func aCaptionAloneIsAChange() throws {
    let ledger = try filled()
    var schema = Schema.sample()
    schema.kinds[0].caption = Caption(["en": "Governing document"])
    #expect(try ledger.load([], schema: schema).schemaChanged)
    #expect(try ledger.revision == 2)
  }

  @Test func whatNoDataContradictMayGo() throws {
    let ledger = try filled()
    var schema = Schema.sample()
    schema.relationshipTypes.removeAll { $0.name == "CITES" }
    schema.kinds[0].properties.removeAll { $0.name == "date" }
    #expect(try ledger.load([], schema: schema).schemaChanged)
  }

  private func conflict(_ part: String, _ change: (inout Schema) -> Void) throws {
    let ledger = try filled()
    var schema = Schema.sample()
    change(&schema)
    let before = try ledger.dump()
    let found = diagnostics { try ledger.load([], schema: schema) }
    #expect(found.map(\.id) == ["schema-conflict"])
    let text = found.map { $0.message + $0.notes.joined() }.joined()
    #expect(text.contains(part), "\(text)")
    #expect(try ledger.schema == .sample())
    #expect(try ledger.dump() == before)
  }

  @Test func aChangeThatDataContradictIsRefusedWithTheDataNamed() throws {
    try conflict("'a'") { $0.kinds[0].properties.removeAll { $0.name == "pages" } }
    try conflict("'a': 3") { $0.kinds[0].properties[2].type = .string }
    try conflict("'local'") { $0.kinds[0].properties[1].allowedValues = ["regional"] }
    try conflict("'b'") { $0.kinds[0].properties[1].isRequired = true }
    try conflict("'c'") { $0.kinds.removeAll { $0.name == "Council" } }
    try conflict("SENT_TO") { $0.relationshipTypes.removeAll { $0.name == "SENT_TO" } }
    try conflict("'a' → 'c'") { $0.relationshipTypes[1].to = ["Document"] }
    try conflict("identity") { $0.relationshipTypes[1].identity = [] }
  }

  @Test func aLoadMayMendWhatItsSchemaForbids() throws {
    let ledger = try filled()
    var schema = Schema.sample()
    schema.kinds[0].properties[1].isRequired = true
    #expect(try ledger.load([document("b", ["level": "regional"])], schema: schema).schemaChanged)
  }

  @Test func aGraphWithoutKeysTakesNoSchema() throws {
    let ledger = try GraphLedger.inMemory()
    _ = try ledger.commit(
      [.createNode(.created(NodeIndex(0)), labels: ["A"], properties: [:])], context: someone, expectedRevision: 0)
    #expect(diagnostics { try ledger.load([], schema: .sample()) }.map(\.id) == ["schema-conflict"])
  }
}

@Suite("Views for plain SQL")
struct ViewTests {
  @Test func oneRowPerElementWithAColumnPerProperty() throws {
    let ledger = try GraphLedger.inMemory()
    try ledger.load(
      [
        document("a", name: "A", ["weight": 1.5, "date": .date(.init(daysSinceEpoch: 0)), "aliases": ["x", "y"]]),
        document("b", line: 3, name: "B", ["weight": .float(.nan), "date": nil, "aliases": nil]),
        node("Council", "c"),
      ], [relationship("SENT_TO", "a", "c", ["purpose": "action"])], schema: .sample())
    #expect(
      try ledger.rows("SELECT key, name, weight, date, aliases FROM Document ORDER BY key") == [
        ["a", "A", "1.5", "1970-01-01", #"["x","y"]"#], ["b", "B", "NaN", nil, nil],
      ])
    #expect(try ledger.rows("SELECT * FROM SENT_TO") == [["a", "c", "action", nil]])
    #expect(try ledger.rows("SELECT typeof(weight) FROM Document WHERE key = 'a'") == [["real"]])
  }

  @Test func hostileNamesAreQuoted() throws {
    let odd = "a\"b'c\\d\u{1}; DROP TABLE node --"
    var schema = Schema(
      kinds: ["Node", "node", "change_set", "sqlite_master", odd, "select", "x\0y", "Ö", "ö"].map { name in
        NodeKind(
          name: name,
          properties: [PropertyDefinition(name: odd, type: .string), PropertyDefinition(name: "KEY", type: .integer)])
      })
    schema.relationshipTypes = [RelationshipType(name: "NODE", from: ["Node"], to: ["node"])]
    let ledger = try GraphLedger.inMemory()
    try ledger.load(
      [node("Node", "1", [odd: "v"]), node("node", "2"), node(odd, "3", [odd: "w"])],
      [relationship("NODE", "1", "2")], schema: schema)
    #expect(try ledger.rows("SELECT name FROM schema_view").count == 10)
    #expect(try ledger.rows("SELECT * FROM node_") == [["1", "v", nil]])
    let quoted = "\"" + odd.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    #expect(try ledger.rows("SELECT key, \(quoted) FROM \(quoted)") == [["3", "w"]])
    // The views follow the schema, and nothing else goes.
    schema.kinds.append(NodeKind(name: "More"))
    try ledger.load([], schema: schema)
    #expect(try ledger.rows("SELECT count(*) FROM More") == [["0"]])
    try ledger.clear()
    #expect(try ledger.rows("SELECT count(*) FROM sqlite_master WHERE type = 'view'") == [["0"]])
  }
}
