/// A form in which a diagram can be written.
public enum DiagramFormat: String, CaseIterable, Hashable, Sendable {
  case svg, png, pdf, dot, json, mermaid, graphml

  /// The format that a file's name asks for; `nil` where it has no such ending.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.ending == ending || $0.rawValue == ending }) else { return nil }
    self = format
  }

  /// The ending of a file's name, without the dot.
  public var ending: String { self == .mermaid ? "mmd" : rawValue }
}
