import GraphModel

/// Which words of a change stand beside a name, and which the legend says once: what many have in common.
struct DrawnWords {
  enum Place: Hashable { case box, row, arrow }

  let language: CaptionLanguage
  /// The details that the legend tells.
  private var common: [Mark: String] = [:]
  /// What the arrows of each change are called, and how many are; their colour is that of the change and tells it no
  /// more.
  private var captions: [ChangeKind: [PlainText: Int]] = [:]

  /// As many with the same detail tell no more than one.
  private static let repeated = 4
  /// Most code points of a change beside a name.
  private static let longest = 90

  /// More names on arrows hide the arrows.
  private static let namedArrows = 30
  private let namesArrows: Bool

  private struct Mark: Hashable {
    var kind: ChangeKind
    var place: Place
  }

  /// How the arrows with and without a change are drawn by the definition's rules, and what those without are called.
  private var changedLines: Set<Line> = []
  private var calmLines: Set<Line> = []
  private var calmNames: Set<PlainText> = []

  private struct Line: Hashable {
    var color: PaletteColor
    var line: LineStyle

    init(_ look: ArrowLook) {
      color = look.color
      line = look.line
    }
  }

  init(_ picture: Picture) {
    language = picture.language
    namesArrows = picture.arrows.count { $0.change != nil } <= Self.namedArrows
    var details: [Mark: [String?]] = [:]
    func add(_ change: ElementChange?, at place: Place) {
      guard let change, change.isDetailDrawn else { return }
      details[Mark(kind: change.kind, place: place), default: []].append(change.detail)
    }
    for box in picture.boxes {
      add(box.change, at: .box)
      for row in box.rows { add(row.change, at: .row) }
    }
    for frame in picture.frames { add(frame.change, at: .box) }
    for arrow in picture.arrows {
      add(arrow.change, at: .arrow)
      if let kind = arrow.change?.kind {
        captions[kind, default: [:]][arrow.caption, default: 0] += 1
        changedLines.insert(Line(arrow.look))
      } else {
        calmLines.insert(Line(arrow.look))
        calmNames.insert(arrow.caption)
      }
    }
    for (mark, found) in details where found.count >= Self.repeated {
      if let detail = found[0], found.allSatisfy({ $0 == detail }) { common[mark] = detail }
    }
  }

  /// What stands beside a line or on an arrow besides its sign; `nil` where there is nothing more to say.
  func text(_ change: ElementChange, at place: Place) -> PlainText? {
    guard change.isDetailDrawn, change.detail != nil, common[Mark(kind: change.kind, place: place)] == nil else {
      return nil
    }
    let words = place == .row ? change.words(language) : "\(change.kind.sign) \(change.words(language))"
    return PlainText(words, limit: Self.longest)
  }

  /// A box says in words what became of it.
  func boxText(_ change: ElementChange) -> PlainText {
    text(change, at: .box) ?? PlainText("\(change.kind.sign) \(change.kind.word(language))")
  }

  /// What an arrow says besides its change: its name, unless the legend says it.
  func label(of arrow: PictureArrow) -> PlainText? {
    guard arrow.label == nil, namesArrows, let kind = arrow.change?.kind, usualName(of: kind) != arrow.caption else {
      return arrow.label
    }
    return arrow.caption
  }

  /// What most arrows of a change are called.
  private func usualName(of kind: ChangeKind) -> PlainText? {
    let all = captions[kind]?.values.reduce(0, +) ?? 0
    return captions[kind]?.first { 2 * $0.value > all && !$0.key.isEmpty }?.key
  }

  func legend(_ kind: ChangeKind, at place: Place) -> String {
    let words = ElementChange(kind: kind, detail: common[Mark(kind: kind, place: place)]).words(language)
    guard place == .arrow, let name = usualName(of: kind) else { return "\(kind.sign) \(words)" }
    let others = language == .swedish ? ", om inget annat står" : ", where nothing else stands"
    return "\(kind.sign) \(words): \(name.text)\(captions[kind]?.count == 1 ? "" : others)"
  }

  /// Whether a line of the legend explains only arrows that have a change, which then stands in its place.
  func isReplaced(_ look: ArrowLook, _ name: PlainText) -> Bool {
    let line = Line(look)
    guard changedLines.contains(line) || captions.values.contains(where: { $0[name] != nil }) else { return false }
    return !calmLines.contains(line) && !calmNames.contains(name)
  }
}
