public import GraphModel

/// The page that leads to drawn diagrams: of each its picture, its files in every format, and its content as text. It
/// lies beside the files and needs nothing else.
public struct GalleryPage: Sendable {
  public struct Table: Sendable {
    public var title: String
    public var columns: [String]
    public var rows: [[String]]

    public init(title: String, columns: [String], rows: [[String]]) {
      self.title = title
      self.columns = columns
      self.rows = rows
    }
  }

  /// A drawn diagram.
  public struct Entry: Sendable {
    public var name: String
    public var title: String
    public var subtitle: String?
    public var summary: String
    /// What the picture leaves out or draws together.
    public var notes: [String]
    /// Formats with the paths of their files from the page.
    public var files: [(format: String, path: String)]
    /// The file that the page shows; `nil` where none is an image.
    public var image: String?
    public var tables: [Table]

    public init(
      name: String, title: String, subtitle: String?, summary: String, notes: [String],
      files: [(format: String, path: String)], image: String?, tables: [Table]
    ) {
      self.name = name
      self.title = title
      self.subtitle = subtitle
      self.summary = summary
      self.notes = notes
      self.files = files
      self.image = image
      self.tables = tables
    }
  }

  public var language: CaptionLanguage
  public var entries: [Entry]
  /// Diagrams of which there is no picture, with the reason.
  public var missing: [(name: String, reason: String)]
  /// Where the content is from.
  public var footer: String?

  public init(
    language: CaptionLanguage, entries: [Entry], missing: [(name: String, reason: String)], footer: String?
  ) {
    self.language = language
    self.entries = entries
    self.missing = missing
    self.footer = footer
  }

  /// The page as a file's bytes.
  public var html: [UInt8] { GalleryPageWriter(page: self).written() }
}
