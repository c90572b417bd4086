import GraphModel

/// Pages that were drawn one by one, put together as one file with a title and a language, and without a clock: the same
/// pages give the same bytes.
///
/// - Source: ISO 32000-1, §7.7 (document structure) and §14.3.3 (document information).
struct PDFDocument {
  private(set) var bytes: [UInt8] = Array("%PDF-1.5\n%".utf8) + [0xC2, 0xB5, 0xC3, 0xA5, 0x0A]
  private var offsets: [Int]
  private var pageNumbers: [Int] = []

  private static let pages = 1
  private static let information = 2
  private static let catalog = 3

  init(
    _ drawn: [(bytes: [UInt8], sheet: Sheet)], title: String, subject: String, language: CaptionLanguage
  ) throws(DiagramError) {
    offsets = [0, 0, 0, 0]
    for page in drawn { try add(page.bytes, on: page.sheet) }
    begin(Self.pages)
    write("<< /Type /Pages\n   /Kids [ \(pageNumbers.map { "\($0) 0 R" }.joined(separator: " ")) ]\n")
    write("   /Count \(pageNumbers.count)\n>>\nendobj\n")
    begin(Self.information)
    write("<< /Title \(Self.text(title))\n   /Subject \(Self.text(subject))\n   /Producer (Styrgraf)\n>>\nendobj\n")
    begin(Self.catalog)
    write("<< /Type /Catalog\n   /Pages \(Self.pages) 0 R\n   /Lang (\(language.rawValue))\n")
    write("   /ViewerPreferences << /DisplayDocTitle true >>\n>>\nendobj\n")
    writeTable()
  }

  /// All that a page rests on, with new numbers.
  private mutating func add(_ file: [UInt8], on sheet: Sheet) throws(DiagramError) {
    let parts = PDFParts(file)
    guard let page = parts.page else {
      throw DiagramError(code: .rendering, message: "Graphviz drew a PDF that holds no page")
    }
    var numbers = [page: offsets.count]
    offsets.append(0)
    pageNumbers.append(offsets.count - 1)
    var waiting = [page]
    while let object = waiting.popLast() {
      begin(numbers[object] ?? 0)
      // What is left out speaks of a structure that cairo does not write.
      var left = ["/StructParents", "/StructParent"]
      if object == page { left += ["/Parent", "/MediaBox"] }
      for piece in parts.pieces(of: object, without: left) {
        switch piece {
        case .bytes(let range): bytes += parts.bytes[range]
        case .reference(let other):
          if numbers[other] == nil {
            numbers[other] = offsets.count
            offsets.append(0)
            waiting.append(other)
          }
          write("\(numbers[other] ?? 0) 0 R")
        }
      }
      if object == page { finishPage(on: sheet) }
      write("endobj\n")
    }
  }

  /// The page's own entries, in place of the marks that close its dictionary.
  private mutating func finishPage(on sheet: Sheet) {
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    bytes.removeLast(min(2, bytes.count))
    write("\n   /Parent \(Self.pages) 0 R\n   /MediaBox [ 0 0 \(Numbers.text(sheet.width)) ")
    write("\(Numbers.text(sheet.height)) ]\n>>\n")
  }

  private mutating func begin(_ number: Int) {
    offsets[number] = bytes.count
    write("\(number) 0 obj\n")
  }

  private mutating func write(_ text: String) { bytes += text.utf8 }

  private mutating func writeTable() {
    let start = bytes.count
    write("xref\n0 \(offsets.count)\n0000000000 65535 f \n")
    for offset in offsets.dropFirst() {
      let digits = String(offset)
      write(String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n")
    }
    write("trailer\n<< /Size \(offsets.count)\n   /Root \(Self.catalog) 0 R\n   /Info \(Self.information) 0 R\n>>\n")
    write("startxref\n\(start)\n%%EOF\n")
  }

  /// A text as UTF-16 in hexadecimal digits, which needs no quoting.
  private static func text(_ text: String) -> String {
    "<FEFF"
      + text.utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + ">"
  }
}
