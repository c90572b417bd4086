import GraphModel

/// Measures the questions as requests to a session, JSON and pipe included.
struct SessionRun {
  let session: SessionProcess
  var isQuick = false

  /// How much processor time one measured run is to take at least: the session's last work on an answer is counted
  /// with the next request, and so must be a small part.
  private static let leastSeconds = 0.01

  func measure(_ question: BenchmarkQuestion) throws -> Measurement {
    let requests = question.parameters.map { SessionProcess.request(question.text, $0) }
    var replies: [[UInt8]] = []
    func askAll() throws { replies = try requests.map(session.ask) }
    try askAll()
    let start = session.processorSeconds
    try askAll()
    let once = session.processorSeconds - start
    let turns = isQuick ? 1 : min(1000, Int(Self.leastSeconds / max(once, 1e-6)) + 1)
    func run() throws -> String {
      for _ in 0..<turns { try askAll() }
      return ""
    }
    var measurement = try Measurement.measure(
      parts: requests.count * turns, isQuick: isQuick, processorSeconds: { session.processorSeconds }, run)
    measurement.answer = question.answer(try replies.map(session.table))
    return measurement
  }
}
