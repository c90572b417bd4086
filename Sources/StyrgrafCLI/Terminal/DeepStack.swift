import Glibc

/// Runs the program on a thread with room for deep recursion: plans of long queries are trees, and the main thread's
/// 8 MB are not for us to choose.
enum DeepStack {
  /// Memory is taken only where the stack really grows.
  private static let byteCount = 512 << 20

  /// Runs a body that ends the program; on the calling thread where no other can be made.
  static func run(_ body: @escaping @Sendable () -> Never) -> Never {
    var attributes = pthread_attr_t()
    var thread: pthread_t = 0
    let context = unsafe Unmanaged.passRetained(Body(body))
    unsafe pthread_attr_init(&attributes)
    unsafe pthread_attr_setstacksize(&attributes, byteCount)
    let failure = unsafe pthread_create(
      &thread, &attributes,
      { argument in
        guard let argument = unsafe argument else { return nil }
        unsafe Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().body()
      }, context.toOpaque())
    if failure != 0 { body() }
    pthread_join(thread, nil)
    preconditionFailure("the body ends the program")
  }

  private final class Body: Sendable {
    let body: @Sendable () -> Never
    init(_ body: @escaping @Sendable () -> Never) { self.body = body }
  }
}
