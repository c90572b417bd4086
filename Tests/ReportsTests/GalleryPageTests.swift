import GraphModel
import Testing

@testable import Reports

@Suite struct GalleryPageTests {
  private func page(_ text: String, name: String = "one") -> String {
    let entry = GalleryPage.Entry(
      name: name, title: text, subtitle: text, summary: text, notes: [text],
      files: [("SVG", "\(name).svg"), ("PDF", "\(name).pdf")], image: "\(name).svg",
      tables: [GalleryPage.Table(title: text, columns: [text], rows: [[text]])])
    let page = GalleryPage(
      language: .swedish, entries: [entry], missing: [(name: text, reason: text)], footer: text)
    return String(decoding: page.html, as: UTF8.self)
  }

  @Test(arguments: ["<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x", "</title></style>"])
  func textOfTheGraphIsText(text: String) {
    let (html, plain) = (page(text), page("plain"))
    // Nothing but the text differs: as many tags, quotation marks and so attributes.
    for sign in ["<", ">", "\"", "'"] {
      #expect(html.split(separator: sign).count == plain.split(separator: sign).count, "\(sign)")
    }
  }

  @Test func leadsToEveryFileAndPicture() {
    let html = page("Råd & områden")
    for part in [
      "href=\"./one.svg\"", "href=\"./one.pdf\"", "src=\"./one.svg\"", "lang=\"sv\"", "<th scope=\"col\">",
      "Råd &amp; områden", "href=\"#diagram-1\"", "id=\"diagram-1\"",
    ] { #expect(html.contains(part), "\(part)") }
  }

  @Test func namesOfFilesAreAddresses() {
    let html = page("x", name: "sub/å? #1%:\"<")
    #expect(html.contains("href=\"./sub/%C3%A5%3F%20%231%25%3A%22%3C.svg\""))
  }

  @Test func loadsNothingFromElsewhere() {
    let html = page("x")
    for mark in ["http:", "https:", "<script", "//"] { #expect(!html.contains(mark), "\(mark)") }
  }
}
