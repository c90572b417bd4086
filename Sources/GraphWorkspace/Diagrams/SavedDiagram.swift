public import Diagnostics
import Diagrams
public import GraphModel

/// A diagram in a file of the folder `diagrams`.
public struct SavedDiagram: Sendable {
  /// The path within `diagrams` without its ending.
  public var name: String
  /// What is wrong with the file; with an error in it the diagram cannot be drawn.
  public var diagnostics: [Diagnostic]
  let definition: DiagramDefinition?

  public func title(in language: CaptionLanguage) -> String { definition?.title.text(in: language) ?? name }

  public func description(in language: CaptionLanguage) -> String? { definition?.description.text(in: language) }

  /// The definition language as a JSON Schema, for editors.
  public static var definitionSchema: String { DefinitionSchema.text }

  /// Whether it can be drawn.
  public var isRight: Bool { !diagnostics.contains { $0.severity == .error } }

  /// Whether the picture may be wider than 2 : 1 or higher than 1 : 2.
  public var isWide: Bool { definition?.page == .wide }

  /// The word of the definition for the page, such as `A4 landscape`.
  public var page: String { definition?.page.rawValue ?? "" }

  public var parameters: [DeclaredParameter] {
    definition?.parameters.map {
      DeclaredParameter(
        name: $0.name, type: .property($0.type), defaultValue: $0.defaultValue, description: $0.description)
    } ?? []
  }
}

/// A form in which a picture can be written.
public enum PictureFormat: String, CaseIterable, Hashable, Sendable {
  case svg, png, pdf, dot, json, mermaid, graphml

  /// The format that a file's ending asks for; `nil` for none of them.
  public init?(fileName: String) {
    guard let format = DiagramFormat(fileName: fileName) else { return nil }
    self.init(format)
  }

  private init?(_ format: DiagramFormat) { self.init(rawValue: format.rawValue) }

  var diagramFormat: DiagramFormat {
    switch self {
    case .svg: .svg
    case .png: .png
    case .pdf: .pdf
    case .dot: .dot
    case .json: .json
    case .mermaid: .mermaid
    case .graphml: .graphml
    }
  }

  /// The ending of a file's name, without the dot.
  public var ending: String { diagramFormat.ending }
}

/// The page that a caller asks for in place of a definition's.
public struct PicturePage: Hashable, Sendable {
  let page: DiagramPage

  /// The words for it.
  public static let words = PageShape.allCases.map(\.rawValue) + ["fit"]

  /// - Parameter word: one of `words`; `A4` and `A3` alone mean lying paper.
  public init?(_ word: String) {
    guard let page = DiagramPage(word: word) else { return nil }
    self.page = page
  }
}

/// A picture laid out once, to be written in any format.
public struct DiagramPicture: Sendable {
  let diagram: Diagram

  /// - Parameter scale: of PNG only; 1 is 96 dots an inch.
  /// - Throws: `DiagramError`.
  public func drawn(as format: PictureFormat, scale: Double = 1) throws -> DrawnDiagram {
    DrawnDiagram(bytes: try diagram.render(format.diagramFormat, scale: scale), notes: diagram.notes)
  }

  /// The content as text and tables, for those who do not see the picture.
  public var text: PictureText { PictureText(diagram.outline) }
}

/// A picture as a file's bytes.
public struct DrawnDiagram: Sendable {
  public var bytes: [UInt8]
  /// What the picture leaves out or draws together.
  public var notes: [String]
}

/// A picture's content in words and tables.
public struct PictureText: Hashable, Sendable {
  public struct Table: Hashable, Sendable {
    public var title: String
    public var columns: [String]
    public var rows: [[String]]
  }

  public var title: String
  public var subtitle: String?
  /// The whole in a few sentences.
  public var summary: String
  /// What is drawn, and what joins it.
  public var tables: [Table]
  /// What the picture leaves out or draws together.
  public var notes: [String]
  /// Source, date and revision.
  public var footer: String?

  init(_ outline: PictureOutline) {
    title = outline.title
    subtitle = outline.subtitle
    summary = outline.summary
    tables = outline.tables.map { Table(title: $0.title, columns: $0.columns, rows: $0.rows) }
    notes = outline.notes
    footer = outline.footer
  }
}
