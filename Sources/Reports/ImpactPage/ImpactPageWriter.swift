import GraphModel

/// Writes the page about an impact.
struct ImpactPageWriter {
  let page: ImpactPage
  let texts: ImpactPageTexts
  /// By code.
  let words: [String: String]

  init(_ page: ImpactPage) {
    self.page = page
    texts = ImpactPageTexts(language: page.language)
    words = Dictionary(page.effects.map { ($0.code, $0.word) }) { first, _ in first }
  }

  func written() -> [UInt8] {
    let outline = outline
    var html = HTMLWriter()
    html.documentType()
    html.element(.html, .named("lang", page.language.rawValue)) { html in
      html.element(.head) { writeHead(to: &$0) }
      html.element(.body) { html in
        html.element(.a, .class("skip"), .place("content"), text: texts.skip)
        html.element(.header) { writeHeading(to: &$0) }
        html.element(.nav, .named("aria-label", texts.contents)) { html in
          html.element(.ul) { html in
            for part in outline {
              html.element(.li) { html in html.element(.a, .place(part.id), text: part.title) }
            }
          }
        }
        html.element(.main, .id("content"), .named("tabindex", "-1")) { html in
          for part in outline {
            html.element(.section, .id(part.id), .named("aria-labelledby", part.id + "-title")) { html in
              html.element(.h2, .id(part.id + "-title"), text: part.title)
              part.write(&html)
            }
          }
        }
        html.element(.footer) { html in
          html.element(
            .p, text: page.sources.map { "\($0.label): \($0.text.clipped(to: 200))" }.joined(separator: " · "))
        }
        html.code(.script, .named("nonce", PageScript.nonce), code: PageScript.filter)
      }
    }
    return html.bytes
  }

  // MARK: Outline

  private struct Part {
    var id: String
    var title: String
    var write: (inout HTMLWriter) -> Void
  }

  /// The parts that there is something to say in.
  private var outline: [Part] {
    let undecided = [page.nobody, page.several].compactMap(\.self)
    var parts = [Part(id: "part-summary", title: texts.summary) { writeSummary(to: &$0) }]
    if !page.remarks.isEmpty { parts.append(Part(id: "part-remarks", title: texts.remarks) { writeRemarks(to: &$0) }) }
    if !undecided.isEmpty || !page.losses.isEmpty {
      parts.append(Part(id: "part-decide", title: texts.decideFirst) { writeUndecided(to: &$0) })
    }
    if !page.cures.isEmpty { parts.append(Part(id: "part-cures", title: texts.cures) { writeCures(to: &$0) }) }
    if page.picture != nil { parts.append(Part(id: "part-picture", title: texts.picture) { writePicture(to: &$0) }) }
    if !page.hits.isEmpty { parts.append(Part(id: "part-hits", title: texts.all) { writeHits(to: &$0) }) }
    if !page.councils.isEmpty {
      parts.append(Part(id: "part-councils", title: texts.perCouncil) { writeCouncils(to: &$0) })
    }
    parts.append(Part(id: "part-reading", title: texts.reading) { writeReading(to: &$0) })
    parts.append(Part(id: "part-sources", title: texts.sources) { writeSources(to: &$0) })
    return parts
  }

  // MARK: Head

  private func writeHead(to html: inout HTMLWriter) {
    html.void(.meta, .named("charset", "utf-8"))
    html.void(
      .meta, .named("http-equiv", "Content-Security-Policy"),
      .named(
        "content",
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-\(PageScript.nonce)'; form-action 'none'"))
    html.void(.meta, .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
    html.void(.meta, .named("name", "color-scheme"), .named("content", "light dark"))
    html.element(.title, text: page.title.clipped(to: 200))
    html.code(.style, code: PageStyle.sheet)
  }

  private func writeHeading(to html: inout HTMLWriter) {
    html.element(.h1, text: page.title.clipped(to: 300))
    html.element(.p, .class("verdict " + EffectSign.word(ofVerdict: page.verdict))) { html in
      html.element(
        .span, .class("sign"), .named("aria-hidden", "true"), text: EffectSign.sign(ofVerdict: page.verdict))
      html.text(" ")
      html.element(.bdi, text: page.sentence.clipped(to: 2000))
    }
    html.element(.ul, .class("asked"), .named("aria-label", texts.asked)) { html in
      for element in page.retired.prefix(Self.askedElements) {
        html.element(.li) { html in
          write(element, to: &html)
          let replacements = page.replacements.filter { $0.old.key.isIdenticalText(to: element.key) }
          html.text(" " + (replacements.isEmpty ? texts.retiredWord : texts.replacedBy))
          for replacement in replacements {
            html.text(" ")
            write(replacement.new, to: &html)
          }
        }
      }
      if page.retired.count > Self.askedElements {
        html.element(.li, text: "… " + texts.number(page.retired.count - Self.askedElements))
      }
    }
  }

  /// So many of what is retired are named at most.
  private static let askedElements = 50

  // MARK: Shared pieces

  /// A node: its name, and in small letters its kind and key.
  func write(_ element: ImpactPage.Element, to html: inout HTMLWriter) {
    html.element(.strong) { $0.name(element.name) }
    html.text(" ")
    html.element(.span, .class("quiet")) { html in
      html.name(element.kind)
      html.text(" · ")
      html.name(element.key)
    }
  }

  /// An effect as a badge: a sign, a colour, a border and a word.
  func writeEffect(_ code: String, isAlready: Bool, to html: inout HTMLWriter) {
    html.element(.span, .class("effect " + EffectSign.className(of: code))) { html in
      html.element(.span, .class("sign"), .named("aria-hidden", "true"), text: EffectSign.sign(of: code))
      html.text(" " + (words[code] ?? code))
    }
    if isAlready {
      html.text(" ")
      html.element(.span, .class("quiet"), text: texts.already)
    }
  }

  func writeNames(_ names: [String], to html: inout HTMLWriter) {
    for (position, name) in names.enumerated() {
      if position > 0 { html.void(.br) }
      html.name(name)
    }
  }

  func writeHead(_ columns: [String], to html: inout HTMLWriter) {
    html.element(.thead) { html in
      html.element(.tr) { html in
        for column in columns { html.element(.th, .named("scope", "col"), text: column) }
      }
    }
  }

  /// "4 slutar fungera, 2 ses över": what there is of each effect.
  func counts(_ counts: [String: Int]) -> String {
    page.effects.filter { (counts[$0.code] ?? 0) > 0 }
      .map { "\(texts.number(counts[$0.code] ?? 0)) \($0.word)" }.joined(separator: ", ")
  }
}
