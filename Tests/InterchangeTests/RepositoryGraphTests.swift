import Diagnostics
import Foundation
import GraphModel
import Testing

@testable import Interchange

/// The graph of this repository is in the form that saving gives it.
@Suite struct RepositoryGraphTests {
  @Test func schemaIsCanonical() throws {
    let text = try String(contentsOfFile: repositoryPath("graph/schema.yaml"), encoding: .utf8)
    let reading = SchemaReader.read(SourceText(name: "schema.yaml", text: text))
    #expect(reading.diagnostics.map { $0.rendered() } == [])
    let schema = try #require(reading.schema)
    let written = SchemaWriter.write(schema)
    let bare = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
    #expect(written.split(separator: "\n", omittingEmptySubsequences: false) == bare)
    #expect(SchemaReader.read(SourceText(name: "again", text: written)).schema == schema)
  }

  @Test(arguments: ["graph/region", "graph/example"])
  func tablesAreCanonical(_ folder: String) throws {
    let reader = GraphFolderReader(directories: [repositoryPath("graph"), repositoryPath(folder)])
    let schema = try #require(reader.readSchema())
    let target = try TemporaryFolder()
    var writer = GraphFolderWriter(directory: target.path, schema: schema)
    func values(_ properties: [PropertyAssignment]) -> [String: Value] {
      Dictionary(uniqueKeysWithValues: properties.filter { !$0.value.isNull }.map { ($0.name, $0.value) })
    }
    try reader.read(schema: schema) { row in
      guard case .sound(let node) = row else { return }
      try writer.addNode(kind: node.kind, key: node.key, properties: values(node.properties))
    } relationships: { record in
      try writer.addRelationship(
        type: record.type, from: record.from, to: record.to, properties: values(record.properties))
    }
    #expect(reader.diagnostics.diagnostics.map { $0.rendered() } == [])
    _ = try writer.finish()
    for (file, text) in try target.files() where file != "schema.yaml" {
      let original = try String(contentsOfFile: repositoryPath(folder + "/" + file), encoding: .utf8)
      #expect(text == original, "\(file)")
    }
  }
}
