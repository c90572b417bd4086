/// Why a text is not JSON, or not a value written with tags.
public struct JSONError: Error, Hashable, Sendable {
  /// One sentence without a closing full stop.
  public var message: String
  /// The UTF-8 offset at which reading stopped.
  public var offset: Int

  public init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }
}

extension JSONError: CustomStringConvertible {
  public var description: String { "\(message) (at byte \(offset))" }
}
