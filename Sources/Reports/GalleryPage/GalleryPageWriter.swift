import GraphModel

/// Writes the page that leads to drawn diagrams.
struct GalleryPageWriter {
  let page: GalleryPage

  private func say(_ english: String, _ swedish: String) -> String { page.language == .swedish ? swedish : english }

  private var title: String { say("Diagrams", "Diagram") }

  func written() -> [UInt8] {
    var html = HTMLWriter()
    html.documentType()
    html.element(.html, .named("lang", page.language.rawValue)) { html in
      html.element(.head) { writeHead(to: &$0) }
      html.element(.body) { html in
        html.element(.a, .class("skip"), .place("content"), text: say("To the content", "Till innehållet"))
        html.element(.header) { $0.element(.h1, text: title) }
        html.element(.nav, .named("aria-label", say("All diagrams", "Alla diagram"))) { html in
          html.element(.ul, .class("cards")) { html in
            for (number, entry) in page.entries.enumerated() { writeCard(entry, number, to: &html) }
          }
        }
        html.element(.main, .id("content"), .named("tabindex", "-1")) { html in
          for (number, entry) in page.entries.enumerated() { write(entry, number, to: &html) }
          if !page.missing.isEmpty { writeMissing(to: &html) }
        }
        if let footer = page.footer { html.element(.footer) { $0.element(.p, text: footer) } }
      }
    }
    return html.bytes
  }

  private func writeHead(to html: inout HTMLWriter) {
    html.void(.meta, .named("charset", "utf-8"))
    html.void(
      .meta, .named("http-equiv", "Content-Security-Policy"),
      .named("content", "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:; form-action 'none'"))
    html.void(.meta, .named("name", "viewport"), .named("content", "width=device-width, initial-scale=1"))
    html.void(.meta, .named("name", "color-scheme"), .named("content", "light dark"))
    html.element(.title, text: title)
    html.code(.style, code: PageStyle.sheet)
    html.code(.style, code: GalleryStyle.sheet)
  }

  private func id(_ number: Int) -> String { "diagram-\(number + 1)" }

  /// A small picture that leads to the large one. The name beside it says what it is, so it has no text of its own.
  private func writeCard(_ entry: GalleryPage.Entry, _ number: Int, to html: inout HTMLWriter) {
    html.element(.li) { html in
      html.element(.a, .place(id(number))) { html in
        if let image = entry.image {
          html.void(.img, .picture(image), .named("alt", ""), .named("loading", "lazy"))
        }
        html.name(entry.title)
      }
    }
  }

  private func write(_ entry: GalleryPage.Entry, _ number: Int, to html: inout HTMLWriter) {
    let heading = id(number) + "-title"
    html.element(.section, .id(id(number)), .named("aria-labelledby", heading)) { html in
      html.element(.h2, .id(heading)) { $0.name(entry.title) }
      if let subtitle = entry.subtitle { html.element(.p, text: subtitle.clipped(to: 600)) }
      if let image = entry.image {
        html.element(.figure) { html in
          html.element(.a, .file(image)) { html in
            html.void(
              .img, .class("large"), .picture(image), .named("alt", entry.summary.clipped(to: 1000)),
              .named("loading", "lazy"))
          }
        }
      }
      for note in entry.notes { html.element(.p, .class("left"), text: note) }
      html.element(.ul, .class("figures"), .named("aria-label", say("Files", "Filer"))) { html in
        for file in entry.files {
          html.element(.li) { html in
            html.element(.a, .file(file.path)) { html in
              html.text(file.format)
              // Links with the same words lead to different files.
              html.element(.span, .class("unseen"), text: ": " + entry.title.clipped(to: 300))
            }
          }
        }
      }
      if !entry.tables.isEmpty { writeText(of: entry, to: &html) }
    }
  }

  private func writeText(of entry: GalleryPage.Entry, to html: inout HTMLWriter) {
    html.element(.details) { html in
      html.element(.summary, text: say("The picture as text", "Bilden som text"))
      html.element(.p, text: entry.summary)
      for table in entry.tables {
        html.element(
          .div, .class("wide"), .named("tabindex", "0"), .named("role", "region"),
          .named("aria-label", "\(table.title): \(entry.title.clipped(to: 300))")
        ) { html in
          html.element(.table) { html in
            html.element(.caption, text: table.title)
            html.element(.thead) { html in
              html.element(.tr) { html in
                for column in table.columns { html.element(.th, .named("scope", "col"), text: column) }
              }
            }
            html.element(.tbody) { html in
              for row in table.rows {
                html.element(.tr) { html in for cell in row { html.element(.td) { $0.name(cell) } } }
              }
            }
          }
        }
      }
    }
  }

  private func writeMissing(to html: inout HTMLWriter) {
    html.element(.section, .id("missing"), .named("aria-labelledby", "missing-title")) { html in
      html.element(.h2, .id("missing-title"), text: say("Not drawn", "Inte ritade"))
      html.element(.ul) { html in
        for missing in page.missing {
          html.element(.li) { html in
            html.element(.strong) { $0.name(missing.name) }
            html.text(": " + missing.reason.clipped(to: 600))
          }
        }
      }
    }
  }
}

/// What the page of diagrams has beside `PageStyle`.
enum GalleryStyle {
  static let sheet: StaticString = """
    nav .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem; }
    .cards a { display: flex; flex-direction: column; gap: 0.5rem; height: 100%; padding: 0.6rem;
      border: 1px solid var(--line); border-radius: 0.4rem; background: var(--raised); }
    .cards img { width: 100%; height: 9rem; object-fit: contain; object-position: top; }
    img.large { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); }
    .figures { margin: 0.75rem 0; }
    .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    summary { cursor: pointer; padding: 0.3rem 0; }
    """
}
