import Testing

@testable import Reports

@Suite struct HTMLWriterTests {
  private func written(_ body: (inout HTMLWriter) -> Void) -> String {
    var writer = HTMLWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onmouseover='x' & co", "&quot; onmouseover=&#39;x&#39; &amp; co"),
    ("a\u{0}b\u{1B}[31m\u{7F}", "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}"),
    ("rad\r\nnästa\tåäö 🩺", "rad \nnästa\tåäö 🩺"),
  ])
  func textIsText(text: String, expected: String) {
    #expect(written { $0.element(.p, text: text) } == "<p>\(expected)</p>\n")
    #expect(written { $0.element(.td, .named("title", text)) { _ in } } == "<td title=\"\(expected)\"></td>\n")
  }

  @Test func namesStandApartAndAreCut() {
    #expect(written { $0.name("\u{202E}abc") } == "<bdi>\u{202E}abc</bdi>")
    let long = String(repeating: "å", count: 10_000)
    #expect(written { $0.name(long, limit: 20) } == "<bdi>\(String(repeating: "å", count: 20))…</bdi>")
    #expect("åäö".clipped(to: 3) == "åäö")
  }

  @Test func emptyElementsAndFlags() {
    #expect(written { $0.void(.meta, .named("charset", "utf-8")) } == "<meta charset=\"utf-8\">")
    #expect(written { $0.element(.form, .flag("hidden")) { _ in } } == "<form hidden></form>\n")
  }

  @Test func aPictureLosesWhatAPageMayNotHave() {
    let svg = Array("<?xml version=\"1.0\"?>\n<svg role=\"img\"></svg>\n".utf8)
    #expect(InlineSVG(rendered: svg).map { String(decoding: $0.bytes, as: UTF8.self) } == "<svg role=\"img\"></svg>\n")
    #expect(InlineSVG(rendered: Array("nothing".utf8)) == nil)
    #expect(InlineSVG(rendered: []) == nil)
  }
}
