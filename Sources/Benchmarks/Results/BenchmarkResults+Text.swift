import Foundation

extension BenchmarkResults {
  /// The results as tables to read.
  var text: String {
    var lines = ["\(nodes) nodes, \(relationships) relationships"]
    if !tasks.isEmpty { lines += table(tasks, title: "tasks", others: []) }
    lines += table(queries, title: "in process", others: beside.keys.sorted())
    if !session.isEmpty { lines += table(session, title: "session", others: []) }
    lines += disagreements
    lines.append("peak memory \(peakMemoryBytes / 1_000_000) MB")
    if let fileBytes { lines.append("database file \(fileBytes / 1_000_000) MB") }
    return lines.joined(separator: "\n")
  }

  private func table(_ part: [String: Measurement], title: String, others: [String]) -> [String] {
    let width = max(title.count, part.keys.map(\.count).max() ?? 0)
    let head = ["cpu", "wall", "runs"] + others
    var lines = ["", Self.pad(title, width) + head.map(Self.right).joined() + "  answer"]
    for (name, measurement) in part.sorted(by: { $0.key < $1.key }) {
      var cells = [
        Self.time(measurement.cpuMicroseconds), Self.time(measurement.wallMicroseconds), String(measurement.runs),
      ]
      cells += others.map { beside[$0]?[name].map { Self.time($0.microseconds) } ?? "-" }
      lines.append(Self.pad(name, width) + cells.map(Self.right).joined() + "  \(measurement.answer)")
    }
    return lines
  }

  /// A time with its unit, three digits.
  static func time(_ microseconds: Double) -> String {
    switch microseconds {
    case ..<1: digits(microseconds * 1000) + " ns"
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
