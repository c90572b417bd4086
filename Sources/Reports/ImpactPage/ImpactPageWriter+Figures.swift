/// The parts that count, warn and explain.
extension ImpactPageWriter {
  func writeSummary(to html: inout HTMLWriter) {
    if page.total == 0 {
      html.element(
        .p, text: page.verdict == "unknown" ? texts.unknown : page.unowned > 0 ? texts.nothingButLosses : texts.nothing)
    }
    html.element(.ul, .class("figures")) { html in
      for effect in page.effects {
        html.element(.li) { html in
          html.element(.span, .class("figure"), text: texts.number(effect.count))
          html.text(" ")
          writeEffect(effect.code, isAlready: false, to: &html)
          if effect.alreadyCount > 0 {
            html.text(" ")
            html.element(.span, .class("quiet"), text: texts.ofWhichAlready(effect.alreadyCount))
          }
        }
      }
      html.element(.li) { html in
        html.element(.span, .class("figure"), text: texts.number(page.total))
        html.text(" ")
        html.element(.span, .class("total"), text: texts.hits)
      }
      if page.unowned > 0 {
        html.element(.li) { html in
          html.element(.span, .class("figure"), text: texts.number(page.unowned))
          html.text(" ")
          html.element(.span, .class("unowned"), text: texts.unowned)
        }
      }
    }
    if page.total == 0 { return }
    writeSums(page.byKind, caption: texts.byKind, first: texts.kind, to: &html)
    writeSums(councilSums, caption: texts.byCouncil, first: texts.council, to: &html)
    writeSums(page.byArea, caption: texts.byArea, first: texts.area, to: &html)
  }

  private var councilSums: [ImpactPage.Sum] {
    var sums = page.councils.map { ImpactPage.Sum(name: $0.name, counts: $0.counts, total: $0.total) }
    for (list, name) in [(page.several, texts.several), (page.nobody, texts.nobody)] {
      if let list { sums.append(ImpactPage.Sum(name: name, counts: list.counts, total: list.total)) }
    }
    return sums
  }

  private func writeSums(
    _ sums: [ImpactPage.Sum], caption: String, first: String, to html: inout HTMLWriter
  ) {
    if sums.isEmpty { return }
    html.element(.div, .class("wide"), .named("tabindex", "0"), .named("role", "group"), .named("aria-label", caption))
    {
      html in
      html.element(.table, .class("sums")) { html in
        html.element(.caption, text: caption)
        writeHead([first] + page.effects.map(\.word) + [texts.total], to: &html)
        html.element(.tbody) { html in
          for sum in sums { writeSum(sum.name, sum.counts, sum.total, to: &html) }
        }
        html.element(.tfoot) { html in
          writeSum(
            texts.distinct, Dictionary(page.effects.map { ($0.code, $0.count) }) { first, _ in first }, page.total,
            to: &html)
        }
      }
    }
  }

  private func writeSum(_ name: String, _ counts: [String: Int], _ total: Int, to html: inout HTMLWriter) {
    html.element(.tr) { html in
      html.element(.th, .named("scope", "row")) { $0.name(name) }
      for effect in page.effects { html.element(.td, text: texts.number(counts[effect.code] ?? 0)) }
      html.element(.td, text: texts.number(total))
    }
  }

  func writeRemarks(to html: inout HTMLWriter) {
    html.element(.ul) { html in
      for remark in page.remarks {
        html.element(.li) { html in html.element(.bdi, text: remark.clipped(to: 1000)) }
      }
    }
  }

  func writeCures(to html: inout HTMLWriter) {
    html.element(.p, text: texts.curesIntro)
    html.element(.ol) { html in
      for cure in page.cures {
        html.element(.li) { html in
          write(cure.new, to: &html)
          html.text(" – \(texts.insteadOf.lowercased()) ")
          html.name(cure.old.name)
          if let refusal = cure.refusal {
            html.void(.br)
            html.element(.span, .class("effect refused"), text: "⊘ " + texts.refused)
            html.text(" ")
            html.name(refusal, limit: 600)
          }
          if !cure.reasons.isEmpty {
            html.element(.ul) { html in
              for reason in cure.reasons { html.element(.li) { $0.name(reason, limit: 600) } }
            }
          }
        }
      }
    }
  }

  func writePicture(to html: inout HTMLWriter) {
    guard let picture = page.picture else { return }
    html.element(.figure) { html in
      html.element(
        .div, .class("paper"), .named("tabindex", "0"), .named("role", "group"),
        .named("aria-label", texts.pictureScroll)
      ) { html in
        html.picture(picture)
      }
      html.element(.figcaption) { html in
        for note in page.pictureNotes {
          html.text(note + " ")
        }
        html.text(texts.pictureInWords)
      }
    }
  }

  func writeReading(to html: inout HTMLWriter) {
    html.element(.dl) { html in
      for effect in page.effects {
        html.element(.dt) { html in writeEffect(effect.code, isAlready: false, to: &html) }
        html.element(.dd, text: texts.meaning(of: effect.code))
      }
    }
    html.element(.ul) { html in
      for sentence in [texts.meaningOfSteps, texts.meaningOfAlready, texts.meaningOfResponsible] {
        html.element(.li, text: sentence)
      }
    }
  }

  func writeSources(to html: inout HTMLWriter) {
    html.element(.dl, .class("facts")) { html in
      for source in page.sources {
        html.element(.dt, text: source.label)
        html.element(.dd) { $0.name(source.text, limit: 2000) }
      }
    }
  }
}
