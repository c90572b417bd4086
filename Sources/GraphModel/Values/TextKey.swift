/// A text as the key of a dictionary, equal only to the same bytes: `String` alone would take two keys that differ in
/// Unicode normalisation for one.
@frozen
public struct TextKey: Hashable, Sendable {
  public let text: String

  public init(_ text: String) { self.text = text }

  public static func == (a: TextKey, b: TextKey) -> Bool { a.text.isIdenticalText(to: b.text) }

  public func hash(into hasher: inout Hasher) { text.hashText(into: &hasher) }
}
