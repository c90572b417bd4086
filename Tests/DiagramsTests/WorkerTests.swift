import Foundation
import GraphModel
import Testing

@testable import Diagrams

enum LayoutProgram {
  /// Beside the tests' own program.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "styrgraf").path
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }
}

/// The product's own layout process: what it must bear.
@Suite(.enabled(if: LayoutProgram.isBuilt), .serialized)
struct WorkerTests {
  private static func chain(_ length: Int, _ context: DiagramContext) throws -> Diagram {
    try Diagram(
      DrawingTests.definition(), subgraph: DrawingTests.chain((0..<length).map { "ruta \($0) av \(length)" }),
      schema: Schema(), context: context)
  }

  /// A graph whose layout by springs takes memory and time with the square of its size.
  private static func heavyGraph(_ nodes: Int) -> LayoutGraph {
    var graph = LayoutGraph()
    graph.nodes = (0..<nodes).map { LayoutGraph.Node(name: "n\($0)") }
    graph.edges = (1..<nodes).map { LayoutGraph.Edge(name: "e\($0)", tail: $0, head: ($0 * 7) % $0) }
    return graph
  }

  @Test func aThousandPicturesTakeNoMoreMemoryThanAHundred() throws {
    let worker = LayoutWorker(command: [LayoutProgram.path, "layout-worker"])
    let composed = try PictureComposer.compose(Self.picture(), by: .inProcess).graph
    let requests: [LayoutRequest] =
      ["svg", "png", "pdf", "json"].map { .drawing(composed, format: $0) }
      + [.text(composed), .geometry(composed, engine: "dot")]
    func ask(_ times: Int) throws {
      for number in 0..<times {
        let answer = try worker.ask(requests[number % requests.count], within: LayoutTime(seconds: 20))
        #expect(answer != nil)
      }
    }
    try ask(100)
    let before = try Self.residentMegabytes(of: #require(worker.process))
    try ask(1000)
    let after = try Self.residentMegabytes(of: #require(worker.process))
    #expect(after - before < 20, "\(before) MB, then \(after) MB")
  }

  private static func picture() -> Picture {
    var builder = PictureBuilder(
      definition: DrawingTests.definition(), subgraph: DrawingTests.chain((0..<5).map { "ruta \($0)" }),
      schema: Schema(), context: DiagramContext())
    return builder.picture(parameters: [:])
  }

  private static func residentMegabytes(of process: pid_t) throws -> Double {
    let text = try String(contentsOfFile: "/proc/\(process)/statm", encoding: .ascii)
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) }
    return try #require(pages) * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
  }

  @Test func manyAtOnceDrawWhatOneAfterTheOtherDraws() async throws {
    let formats: [DiagramFormat] = [.svg, .pdf, .png, .dot]
    let context = DiagramContext(layouts: .worker([LayoutProgram.path, "layout-worker"], seconds: 60))
    // One of them has no time.
    let late = DiagramContext(layouts: .worker([LayoutProgram.path, "layout-worker"], seconds: 0))
    let drawn = try await withThrowingTaskGroup(of: (Int, [UInt8]?).self) { group in
      for number in 0..<32 {
        group.addTask {
          do {
            let diagram = try Self.chain(2 + number, number % 8 == 7 ? late : context)
            return (number, try diagram.render(formats[number % 4]))
          } catch let error as DiagramError where error.code == .timeLimit {
            return (number, nil)
          }
        }
      }
      return try await group.reduce(into: [Int: [UInt8]?]()) { $0[$1.0] = $1.1 }
    }
    for number in 0..<32 {
      let expected = number % 8 == 7 ? nil : try Self.chain(2 + number, DiagramContext()).render(formats[number % 4])
      let isSame = drawn[number] == .some(expected)
      #expect(isSame, "picture \(number)")
    }
  }

  @Test func aLayoutThatWantsTooMuchMemoryIsStoppedAndTheNextWorks() throws {
    let limited = "ulimit -v 400000; exec \"$0\" layout-worker"
    let worker = LayoutWorker(command: ["/bin/sh", "-c", limited, LayoutProgram.path])
    let small = LayoutRequest.geometry(Self.heavyGraph(5), engine: "neato")
    #expect(try worker.ask(small, within: LayoutTime(seconds: 20)) != nil)
    #expect(throws: DiagramError.self) {
      _ = try worker.ask(.geometry(Self.heavyGraph(12_000), engine: "neato"), within: LayoutTime(seconds: 60))
    }
    #expect(try worker.ask(small, within: LayoutTime(seconds: 20)) != nil)
  }

  @Test func aLayoutThatTakesTooLongIsStoppedAndTheNextWorks() throws {
    let worker = LayoutWorker(command: [LayoutProgram.path, "layout-worker"])
    let answer = try worker.ask(.geometry(Self.heavyGraph(3000), engine: "neato"), within: LayoutTime(seconds: 0.3))
    #expect(answer == nil)
    #expect(worker.process == nil)
    #expect(
      try worker.ask(.geometry(Self.heavyGraph(5), engine: "dot"), within: LayoutTime(seconds: 20)) != nil)
  }

  @Test func aProcessThatIsKilledIsToldWaitedForAndReplaced() async throws {
    let worker = LayoutWorker(command: [LayoutProgram.path, "layout-worker"])
    let small = LayoutRequest.geometry(Self.heavyGraph(5), engine: "dot")
    _ = try worker.ask(small, within: LayoutTime(seconds: 20))
    let process = try #require(worker.process)
    let killer = Task.detached {
      try await Task.sleep(for: .milliseconds(200))
      kill(process, SIGKILL)
    }
    #expect {
      _ = try worker.ask(.geometry(Self.heavyGraph(3000), engine: "neato"), within: LayoutTime(seconds: 60))
    } throws: {
      ($0 as? DiagramError)?.message.contains("signal 9") == true
    }
    try await killer.value
    // Nobody is left to be waited for.
    var status: Int32 = 0
    #expect(unsafe waitpid(process, &status, WNOHANG) == -1)
    #expect(try worker.ask(small, within: LayoutTime(seconds: 20)) != nil)
  }
}
