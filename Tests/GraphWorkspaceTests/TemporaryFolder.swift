import Foundation
import GraphModel
import GraphWorkspace

/// A folder that goes away with the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "styrgraf-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes files by their path within the folder.
  convenience init(_ files: [String: String]) throws {
    try self.init()
    for (name, text) in files { try write(text, to: name) }
  }

  func write(_ text: String, to name: String) throws {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }

  /// All files with their contents, by path within the folder.
  func contents(of name: String) throws -> [String: Data] {
    let root = path + "/" + name
    var contents: [String: Data] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: root) {
      if let data = FileManager.default.contents(atPath: root + "/" + file) { contents[file] = data }
    }
    return contents
  }
}

/// The repository's own data.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let folders = ["graph", "graph/region", "graph/example"].map { root + "/" + $0 }
}

/// A small register of two documents, a link and who answers for them.
enum SmallRegister {
  static let files = [
    "schema.yaml": """
    version: 1
    kinds:
      Council:
        caption: {en: Council, sv: Råd}
        properties:
          name: {type: string, required: true}
          aliases: {type: list, of: string}
      ProgrammeArea:
        properties:
          name: {type: string, required: true}
      Document:
        caption: {en: Document, sv: Dokument}
        inactive: {status: [retired]}
        properties:
          name: {type: string, required: true}
          status: {type: string, enum: [valid, retired]}
          valid_from: {type: edtf}
          valid_to: {type: edtf}
          source: {type: string}
          lines: {type: string}
          basis: {type: string}
      DesignLink:
        properties:
          name: {type: string, required: true}
      Source:
        properties:
          name: {type: string, required: true}
    relationships:
      RESPONSIBLE_FOR: {from: Council, to: ProgrammeArea}
      OWNED_BY:
        from: Document
        to: Council
        caption: {en: owned by, sv: ägs av}
        inverse: {en: owns, sv: äger}
        properties:
          basis: {type: string}
      BELONGS_TO: {from: DesignLink, to: ProgrammeArea}
      LINKS_TO:
        from: DesignLink
        to: Document
        caption: {en: links to, sv: länkar till}
        impact: {retired: broken}
    """,
    "nodes/Council.csv": "key,name,aliases\nc-1,SOR Ortopedi,Ortopedirådet\nc-2,SOR Öron,\n",
    "nodes/ProgrammeArea.csv": "key,name\na-1,Rörelseorganens sjukdomar\n",
    "nodes/Document.csv": """
    key,name,status,valid_from,valid_to,source,lines,basis
    d-1,Höftfraktur,valid,2020,,,L1,stated
    d-2,Höftfraktur,valid,,2019-06-01,,,
    d-3,Ledprotes,retired,,,,,
    d=4,Ny höftfraktur,valid,,,,,

    """,
    "nodes/Source.csv": "key,name\ns-1,Uppdraget\n",
    "nodes/DesignLink.csv": "key,name\nl-1,Länk till höft\n",
    "relationships/RESPONSIBLE_FOR.csv": "from,to\nc-1,a-1\n",
    "relationships/OWNED_BY.csv": "from,to,basis\nd-1,c-1,inferred\n",
    "relationships/BELONGS_TO.csv": "from,to\nl-1,a-1\n",
    "relationships/LINKS_TO.csv": "from,to\nl-1,d-1\n",
  ]

  /// A workspace with the register loaded.
  static func workspace(in folder: TemporaryFolder) throws -> GraphWorkspace {
    for (name, text) in files { try folder.write(text, to: "register/" + name) }
    let workspace = GraphWorkspace(database: folder.path + "/graph.db", folder: folder.path)
    _ = try workspace.load([folder.path + "/register"], context: ChangeContext(actor: "test"))
    return workspace
  }
}
