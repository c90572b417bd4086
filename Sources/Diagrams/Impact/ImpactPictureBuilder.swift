import GraphModel

/// Makes the picture of an impact.
struct ImpactPictureBuilder {
  let impact: ImpactDrawing
  let schema: Schema
  let context: DiagramContext
  var names = ElementNames()
  private var boxOfKey: [TextKey: Int] = [:]
  private var arrowLegend: [LegendEntry] = []
  /// More hits than these are drawn as counts.
  private static let singlyDrawn = 150
  private static let labelledArrows = 24

  init(impact: ImpactDrawing, schema: Schema, context: DiagramContext) {
    self.impact = impact
    self.schema = schema
    self.context = context
  }

  var isSwedish: Bool { context.language == .swedish }

  mutating func picture() -> Picture {
    let affected = impact.affected.sorted { $0.element.key.precedesByCodePoints($1.element.key) }
    var picture = Picture(
      title: PlainText(title), subtitle: PlainText(subtitle), language: context.language, summary: PlainText(""))
    picture.layout = PictureLayout(engine: .dot, directions: [.leftToRight, .topToBottom], page: .a4Landscape)
    picture.layout.choose(context.page)
    picture.layout.directionPreference = 1
    picture.layout.keepsTitlesClear = true
    if affected.count > Self.singlyDrawn {
      addFolded(affected, to: &picture)
    } else {
      addSingly(affected, to: &picture)
    }
    picture.legend = legend(affected) + arrowLegend
    picture.footer = footer
    picture.summary = PlainText("\(title). \(subtitle)", limit: 2000)
    return picture
  }

  /// Every hit with a box of its own, as long as that can be read.
  private mutating func addSingly(_ affected: [ImpactDrawing.Affected], to picture: inout Picture) {
    addRetired(to: &picture)
    let frames = addFrames(affected, to: &picture)
    for entry in affected {
      add(
        entry.element, look: ImpactLook(entry.effect), isAlready: entry.isAlready, frame: frames[entry.responsible],
        to: &picture)
    }
    for replacement in impact.replacements.sorted(by: { $0.new.key.precedesByCodePoints($1.new.key) }) {
      add(replacement.new, look: .replacement, frame: nil, to: &picture)
    }
    addChains(affected, to: &picture)
    addReplacements(affected, to: &picture)
    PictureSummary.listLeaves(&picture, smallest: 4)
    setLabelsAside(&picture)
    PictureSummary.condense(&picture, limits: context.limits)
  }

  // MARK: Texts

