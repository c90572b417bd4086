import Foundation

/// What a run measured.
struct BenchmarkResults: Codable {
  var nodes: Int
  var relationships: Int
  /// The questions in the query language, by name.
  var queries: [String: Measurement] = [:]
  /// What is not asked in the query language: opening, impact, the plain search beside it.
  var tasks: [String: Measurement] = [:]
  var peakMemoryBytes = 0
  var fileBytes: Int?

  enum CodingKeys: String, CodingKey {
    case nodes, relationships, queries, tasks
    case peakMemoryBytes = "peak_memory_bytes"
    case fileBytes = "file_bytes"
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  /// The results as a table to read.
  var text: String {
    var lines = ["\(nodes) nodes, \(relationships) relationships"]
    let names = (Array(queries.keys) + Array(tasks.keys)).map(\.count).max() ?? 0
    lines.append(
      Self.pad("", names) + Self.right("cpu") + Self.right("wall") + Self.right("runs") + "  answer")
    for part in [tasks, queries] {
      for (name, measurement) in part.sorted(by: { $0.key < $1.key }) {
        lines.append(
          Self.pad(name, names) + Self.right(Self.time(measurement.cpuMicroseconds))
            + Self.right(Self.time(measurement.wallMicroseconds)) + Self.right(String(measurement.runs))
            + "  \(measurement.answer)")
      }
    }
    lines.append("peak memory \(peakMemoryBytes / 1_000_000) MB")
    if let fileBytes { lines.append("database file \(fileBytes / 1_000_000) MB") }
    return lines.joined(separator: "\n")
  }

  /// A time with its unit, three digits.
  static func time(_ microseconds: Double) -> String {
    switch microseconds {
    case ..<1000: digits(microseconds) + " µs"
    case ..<1_000_000: digits(microseconds / 1000) + " ms"
    default: digits(microseconds / 1_000_000) + " s"
    }
  }

  private static func digits(_ number: Double) -> String {
    number < 10
      ? String(format: "%.2f", number) : number < 100 ? String(format: "%.1f", number) : String(format: "%.0f", number)
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String) -> String { String(repeating: " ", count: max(1, 11 - text.count)) + text }
}
