import Foundation

/// Another program that answers the same questions, run in the same minute: a peer, or the limit set by the hardware.
///
/// It prints a line `RES NAME ANSWER SECONDS` for each question that it answers; other lines are let pass.
struct BesideProgram {
  let name: String
  let command: String

  /// - Parameter argument: `NAME=COMMAND`.
  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    name = String(parts[0])
    command = String(parts[1])
  }

  /// Runs the command in a shell.
  /// - Throws: `BenchmarkError` if it prints no such line.
  func measure() throws -> [String: BenchmarkResults.Beside] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let results = Self.results(in: String(decoding: printed, as: UTF8.self))
    if results.isEmpty { throw BenchmarkError("'\(command)' prints no line 'RES NAME ANSWER SECONDS'") }
    return results
  }

  static func results(in printed: String) -> [String: BenchmarkResults.Beside] {
    var results: [String: BenchmarkResults.Beside] = [:]
    for line in printed.split(whereSeparator: \.isNewline) {
      let words = line.split(separator: " ")
      guard words.count >= 4, words[0] == "RES", let seconds = Double(words[3]) else { continue }
      results[String(words[1])] = .init(microseconds: seconds * 1e6, answer: String(words[2]))
    }
    return results
  }
}
