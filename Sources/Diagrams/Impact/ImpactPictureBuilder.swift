import GraphModel

/// Makes the picture of an impact.
struct ImpactPictureBuilder {
  let impact: ImpactDrawing
  let schema: Schema
  let context: DiagramContext
  private var names = ElementNames()
  private var boxOfKey: [TextKey: Int] = [:]

  init(impact: ImpactDrawing, schema: Schema, context: DiagramContext) {
    self.impact = impact
    self.schema = schema
    self.context = context
  }

  private var isSwedish: Bool { context.language == .swedish }

  mutating func picture() -> Picture {
    let affected = impact.affected.sorted { $0.element.key.precedesByCodePoints($1.element.key) }
    var picture = Picture(
      title: PlainText(title), subtitle: PlainText(subtitle), language: context.language, summary: PlainText(""))
    picture.layout = PictureLayout(engine: .dot, directions: [.leftToRight, .topToBottom], page: .a4Landscape)
    picture.layout.directionPreference = 1
    picture.layout.keepsTitlesClear = true
    for element in impact.retired.sorted(by: { $0.key.precedesByCodePoints($1.key) }) {
      add(element, look: .retired, frame: nil, to: &picture)
    }
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
    // Many of the same words tell no more than one; the tooltips keep them.
    if picture.arrows.count > 24 { for index in picture.arrows.indices { picture.arrows[index].label = nil } }
    PictureSummary.condense(&picture, limits: context.limits)
    picture.legend = legend(affected)
    picture.footer = footer
    picture.summary = PlainText("\(title). \(subtitle)", limit: 2000)
    return picture
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

  private func kindCaption(_ kind: String) -> String {
    schema.kind(named: kind)?.caption.text(in: context.language) ?? kind
  }

  // MARK: Parts

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
      case 1: title = (isSwedish ? "Ansvarig: " : "Responsible: ") + group[0]
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
        // A chain runs from what is gone to what it hits: against the relationship, so by its inverse caption.
        let declared = schema.relationshipType(named: type)
        let caption =
          declared?.inverseCaption.text(in: context.language) ?? declared?.caption.text(in: context.language) ?? type
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

  private func legend(_ affected: [ImpactDrawing.Affected]) -> [LegendEntry] {
    var looks: [ImpactLook] = impact.retired.isEmpty ? [] : [.retired]
    for effect in ImpactDrawing.Effect.allCases.reversed() where affected.contains(where: { $0.effect == effect }) {
      looks.append(ImpactLook(effect))
    }
    if !impact.replacements.isEmpty { looks.append(.replacement) }
    return looks.map { .box($0.style, PlainText("\($0.sign) \($0.word(context.language))")) }
  }
}

/// How an effect looks: a colour, a border and a sign of its own.
enum ImpactLook {
  case retired, broken, degraded, review, repoint, replacement

  init(_ effect: ImpactDrawing.Effect) {
    switch effect {
    case .repoint: self = .repoint
    case .review: self = .review
    case .degraded: self = .degraded
    case .broken: self = .broken
    }
  }

  var style: BoxStyle {
    switch self {
    case .retired: BoxStyle(shape: .octagon, fill: .grey, line: .bold)
    case .broken: BoxStyle(shape: .box, fill: .red, line: .bold)
    case .degraded: BoxStyle(shape: .box, fill: .orange, line: .double)
    case .review: BoxStyle(shape: .rounded, fill: .amber, line: .solid)
    case .repoint: BoxStyle(shape: .rounded, fill: .teal, line: .dashed)
    case .replacement: BoxStyle(shape: .octagon, fill: .green, line: .solid)
    }
  }

  var sign: String {
    switch self {
    case .retired: "⊘"
    case .broken: "✖"
    case .degraded: "▼"
    case .review: "◔"
    case .repoint: "↪"
    case .replacement: "★"
    }
  }

  func word(_ language: CaptionLanguage) -> String {
    switch (self, language) {
    case (.retired, .swedish): "tas ur bruk"
    case (.retired, .english): "retired"
    case (.broken, .swedish): "slutar fungera"
    case (.broken, .english): "breaks"
    case (.degraded, .swedish): "försämras"
    case (.degraded, .english): "degraded"
    case (.review, .swedish): "ses över"
    case (.review, .english): "to be reviewed"
    case (.repoint, .swedish): "pekas om"
    case (.repoint, .english): "to be repointed"
    case (.replacement, .swedish): "ersätter"
    case (.replacement, .english): "replacement"
    }
  }
}
