import Foundation
import FoundationXML

/// What an XML parser finds in an SVG.
final class SVGContent: NSObject, XMLParserDelegate {
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var ids: [String] = []
  /// The addresses of links.
  private(set) var links: [String] = []
  /// All text, and titles and descriptions.
  private(set) var text = ""
  private(set) var root: [String: String] = [:]

  /// What our pictures are made of: no script, no foreign content.
  static let expected: Set<String> = [
    "svg", "title", "desc", "style", "g", "polygon", "polyline", "path", "text", "ellipse",
  ]
  static let expectedAttributes: Set<String> = [
    "role", "lang", "aria-labelledby", "width", "height", "viewBox", "xmlns", "xmlns:xlink", "id", "class", "transform",
    "fill", "stroke", "stroke-width", "stroke-dasharray", "points", "d", "x", "y", "text-anchor", "font-family",
    "font-size", "font-weight", "font-style", "text-decoration", "cx", "cy", "rx", "ry",
  ]

  struct Malformed: Error {
    var reason: String
  }

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    try withExtendedLifetime(self) {
      guard parser.parse() else { throw Malformed(reason: "\(String(describing: parser.parserError))") }
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes found: [String: String] = [:]
  ) {
    if elements.isEmpty { root = found }
    elements.insert(name)
    attributes.formUnion(found.keys)
    if let id = found["id"] { ids.append(id) }
    if let link = found["xlink:href"] { links.append(link) }
    text += "\n"
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  /// Width and height in points.
  var size: (width: Double, height: Double) {
    let sides = ["width", "height"].map { Double((root[$0] ?? "").replacingOccurrences(of: "pt", with: "")) ?? 0 }
    return (sides[0], sides[1])
  }
}
