import CGraphviz
import Synchronization

/// The door to Graphviz: one context kept for ever, one lock for the whole process.
///
/// Graphviz keeps much of its state in globals, also while graphs are built, so everything that touches it happens here
/// while the lock is held. A layout cannot be interrupted; a caller that must bound its time runs it in a process apart.
enum Graphviz {
  @unsafe private struct Context {
    var handle: OpaquePointer?
  }

  private static let context = unsafe Mutex(Context())
  /// What Graphviz said while the lock was held; its callback has no place for a pointer of ours.
  private static let messages = Mutex("")

  /// Lays a graph out.
  static func geometry(of graph: LayoutGraph, engine: String) throws(DiagramError) -> LayoutGeometry {
    try unsafe exclusively { handle throws(DiagramError) in
      let native = try unsafe NativeGraph(graph)
      try unsafe layOut(native, engine: engine, handle: handle)
      defer { _ = unsafe gvFreeLayout(handle, native.graph) }
      unsafe attach_attrs(native.graph)
      return unsafe native.geometry()
    }
  }

  /// Draws a graph whose places are set (`pos`, `bb`): nothing is moved.
  static func drawing(of graph: LayoutGraph, format: String) throws(DiagramError) -> [UInt8] {
    try unsafe exclusively { handle throws(DiagramError) in
      let native = try unsafe NativeGraph(graph)
      try unsafe layOut(native, engine: "nop2", handle: handle)
      defer { _ = unsafe gvFreeLayout(handle, native.graph) }
      var data: UnsafeMutablePointer<CChar>?
      var length: UInt32 = 0
      let outcome = unsafe gvRenderData(handle, native.graph, format, &data, &length)
      try inspectMessages()
      guard outcome == 0, let data = unsafe data else {
        throw DiagramError(code: .rendering, message: "Graphviz could not draw \(format): \(takenMessages())")
      }
      defer { unsafe gvFreeRenderData(data) }
      return unsafe UnsafeRawBufferPointer(start: data, count: Int(length)).map { $0 }
    }
  }

  /// A graph as DOT text.
  static func text(of graph: LayoutGraph) throws(DiagramError) -> [UInt8] {
    try unsafe exclusively { _ throws(DiagramError) in
      let native = try unsafe NativeGraph(graph)
      var length = 0
      guard let text = unsafe cgraphviz_text(native.graph, &length) else {
        throw DiagramError(code: .rendering, message: "Graphviz could not write the graph: \(takenMessages())")
      }
      defer { unsafe free(text) }
      return unsafe UnsafeRawBufferPointer(start: text, count: length).map { $0 }
    }
  }

  /// Loads the plug-ins and fonts of every picture. What fails here is told by the first layout.
  static func warmUp() {
    var graph = LayoutGraph()
    graph.nodeDefaults = PageStyle.nodeDefaults
    let text = LabelMarkup.text(PlainText("a"))
    graph.nodes = [
      LayoutGraph.Node(
        name: "a", attributes: [("label", .label(.lines([text, text.bold()]))), ("pos", .word("0,0"))])
    ]
    _ = try? geometry(of: graph, engine: "dot")
    _ = try? drawing(of: graph, format: "svg")
  }

  private static func exclusively<Result: Sendable>(
    _ body: (OpaquePointer) throws(DiagramError) -> Result
  ) throws(DiagramError) -> Result {
    try unsafe context.withLock { context throws(DiagramError) in
      let handle: OpaquePointer
      if let open = unsafe context.handle {
        unsafe handle = open
      } else {
        _ = unsafe agseterrf { text in
          if let text = unsafe text { Graphviz.note(unsafe String(cString: text)) }
          return 0
        }
        guard let open = unsafe gvContext() else {
          throw DiagramError(code: .unavailable, message: "Graphviz could not be started")
        }
        unsafe context.handle = unsafe open
        unsafe handle = open
      }
      messages.withLock { $0 = "" }
      return try unsafe body(handle)
    }
  }

  private static func layOut(
    _ native: NativeGraph, engine: String, handle: OpaquePointer
  ) throws(DiagramError) {
    let outcome = unsafe gvLayout(handle, native.graph, engine)
    if outcome != 0 {
      throw DiagramError(code: .layout, message: "Graphviz could not lay the diagram out: \(takenMessages())")
    }
    do {
      try inspectMessages()
    } catch {
      _ = unsafe gvFreeLayout(handle, native.graph)
      throw error
    }
  }

  private static func note(_ text: String) {
    messages.withLock { if $0.utf8.count < 4096 { $0 += text } }
  }

  private static func takenMessages() -> String {
    messages.withLock { text in
      let taken = text.isEmpty ? "no reason given" : text
      text = ""
      return PlainText(taken).text
    }
  }

  /// A bad label stops nothing and is only spoken of, so success is not believed before the messages are read.
  private static func inspectMessages() throws(DiagramError) {
    let isBad = messages.withLock { $0.contains("Error:") || $0.contains("in label of") || $0.contains("syntax error") }
    if isBad { throw DiagramError(code: .layout, message: "Graphviz found fault: \(takenMessages())") }
  }
}
