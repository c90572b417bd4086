/// Writes HTML that no text can break: markup comes from tags and attributes that the program names, and whatever is
/// given as text is escaped where it is written.
///
/// Nothing that it can write loads anything from elsewhere: addresses are places on the page and files beside it only.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// The page's first line.
  mutating func documentType() { append("<!DOCTYPE html>\n") }

  /// An element with what is in it.
  mutating func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) -> Void) {
    open(tag, attributes)
    content(&self)
    close(tag)
  }

  /// An element with a text in it.
  mutating func element(_ tag: HTMLTag, _ attributes: HTMLAttribute..., text: String) {
    open(tag, attributes)
    self.text(text)
    close(tag)
  }

  /// An element that never has anything in it, such as `<meta>`.
  mutating func void(_ tag: HTMLTag, _ attributes: HTMLAttribute...) { open(tag, attributes) }

  mutating func text(_ text: String) { HTMLEscaping.append(text, to: &bytes) }

  /// A name from the graph, set apart so that its direction of writing cannot turn its surroundings around; a very long
  /// one is cut.
  mutating func name(_ name: String, limit: Int = 300) {
    open(.bdi, [])
    text(name.clipped(to: limit))
    close(.bdi)
  }

  /// The program's own style sheet or script.
  mutating func code(_ tag: HTMLTag, _ attributes: HTMLAttribute..., code: StaticString) {
    open(tag, attributes)
    append(code)
    close(tag)
  }

  mutating func picture(_ picture: InlineSVG) { bytes += picture.bytes }

  mutating func lineBreak() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func open(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) {
    append("<")
    bytes += tag.rawValue.utf8
    for attribute in attributes {
      append(" ")
      append(attribute.name)
      guard let value = attribute.value else { continue }
      append("=\"")
      HTMLEscaping.append(value, to: &bytes)
      append("\"")
    }
    append(">")
  }

  private mutating func close(_ tag: HTMLTag) {
    append("</")
    bytes += tag.rawValue.utf8
    append(">")
    if tag.isBlock { lineBreak() }
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }
}

/// An element of HTML that pages use.
enum HTMLTag: String {
  case html, head, meta, title, style, script, body
  case header, nav, main, section, footer, figure, figcaption, details, summary
  case h1, h2, h3, p, ul, ol, li, dl, dt, dd, div, span, strong, a, bdi, br, img
  case table, caption, thead, tbody, tfoot, tr, th, td
  case form, label, input, select, option, button, output

  var isBlock: Bool {
    switch self {
    case .span, .strong, .a, .bdi, .img, .label, .option, .button, .output: false
    default: true
    }
  }
}

/// An attribute of an element; only its value may come from data.
struct HTMLAttribute {
  let name: StaticString
  /// `nil` for one that is there or not.
  let value: String?

  static func named(_ name: StaticString, _ value: String) -> HTMLAttribute { HTMLAttribute(name: name, value: value) }
  static func flag(_ name: StaticString) -> HTMLAttribute { HTMLAttribute(name: name, value: nil) }
  static func id(_ id: String) -> HTMLAttribute { named("id", id) }
  static func `class`(_ name: String) -> HTMLAttribute { named("class", name) }
  /// A link to a place on the same page.
  static func place(_ id: String) -> HTMLAttribute { named("href", "#" + id) }
  /// A link to a file beside the page, by its path from there.
  static func file(_ path: String) -> HTMLAttribute { named("href", address(of: path)) }
  /// The picture in a file beside the page.
  static func picture(_ path: String) -> HTMLAttribute { named("src", address(of: path)) }

  /// A relative address, in which no sign of the path has another meaning.
  /// - Source: RFC 3986, §2.1 and §4.2.
  private static func address(of path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var address = Array("./".utf8)
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "/"):
        address.append(byte)
      default: address += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: address, as: UTF8.self)
  }
}
