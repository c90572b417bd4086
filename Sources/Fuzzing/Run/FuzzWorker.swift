import Foundation

/// The part of a process that executes: every so-manyth number from the first on.
struct FuzzWorker {
  var seed: UInt64
  var first: Int
  var stride: Int
  var end: Int
  var deadline: Date
  var corpus: [String]
  var record: URL
  var findings: URL

  func run() throws {
    try Data().write(to: record)
    let handle = try FileHandle(forWritingTo: record)
    var run = FuzzRun(seed: seed, corpus: corpus)
    var state = FuzzRecord()
    var number = first
    while number < end, number & 63 != 0 || Date.now < deadline {
      state.number = number
      state.query = run.query(number)
      try state.write(to: handle)
      let found = run.execute(state.query, number: number)
      for finding in found { try keep(finding, number: number) }
      state.counts = run.counts
      state.findings += found.count
      number += stride
    }
    state.number = number
    state.query = ""
    try state.write(to: handle)
  }

  private func keep(_ finding: Finding, number: Int) throws {
    let name = "\(finding.check.rawValue)-seed-\(seed)-execution-\(number).txt"
    try Data("\(finding.query)\n----\n\(finding.detail)\n".utf8).write(to: findings.appending(path: name))
  }
}
