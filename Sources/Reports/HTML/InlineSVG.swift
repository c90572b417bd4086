/// A picture of our own renderer, to stand inside a page.
public struct InlineSVG: Sendable {
  let bytes: [UInt8]

  /// - Parameter rendered: an SVG file as `Diagrams` writes it, which escapes what it shows.
  /// - Returns: `nil` for what has no root element.
  public init?(rendered: [UInt8]) {
    let start = Array("<svg ".utf8)
    let first = rendered.indices.first { index in
      rendered[index] == start[0] && rendered[index...].starts(with: start)
    }
    guard let first else { return nil }
    // In a page there is neither a declaration nor a document type before the root element.
    bytes = Array(rendered[first...])
  }
}