  private var title: String {
    let names = impact.retired.map(\.name).sorted { $0.precedesByCodePoints($1) }
    let shown = names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " …" : "")
    return isSwedish ? "Konsekvenser om \(shown) tas ur bruk" : "What breaks if \(shown) is retired"
  }

  private var subtitle: String {
    let parts = ImpactDrawing.Effect.allCases.reversed().compactMap { effect -> String? in
      let count = impact.affected.count { $0.effect == effect }
      return count == 0 ? nil : "\(count) \(ImpactLook(effect).word(context.language))"
    }
    if parts.isEmpty { return isSwedish ? "Inget berörs" : "Nothing is affected" }
    return parts.joined(separator: " · ")
  }

  private var footer: PlainText? {
    var parts: [String] = []
    if let source = context.sourceLine { parts.append((isSwedish ? "Källa: " : "Source: ") + source) }
    if let date = context.date { parts.append(date) }
    if let revision = context.revision { parts.append("revision \(revision)") }
    return parts.isEmpty ? nil : PlainText(parts.joined(separator: " · "), limit: 600)
  }

  func kindCaption(_ kind: String) -> String {
    schema.kind(named: kind)?.caption.text(in: context.language) ?? kind
  }

  // MARK: Parts

  private mutating func addRetired(to picture: inout Picture) {
    for element in impact.retired.sorted(by: { $0.key.precedesByCodePoints($1.key) }) {
      add(element, look: .retired, frame: nil, to: &picture)
    }
  }

  private mutating func add(
    _ element: ImpactDrawing.Element, look: ImpactLook, isAlready: Bool = false, frame: Int?, to picture: inout Picture
  ) {
    let key = TextKey(element.key)
    guard boxOfKey[key] == nil else { return }
    boxOfKey[key] = picture.boxes.count
    var word = look.word(context.language)
    if isAlready { word += isSwedish ? " (redan tidigare)" : " (already before)" }
    picture.boxes.append(
      PictureBox(
        id: names.name(for: element.key), name: PlainText(element.name, limit: context.limits.nameLength),
        caption: PlainText("\(look.sign) \(word) · \(kindCaption(element.kind))"), style: look.style, frame: frame,
        sort: PlainText("\(kindCaption(element.kind)) (\(look.sign) \(word))")))
  }

  /// A frame for each set of those responsible: one, several, nobody; in the order of their names.
  private mutating func addFrames(
    _ affected: [ImpactDrawing.Affected], to picture: inout Picture
  ) -> [[String]: Int] {
    var frames: [[String]: Int] = [:]
    let groups = Set(affected.map(\.responsible)).sorted { a, b in
      if a.isEmpty != b.isEmpty { return !a.isEmpty }
      return a.joined(separator: "\n").precedesByCodePoints(b.joined(separator: "\n"))
    }
    for group in groups {
      let title: String
      switch group.count {
      case 0: title = isSwedish ? "Ingen ansvarig" : "Nobody responsible"
      case 1: title = group[0]
      default: title = (isSwedish ? "Flera ansvariga: " : "Several responsible: ") + group.joined(separator: ", ")
      }
      frames[group] = picture.frames.count
      picture.frames.append(
        PictureFrame(
          id: names.name(for: "responsible-" + group.joined(separator: "-")), title: PlainText(title, limit: 200),
          isDashed: group.isEmpty))
    }
    return frames
  }

  private mutating func addChains(_ affected: [ImpactDrawing.Affected], to picture: inout Picture) {
    var seen: Set<[TextKey]> = []
    for entry in affected {
      for (step, ends) in zip(entry.because, entry.because.dropFirst()).enumerated() {
        let keys = [TextKey(ends.0), TextKey(ends.1)]
        guard let from = boxOfKey[keys[0]], let to = boxOfKey[keys[1]], seen.insert(keys).inserted else { continue }
        let type = step < entry.via.count ? entry.via[step] : ""
        let caption = arrowCaption(type)
        var arrow = PictureArrow(
          id: names.name(for: "\(ends.0)--\(ends.1)"), from: from, to: to, label: PlainText(caption),
          meaning: PlainText("\(ends.0) \(caption) \(ends.1)"))
        if caption.isEmpty { arrow.label = nil }
        picture.arrows.append(arrow)
      }
    }
  }

  /// What is repointed points at what takes the place of the retired.
  private mutating func addReplacements(_ affected: [ImpactDrawing.Affected], to picture: inout Picture) {
    var places: [TextKey: [ImpactDrawing.Element]] = [:]
    for replacement in impact.replacements { places[TextKey(replacement.old), default: []].append(replacement.new) }
    let label = isSwedish ? "pekas om till" : "repoint to"
    for entry in affected where entry.effect == .repoint {
      // The chain's last step but one is what is replaced.
      guard let old = entry.because.dropLast().last else { continue }
      for new in places[TextKey(old)] ?? [] {
        guard let from = boxOfKey[TextKey(entry.element.key)], let to = boxOfKey[TextKey(new.key)], from != to else {
          continue
        }
        picture.arrows.append(
          PictureArrow(
            id: names.name(for: "\(entry.element.key)--to--\(new.key)"), from: from, to: to, label: PlainText(label),
            meaning: PlainText("\(entry.element.key) \(label) \(new.key)")))
      }
    }
  }

  /// A chain runs from what is gone to what it hits: against the relationship, so by its inverse caption.
  func arrowCaption(_ type: String) -> String {
    let declared = schema.relationshipType(named: type)
    return declared?.inverseCaption.text(in: context.language) ?? declared?.caption.text(in: context.language) ?? type
  }

  /// Many of the same words tell no more than one: above so many arrows each wording gets a line of its own, which the
  /// legend explains.
  mutating func setLabelsAside(_ picture: inout Picture) {
    guard picture.arrows.count > Self.labelledArrows else { return }
    let looks: [ArrowLook] = [
      ArrowLook(), ArrowLook(color: .blue, line: .dashed), ArrowLook(color: .purple, line: .dotted),
      ArrowLook(color: .teal, line: .double),
    ]
    var counts: [PlainText: Int] = [:]
    for arrow in picture.arrows { if let label = arrow.label { counts[label, default: 0] += arrow.count } }
    let words = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.text.precedesByCodePoints($1.key.text)
    }
    // With more wordings than lines the rest share the plain one, unexplained.
    let told = words.count <= looks.count ? words.map(\.key) : Array(words.map(\.key).prefix(looks.count - 1))
    let first = words.count <= looks.count ? 0 : 1
    var lookOfWord: [PlainText: ArrowLook] = [:]
    for (position, word) in told.enumerated() { lookOfWord[word] = looks[first + position] }
    for index in picture.arrows.indices {
      if let look = picture.arrows[index].label.flatMap({ lookOfWord[$0] }) { picture.arrows[index].look = look }
      picture.arrows[index].label = nil
    }
    arrowLegend = told.compactMap { word in lookOfWord[word].map { .arrow($0, word) } }
  }

  private func legend(_ affected: [ImpactDrawing.Affected]) -> [LegendEntry] {
    var looks: [ImpactLook] = impact.retired.isEmpty ? [] : [.retired]
    for effect in ImpactDrawing.Effect.allCases.reversed() where affected.contains(where: { $0.effect == effect }) {
      looks.append(ImpactLook(effect))
    }
    if !impact.replacements.isEmpty { looks.append(.replacement) }
    let entries = looks.map { LegendEntry.box($0.style, PlainText("\($0.sign) \($0.word(context.language))")) }
    if !affected.contains(where: { $0.responsible.count == 1 }) { return entries }
    let frame = PlainText(isSwedish ? "ram: den som är ansvarig" : "frame: who is responsible")
    return entries + [.box(BoxStyle(shape: .rounded, fill: .white, line: .solid), frame)]
  }
}
