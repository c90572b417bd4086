/// A form in which a diagram can be written.
public enum DiagramFormat: String, CaseIterable, Hashable, Sendable {
  case svg, png, pdf, dot, json

  /// The format that a file's name asks for; `nil` where it has no such ending.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }
}
