import GraphModel

/// Makes Graphviz's SVG fit for a page and for readers who do not see it: title and description, language, tooltips in
/// words, fonts to fall back on, and none of Graphviz's comments and outside references.
struct SVGFinish {
  private var title: String
  private var summary: String
  private var language: String
  private var hasLinks: Bool
  /// Tooltips by element id.
  private var meanings: [String: String] = [:]

  init(_ picture: Picture) {
    title = picture.title.text
    summary = picture.summary.text
    language = picture.language.rawValue
    hasLinks = picture.boxes.contains { $0.link != nil || $0.rows.contains { $0.link != nil } }
    for box in picture.boxes {
      let text = box.name.isIdentical(to: box.sort) ? box.name.text : "\(box.name.text) (\(box.sort.text))"
      meanings[Self.written(box.id)] = box.change.map { "\(text): \($0.words(picture.language))" } ?? text
    }
    for frame in picture.frames {
      let change = frame.change.map { ": \($0.words(picture.language))" } ?? ""
      meanings[Self.written(frame.id)] = frame.title.text + change
    }
    for arrow in picture.arrows { meanings[Self.written(arrow.id)] = arrow.meaning(in: picture.language) }
  }

  /// An id as Graphviz writes it.
  private static func written(_ id: String) -> String { id.replacing("-", with: "&#45;") }

  func finished(_ bytes: [UInt8]) -> [UInt8] {
    var result = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    var isOpened = false
    var isInComment = false
    var pendingID: String?
    result.reserveCapacity(bytes.count + bytes.count / 4)
    for part in bytes.split(separator: UInt8(ascii: "\n")) {
      let line = Substring(decoding: part, as: UTF8.self)
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
      if line.hasPrefix("<g id=\"a_") {
        result += link(line) + "\n"
        continue
      }
      if line.hasPrefix("<g id=\"") {
        pendingID = String(line.dropFirst(7).prefix { $0 != "\"" })
      } else if line.hasPrefix("<title>"), let id = pendingID {
        pendingID = nil
        if let meaning = meanings[id], !meaning.isEmpty { result += "<title>\(XMLText.escaped(meaning))</title>\n" }
        continue
      }
      // Text is written last on its line and has no quotation marks of its own, so only attributes are met here. Fonts
      // stand with texts alone, which have no transparent parts.
      if line.hasPrefix("<text") {
        result += line.replacing("font-family=\"DejaVu Sans\"", with: fontFamily)
      } else if line.utf8.contains(UInt8(ascii: "=")) {
        result += line.replacing("=\"transparent\"", with: "=\"none\"")
      } else {
        result += line
      }
      result += "\n"
    }
    return Array(result.utf8)
  }

  private let fontFamily = "font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\""

  private func rootStart(_ line: Substring) -> String {
    // A reader who is told of one image cannot reach the links in it.
    let role = hasLinks ? "group" : "img"
    let start = "<svg role=\"\(role)\" lang=\"\(language)\" aria-labelledby=\"picture-title picture-description\" "
    return start + line.dropFirst(5) + "\n"
  }

  private var opening: String {
    "<title id=\"picture-title\">\(XMLText.escaped(title))</title>\n"
      + "<desc id=\"picture-description\">\(XMLText.escaped(summary))</desc>\n" + style
  }

  /// The colours of a dark page for readers who ask for one.
  private var style: String {
    var rules = PaletteColor.darkFills.map { ("fill", $0.light, $0.dark) }
    rules += PaletteColor.darkLines.map { ("stroke", $0.light, $0.dark) }
    let lines = rules.map { property, light, dark in
      "[\(property)=\"\(light.lowercased())\"]{\(property):\(dark.lowercased())}"
    }
    return "<style>\n@media screen and (prefers-color-scheme: dark) {\n" + lines.joined(separator: "\n")
      + "\n}\na:focus text, a:hover text { text-decoration: underline; }\n</style>\n"
  }

  /// The start of a link, as XML asks, without Graphviz's tooltip, as the element has its own, and without Graphviz's
  /// name for it, which might be another element's id.
  private func link(_ line: Substring) -> String {
    let mark = "xlink:href=\""
    guard let start = line.firstRange(of: mark), let end = line[start.upperBound...].firstIndex(of: "\"") else {
      return "<g>"
    }
    // Graphviz 2.42 leaves some ampersands as they are.
    let address = line[start.upperBound..<end].replacing("&amp;", with: "&").replacing("&", with: "&amp;")
    return "<g><a \(mark)\(address)\" target=\"_blank\" rel=\"noopener\">"
  }
}

extension PlainText {
  func isIdentical(to other: PlainText) -> Bool { text.isIdenticalText(to: other.text) }
}
