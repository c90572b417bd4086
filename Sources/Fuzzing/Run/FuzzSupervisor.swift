import Foundation

/// Starts the working processes, looks after them, and starts one again behind the query on which it died or hung.
final class FuzzSupervisor {
  struct Settings {
    var seed: UInt64
    var first: Int
    var executions: Int
    var seconds: Double
    var processes: Int
    var corpus: String
    var findings: URL
    /// How long one execution may take before its process is ended.
    var patience: Double = 30
  }

  private final class Worker {
    var process: Process
    let record: URL
    var counts = FuzzRun.Counts()
    var findings = 0
    var lastNumber = -1
    var lastMove = Date.now
    var isDone = false

    init(process: Process, record: URL) {
      self.process = process
      self.record = record
    }
  }

  private let settings: Settings
  private let executable: URL
  private let start = Date.now
  private var deadline: Date { start.addingTimeInterval(settings.seconds) }
  private var deaths = 0

  init(_ settings: Settings, executable: URL) {
    self.settings = settings
    self.executable = executable
  }

  /// Works until all executions are done or the time is over.
  /// - Returns: whether nothing was found.
  func run() throws -> Bool {
    try FileManager.default.createDirectory(at: settings.findings, withIntermediateDirectories: true)
    var workers: [Worker] = []
    for index in 0..<settings.processes {
      let record = settings.findings.appending(path: "worker-\(index).record")
      workers.append(Worker(process: try launch(from: settings.first + index, record: record), record: record))
    }
    var nextReport = start.addingTimeInterval(10)
    while workers.contains(where: { !$0.isDone }) {
      Thread.sleep(forTimeInterval: 0.2)
      for worker in workers where !worker.isDone { try look(after: worker) }
      if Date.now > nextReport {
        report(workers)
        nextReport = Date.now.addingTimeInterval(60)
      }
    }
    report(workers)
    for worker in workers { try? FileManager.default.removeItem(at: worker.record) }
    return deaths == 0 && workers.allSatisfy { $0.findings == 0 }
  }

  private func launch(from number: Int, record: URL) throws -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = [
      "--record", record.path, "--seed", "\(settings.seed)", "--first", "\(number)",
      "--stride", "\(settings.processes)", "--executions", "\(settings.first + settings.executions - number)",
      "--seconds", "\(max(0, deadline.timeIntervalSinceNow))", "--corpus", settings.corpus,
      "--findings", settings.findings.path,
    ]
    try process.run()
    return process
  }

  private func look(after worker: Worker) throws {
    let record = FuzzRecord(contentsOf: worker.record) ?? FuzzRecord()
    if record.number != worker.lastNumber { (worker.lastNumber, worker.lastMove) = (record.number, .now) }
    let hangs = worker.process.isRunning && -worker.lastMove.timeIntervalSinceNow > settings.patience
    if worker.process.isRunning && !hangs { return }
    if hangs { kill(worker.process.processIdentifier, SIGKILL) }
    worker.process.waitUntilExit()
    let last = FuzzRecord(contentsOf: worker.record) ?? FuzzRecord()
    worker.counts.add(last.counts)
    worker.findings += last.findings
    worker.lastMove = .now
    if worker.process.terminationReason == .exit && worker.process.terminationStatus == 0 {
      worker.isDone = true
      try? FileManager.default.removeItem(at: worker.record)
      return
    }
    deaths += 1
    try tellDeath(last, hangs: hangs)
    let isFirst = last.counts.executions == 0 && last.query.isEmpty
    if isFirst || deaths > 1_000 || Date.now > deadline {
      worker.isDone = true
    } else {
      worker.process = try launch(from: last.number + settings.processes, record: worker.record)
    }
  }

  private func tellDeath(_ record: FuzzRecord, hangs: Bool) throws {
    let what = hangs ? "hang" : "trap"
    print("\(what): seed \(settings.seed), execution \(record.number)\n\(record.query)\n")
    let file = settings.findings.appending(path: "\(what)-seed-\(settings.seed)-execution-\(record.number).txt")
    try Data("\(record.query)\n".utf8).write(to: file)
  }

  private func report(_ workers: [Worker]) {
    var counts = FuzzRun.Counts()
    var findings = 0
    for worker in workers {
      counts.add(worker.counts)
      findings += worker.findings
      if !worker.isDone, let record = FuzzRecord(contentsOf: worker.record) {
        counts.add(record.counts)
        findings += record.findings
      }
    }
    let seconds = max(0.001, -start.timeIntervalSinceNow)
    let stages = QueryCheck.Stage.allCases.map { "\($0) \(counts.stages[$0.rawValue])" }.joined(separator: ", ")
    print(
      "\(counts.executions) executions in \(Int(seconds)) s (\(Int(Double(counts.executions) / seconds)) a second): "
        + "\(stages); \(findings) findings, \(deaths) deaths")
    fflush(nil)
  }
}

extension FuzzRun.Counts {
  mutating func add(_ other: FuzzRun.Counts) {
    executions += other.executions
    for index in stages.indices { stages[index] += other.stages[index] }
  }
}
