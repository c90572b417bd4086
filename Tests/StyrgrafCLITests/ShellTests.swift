import Foundation
import Testing

/// The shell as a program: from a pipe, and at a terminal of its own.
@Suite(.enabled(if: Program.isBuilt)) struct ShellTests {
  private func loaded() throws -> Program {
    let program = try Program()
    _ = try program.run("load", "small")
    return program
  }

  @Test func statementsFromAPipeAreAnsweredInOrder() throws {
    let program = try loaded()
    defer { program.remove() }
    let outcome = try program.run(
      "shell", "--format", "csv",
      input: """
        // parts
        MATCH (p:Part)

        RETURN p.name AS name ORDER BY name;
        :param least = 2
        :run all least=2
        RETURN $least AS least
        """)
    #expect(outcome.output == "name\nRör\nÅngpanna\nname\nRör\nleast\n2\n")
    #expect(outcome.status == 0)
  }

  @Test func theFirstMistakeEndsAFile() throws {
    let program = try loaded()
    defer { program.remove() }
    let input = "RETURN 1 AS x;\nRETURN nope;\nRETURN 3 AS z;\n"
    let stopped = try program.run("shell", "--format", "csv", input: input)
    #expect(stopped.output == "x\n1\n")
    #expect(stopped.status == 2)
    #expect(stopped.errors.contains("input:2:8"))
    let gone = try program.run("shell", "--format", "csv", "--keep-going", input: input)
    #expect(gone.output == "x\n1\nz\n3\n")
    #expect(gone.status == 2)
    #expect(try program.run("shell", "--max-rows", "2", input: "UNWIND range(1, 9) AS x RETURN x").status == 4)
  }

  @Test func writesAreAskedForAndTold() throws {
    let program = try loaded()
    defer { program.remove() }
    let write = "MATCH (p:Part {key: 'p-1'}) SET p.size = 7;"
    #expect(try program.run("shell", input: write).status == 2)
    #expect(try program.run("shell", input: write).errors.contains("':write on' allows it"))
    let written = try program.run("shell", "--write", input: write)
    #expect(written.status == 0)
    #expect(written.errors.contains("1 properties set (revision 2)"))
    #expect(try program.run("shell", "--format", "csv", input: ":write on\n\(write)").status == 0)
  }

  @Test func budgetsAreTold() throws {
    let program = try loaded()
    defer { program.remove() }
    let time = try program.run(
      "query", "UNWIND range(1, 1000000000000) AS x RETURN count(x)", "--timeout", "0.3", "--format", "json")
    #expect(time.status == 4)
    #expect(time.output.contains("\"truncated\":{\"by\":\"time\",\"seconds\":0.3}"))
    #expect(time.errors.contains("--timeout allows more"))
    let memory = try program.run(
      "query", "UNWIND range(1, 1000000000000) AS x RETURN collect(x)", "--max-memory", "10MB")
    #expect(memory.status == 4)
    #expect(memory.errors.contains("more than 10 MB of memory"))
    #expect(try program.run("query", "RETURN 1", "--max-memory", "much").status == 2)
    #expect(try program.run("query", "RETURN 1 AS x", "--max-memory", "none", "--timeout", "0").status == 0)
    let session = try program.run(
      "session", "--db", ":memory:",
      input: #"{"op":"run","query":"UNWIND range(1,9) AS x RETURN x","maxRows":2}"# + "\n")
    #expect(
      session.output.contains("\"rows\":[[1],[2]],\"truncated\":true,\"truncation\":{\"by\":\"rows\",\"limit\":2}"))
  }

  @Test func interruptingAQueryTellsSo() throws {
    let program = try loaded()
    defer { program.remove() }
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["query", "UNWIND range(1, 1000000000000) AS x RETURN count(x)", "--timeout", "60"]
    process.currentDirectoryURL = URL(filePath: program.folder)
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: 2)
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let told = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    #expect(told.contains("the query was stopped"))
  }

  /// Keys at a pseudo-terminal, and what the screen shows.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/env") && hasPython))
  func theTerminalWorks() throws {
    let program = try loaded()
    defer { program.remove() }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Support/terminal.py").path
    process.arguments = ["python3", script, Program.path, program.folder]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let printed = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(printed)")
  }

  private static let hasPython: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import pty"]
    process.standardError = FileHandle.nullDevice
    return (try? process.run()).map {
      process.waitUntilExit()
      return process.terminationStatus == 0
    } ?? false
  }()
}
