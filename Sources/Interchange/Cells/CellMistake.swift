/// Why the text of a cell is no value of its property's type.
public struct CellMistake: Error, Hashable, Sendable {
  /// What is wrong, in one sentence without a closing full stop.
  public var message: String
  public var hint: String?

  public init(message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }
}
