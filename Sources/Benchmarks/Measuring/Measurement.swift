/// The times of something done again and again: medians of the runs behind the first, which warms up.
struct Measurement: Codable {
  /// Processor time of all threads and wall time of one run, in microseconds.
  var cpuMicroseconds: Double
  var wallMicroseconds: Double
  var runs: Int
  /// The canonical answer; equal answers make times comparable.
  var answer: String

  enum CodingKeys: String, CodingKey {
    case cpuMicroseconds = "cpu_us"
    case wallMicroseconds = "wall_us"
    case runs, answer
  }

  /// Runs a body until its times are steady: at least three times behind the first, and for a third of a second or
  /// twenty times, whichever is more; once for what takes longer than ten seconds.
  /// - Parameters:
  ///   - parts: how many equal things one run does; the times are per thing.
  ///   - isQuick: runs it once, for the answer's sake.
  ///   - processorSeconds: the clock of the process that does the work.
  static func measure(
    parts: Int = 1, isQuick: Bool = false, processorSeconds: () -> Double = { ProcessClock.processorSeconds },
    _ body: () throws -> String
  ) rethrows -> Measurement {
    var cpu: [Double] = []
    var wall: [Double] = []
    var answer = ""
    var total = 0.0
    repeat {
      let (cpuStart, wallStart) = (processorSeconds(), ProcessClock.wallSeconds)
      answer = try body()
      cpu.append(processorSeconds() - cpuStart)
      wall.append(ProcessClock.wallSeconds - wallStart)
      total += wall[wall.count - 1]
    } while !isQuick && !isEnough(runs: wall.count, total: total)
    if cpu.count > 1 {
      cpu.removeFirst()
      wall.removeFirst()
    }
    let scale = 1e6 / Double(parts)
    return Measurement(
      cpuMicroseconds: median(cpu) * scale, wallMicroseconds: median(wall) * scale, runs: cpu.count, answer: answer)
  }

  private static func isEnough(runs: Int, total: Double) -> Bool {
    if total > 10 { return true }
    return runs >= 4 && (total > 3 || runs >= 21 && total > 0.3 || runs >= 1001)
  }

  private static func median(_ numbers: [Double]) -> Double {
    let sorted = numbers.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
