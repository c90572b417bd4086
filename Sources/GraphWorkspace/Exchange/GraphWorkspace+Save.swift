import Diagnostics
import GraphModel
import GraphStore
import Interchange

/// What was saved.
public struct SaveReport: Hashable, Sendable {
  public var nodes: Int
  public var relationships: Int
  /// Paths of the files.
  public var files: [String]
}

extension GraphWorkspace {
  /// Writes the whole graph as a folder in canonical order.
  /// - Throws: `DiagnosticsError` if the folder holds other CSV files; `StoreError`, with `noSchema` for a graph without
  ///   kinds and keys; `FileError`.
  public func save(to directory: String) throws -> SaveReport {
    let graph = try graph()
    // That of the graph: somebody else may commit another meanwhile.
    guard let schema = graph.schema else {
      throw StoreError(
        .noSchema, "'\(databasePath)' has no schema: a graph without kinds and keys cannot be saved as a folder")
    }
    let saved = try GraphFolderWriter.write(graph, schema: schema, to: directory)
    return SaveReport(nodes: saved.nodes, relationships: saved.relationships, files: saved.files)
  }
}
