public import Diagnostics
public import GraphModel
import Interchange
import Reports
public import Temporals

/// What happens while all diagrams are drawn.
public enum GalleryEvent: Sendable {
  /// A file is written.
  case written(path: String)
  /// A picture leaves something out or draws it together.
  case note(String)
  /// A diagram's file cannot be read.
  case unreadable(Diagnostic)
  /// A diagram finds nothing in this graph that its parameters' defaults name.
  case nothing(name: String)
  case failed(FailureReport)
}

extension GraphWorkspace {
  /// Draws all diagrams into a folder, in the formats asked for, with an `index.html` that leads to them and works
  /// without a network.
  ///
  /// One diagram that cannot be drawn does not keep the others from it.
  /// - Parameter formats: an empty list asks for the content as text only.
  /// - Returns: the first failure there was.
  /// - Throws: `DiagnosticsError` for a parameter that no diagram has; `FileError`; `StoreError` where there is no graph.
  public func drawGallery(
    _ given: GivenParameters, formats: [PictureFormat], page: PicturePage? = nil, scale: Double = 1,
    language: CaptionLanguage, validOn date: CalendarDate? = nil, after scenario: Scenario? = nil,
    comparedTo state: ComparedState? = nil, into folder: String, tell: (GalleryEvent) -> Void
  ) throws -> FailureReport? {
    let (diagrams, unreadable) = self.diagrams()
    for diagnostic in unreadable { tell(.unreadable(diagnostic)) }
    let shares = try distribute(given, over: diagrams)
    // What stands in the way of all of them is told once.
    _ = try graph(validOn: date)
    var index = GalleryPage(language: language, entries: [], missing: [], footer: nil)
    var failed: FailureReport?
    for (diagram, share) in zip(diagrams, shares) {
      do {
        let picture = try picture(
          of: diagram, share, language: language, validOn: date, after: scenario, comparedTo: state, page: page)
        index.footer = index.footer ?? picture.text.footer
        index.entries.append(try draw(picture, diagram.name, formats, scale: scale, into: folder, tell))
      } catch let error as Diagnostic where error.id == Self.nothingToDraw && share.texts.isEmpty {
        let reason =
          language == .swedish
          ? "grafen har inget av det som diagrammet visar" : "the graph has nothing of what the diagram shows"
        index.missing.append((diagram.name, reason))
        tell(.nothing(name: diagram.name))
      } catch let error as FileError {
        throw error
      } catch {
        let report = FailureReport(error)
        index.missing.append((diagram.name, report.diagnostics.first?.message ?? ""))
        failed = failed ?? report
        tell(.failed(report))
      }
    }
    let path = WorkspaceFiles.path(folder, "index.html")
    try Self.write(index.html, to: path)
    tell(.written(path: path))
    return failed
  }

  private func draw(
    _ picture: DiagramPicture, _ name: String, _ formats: [PictureFormat], scale: Double, into folder: String,
    _ tell: (GalleryEvent) -> Void
  ) throws -> GalleryPage.Entry {
    let text = picture.text
    for note in text.notes { tell(.note(note)) }
    var files: [(format: String, path: String)] = []
    for format in formats {
      let file = "\(name).\(format.ending)"
      let path = WorkspaceFiles.path(folder, file)
      try Self.write(picture.drawn(as: format, scale: scale).bytes, to: path)
      tell(.written(path: path))
      files.append((format.title, file))
    }
    let image = formats.first { $0 == .svg } ?? formats.first { $0 == .png }
    return GalleryPage.Entry(
      name: name, title: text.title, subtitle: text.subtitle, summary: text.summary, notes: text.notes, files: files,
      image: image.map { "\(name).\($0.ending)" },
      tables: text.tables.map { GalleryPage.Table(title: $0.title, columns: $0.columns, rows: $0.rows) })
  }
}

extension PictureFormat {
  /// What people call the format.
  var title: String {
    switch self {
    case .svg, .png, .pdf, .dot, .json: rawValue.uppercased()
    case .mermaid: "Mermaid"
    case .graphml: "GraphML"
    }
  }
}
