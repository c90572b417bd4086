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
      meanings[box.id] = box.change.map { "\(text): \($0.words(picture.language))" } ?? text
    }
    for frame in picture.frames {
      let change = frame.change.map { ": \($0.words(picture.language))" } ?? ""
      meanings[frame.id] = frame.title.text + change
    }
    for arrow in picture.arrows { meanings[arrow.id] = arrow.meaning(in: picture.language) }
  }

  /// An id, of which Graphviz writes each hyphen as a character reference.
  private static func id(written: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    append(written, replacing: Sign.hyphenReference, with: [UInt8(ascii: "-")], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What lines are told apart by, as bytes: Graphviz writes hundreds of lines for a picture's every hundred boxes.
  private enum Sign {
    static let comment = Array("<!--".utf8)
    static let commentEnd = Array("-->".utf8)
    static let root = Array("<svg ".utf8)
    static let viewBox = Array(" viewBox=".utf8)
    static let link = Array("<g id=\"a_".utf8)
    static let element = Array("<g id=\"".utf8)
    static let title = Array("<title>".utf8)
    static let text = Array("<text".utf8)
    static let font = Array("font-family=\"DejaVu Sans\"".utf8)
    static let fonts = Array("font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\"".utf8)
    static let transparent = Array("=\"transparent\"".utf8)
    static let none = Array("=\"none\"".utf8)
    static let hyphenReference = Array("&#45;".utf8)
  }

  func finished(_ bytes: [UInt8]) -> [UInt8] {
    var result = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    var isOpened = false
    var isInComment = false
    var pendingID: String?
    result.reserveCapacity(bytes.count + bytes.count / 4)
    for line in bytes.split(separator: Self.newline) {
      if isInComment || line.starts(with: Sign.comment) {
        isInComment = !line.suffix(Sign.commentEnd.count).elementsEqual(Sign.commentEnd)
        continue
      }
      if !isOpened {
        // Declaration and document type come before the root element and may run over several lines.
        guard line.starts(with: Sign.root) else { continue }
        isOpened = true
        result += rootStart(Substring(decoding: line, as: UTF8.self)).utf8
        continue
      }
      if line.starts(with: Sign.viewBox) {
        result += line
        result.append(Self.newline)
        result += opening.utf8
        continue
      }
      if line.starts(with: Sign.link) {
        result += link(Substring(decoding: line, as: UTF8.self)).utf8
        result.append(Self.newline)
        continue
      }
      if line.starts(with: Sign.element) {
        pendingID = Self.id(written: line.dropFirst(Sign.element.count).prefix { $0 != UInt8(ascii: "\"") })
      } else if line.starts(with: Sign.title), let id = pendingID {
        pendingID = nil
        if let meaning = meanings[id], !meaning.isEmpty {
          result += "<title>\(XMLText.escaped(meaning))</title>\n".utf8
        }
        continue
      }
      // Text is written last on its line and has no quotation marks of its own, so only attributes are met here. Fonts
      // stand with texts alone, which have no transparent parts.
      if line.starts(with: Sign.text) {
        Self.append(line, replacing: Sign.font, with: Sign.fonts, to: &result)
      } else {
        Self.append(line, replacing: Sign.transparent, with: Sign.none, to: &result)
      }
      result.append(Self.newline)
    }
    return result
  }

  private static let newline = UInt8(ascii: "\n")

  private static func append(
    _ line: ArraySlice<UInt8>, replacing pattern: [UInt8], with replacement: [UInt8], to result: inout [UInt8]
  ) {
    var rest = line
    let first = pattern[0]
    var place = rest.startIndex
    while place < line.endIndex {
      if line[place] == first, line[place...].starts(with: pattern) {
        result += rest[..<place]
        result += replacement
        place += pattern.count
        rest = line[place...]
      } else {
        place += 1
      }
    }
    result += rest
  }

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
