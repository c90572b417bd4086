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
    let errorsBefore = diagnostics.errorCount
    if contains(names, GraphFolderNaming.schemaFile), isReadable(schema, as: .file, reporting: &diagnostics) {
      schemaFiles.append(schema)
    }
    for (name, keyPath) in [
      (GraphFolderNaming.nodesFolder, \GraphFolderListing.nodeTables),
      (GraphFolderNaming.relationshipsFolder, \GraphFolderListing.relationshipTables),
    ] where contains(names, name) {
      let path = Directory.path(folder, name)
      guard isReadable(path, as: .folder, reporting: &diagnostics) else { continue }
      for file in try Directory.names(in: path) where GraphFolderNaming.isTable(file) {
        let filePath = Directory.path(path, file)
        guard isReadable(filePath, as: .file, reporting: &diagnostics) else { continue }
        self[keyPath: keyPath].append(Table(path: filePath, file: file, folder: position))
      }
    }
    reportMisspeltNames(names, in: folder, reporting: &diagnostics)
    if diagnostics.errorCount == errorsBefore,
      before == (schemaFiles.count, nodeTables.count, relationshipTables.count)
    {
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
    }
    return nil
  }

  private func contains(_ names: [String], _ name: String) -> Bool {
    names.contains { $0.isIdenticalText(to: name) }
  }

  /// Whether a name leads to what it should. What cannot be read is never passed over: a synchronising load would take
  /// its rows for removed.
  private func isReadable(
    _ path: String, as wanted: Directory.Kind, reporting diagnostics: inout DiagnosticCollector
  ) -> Bool {
    let found = Directory.kind(of: path)
    if found == wanted { return true }
    let what =
      switch found {
      case nil: "a link that leads nowhere"
      case .file: "a file"
      case .folder: "a folder"
      case .other: "neither a file nor a folder"
      }
    let isFile = wanted == .file
    diagnostics.add(
      Diagnostic(
        id: isFile ? "not-a-file" : "not-a-folder",
        message: "a \(isFile ? "file" : "folder") is expected, and this is \(what)",
        place: DiagnosticPlace(source: path, line: 1, column: 1), hint: "remove it, or give it another name"))
    return false
  }

  /// Reports what stands where something known is missing, under a name that is nearly the right one.
  private func reportMisspeltNames(
    _ names: [String], in folder: String, reporting diagnostics: inout DiagnosticCollector
  ) {
    let known = [GraphFolderNaming.nodesFolder, GraphFolderNaming.relationshipsFolder, GraphFolderNaming.schemaFile]
    let missing = known.filter { !contains(names, $0) }
    for name in names {
      let path = Directory.path(folder, name)
      let kind = Directory.kind(of: path)
      let lowercased = name.lowercased()
      var meant: String?
      if kind == .file, ["schema.yml", "schema.yaml"].contains(lowercased) {
        meant = GraphFolderNaming.schemaFile
      } else if kind == .folder, let inside = try? Directory.names(in: path),
        inside.contains(where: GraphFolderNaming.isTable)
      {
        meant = NameSuggestion.nearest(to: name, among: known.dropLast())
      }
      guard let meant, missing.contains(meant) else { continue }
      let what = kind == .folder ? "folder" : "file"
      diagnostics.add(
        Diagnostic(
          id: "misspelt-name", message: "the \(what) '\(name)' would not be read",
          place: DiagnosticPlace(source: path, line: 1, column: 1),
          hint: "is \(what) '\(name)' meant to be '\(meant)'?"))
    }
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path.unicodeScalars.removeLast() }
    return path
  }
}
