public import GraphModel

/// What a picture says about itself besides its content.
public struct DiagramContext: Sendable {
  public var language: CaptionLanguage
  /// The day of the picture or of its data, as it shall be read; no clock is asked.
  public var date: String?
  /// The revision of the database.
  public var revision: Int?
  /// Shown where the definition has no source line of its own.
  public var sourceLine: String?
  /// `nil`: the page of the definition.
  public var page: DiagramPage?
  public var limits: DiagramLimits
  public var layouts: LayoutService

  public init(
    language: CaptionLanguage = .english, date: String? = nil, revision: Int? = nil, sourceLine: String? = nil,
    page: DiagramPage? = nil, limits: DiagramLimits = DiagramLimits(), layouts: LayoutService = .inProcess
  ) {
    self.language = language
    self.date = date
    self.revision = revision
    self.sourceLine = sourceLine
    self.page = page
    self.limits = limits
    self.layouts = layouts
  }
}

/// How large a picture may become before its boxes are drawn together with counts.
public struct DiagramLimits: Hashable, Sendable {
  public var boxes: Int
  public var arrows: Int
  /// A hierarchy of more boxes becomes one with lines instead of its lowest boxes: more are hard to find one's way among,
  /// whatever the page.
  public var comfortableBoxes: Int
  /// Lines in one box.
  public var rows: Int
  /// Code points in a name; what is longer ends in an ellipsis.
  public var nameLength: Int

  public init(
    boxes: Int = 250, arrows: Int = 600, comfortableBoxes: Int = 90, rows: Int = 120, nameLength: Int = 120
  ) {
    self.boxes = max(1, boxes)
    self.arrows = max(1, arrows)
    self.comfortableBoxes = max(1, min(comfortableBoxes, boxes))
    self.rows = max(1, rows)
    self.nameLength = max(8, nameLength)
  }
}
