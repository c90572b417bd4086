import Diagnostics
import Foundation
import GraphModel
import Testing

@testable import Interchange

/// What a load delivers and reports.
private struct Load {
  var nodes: [NodeRecord] = []
  var damaged: [DamagedNode] = []
  var relationships: [RelationshipRecord] = []
  var diagnostics: [Diagnostic] = []
  var reader: GraphFolderReader

  init(_ folders: TemporaryFolder...) throws { try self.init(folders.map(\.path)) }

  init(_ paths: [String], schema stored: Schema? = nil) throws {
    reader = GraphFolderReader(directories: paths)
    let schema = reader.readSchema() ?? stored
    var result = (nodes: [NodeRecord](), damaged: [DamagedNode](), relationships: [RelationshipRecord]())
    try reader.read(schema: schema) { row in
      switch row {
      case .sound(let record): result.nodes.append(record)
      case .damaged(let node): result.damaged.append(node)
      }
    } relationships: {
      result.relationships.append($0)
    }
    (nodes, damaged, relationships) = result
    diagnostics = reader.diagnostics.diagnostics
  }

  /// `file:line:column id`, the file below the folder.
  func found(in folder: TemporaryFolder) -> [String] {
    diagnostics.map { diagnostic in
      guard let place = diagnostic.place else { return diagnostic.id }
      let file =
        place.source.hasPrefix(folder.path + "/") ? String(place.source.dropFirst(folder.path.count + 1)) : place.source
      return "\(file):\(place.line):\(place.column) \(diagnostic.id)"
    }
  }
}

private let schema = """
  version: 1
  kinds:
    Document:
      properties:
        name: {type: string, required: true}
        level: {type: string, enum: [local, regional]}
        pages: {type: integer}
        tags: {type: list, of: string, enum: [a, b]}
    Council:
      properties:
        name: {type: string, required: true}
  relationships:
    OWNED_BY:
      from: Document
      to: Council
      properties:
        since: {type: date}

  """

@Suite struct GraphFolderReaderTests {
  private func folder(_ files: [String: String]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("schema.yaml", schema)
    for (file, text) in files { try folder.write(file, text) }
    return folder
  }

  @Test func rowsComeAsRecords() throws {
    let folder = try folder([
      "nodes/Document.cardiology.csv": "key,name,pages,tags\nd2,Två,,a|b\n",
      "nodes/Document.csv": "name;key\n\"Ett\nrad\";d1\nx;d3\n",
      "nodes/Council.csv": "key,name\nc1,SOR\n",
      "nodes/notes.txt": "ignored", "nodes/.hidden.csv": "ignored", "other/Document.csv": "ignored",
      "relationships/OWNED_BY.csv": "to,since,from\nc1,2024-01-31,d1\nåäö,,d2\n",
    ])
    let load = try Load(folder)
    #expect(load.diagnostics.map { $0.rendered() } == [])
    #expect(load.nodes.map(\.key) == ["d2", "d1", "d3", "c1"])
    #expect(load.nodes.map(\.kind) == ["Document", "Document", "Document", "Council"])
    #expect(load.nodes[0].properties.map(\.name) == ["name", "pages", "tags"])
    #expect(load.nodes[0].properties.map(\.value) == ["Två", .null, ["a", "b"]])
    #expect(load.nodes.map(\.place.line) == [2, 2, 4, 2])
    #expect(load.relationships.map(\.from) == ["d1", "d2"])
    #expect(load.relationships[0].properties.first?.value.typeName == "DATE")
    #expect(load.relationships.map(\.toColumn) == [1, 1])
    #expect(load.relationships.map(\.fromColumn) == [15, 6])
    #expect(load.reader.loadedKinds == ["Document", "Council"] && load.reader.loadedTypes == ["OWNED_BY"])
    #expect(!load.reader.hasUnreadKeys)
  }

