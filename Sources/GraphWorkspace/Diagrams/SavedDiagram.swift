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
  case svg, png, pdf, dot, json

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
    }
  }
}

/// A picture as a file's bytes.
public struct DrawnDiagram: Sendable {
  public var bytes: [UInt8]
  /// What the picture leaves out or draws together.
  public var notes: [String]
}
