import GraphModel

/// Which words of a change stand beside a name, and which the legend says once: what many have in common.
struct DrawnWords {
  enum Place: Hashable { case box, row, arrow }

  let language: CaptionLanguage
  /// The details that the legend tells.
  private var common: [Mark: String] = [:]

  /// As many with the same detail tell no more than one.
  private static let repeated = 4
  /// Most code points of a change beside a name.
  private static let longest = 90

  private struct Mark: Hashable {
    var kind: ChangeKind
    var place: Place
  }

  init(_ picture: Picture) {
    language = picture.language
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
    for arrow in picture.arrows { add(arrow.change, at: .arrow) }
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

  func legend(_ kind: ChangeKind, at place: Place) -> String {
    ElementChange(kind: kind, detail: common[Mark(kind: kind, place: place)]).legend(language)
  }
}

extension ElementChange {
  fileprivate func legend(_ language: CaptionLanguage) -> String { "\(kind.sign) \(words(language))" }
}
