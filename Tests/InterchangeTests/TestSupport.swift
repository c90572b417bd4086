import Diagnostics
import Foundation
import GraphModel

@testable import Interchange

/// A folder that is removed when the test is done with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("interchange-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, folders above it included.
  func write(_ file: String, _ text: String) throws { try write(file, bytes: Array(text.utf8)) }

  func write(_ file: String, bytes: [UInt8]) throws {
    let target = path + "/" + file
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: target))
  }

  func read(_ file: String) throws -> String {
    try String(contentsOfFile: path + "/" + file, encoding: .utf8)
  }

  /// Every file below, with its text.
  func files() throws -> [String: String] {
    var result: [String: String] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: path) {
      if Directory.kind(of: path + "/" + file) == .file { result[file] = try read(file) }
    }
    return result
  }
}

/// The repository's own folder of that name.
func repositoryPath(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent(name).path
}

/// `line:column id` of each diagnostic, as golden tests compare them.
func summary(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    let place = diagnostic.place.map { "\($0.line):\($0.column)" } ?? "-"
    return "\(place) \(diagnostic.id)"
  }
}

/// One record as a test sees it: absent cells are `nil`.
struct ReadRecord: Equatable {
  var line: Int
  var cells: [String?]
  var isDamaged: Bool
}

/// Everything that a CSV text says.
func readCSV(_ bytes: [UInt8], bufferSize: Int = 256 << 10, recordLimit: Int = CSVReader.recordLimit) throws -> (
  header: [String], records: [ReadRecord], diagnostics: [Diagnostic]
) {
  var diagnostics = DiagnosticCollector()
  var reader = CSVReader(
    name: "t.csv", source: MemoryByteSource(bytes), bufferSize: bufferSize, recordLimit: recordLimit)
  guard try reader.readHeader(reporting: &diagnostics) else { return ([], [], diagnostics.diagnostics) }
  var records: [ReadRecord] = []
  while try reader.next(reporting: &diagnostics) {
    let cells = (0..<reader.cellCount).map { reader.cell($0).isAbsent ? nil : reader.text($0) }
    records.append(ReadRecord(line: reader.line, cells: cells, isDamaged: reader.isDamaged))
  }
  return (reader.header, records, diagnostics.diagnostics)
}

func readCSV(_ text: String) throws -> (header: [String], records: [ReadRecord], diagnostics: [Diagnostic]) {
  try readCSV(Array(text.utf8))
}
