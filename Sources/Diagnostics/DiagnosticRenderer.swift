extension Diagnostic {
  /// The diagnostic as text for a person:
  ///
  ///     queries/gaps.cypher:2:9: error: no property is called 'stauts' [unknown-property]
  ///       2 | WHERE r.stauts = 'open'
  ///         |         ^~~~~~ did you mean 'status'?
  ///
  /// - Parameter maximumWidth: how many code points of a long line are shown around the place.
  public func rendered(maximumWidth: Int = 110) -> String {
    var text = ""
    if let place { text += "\(place.source):\(place.line):\(place.column): " }
    text += "\(severity.rawValue): \(message) [\(id)]"
    if let place, let excerpt = place.excerpt {
      let window = Window(excerpt, maximumWidth: maximumWidth)
      let number = String(place.line)
      let margin = String(repeating: " ", count: number.count)
      text += "\n  \(number) | \(window.line)"
      text += "\n  \(margin) | \(window.marker)"
      if let hint { text += " \(hint)" }
    } else if let hint {
      text += "\n  \(hint)"
    }
    for note in notes { text += "\n  note: \(note)" }
    return text
  }

  /// The part of a line that fits, and the marker below it.
  private struct Window {
    var line: String
    var marker: String

    init(_ excerpt: DiagnosticExcerpt, maximumWidth: Int) {
      let scalars = Array(excerpt.line.unicodeScalars)
      let start = min(max(excerpt.column - 1, 0), scalars.count)
      let from = scalars.count <= maximumWidth ? 0 : max(0, min(start - maximumWidth / 3, scalars.count - maximumWidth))
      let to = min(scalars.count, from + maximumWidth)
      var shown = String.UnicodeScalarView()
      var padding = ""
      for (offset, scalar) in scalars[from..<to].enumerated() {
        let visible: Unicode.Scalar = scalar.properties.generalCategory == .control ? " " : scalar
        shown.append(visible)
        if from + offset < start { padding += " " }
      }
      let lead = from > 0 ? "…" : ""
      line = lead + String(shown) + (to < scalars.count ? "…" : "")
      let length = max(1, min(excerpt.length, to - start))
      marker = String(repeating: " ", count: lead.isEmpty ? 0 : 1) + padding + "^"
      marker += String(repeating: "~", count: length - 1)
    }
  }
}
