import Foundation

/// The queries that are mutated: every `*.cypher` file of a folder, one query in each paragraph.
enum Corpus {
  /// - Throws: what the file system says.
  static func queries(in folder: URL) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "cypher" }.sorted { $0.path < $1.path }.flatMap { file in
      try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n\n")
        .map { $0.trimmingCharacters(in: .newlines) }.filter { !$0.isEmpty }
    }
  }
}
