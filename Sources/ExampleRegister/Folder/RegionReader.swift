import Diagnostics
import GraphModel
import Interchange

/// The region's graph as far as the register needs it.
struct RegionReader {
  let schema: Schema
  let references: RegionReferences

  /// Reads `schema.yaml` of the folder and its subfolder `region`.
  /// - Throws: `DiagnosticsError` with what is wrong in them.
  init(graph: String) throws {
    let reader = GraphFolderReader(directories: [graph, "\(graph)/region"])
    let schema = reader.readSchema() ?? Schema()
    var names: [String: String] = [:]
    var councils: [String: [String]] = [:]
    try reader.read(schema: schema) { row in
      guard case .sound(let node) = row else { return }
      names[node.key] = node.properties.lazy.compactMap(\.nameText).first ?? ""
    } relationships: { relationship in
      guard relationship.type == "RESPONSIBLE_FOR" else { return }
      councils[relationship.to, default: []].append(relationship.from)
    }
    try reader.diagnostics.throwIfErrors()
    self.schema = schema
    references = RegionReferences(names: names, councils: councils.mapValues { $0.sorted() })
  }
}

extension PropertyAssignment {
  /// The text, if this is the name.
  fileprivate var nameText: String? {
    guard name == "name", case .string(let text) = value else { return nil }
    return text
  }
}