  /// One file with one mistake.
  static let mistakes: [(file: String, text: String, found: [String], hint: String?)] = [
    ("nodes/Documnet.csv", "key,name\nd1,x\n", ["nodes/Documnet.csv:1:1 unknown-kind"], "did you mean 'Document'?"),
    (
      "relationships/OWNEDBY.csv", "from,to\na,b\n", ["relationships/OWNEDBY.csv:1:1 unknown-type"],
      "did you mean 'OWNED_BY'?"
    ),
    (
      "nodes/Document.csv", "key,name,pags\nd1,x,1\nd2,y,2\n", ["nodes/Document.csv:1:10 unknown-column"],
      "did you mean 'pages'?"
    ),
    (
      "nodes/Document.csv", "Key,name\nd1,x\n", ["nodes/Document.csv:1:1 missing-column"], "is 'Key' meant to be 'key'?"
    ),
    ("nodes/Document.csv", "id,name\nd1,x\n", ["nodes/Document.csv:1:1 missing-column"], "is 'id' meant to be 'key'?"),
    ("nodes/Document.csv", "name\nx\n", ["nodes/Document.csv:1:1 missing-column"], "add it to the header"),
    (
      "relationships/OWNED_BY.csv", "from,too\na,b\n", ["relationships/OWNED_BY.csv:1:6 missing-column"],
      "is 'too' meant to be 'to'?"
    ),
    ("nodes/Document.csv", "key,name,pages\nd1,å,x\n", ["nodes/Document.csv:2:6 wrong-type"], nil),
    (
      "nodes/Document.csv", "key,name,level\nd1,x,regonal\n", ["nodes/Document.csv:2:6 value-not-allowed"],
      "did you mean 'regional'?"
    ),
    (
      "nodes/Document.csv", "key,name,tags\nd1,x,a|other\n", ["nodes/Document.csv:2:6 value-not-allowed"],
      "it may be 'a', 'b'"
    ),
    ("nodes/Document.csv", "key,name\nd1,\n", ["nodes/Document.csv:2:4 missing-required"], nil),
    ("nodes/Document.csv", "key,name\n,x\n", ["nodes/Document.csv:2:1 empty-key"], nil),
    ("nodes/Document.csv", "name,key\nx,\"\"\n", ["nodes/Document.csv:2:3 empty-key"], nil),
    ("nodes/Document.csv", "key,name,pages\nd1,\"x\ny\",z\n", ["nodes/Document.csv:2:1 wrong-type"], nil),
    ("nodes/Document.csv", "key,name\nd1\n", ["nodes/Document.csv:2:3 ragged-row"], nil),
    ("nodes/Document.csv", "", ["nodes/Document.csv:1:1 missing-header"], nil),
    ("nodes/Document.csv", "key,name\nd1,A\u{30A}\nd2,A\u{30A}\n", ["nodes/Document.csv:2:4 not-normalized"], nil),
  ]

  @Test(arguments: mistakes)
  func eachMistakeOnceAndAtItsPlace(_ file: String, _ text: String, _ found: [String], _ hint: String?) throws {
    let folder = try folder([file: text])
    let load = try Load(folder)
    #expect(load.found(in: folder) == found, "\(load.diagnostics.map { $0.rendered() })")
    if let hint { #expect(load.diagnostics.first?.hint == hint) }
  }

  @Test func aCellFurtherDownIsFoundByItsNote() throws {
    let folder = try folder(["nodes/Document.csv": "key,name,pages\nd1,\"x\nåy\",z\n"])
    let load = try Load(folder)
    #expect(load.diagnostics.first?.notes == ["the cell begins on line 3, column 5"])
    #expect(load.diagnostics.first?.message == "'z' is not an integer, as 'pages' in kind 'Document' requires")
  }

  @Test func damagedRowsKeepTheirKeys() throws {
    let folder = try folder([
      "nodes/Document.csv": "key,name,pages\nd1,x,1\nd2,x,y\nd3,x\nd4,\"x,1\nd5,,1\n,x,1\nd6,x,1\n",
      "nodes/Councl.csv": "key,name\nc1,x\n",
    ])
    let load = try Load(folder)
    #expect(load.nodes.map(\.key) == ["d1", "d6"])
    #expect(load.damaged.map(\.key) == ["d2", "d3", "d4", "d5", "c1"])
    #expect(load.damaged.last?.kind == nil)
    #expect(load.reader.hasUnreadKeys)
    #expect(
      load.found(in: folder) == [
        "nodes/Councl.csv:1:1 unknown-kind", "nodes/Document.csv:3:6 wrong-type", "nodes/Document.csv:4:5 ragged-row",
        "nodes/Document.csv:5:4 unterminated-quote", "nodes/Document.csv:6:4 missing-required",
        "nodes/Document.csv:7:1 empty-key",
      ])
  }

  @Test func anUnknownColumnDamagesItsRowsAndBlamesNoneOfThem() throws {
    let folder = try folder(["nodes/Document.csv": "key,nmae\nd1,x\nd2,y\n"])
    let load = try Load(folder)
    #expect(load.diagnostics.count == 1)
    #expect(load.nodes.isEmpty && load.damaged.map(\.key) == ["d1", "d2"])
  }

