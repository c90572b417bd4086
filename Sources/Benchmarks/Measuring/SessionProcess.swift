import Foundation
import Glibc
import GraphModel

/// A `styrgraf session` in a process of its own, asked one request at a time.
final class SessionProcess {
  private let process = Process()
  private let requests = Pipe()
  private let answers = Pipe()
  private let clock: clockid_t
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Starts the session and waits until it has opened the database.
  /// - Throws: `BenchmarkError` if the program is no `styrgraf`.
  init(program: String, database: String) throws {
    process.executableURL = URL(filePath: program)
    process.arguments = ["session", "--db", database]
    process.standardInput = requests
    process.standardOutput = answers
    // A session that ends early is told as such, and does not end this process.
    signal(SIGPIPE, SIG_IGN)
    do { try process.run() } catch {
      throw BenchmarkError("'\(program)' cannot be started: \(error.localizedDescription)")
    }
    var clock = clockid_t()
    unsafe clock_getcpuclockid(process.processIdentifier, &clock)
    self.clock = clock
    _ = try table(of: try ask(Self.request("RETURN 1", [:])))
  }

  deinit {
    try? requests.fileHandleForWriting.close()
    process.waitUntilExit()
  }

  /// Processor time of the session's threads so far, in seconds.
  var processorSeconds: Double { ProcessClock.seconds(clock) }

  /// A request to run a query, with its line end.
  static func request(_ query: String, _ parameters: [String: Value]) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("op")
    writer.string("run")
    writer.key("query")
    writer.string(query)
    writer.key("params")
    writer.value(.map(parameters))
    writer.endObject()
    writer.endLine()
    return writer.takeBytes()
  }

  /// Sends a request and waits for its answer.
  func ask(_ request: [UInt8]) throws -> [UInt8] {
    try requests.fileHandleForWriting.write(contentsOf: request)
    let descriptor = answers.fileHandleForReading.fileDescriptor
    var answer: [UInt8] = []
    // One request is under way at a time: nothing comes behind the end of its line.
    while answer.last != 0x0A {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { throw BenchmarkError("the session ended") }
      answer += buffer[..<count]
    }
    return answer
  }

  /// The table that an answer holds.
  /// - Throws: `BenchmarkError` with the session's words if it holds none.
  func table(of answer: [UInt8]) throws -> ResultTable {
    guard case .map(let members)? = try? TaggedJSON.parse(answer), case .list(let columns)? = members["columns"],
      case .list(let rows)? = members["rows"]
    else { throw BenchmarkError("the session answers \(String(decoding: answer.prefix(500), as: UTF8.self))") }
    return ResultTable(
      columns: columns.map { if case .string(let name) = $0 { name } else { "" } },
      rows: rows.map { if case .list(let cells) = $0 { cells } else { [] } })
  }
}
