/// How one run's times stand to another's.
struct BenchmarkComparison {
  struct Row {
    var name: String
    var before: Double
    var after: Double
    var isAnswerEqual: Bool

    var ratio: Double { before > 0 ? after / before : .infinity }
  }

  /// What both runs measured, by name.
  let rows: [Row]
  /// What only one of them did.
  let unmatched: [String]

  init(_ before: BenchmarkResults, _ after: BenchmarkResults) {
    var rows: [Row] = []
    var unmatched: [String] = []
    let session = (before.session.prefixed("session "), after.session.prefixed("session "))
    for (old, new) in [(before.tasks, after.tasks), (before.queries, after.queries), session] {
      for name in Set(old.keys).union(new.keys).sorted() {
        guard let first = old[name], let second = new[name] else {
          unmatched.append(name)
          continue
        }
        rows.append(
          Row(
            name: name, before: first.cpuMicroseconds, after: second.cpuMicroseconds,
            isAnswerEqual: first.answer == second.answer))
      }
    }
    self.rows = rows
    self.unmatched = unmatched
  }

  /// The rows that are slower than the threshold allows, or answer otherwise.
  func failures(threshold: Double) -> [Row] { rows.filter { !$0.isAnswerEqual || $0.ratio > threshold } }

  func text(threshold: Double) -> String {
    var lines: [String] = []
    for row in rows {
      let percent = Int((row.ratio * 100).rounded())
      var line =
        "\(row.name): \(BenchmarkResults.time(row.before)) -> \(BenchmarkResults.time(row.after)), \(percent) %"
      if row.ratio > threshold { line += "  SLOWER" }
      if !row.isAnswerEqual { line += "  ANOTHER ANSWER" }
      lines.append(line)
    }
    if !unmatched.isEmpty { lines.append("in one file only: \(unmatched.joined(separator: ", "))") }
    return lines.joined(separator: "\n")
  }
}

extension [String: Measurement] {
  fileprivate func prefixed(_ prefix: String) -> [String: Measurement] {
    Dictionary(uniqueKeysWithValues: map { (prefix + $0.key, $0.value) })
  }
}
