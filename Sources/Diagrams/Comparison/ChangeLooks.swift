import GraphModel

/// How a picture of two worlds looks: what changed in the colour, outline and words of its change, the rest calm.
enum ChangeLooks {
  /// Most code points of a change beside a name in the picture.
  private static let drawnLength = 90

  static func apply(to picture: inout Picture) {
    let language = picture.language
    for index in picture.boxes.indices { mark(&picture.boxes[index], language) }
    for index in picture.arrows.indices {
      let change = picture.arrows[index].change
      picture.arrows[index].look.change = change?.kind
      picture.arrows[index].look.isCalm = change == nil
      picture.arrows[index].changeText = change.map { $0.isDetailDrawn ? text($0, language) : PlainText($0.kind.sign) }
    }
    for index in picture.frames.indices {
      guard let change = picture.frames[index].change else { continue }
      picture.frames[index].changeText = text(change, language)
      picture.frames[index].fill = change.kind.color
      picture.frames[index].isDashed = change.kind == .removed
    }
    picture.legend = legend(picture.legend, of: picture)
  }

  private static func mark(_ box: inout PictureBox, _ language: CaptionLanguage) {
    for row in box.rows.indices {
      guard let change = box.rows[row].change, change.isDetailDrawn else { continue }
      box.rows[row].changeText = PlainText(change.words(language), limit: drawnLength)
    }
    guard let change = box.change else {
      box.style.isCalm = true
      if !box.changes.isEmpty { box.changeText = PlainText(box.changes.words(language)) }
      return
    }
    // What was drawn together tells how many.
    box.changeText = box.changes.isEmpty ? text(change, language) : PlainText(box.changes.words(language))
    box.style = style(box.style, change.kind)
  }

  private static func text(_ change: ElementChange, _ language: CaptionLanguage) -> PlainText {
    PlainText(change.drawn(language), limit: drawnLength)
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
  private static func legend(_ entries: [LegendEntry], of picture: Picture) -> [LegendEntry] {
    let calm = entries.map { entry -> LegendEntry in
      switch entry {
      case .box(var style, let text):
        style.isCalm = true
        return .box(style, text)
      case .arrow(var look, let text):
        look.isCalm = true
        return .arrow(look, text)
      case .row, .sign: return entry
      }
    }
    return calm + changes(in: picture)
  }

  private static func changes(in picture: Picture) -> [LegendEntry] {
    let language = picture.language
    var entries: [LegendEntry] = []
    for kind in ChangeKind.allCases {
      let text = "\(kind.sign) \(kind.word(language))"
      let isBox = picture.boxes.contains { $0.change?.kind == kind } || picture.frames.contains { $0.change?.kind == kind }
      if isBox { entries.append(.box(style(BoxStyle(), kind), PlainText(text))) }
      if picture.boxes.contains(where: { $0.rows.contains { $0.change?.kind == kind } }) {
        let word = language == .swedish ? ", rad" : ", line"
        entries.append(.sign(kind, PlainText(isBox ? text + word : text)))
      }
      if picture.arrows.contains(where: { $0.change?.kind == kind }) {
        var look = ArrowLook()
        look.change = kind
        let word = language == .swedish ? ", relation" : ", relationship"
        entries.append(.arrow(look, PlainText(text + word)))
      }
    }
    if !entries.isEmpty, picture.boxes.contains(where: { $0.change == nil }) {
      var style = BoxStyle()
      style.isCalm = true
      entries.append(.box(style, PlainText(language == .swedish ? "oförändrad" : "unchanged")))
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
