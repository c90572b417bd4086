/// Where layouts are made: in this process, or in one apart that can be stopped.
public struct LayoutService: Sendable {
  private let worker: LayoutWorker?
  /// How much processor time the layout of one picture may take.
  let seconds: Double

  /// In this process: the quickest way for pictures that are known to be small. A layout cannot be stopped.
  public static let inProcess = LayoutService(worker: nil, seconds: .infinity)

  /// In a process of its own, which is started when it is first needed and ends with this one.
  ///
  /// A layout that takes too long, or too much memory, or crashes ends that process and is told as a `DiagramError`; the
  /// next layout starts another.
  /// - Parameter command: a program and its arguments that do nothing but call `LayoutService.serve()`.
  /// - Parameter seconds: how much processor time the layout of one picture may take; by the clock it may take a few
  ///   times as long, since other work on the machine makes no layout worse.
  public static func worker(_ command: [String], seconds: Double = 4) -> LayoutService {
    LayoutService(worker: LayoutWorker(command: command), seconds: seconds)
  }

  /// Lays out what the process that started this one asks for, until it asks no more.
  public static func serve() { LayoutServer.run() }

  /// Lets the process apart start while its first picture is still being thought out; does nothing where there is none, or
  /// it runs already.
  public func prepare() { worker?.prepare() }

  func session() -> LayoutSession {
    LayoutSession(worker: worker, time: LayoutTime(seconds: seconds))
  }
}

/// Layouts that together may take as long as the service allows.
struct LayoutSession: Sendable {
  fileprivate let worker: LayoutWorker?
  fileprivate let time: LayoutTime

  func geometry(of graph: LayoutGraph, engine: String) throws(DiagramError) -> LayoutGeometry {
    guard case .geometry(let geometry) = try answer(.geometry(graph, engine: engine)) else { throw LayoutWorker.broken }
    return geometry
  }

  func drawing(of graph: LayoutGraph, format: String) throws(DiagramError) -> [UInt8] {
    guard case .bytes(let bytes) = try answer(.drawing(graph, format: format)) else { throw LayoutWorker.broken }
    return bytes
  }

  func text(of graph: LayoutGraph) throws(DiagramError) -> [UInt8] {
    guard case .bytes(let bytes) = try answer(.text(graph)) else { throw LayoutWorker.broken }
    return bytes
  }

  private func answer(_ request: LayoutRequest) throws(DiagramError) -> LayoutAnswer {
    guard let worker else { return try request.answer() }
    guard let answer = try worker.ask(request, within: time) else {
      throw DiagramError(
        code: .timeLimit,
        message: "the layout took longer than \(Numbers.text(time.seconds)) seconds and was stopped")
    }
    return answer
  }
}
