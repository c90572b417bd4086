/// What a picture of an impact shows, as plain data: the caller has it from its analysis.
public struct ImpactDrawing: Hashable, Sendable {
  /// How an element is hit, from harmless to gone.
  public enum Effect: String, CaseIterable, Hashable, Sendable {
    case repoint, review, degraded, broken
  }

  public struct Element: Hashable, Sendable {
    public var key: String
    public var name: String
    /// The kind of the schema.
    public var kind: String

    public init(key: String, name: String, kind: String) {
      self.key = key
      self.name = name
      self.kind = kind
    }
  }

  public struct Affected: Hashable, Sendable {
    public var element: Element
    public var effect: Effect
    /// Keys from a retired element to this one, both included.
    public var because: [String]
    /// Types of the relationships along `because`: one less.
    public var via: [String]
    /// Names of those responsible, sorted; none where nobody is.
    public var responsible: [String]
    /// Whether it was like this before.
    public var isAlready: Bool

    public init(
      element: Element, effect: Effect, because: [String], via: [String], responsible: [String],
      isAlready: Bool = false
    ) {
      self.element = element
      self.effect = effect
      self.because = because
      self.via = via
      self.responsible = responsible
      self.isAlready = isAlready
    }
  }

  /// What takes the place of a retired element.
  public struct Replacement: Hashable, Sendable {
    /// The key of the retired element.
    public var old: String
    public var new: Element

    public init(old: String, new: Element) {
      self.old = old
      self.new = new
    }
  }

  public var retired: [Element]
  public var replacements: [Replacement]
  public var affected: [Affected]

  public init(retired: [Element], replacements: [Replacement] = [], affected: [Affected]) {
    self.retired = retired
    self.replacements = replacements
    self.affected = affected
  }
}
