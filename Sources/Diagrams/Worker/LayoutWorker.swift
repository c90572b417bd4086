import CGraphviz
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Another process that lays graphs out, one at a time.
final class LayoutWorker: Sendable {
  private let command: [String]
  private let child = Mutex<Child?>(nil)

  /// A process and the socket that is its input and output.
  private struct Child {
    var process: pid_t
    var socket: Int32
  }

  static let broken = DiagramError(code: .layout, message: "the layout's process answered what nobody asked")

  init(command: [String]) { self.command = command }

  deinit {
    let last = child.withLock { $0 }
    if let last { Self.end(last) }
  }

  /// The process that is running; `nil` while there is none. Only for one caller at a time.
  var process: pid_t? { child.withLock { $0?.process } }

  /// Starts the process, which makes itself ready. Where that fails, whoever asks first is told.
  func prepare() {
    child.withLock { child in
      if child == nil { child = try? start() }
    }
  }

  /// - Returns: `nil` where there was no answer in time; the process is then gone.
  func ask(_ request: LayoutRequest, within time: LayoutTime) throws(DiagramError) -> LayoutAnswer? {
    let answer = try child.withLock { child throws(DiagramError) -> [UInt8]? in
      if child == nil { child = try start() }
      guard let current = child else { return nil }
      do throws(SocketStream.Failure) {
        return try Self.answer(of: current, to: request, within: time)
      } catch {
        child = nil
        let signal = Self.end(current)
        if error == .late { return nil }
        let reason = signal.map { " by signal \($0)" } ?? ""
        throw DiagramError(code: .layout, message: "the layout's process ended\(reason)")
      }
    }
    guard let answer else { return nil }
    guard let result = try? Result<LayoutAnswer, DiagramError>(wire: answer) else { throw Self.broken }
    return try result.get()
  }

  private static func answer(
    of child: Child, to request: LayoutRequest, within time: LayoutTime
  ) throws(SocketStream.Failure) -> [UInt8] {
    let stream = SocketStream(child.socket)
    let before = LayoutTime.processorTime(of: child.process)
    func used() -> Double { LayoutTime.processorTime(of: child.process) - before }
    try stream.sendMessage(request.wire, until: time.deadline)
    while true {
      let left = time.left - used()
      if left <= 0 { throw .late }
      // Before that it cannot have used up what is left.
      let next = min(time.deadline, .now + .seconds(min(left, 1e9)))
      if try stream.hasMessage(by: next) { break }
      if .now >= time.deadline { throw .late }
    }
    defer { time.spend(used()) }
    return try stream.receiveMessage(until: time.deadline)
  }

  private func start() throws(DiagramError) -> Child {
    var ends: (Int32, Int32) = (-1, -1)
    let isOpen = unsafe withUnsafeMutablePointer(to: &ends) { pair in
      unsafe pair.withMemoryRebound(to: Int32.self, capacity: 2) { unsafe cgraphviz_socket_pair($0) == 0 }
    }
    guard isOpen else { throw DiagramError(code: .unavailable, message: "no socket for the layout's process") }
    var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe arguments.indices { unsafe free(arguments[index]) } }
    let process = unsafe cgraphviz_spawn(&arguments, ends.1)
    close(ends.1)
    guard process > 0 else {
      close(ends.0)
      throw DiagramError(code: .unavailable, message: "the layout's process '\(command.first ?? "")' cannot be started")
    }
    return Child(process: process, socket: ends.0)
  }

  /// - Returns: the signal that ended the process before it was ended here.
  @discardableResult private static func end(_ child: Child) -> Int32? {
    close(child.socket)
    var status: Int32 = 0
    // A process that has crashed is about to be gone; one that hangs is not.
    for _ in 0..<50 {
      if unsafe waitpid(child.process, &status, WNOHANG) == child.process { return signal(in: status) }
      usleep(1000)
    }
    kill(child.process, SIGKILL)
    unsafe waitpid(child.process, &status, 0)
    return nil
  }

  private static func signal(in status: Int32) -> Int32? {
    let signal = status & 0x7F
    return signal == 0 ? nil : signal
  }
}
