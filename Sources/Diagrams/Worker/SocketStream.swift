#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Messages over a socket: eight bytes of length, then as many bytes.
struct SocketStream {
  enum Failure: Error { case late, ended }

  /// No layout is larger.
  private static let greatestLength = 1 << 30

  private let socket: Int32

  init(_ socket: Int32) { self.socket = socket }

  func sendMessage(_ message: [UInt8], until deadline: ContinuousClock.Instant?) throws(Failure) {
    var writer = WireWriter()
    writer.data(message)
    let bytes = writer.bytes
    var sent = 0
    while sent < bytes.count {
      try wait(for: POLLOUT, until: deadline)
      let count = unsafe bytes[sent...].withUnsafeBytes { part in
        unsafe send(socket, part.baseAddress, part.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
      }
      if count > 0 { sent += count } else if errno != EAGAIN, errno != EINTR { throw .ended }
    }
  }

  func receiveMessage(until deadline: ContinuousClock.Instant?) throws(Failure) -> [UInt8] {
    var head = WireReader(try bytes(8, until: deadline))
    guard let length = try? head.number(), (0...Self.greatestLength).contains(length) else { throw .ended }
    return try bytes(length, until: deadline)
  }

  /// Whether a message begins before a point in time.
  func hasMessage(by deadline: ContinuousClock.Instant) throws(Failure) -> Bool {
    do throws(Failure) {
      try wait(for: POLLIN, until: deadline)
      return true
    } catch {
      if error == .late { return false }
      throw error
    }
  }

  private func bytes(_ length: Int, until deadline: ContinuousClock.Instant?) throws(Failure) -> [UInt8] {
    var received: [UInt8] = []
    var part = [UInt8](repeating: 0, count: min(length, 1 << 16))
    while received.count < length {
      try wait(for: POLLIN, until: deadline)
      let wanted = min(part.count, length - received.count)
      let count = unsafe part.withUnsafeMutableBytes { unsafe recv(socket, $0.baseAddress, wanted, 0) }
      if count > 0 { received += part.prefix(count) } else if count == 0 || errno != EINTR { throw .ended }
    }
    return received
  }

  private func wait(for events: Int32, until deadline: ContinuousClock.Instant?) throws(Failure) {
    while true {
      var milliseconds: Int32 = -1
      if let deadline {
        let left = (deadline - .now) / .milliseconds(1)
        if left <= 0 { throw .late }
        milliseconds = Int32(min(left.rounded(.up), 1e8))
      }
      var descriptor = pollfd(fd: socket, events: Int16(events), revents: 0)
      let ready = unsafe poll(&descriptor, 1, milliseconds)
      if ready > 0 { return }
      if ready < 0, errno != EINTR { throw .ended }
    }
  }
}
