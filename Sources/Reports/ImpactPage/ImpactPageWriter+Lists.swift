/// The parts that list hits.
extension ImpactPageWriter {
  func writeUndecided(to html: inout HTMLWriter) {
    if let list = page.nobody {
      writeList(list, id: "nobody", title: texts.nobody, intro: [texts.decideNobody], to: &html)
    }
    if let list = page.several {
      writeList(list, id: "several", title: texts.several, intro: [texts.decideSeveral], to: &html)
    }
  }

  func writeCouncils(to html: inout HTMLWriter) {
    html.element(.ul, .class("index")) { html in
      for (number, council) in page.councils.enumerated() {
        html.element(.li) { html in
          html.element(.a, .place("council-\(number + 1)")) { $0.name(council.name) }
          html.text(" – \(counts(council.counts))")
        }
      }
    }
    for (number, council) in page.councils.enumerated() {
      let contacts = council.contacts.isEmpty ? [texts.noContact] : council.contacts
      writeList(
        council, id: "council-\(number + 1)", title: council.name, intro: contacts.map { "\(texts.contact): \($0)" },
        to: &html)
    }
  }

  /// A list with a heading of its own, on a sheet of its own when printed.
  private func writeList(
    _ list: ImpactPage.List, id: String, title: String, intro: [String], to html: inout HTMLWriter
  ) {
    html.element(.section, .class("list"), .id(id), .named("aria-labelledby", id + "-title")) { html in
      html.element(.h3, .id(id + "-title")) { $0.name(title) }
      for sentence in intro { html.element(.p) { $0.name(sentence, limit: 600) } }
      html.element(.p, text: counts(list.counts) + ".")
      html.element(.div, .class("wide"), .named("tabindex", "0"), .named("role", "group"), .named("aria-label", title))
      {
        html in
        html.element(.table, .class("hits")) { html in
          writeHead([texts.effect, texts.what, texts.why, texts.responsible, texts.owner], to: &html)
          html.element(.tbody) { html in
            for hit in list.hits {
              html.element(.tr) { html in
                html.element(.td) { writeEffect(hit.effect, isAlready: hit.isAlready, to: &$0) }
                html.element(.th, .named("scope", "row")) { write(hit.element, to: &$0) }
                html.element(.td) { $0.name(hit.why, limit: 1500) }
                html.element(.td) { writeResponsible(hit, to: &$0) }
                html.element(.td) { writeNames(hit.owners, to: &$0) }
              }
            }
          }
        }
      }
      if list.hits.count < list.total {
        html.element(.p, .class("left"), text: texts.left(list.hits.count, of: list.total))
      }
    }
  }

  /// Every hit, with fields to look for some of them.
  func writeHits(to html: inout HTMLWriter) {
    writeFilter(to: &html)
    html.element(
      .div, .class("wide"), .named("tabindex", "0"), .named("role", "group"), .named("aria-label", texts.all)
    ) { html in
      html.element(.table, .class("hits"), .id("hit-table")) { html in
        html.element(.caption, text: texts.all)
        writeHead([texts.effect, texts.kind, texts.what, texts.steps, texts.responsible, texts.why], to: &html)
        html.element(.tbody) { html in
          for hit in page.hits {
            html.element(
              .tr, .named("data-effect", words[hit.effect] ?? hit.effect), .named("data-kind", hit.element.kind),
              .named("data-responsible", responsibleNames(hit).joined(separator: "\n"))
            ) { html in
              html.element(.td) { writeEffect(hit.effect, isAlready: hit.isAlready, to: &$0) }
              html.element(.td) { $0.name(hit.element.kind) }
              html.element(.th, .named("scope", "row")) { html in
                html.element(.strong) { $0.name(hit.element.name) }
                html.text(" ")
                html.element(.span, .class("quiet")) { $0.name(hit.element.key) }
              }
              html.element(.td, .class("number"), text: texts.number(hit.distance))
              html.element(.td) { writeResponsible(hit, to: &$0) }
              html.element(.td) { $0.name(hit.why, limit: 1500) }
            }
          }
        }
      }
    }
    if page.hits.count < page.total {
      html.element(.p, .class("left"), text: texts.left(page.hits.count, of: page.total))
    }
  }

  private func responsibleNames(_ hit: ImpactPage.Hit) -> [String] {
    hit.responsible.isEmpty ? [texts.none] : hit.responsible
  }

  private func writeResponsible(_ hit: ImpactPage.Hit, to html: inout HTMLWriter) {
    if hit.responsible.isEmpty {
      html.element(.span, .class("effect refused"), text: texts.none)
    } else {
      writeNames(hit.responsible, to: &html)
    }
  }

  // MARK: Filter

  /// Fields that the script brings to life; without it they are not there.
  private func writeFilter(to html: inout HTMLWriter) {
    html.element(
      .form, .id("filter"), .flag("hidden"), .named("role", "search"), .named("aria-label", texts.filter),
      .named("data-shown", texts.shownPattern)
    ) { html in
      let used = Set(page.hits.map(\.effect))
      let effects = page.effects.filter { used.contains($0.code) }.map(\.word)
      writeChoice("effect", texts.effect, effects, to: &html)
      writeChoice("kind", texts.kind, ordered(page.hits.map(\.element.kind)), to: &html)
      let names = page.councils.map(\.name) + (page.hits.contains { $0.responsible.isEmpty } ? [texts.none] : [])
      writeChoice("responsible", texts.responsible, ordered(names), to: &html)
      html.element(.label) { html in
        html.text(texts.search + " ")
        html.void(.input, .named("type", "search"), .named("name", "text"), .named("autocomplete", "off"))
      }
      html.element(.button, .named("type", "reset"), text: texts.reset)
      html.element(.output, .named("aria-live", "polite"), text: "")
    }
  }

  private func writeChoice(_ name: String, _ label: String, _ values: [String], to html: inout HTMLWriter) {
    html.element(.label) { html in
      html.text(label + " ")
      html.element(.select, .named("name", name)) { html in
        html.element(.option, .named("value", ""), text: texts.anything)
        for value in values { html.element(.option, .named("value", value), text: value.clipped(to: 80)) }
      }
    }
  }

  /// Each once, in the order in which they come.
  private func ordered(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }
}
