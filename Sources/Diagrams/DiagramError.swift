/// Why a diagram could not be drawn although its definition is right.
public struct DiagramError: Error, Hashable, Sendable {
  public enum Code: String, Hashable, Sendable {
    /// Graphviz, or one of its parts, is missing.
    case unavailable
    /// Graphviz refused or failed to place the parts.
    case layout
    /// Graphviz failed to write the format.
    case rendering
    /// A layout took longer than it may and was stopped.
    case timeLimit
    /// A value for an unknown parameter, or none for one without default.
    case parameter
  }

  public var code: Code
  /// What went wrong, in one sentence without a closing full stop.
  public var message: String

  public init(code: Code, message: String) {
    self.code = code
    self.message = message
  }
}
