import Foundation
import GraphModel
import Reports
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ImpactPageTests {
  static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onfocus='x", "</style></title><b>",
    "\u{202E}gnorw\u{2066}", "a\u{0}\u{7}\u{1B}b", String(repeating: "ö", count: 10_000), "]]>-->", "&amp;amp;",
  ]

  static func page(_ names: [String], _ language: CaptionLanguage = .swedish) -> ImpactPage {
    var page = ImpactPage(
      language: language, title: "Konsekvenser om \(names[0]) tas ur bruk", verdict: "breaks",
      sentence: "Bryter: \(names[0]) slutar fungera.")
    let codes = ["broken", "degraded", "review", "repoint"]
    page.retired = names.map { ImpactPage.Element(key: $0, name: $0, kind: $0) }
    page.remarks = names
    page.effects = codes.map { ImpactPage.Effect(code: $0, word: "\($0) i ord", count: 1, alreadyCount: 0) }
    page.hits = names.enumerated().map { number, name in
      ImpactPage.Hit(
        element: ImpactPage.Element(key: name, name: name, kind: name), effect: codes[number % 4], isAlready: true,
        distance: number, responsible: [name, name], owners: [name], areas: [name], why: name)
    }
    page.total = page.hits.count
    page.byKind = names.map { ImpactPage.Sum(name: $0, counts: ["broken": 1], total: 1) }
    page.byArea = page.byKind
    let counts = ["broken": 1, "review": 2]
    page.councils = names.map {
      ImpactPage.List(name: $0, contacts: [$0], counts: counts, total: 500, hits: page.hits)
    }
    page.several = ImpactPage.List(name: "", counts: counts, total: 3, hits: page.hits)
    page.nobody = ImpactPage.List(name: "", counts: counts, total: 3, hits: page.hits)
    page.cures = names.map { name in
      let element = ImpactPage.Element(key: name, name: name, kind: name)
      return ImpactPage.Cure(old: element, new: element, reasons: [name], refusal: name)
    }
    page.losses = names.map {
      ImpactPage.Loss(element: ImpactPage.Element(key: $0, name: $0, kind: $0), what: $0, isLeftAlone: true)
    }
    page.lossTotal = 99
    page.picture = InlineSVG(rendered: Array("<svg role=\"img\"><title>Bild</title></svg>".utf8))
    page.pictureNotes = names
    page.sources = names.map { ("Källa", $0) }
    return page
  }

  /// What an XML parser finds in the body; void elements are closed for it.
  private final class Reading: NSObject, XMLParserDelegate {
    var elements: [String: Int] = [:]
    var attributes: Set<String> = []
    var headings: [Int] = []
    var ids: [String] = []
    var headersWithoutScope = 0
    var labels: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      elements[name, default: 0] += 1
      self.attributes.formUnion(attributes.keys)
      if let id = attributes["id"] { ids.append(id) }
      if let label = attributes["aria-labelledby"] { labels.append(label) }
      if name == "th", attributes["scope"] == nil { headersWithoutScope += 1 }
      if name.utf8.count == 2, name.hasPrefix("h"), let level = Int(name.dropFirst()) { headings.append(level) }
    }
  }

  private func read(_ page: ImpactPage) throws -> Reading {
    var text = String(decoding: page.html, as: UTF8.self)
    text = text.replacing(/<!DOCTYPE html>/, with: "")
      .replacing(/<style>(.|\n)*?<\/style>/, with: "").replacing(/<script (.|\n)*?<\/script>/, with: "<script/>")
    for tag in ["meta", "br", "input"] {
      text = text.replacing(try Regex("<\(tag)([^>]*)>"), with: { "<\(tag)\($0.output[1].substring ?? "")/>" })
    }
    text = text.replacing(" hidden ", with: " hidden=\"\" ")
    let reading = Reading()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reading
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    return reading
  }

  @Test(arguments: [CaptionLanguage.swedish, .english])
  func hostileNamesStayText(language: CaptionLanguage) throws {
    let reading = try read(Self.page(Self.hostile, language))
    #expect(reading.elements["script"] == 1)
    for element in ["img", "b", "iframe", "object", "link"] { #expect(reading.elements[element] == nil) }
    #expect(reading.attributes.allSatisfy { !$0.hasPrefix("on") && $0 != "src" })
  }

  @Test func isBuiltForReadersWithoutEyesAndScripts() throws {
    let reading = try read(Self.page(["Rutin", "Länk"]))
    for landmark in ["main", "header", "nav", "footer", "h1"] {
      #expect(reading.elements[landmark] == 1, "\(landmark)")
    }
    #expect(reading.headersWithoutScope == 0)
    #expect(Set(reading.ids).count == reading.ids.count)
    #expect(reading.labels.allSatisfy(reading.ids.contains))
    #expect(reading.headings.first == 1)
    for (level, next) in zip(reading.headings, reading.headings.dropFirst()) { #expect(next <= level + 1) }
    let text = String(decoding: Self.page(["Rutin"]).html, as: UTF8.self)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">"))
    #expect(text.contains("default-src 'none'") || text.contains("default-src &#39;none&#39;"))
    #expect(text.contains("<form id=\"filter\" hidden"))
  }

  @Test func saysWhatItLeavesOut() {
    var page = Self.page(["Rutin"])
    page.total = 50_000
    let text = String(decoding: page.html, as: UTF8.self)
    #expect(text.contains("De 1 svåraste av 50\u{A0}000 visas."))
    #expect(text.contains("De 1 svåraste av 500 visas."))
  }

  @Test func whatIsUnknownIsNotSafe() {
    let page = ImpactPage(language: .english, title: "What breaks", verdict: "unknown", sentence: "Not known.")
    let text = String(decoding: page.html, as: UTF8.self)
    #expect(text.contains("class=\"verdict unknown\"") && !text.contains("class=\"verdict safe\""))
    #expect(text.contains("is not known") && !text.contains("Nothing else is affected."))
  }

  @Test func whatHasNobodyLeftIsCounted() {
    var page = ImpactPage(language: .english, title: "What breaks", verdict: "unowned", sentence: "Unowned.")
    page.unowned = 12
    let text = String(decoding: page.html, as: UTF8.self)
    #expect(text.contains("<span class=\"figure\">12</span>") && !text.contains("Nothing else is affected."))
  }

  @Test func theFooterIsShort() {
    var page = ImpactPage(language: .english, title: "What breaks", verdict: "safe", sentence: "Safe.")
    page.sources = [("Command", String(repeating: "x", count: 5000))]
    let footer = String(decoding: page.html, as: UTF8.self).components(separatedBy: "<footer>")[1]
    #expect(footer.prefix { $0 != "\n" }.components(separatedBy: "</footer>")[0].count < 300)
  }

  @Test func anEmptyImpactIsAPageToo() throws {
    var page = ImpactPage(language: .english, title: "What breaks", verdict: "safe", sentence: "Safe: nothing.")
    page.effects = [ImpactPage.Effect(code: "broken", word: "broken", count: 0, alreadyCount: 0)]
    let text = String(decoding: page.html, as: UTF8.self)
    #expect(text.contains("Nothing else is affected.") && text.contains("class=\"verdict safe\""))
    #expect(!text.contains("hit-table\">"))
  }
}
