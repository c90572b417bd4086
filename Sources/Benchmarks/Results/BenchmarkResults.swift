import Foundation

/// What a run measured.
struct BenchmarkResults: Codable {
  /// What another program needed for a question.
  struct Beside: Codable {
    var microseconds: Double
    var answer: String

    enum CodingKeys: String, CodingKey {
      case microseconds = "us"
      case answer
    }
  }

  var nodes: Int
  var relationships: Int
  /// The questions in the query language, in process, by name.
  var queries: [String: Measurement] = [:]
  /// The same as requests to a session; empty if none was asked for.
  var session: [String: Measurement] = [:]
  /// What is not asked in the query language: opening, impact, the plain search beside it.
  var tasks: [String: Measurement] = [:]
  /// By program and question: what others needed in the same run.
  var beside: [String: [String: Beside]] = [:]
  var peakMemoryBytes = 0
  var fileBytes: Int?

  enum CodingKeys: String, CodingKey {
    case nodes, relationships, queries, session, tasks, beside
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

  /// Questions that a session or another program answers otherwise than the engine in process.
  var disagreements: [String] {
    queries.sorted { $0.key < $1.key }.flatMap { name, measurement -> [String] in
      let programs = beside.sorted { $0.key < $1.key }.map { ($0.key, $0.value[name]?.answer) }
      let others = [("session", session[name]?.answer)] + programs
      return others.compactMap { other, answer in
        guard let answer, answer != measurement.answer else { return nil }
        return "\(name): \(other) answers \(answer), not \(measurement.answer)"
      }
    }
  }
}
