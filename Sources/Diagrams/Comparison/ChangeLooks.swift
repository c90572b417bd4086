import GraphModel

/// How a picture of two worlds looks: what changed in the colour, outline and words of its change, the rest calm.
enum ChangeLooks {
  static func apply(to picture: inout Picture) {
    let words = DrawnWords(picture)
    for index in picture.boxes.indices { mark(&picture.boxes[index], words) }
    for index in picture.arrows.indices {
      let change = picture.arrows[index].change
      picture.arrows[index].label = words.label(of: picture.arrows[index])
      picture.arrows[index].look.change = change?.kind
      picture.arrows[index].look.isCalm = change == nil
      picture.arrows[index].changeText = change.map { words.text($0, at: .arrow) ?? PlainText($0.kind.sign) }
    }
    for index in picture.frames.indices {
      guard let change = picture.frames[index].change else { continue }
      picture.frames[index].changeText = words.boxText(change)
      picture.frames[index].fill = change.kind.color
      picture.frames[index].isDashed = change.kind == .removed
    }
    picture.legend = legend(picture.legend, of: picture, words)
  }

  private static func mark(_ box: inout PictureBox, _ words: DrawnWords) {
    for row in box.rows.indices {
      box.rows[row].changeText = box.rows[row].change.flatMap { words.text($0, at: .row) }
    }
    // What was drawn together tells how many.
    let counts = box.changes.isEmpty ? nil : PlainText(box.changes.words(words.language))
    guard let change = box.change else {
      box.style.isCalm = true
      box.changeText = counts
      return
    }
    box.changeText = counts ?? words.boxText(change)
    box.style = style(box.style, change.kind)
  }

  static func style(_ style: BoxStyle, _ kind: ChangeKind) -> BoxStyle {
    var style = style
    style.fill = kind.color
    style.border = nil
    style.line = kind.line
    // A shape without an outline would hide its line.
    if style.shape == .plain { style.shape = .box }
    return style
  }

  // MARK: Legend

  /// A legend of what stayed, in its calm look, and of the changes that occur.
  private static func legend(
    _ entries: [LegendEntry], of picture: Picture, _ words: DrawnWords
  ) -> [LegendEntry] {
    let calm = entries.compactMap { entry -> LegendEntry? in
      switch entry {
      case .box(var style, let text):
        style.isCalm = true
        return .box(style, text)
      case .arrow(var look, let text):
        if words.isReplaced(look, text) { return nil }
        look.isCalm = true
        return .arrow(look, text)
      case .row, .sign: return entry
      }
    }
    return calm + changes(in: picture, words)
  }

  private static func changes(in picture: Picture, _ words: DrawnWords) -> [LegendEntry] {
    let isSwedish = picture.language == .swedish
    var entries: [LegendEntry] = []
    for kind in ChangeKind.allCases {
      func text(_ place: DrawnWords.Place, _ addition: String) -> PlainText {
        PlainText("\(words.legend(kind, at: place))\(addition)", limit: 160)
      }
      let isBox =
        picture.boxes.contains { $0.change?.kind == kind } || picture.frames.contains { $0.change?.kind == kind }
      if isBox { entries.append(.box(style(BoxStyle(), kind), text(.box, ""))) }
      if picture.boxes.contains(where: { $0.rows.contains { $0.change?.kind == kind } }) {
        entries.append(.sign(kind, text(.row, isBox ? (isSwedish ? " (rad)" : " (line)") : "")))
      }
      if picture.arrows.contains(where: { $0.change?.kind == kind }) {
        var look = ArrowLook()
        look.change = kind
        entries.append(.arrow(look, text(.arrow, "")))
      }
    }
    if !entries.isEmpty, picture.boxes.contains(where: { $0.change == nil }) {
      var style = BoxStyle()
      style.isCalm = true
      entries.append(.box(style, PlainText(isSwedish ? "oförändrad" : "unchanged")))
    }
    return entries
  }
}

extension Picture {
  /// The change that all of some elements have in common.
  static func commonChange(_ changes: [ElementChange?]) -> ElementChange? {
    guard let first = changes.first ?? nil, changes.allSatisfy({ $0?.kind == first.kind }) else { return nil }
    return changes.count == 1 ? first : ElementChange(kind: first.kind, detail: nil)
  }
}

extension PictureArrow {
  /// The tooltip: what the relationship says, and what became of it.
  func meaning(in language: CaptionLanguage) -> String {
    change.map { "\(meaning.text): \($0.words(language))" } ?? meaning.text
  }
}
