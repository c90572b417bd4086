import GraphModel
import Testing

@testable import Diagrams

@Suite struct LayoutServiceTests {
  @Test func requestsAndAnswersSurviveTheWay() throws {
    var graph = LayoutGraph()
    graph.attributes = [("splines", .word("line"))]
    graph.nodeDefaults = [("fontsize", "11")]
    graph.nodes = [
      LayoutGraph.Node(name: "a", attributes: [("label", .label(.text(PlainText("<å> & \"ö\""))))]),
      LayoutGraph.Node(name: "b"),
    ]
    graph.edges = [LayoutGraph.Edge(name: "ab", tail: 0, head: 1)]
    graph.subgraphs = [
      LayoutGraph.Subgraph(name: "cluster_1", parent: nil, nodes: [0, 1]),
      LayoutGraph.Subgraph(name: "cluster_2", parent: 0, nodes: [1]),
    ]
    let request = LayoutRequest.geometry(graph, engine: "dot")
    guard case .geometry(let sent, let engine) = try LayoutRequest(wire: request.wire) else {
      Issue.record("another request")
      return
    }
    #expect(sent == graph && engine == "dot")
    let answer = Result<LayoutAnswer, DiagramError>.success(try request.answer())
    guard case .geometry(let here)? = try? answer.get(),
      case .geometry(let there)? = try? Result<LayoutAnswer, DiagramError>(wire: answer.wire).get()
    else {
      Issue.record("another answer")
      return
    }
    #expect(here == there)
    // What is cut short is refused, wherever it is cut.
    for length in 0..<request.wire.count {
      #expect(throws: WireError.self) { try LayoutRequest(wire: Array(request.wire.prefix(length))) }
    }
  }

  @Test func aLayoutThatHangsIsStoppedAndTold() {
    let context = DiagramContext(layouts: .worker(["/bin/sleep", "60"], seconds: 0.2))
    let start = ContinuousClock.now
    #expect {
      try Diagram(
        DrawingTests.definition(), subgraph: DrawingTests.chain(["a", "b"]), schema: Schema(), context: context)
    } throws: {
      ($0 as? DiagramError)?.code == .timeLimit
    }
    #expect(ContinuousClock.now - start < .seconds(30))
  }

  @Test(arguments: [["/bin/false"], ["/bin/sh", "-c", "kill -SEGV $$"], ["/nonexistent/program"], []])
  func aLayoutThatCrashesIsTold(command: [String]) {
    let context = DiagramContext(layouts: .worker(command, seconds: 20))
    #expect {
      try Diagram(
        DrawingTests.definition(), subgraph: DrawingTests.chain(["a", "b"]), schema: Schema(), context: context)
    } throws: {
      [.layout, .unavailable].contains(($0 as? DiagramError)?.code)
    }
  }

  @Test func aProcessIsMadeReadyOnce() throws {
    let worker = LayoutWorker(command: ["/bin/sleep", "60"])
    worker.prepare()
    let first = try #require(worker.process)
    worker.prepare()
    #expect(worker.process == first)
    // What cannot be started is told by the first layout.
    let none = LayoutWorker(command: ["/nonexistent/program"])
    none.prepare()
    #expect(none.process == nil)
    #expect(throws: DiagramError.self) {
      try none.ask(.text(LayoutGraph()), within: LayoutTime(seconds: 1))
    }
  }

  @Test func aProcessThatAnswersNonsenseIsTold() {
    let context = DiagramContext(layouts: .worker(["/bin/sh", "-c", "yes"], seconds: 20))
    #expect(throws: DiagramError.self) {
      try Diagram(
        DrawingTests.definition(), subgraph: DrawingTests.chain(["a", "b"]), schema: Schema(), context: context)
    }
  }
}
