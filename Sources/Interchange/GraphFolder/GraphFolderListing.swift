import Diagnostics
import GraphModel

/// The files of the folders that are loaded together.
struct GraphFolderListing {
  struct Table {
    var path: String
    var file: String
    /// Position of its folder among those loaded.
    var folder: Int
  }

  var schemaFiles: [String] = []
  var nodeTables: [Table] = []
  var relationshipTables: [Table] = []

  init(directories: [String], reporting diagnostics: inout DiagnosticCollector) {
    var seen: Set<TextKey> = []
    for (position, directory) in directories.enumerated() {
      let folder = GraphFolderListing.withoutTrailingSlashes(directory)
      guard seen.insert(TextKey(folder)).inserted else { continue }
      do throws(FileError) {
        try add(folder, position: position, reporting: &diagnostics)
      } catch {
        diagnostics.add(GraphFolderListing.unreadable(error))
      }
    }
  }

  static func unreadable(_ error: FileError) -> Diagnostic {
    Diagnostic(
      id: "unreadable-file", message: error.description, place: DiagnosticPlace(source: error.path, line: 1, column: 1))
  }

  private mutating func add(
    _ folder: String, position: Int, reporting diagnostics: inout DiagnosticCollector
  ) throws(FileError) {
    let place = DiagnosticPlace(source: folder, line: 1, column: 1)
    switch Directory.kind(of: folder) {
    case .folder: break
    case nil:
      diagnostics.add(Diagnostic(id: "missing-folder", message: "there is no folder '\(folder)'", place: place))
      return
    default:
      diagnostics.add(
        Diagnostic(
          id: "missing-folder", message: "'\(folder)' is a file, and a graph is a folder", place: place,
          hint: "name the folder in which 'nodes' and 'relationships' are"))
      return
    }
    let names = try Directory.names(in: folder)
    let before = (schemaFiles.count, nodeTables.count, relationshipTables.count)
    let schema = Directory.path(folder, GraphFolderNaming.schemaFile)
    if names.contains(GraphFolderNaming.schemaFile), Directory.kind(of: schema) == .file { schemaFiles.append(schema) }
    for (name, keyPath) in [
      (GraphFolderNaming.nodesFolder, \GraphFolderListing.nodeTables),
      (GraphFolderNaming.relationshipsFolder, \GraphFolderListing.relationshipTables),
    ] where names.contains(name) {
      let path = Directory.path(folder, name)
      guard Directory.kind(of: path) == .folder else { continue }
      for file in try Directory.names(in: path) where GraphFolderNaming.isTable(file) {
        let filePath = Directory.path(path, file)
        guard Directory.kind(of: filePath) == .file else { continue }
        self[keyPath: keyPath].append(Table(path: filePath, file: file, folder: position))
      }
    }
    if before == (schemaFiles.count, nodeTables.count, relationshipTables.count) {
      diagnostics.add(
        Diagnostic(
          id: "nothing-to-load",
          message: "'\(folder)' has neither 'schema.yaml' nor files 'nodes/<Kind>.csv' or 'relationships/<TYPE>.csv'",
          place: place, hint: hint(for: folder, names: names)))
    }
  }

  private func hint(for folder: String, names: [String]) -> String? {
    let known = [GraphFolderNaming.nodesFolder, GraphFolderNaming.relationshipsFolder]
    for name in names where !known.contains(name) {
      let path = Directory.path(folder, name)
      guard Directory.kind(of: path) == .folder, let inside = try? Directory.names(in: path) else { continue }
      if inside.contains(where: known.contains) { return "did you mean '\(path)'?" }
      if let near = NameSuggestion.nearest(to: name, among: known) {
        return "is folder '\(name)' meant to be '\(near)'?"
      }
    }
    return nil
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.unicodeScalars.removeLast() }
    return path
  }
}
