/// The languages in which Styrgraf speaks to people.
public enum CaptionLanguage: String, CaseIterable, Sendable {
  case swedish = "sv"
  case english = "en"
}

/// What people call something, by language.
public struct Caption: Hashable, Sendable {
  public var texts: [String: String]

  public init(_ texts: [String: String] = [:]) {
    self.texts = texts
  }

  /// The text in a language, else in English, else in any.
  public func text(in language: CaptionLanguage) -> String? {
    texts[language.rawValue] ?? texts[CaptionLanguage.english.rawValue]
      ?? texts.min { $0.key < $1.key }?.value
  }

  public var isEmpty: Bool { texts.isEmpty }
}
