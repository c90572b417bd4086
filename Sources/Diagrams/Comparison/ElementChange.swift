import GraphModel

/// What became of an element from one world to the other.
enum ChangeKind: String, CaseIterable, Hashable, Sendable {
  case added, removed, moved, changed

  /// Stands before the name, so that no meaning rests on colour alone.
  var sign: String {
    switch self {
    case .added: "+"
    case .removed: "−"
    case .moved: "⇄"
    case .changed: "≠"
    }
  }

  /// Bluish green, red, purple and amber differ for colour-blind readers too, and their lines pass on white.
  var color: PaletteColor {
    switch self {
    case .added: .teal
    case .removed: .red
    case .moved: .purple
    case .changed: .amber
    }
  }

  /// The outline of a box; arrows have their own.
  var line: LineStyle {
    switch self {
    case .added: .bold
    case .removed: .dashed
    case .moved: .double
    case .changed: .dotted
    }
  }

  func word(_ language: CaptionLanguage, count: Int = 1) -> String {
    let isOne = count == 1
    return switch (self, language) {
    case (.added, .swedish): isOne ? "tillkommen" : "tillkomna"
    case (.removed, .swedish): isOne ? "borttagen" : "borttagna"
    case (.moved, .swedish): isOne ? "flyttad" : "flyttade"
    case (.changed, .swedish): isOne ? "ändrad" : "ändrade"
    case (_, .english): rawValue
    }
  }
}

/// What became of one element, and how so.
struct ElementChange: Hashable, Sendable {
  var kind: ChangeKind
  /// From where it moved, what of it changed, or since or until when it is valid.
  var detail: String?
  /// Whether the detail stands in the picture too, not only in tooltips and tables.
  var isDetailDrawn: Bool { kind == .moved || kind == .changed }

  /// `flyttad från Akut vård`
  func words(_ language: CaptionLanguage) -> String {
    let word = kind.word(language)
    guard let detail else { return word }
    return kind == .moved ? "\(word) \(detail)" : "\(word): \(detail)"
  }
}

/// How many elements of each kind of change.
struct ChangeCounts: Hashable, Sendable {
  private(set) var counts: [ChangeKind: Int] = [:]

  var isEmpty: Bool { counts.isEmpty }

  subscript(kind: ChangeKind) -> Int { counts[kind] ?? 0 }

  mutating func add(_ kind: ChangeKind, _ number: Int = 1) { counts[kind, default: 0] += number }

  mutating func add(_ others: ChangeCounts) {
    for (kind, number) in others.counts { add(kind, number) }
  }

  /// `+ 3 tillkomna, − 1 borttagen`
  func words(_ language: CaptionLanguage) -> String {
    ChangeKind.allCases.filter { self[$0] > 0 }.map { kind in
      "\(kind.sign) \(self[kind]) \(kind.word(language, count: self[kind]))"
    }.joined(separator: ", ")
  }
}

/// What a picture that compares says of all its changes.
struct PictureComparison: Sendable {
  struct Entry: Hashable, Sendable {
    var change: ElementChange
    /// What sort of thing it is: the caption of a kind or relationship type.
    var sort: String
    var name: String
    var isRelationship: Bool
  }

  /// How many there are of each, in one sentence below the title.
  var sentence: PlainText
  /// In the order of kinds of change, then things before relationships.
  var entries: [Entry]
}
