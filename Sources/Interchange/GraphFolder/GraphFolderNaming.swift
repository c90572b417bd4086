import GraphModel

/// How the files of a graph folder are named after kinds and relationship types.
enum GraphFolderNaming {
  static let schemaFile = "schema.yaml"
  static let nodesFolder = "nodes"
  static let relationshipsFolder = "relationships"

  /// Whether a kind or type can give its name to a file on any file system.
  static func isUsable(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first != "." else { return false }
    if name.utf8.count > 200 { return false }
    return !name.unicodeScalars.contains { scalar in
      "/\\:*?\"<>|".unicodeScalars.contains(scalar) || scalar.properties.generalCategory == .control
    }
  }

  /// A file that a load may read: `<name>[.anything].csv`, not hidden.
  static func isTable(_ file: String) -> Bool {
    let bytes = Array(file.utf8)
    guard bytes.count > 4, bytes.first != UInt8(ascii: ".") else { return false }
    return bytes.suffix(4).map { $0 | 0x20 } == Array(".csv".utf8).map { $0 | 0x20 }
  }

  /// The kind or type of a file: the longest declared name that the file's name begins with up to a dot, with its
  /// position; else all up to the first dot.
  static func name(ofTable file: String, among declared: [TextKey: Int]) -> (name: String, position: Int?) {
    var stem = file.utf8.dropLast(4)
    let dot = UInt8(ascii: ".")
    while true {
      let name = String(decoding: stem, as: UTF8.self)
      if let position = declared[TextKey(name)] { return (name, position) }
      guard let end = stem.lastIndex(of: dot) else { return (name, nil) }
      stem = stem[..<end]
    }
  }
}
