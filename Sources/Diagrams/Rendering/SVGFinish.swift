import GraphModel

/// Makes Graphviz's SVG fit for a page and for readers who do not see it: title and description, language, tooltips in
/// words, fonts to fall back on, and none of Graphviz's comments and outside references.
struct SVGFinish {
  private var title: String
  private var summary: String
  private var language: String
  /// Tooltips by element id.
  private var meanings: [String: String] = [:]

  init(_ picture: Picture) {
    title = picture.title.text
    summary = picture.summary.text
    language = picture.language.rawValue
    for box in picture.boxes {
      let text = box.name.isIdentical(to: box.sort) ? box.name.text : "\(box.name.text) (\(box.sort.text))"
      meanings[Self.written(box.id)] = text
    }
    for frame in picture.frames { meanings[Self.written(frame.id)] = frame.title.text }
    for arrow in picture.arrows { meanings[Self.written(arrow.id)] = arrow.meaning.text }
  }

  /// An id as Graphviz writes it.
  private static func written(_ id: String) -> String { id.replacing("-", with: "&#45;") }

  func finished(_ bytes: [UInt8]) -> [UInt8] {
    var result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    let source = String(decoding: bytes, as: UTF8.self)
    var isOpened = false
    var isInComment = false
    var pendingID: String?
    for line in source.split(separator: "\n", omittingEmptySubsequences: true) {
      if isInComment || line.hasPrefix("<!--") {
        isInComment = !line.hasSuffix("-->")
        continue
      }
      if !isOpened {
        // Declaration and document type come before the root element and may run over several lines.
        guard line.hasPrefix("<svg ") else { continue }
        isOpened = true
        result += rootStart(line)
        continue
      }
      if line.hasPrefix(" viewBox=") {
        result += line + "\n" + opening
        continue
      }
      if line.hasPrefix("<g id=\"") {
        pendingID = String(line.dropFirst(7).prefix { $0 != "\"" })
      } else if line.hasPrefix("<title>"), let id = pendingID {
        pendingID = nil
        if let meaning = meanings[id], !meaning.isEmpty { result += "<title>\(escaped(meaning))</title>\n" }
        continue
      }
      // Text is written last on its line and has no quotation marks of its own, so only attributes are met here.
      result +=
        line.replacing("font-family=\"DejaVu Sans\"", with: fontFamily)
        .replacing("=\"transparent\"", with: "=\"none\"") + "\n"
    }
    return Array(result.utf8)
  }

  private let fontFamily = "font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\""

  private func rootStart(_ line: Substring) -> String {
    let start = "<svg role=\"img\" lang=\"\(language)\" aria-labelledby=\"picture-title picture-description\" "
    return start + line.dropFirst(5) + "\n"
  }

  private var opening: String {
    "<title id=\"picture-title\">\(escaped(title))</title>\n"
      + "<desc id=\"picture-description\">\(escaped(summary))</desc>\n"
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension PlainText {
  func isIdentical(to other: PlainText) -> Bool { text.isIdenticalText(to: other.text) }
}