  @Test func aBrokenSchemaDoesNotBlameTheData() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "schema.yaml",
      "version: 1\nkinds:\n  Document: {propertis: {name: {type: string}}}\n  Other: {properties: {n: {type: intger}}}\n"
    )
    try folder.write("nodes/Document.csv", "key,name\nd1,x\n\"d2\n")
    try folder.write("nodes/Other.csv", "key,n\no1,x\n")
    let load = try Load(folder)
    #expect(
      load.found(in: folder) == [
        "schema.yaml:3:14 unknown-word", "schema.yaml:4:34 unknown-type", "nodes/Document.csv:3:1 unterminated-quote",
      ])
  }

  @Test func anUnrelatedUnknownWordHidesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "schema.yaml",
      "version: 1\nauthor: x\nkinds:\n  A: {colour: red, inactive: {zzzz: [1]}, properties: {name: {type: string}}}\n")
    try folder.write("nodes/A.csv", "key,pages\na,1\n")
    try folder.write("nodes/Bbbb.csv", "key\nb\n")
    #expect(
      try Load(folder).found(in: folder) == [
        "schema.yaml:2:1 unknown-word", "schema.yaml:4:7 unknown-word", "schema.yaml:4:31 unknown-property",
        "nodes/Bbbb.csv:1:1 unknown-kind", "nodes/A.csv:1:5 unknown-column",
      ])
  }

  @Test func aKindInAnotherUnicodeForm() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema.yaml", "version: 1\nkinds: {\u{C5}tg\u{E4}rd: {}}\n")
    try folder.write("nodes/A\u{30A}tga\u{308}rd.csv", "key\na\n")
    let load = try Load(folder)
    #expect(load.diagnostics.map(\.id) == ["unknown-kind"])
    #expect(load.diagnostics.first?.hint?.contains("Unicode form") == true)
  }

  @Test func withoutASchemaOnlyTheFormIsChecked() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema.yaml", "kinds: [")
    try folder.write("nodes/Anything.csv", "key,x\na,1\nb\n")
    let load = try Load(folder)
    #expect(load.found(in: folder) == ["schema.yaml:1:9 invalid-yaml", "nodes/Anything.csv:3:2 ragged-row"])
    #expect(load.damaged.map(\.key) == ["a", "b"])
  }

  @Test func foldersThatCannotBeLoaded() throws {
    let empty = try TemporaryFolder()
    try empty.write("region/nodes/Document.csv", "key\n")
    let other = try TemporaryFolder()
    try other.write("node/Document.csv", "key\n")
    try other.write("file", "")
    let load = try Load([empty.path, other.path, other.path + "/missing", other.path + "/file"])
    #expect(load.diagnostics.map(\.id) == ["nothing-to-load", "misspelt-name", "missing-folder", "missing-folder"])
    #expect(load.diagnostics[0].hint == "did you mean '\(empty.path)/region'?")
    #expect(load.diagnostics[1].hint == "is folder 'node' meant to be 'nodes'?")
  }

  @Test func whatCannotBeReadIsNeverPassedOver() throws {
    let folder = try folder([
      "nodes/Document.csv/x": "", "nodes/Council.csv": "key,name\nc,x\n", "relationship/R.csv": "",
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/nodes/Document.more.csv", withDestinationPath: "nowhere")
    #expect(
      try Load(folder).found(in: folder) == [
        "nodes/Document.csv:1:1 not-a-file", "nodes/Document.more.csv:1:1 not-a-file",
        "relationship:1:1 misspelt-name",
      ])
    let other = try TemporaryFolder()
    try other.write("nodes", "")
    try other.write("schema.yml", schema)
    #expect(try Load(other).found(in: other) == ["nodes:1:1 not-a-folder", "schema.yml:1:1 misspelt-name"])
    let third = try TemporaryFolder()
    try third.write("schema.yaml/x", "")
    try third.write("nodes/A.csv", "key\n")
    #expect(try Load(third).found(in: third).first == "schema.yaml:1:1 not-a-file")
  }

  @Test func oneSchemaAmongTheFolders() throws {
    let one = try folder(["nodes/Council.csv": "key,name\nc1,x\n"])
    let two = try folder(["nodes/Council.csv": "key,name\nc2,x\n"])
    let load = try Load(one, two)
    #expect(load.diagnostics.map(\.id) == ["second-schema"])
    #expect(load.nodes.map(\.key) == ["c1", "c2"])
    #expect(try Load([one.path, one.path + "/"]).diagnostics.isEmpty)
  }

  @Test func aKindWithADotInItsName() throws {
    let folder = try TemporaryFolder()
    try folder.write("schema.yaml", "version: 1\nkinds: {A: {}, A.b: {}}\n")
    try folder.write("nodes/A.b.csv", "key\nx\n")
    try folder.write("nodes/A.c.csv", "key\ny\n")
    let load = try Load(folder)
    #expect(load.nodes.map(\.kind) == ["A", "A.b"] && load.nodes.map(\.key) == ["y", "x"])
  }

  @Test func moreThanAHundredAreCounted() throws {
    let folder = try folder(["nodes/Document.csv": "key,name,pages\n" + (0..<250).map { "d\($0),x,y\n" }.joined()])
    let load = try Load(folder)
    #expect(load.diagnostics.count == 100 && load.reader.diagnostics.omitted == 150)
  }
}
