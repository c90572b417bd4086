/// The parts that list hits.
extension ImpactPageWriter {
  func writeUndecided(to html: inout HTMLWriter) {
    if let list = page.nobody {
      writeList(list, id: "nobody", title: texts.nobody, intro: [texts.decideNobody], to: &html)
    }
    if let list = page.several {
      writeList(list, id: "several", title: texts.several, intro: [texts.decideSeveral], to: &html)
    }
    if !page.losses.isEmpty { writeLosses(to: &html) }
  }

  /// What loses an owner or the like.
  private func writeLosses(to html: inout HTMLWriter) {
    html.element(.section, .class("list"), .id("losses"), .named("aria-labelledby", "losses-title")) { html in
      html.element(.h3, .id("losses-title"), text: texts.losses)
      html.element(.p, text: texts.decideLosses)
      writeScrolling(texts.losses, to: &html) { html in
        html.element(.table, .class("hits")) { html in
          writeHead([texts.what, texts.loses, texts.nobodyLeft], to: &html)
          html.element(.tbody) { html in
            for loss in page.losses {
              html.element(.tr) { html in
                html.element(.th, .named("scope", "row")) { write(loss.element, to: &$0) }
                html.element(.td, .class("why")) { $0.name(loss.what, limit: 1500) }
                html.element(.td, text: loss.isLeftAlone ? texts.nobodyIsLeft : texts.somebodyIsLeft)
              }
            }
          }
        }
      }
      if page.losses.count < page.lossTotal {
        html.element(.p, .class("left"), text: texts.left(page.losses.count, of: page.lossTotal))
      }
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
      writeTable(list, title: title, to: &html)
      if list.hits.count < list.total {
        html.element(.p, .class("left"), text: texts.left(list.hits.count, of: list.total))
      }
    }
  }

  /// Who else is responsible, and who owns it, have columns where there is anything to say.
  private func writeTable(_ list: ImpactPage.List, title: String, to html: inout HTMLWriter) {
    let isShared = list.hits.contains { $0.responsible.count > 1 }
    let isOwned = list.hits.contains { !$0.owners.isEmpty }
    let further = (isShared ? [texts.responsible] : []) + (isOwned ? [texts.owner] : [])
    writeScrolling(title, to: &html) { html in
      html.element(.table, .class("hits")) { html in
        writeHead([texts.effect, texts.what, texts.why] + further, to: &html)
        html.element(.tbody) { html in
          for hit in list.hits {
            html.element(.tr) { html in
              writeStart(of: hit, to: &html)
              if isShared { html.element(.td) { writeNames(hit.responsible, to: &$0) } }
              if isOwned { html.element(.td) { writeNames(hit.owners, to: &$0) } }
            }
          }
        }
      }
    }
  }

  /// Effect, what it is, and why.
  private func writeStart(of hit: ImpactPage.Hit, to html: inout HTMLWriter) {
    html.element(.td) { writeEffect(hit.effect, isAlready: hit.isAlready, to: &$0) }
    html.element(.th, .named("scope", "row")) { write(hit.element, to: &$0) }
    html.element(.td, .class("why")) { $0.name(hit.why, limit: 1500) }
  }

  /// What is too wide for a narrow window scrolls by itself, also by keyboard.
  private func writeScrolling(
    _ label: String, to html: inout HTMLWriter, content: (inout HTMLWriter) -> Void
  ) {
    html.element(
      .div, .class("wide"), .named("tabindex", "0"), .named("role", "group"), .named("aria-label", label),
      content: content)
  }

  /// Every hit, with fields to look for some of them.
  func writeHits(to html: inout HTMLWriter) {
    writeFilter(to: &html)
    writeScrolling(texts.all, to: &html) { html in
      html.element(.table, .class("hits"), .id("hit-table")) { html in
        html.element(.caption, text: texts.all)
        writeHead([texts.effect, texts.what, texts.why, texts.steps, texts.responsible], to: &html)
        html.element(.tbody) { html in
          for hit in page.hits {
            html.element(
              .tr, .named("data-effect", words[hit.effect] ?? hit.effect), .named("data-kind", hit.element.kind),
              .named("data-responsible", responsibleNames(hit).joined(separator: "\n"))
            ) { html in
              writeStart(of: hit, to: &html)
              html.element(.td, .class("number"), text: texts.number(hit.distance))
              html.element(.td) { writeResponsible(hit, to: &$0) }
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
