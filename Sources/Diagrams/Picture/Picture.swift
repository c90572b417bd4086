import GraphModel

/// A picture before it is laid out: boxes, frames, arrows and texts, in the order in which they are drawn.
///
/// It is built from a definition and a subgraph, or from an impact; everything after it knows neither.
struct Picture: Sendable {
  var title: PlainText
  var subtitle: PlainText?
  var language: CaptionLanguage
  /// The picture in words, for those who do not see it.
  var summary: PlainText
  var boxes: [PictureBox] = []
  var frames: [PictureFrame] = []
  var arrows: [PictureArrow] = []
  /// Sets of boxes that stand on one line, by number.
  var alignments: [Alignment] = []
  var legend: [LegendEntry] = []
  /// What the picture leaves out or draws together besides `folding`.
  var ownNotes: [PlainText] = []
  /// What was drawn together because there was too much of it.
  var folding = Folding()
  var footer: PlainText?
  var layout = PictureLayout()
  /// What a picture of two worlds says of their difference.
  var comparison: PictureComparison?

  struct Folding: Sendable {
    /// How many boxes there were.
    var boxes: Int?
    var relationshipsLeftOut = 0
    var isTold = false
  }

  /// What the picture leaves out or draws together.
  var notes: [PlainText] {
    var notes = ownNotes
    let isSwedish = language == .swedish
    if folding.isTold, let before = folding.boxes {
      notes.append(
        PlainText(
          isSwedish
            ? "Förenklad: \(before) rutor är ritade som \(boxes.count), med antal"
            : "Simplified: \(before) boxes are drawn as \(boxes.count), with counts"))
    }
    if folding.relationshipsLeftOut > 0 {
      let left = folding.relationshipsLeftOut
      notes.append(PlainText(isSwedish ? "\(left) relationer är inte ritade" : "\(left) relationships left out"))
    }
    return notes
  }

  struct Alignment: Sendable, Equatable {
    enum Place: String, Sendable { case same, min, max }
    var boxes: [Int]
    var place = Place.same
  }
}

struct PictureBox: Sendable {
  /// Made from the key; unique in the picture; a valid XML id.
  var id: String
  var name: PlainText
  /// Small text above the name.
  var caption: PlainText?
  var rows: [PictureRow] = []
  var rowColumns = 1
  var style = BoxStyle()
  var isItalic = false
  /// The innermost frame around the box.
  var frame: Int?
  /// Where its block stands among the blocks.
  var order: Value = .null
  /// Boxes of one sort are drawn together where there are too many.
  var sort: PlainText
  /// How many things the box stands for.
  var count = 1
  /// How many of them lie below it and are not drawn.
  var below = 0
  /// How many of them are of other sorts, by sort.
  var others: [PlainText: Int] = [:]
  var link: WebAddress?
  var change: ElementChange?
  /// The change as the picture words it.
  var changeText: PlainText?
  /// Of what was drawn together into this box.
  var changes = ChangeCounts()
  /// Where the box stands on a line of time.
  var moment: Moment?

  enum Moment: Sendable, Equatable {
    case at(Value)
    case undated
  }
}

/// A folded leaf: a line in its parent's box.
struct PictureRow: Sendable {
  var text: PlainText
  var depth = 0
  /// Drawn in italics with a hollow bullet, as a dashed line would be.
  var isTentative = false
  /// What that means, as the legend says.
  var reason: PlainText?
  var link: WebAddress?
  var change: ElementChange?
  /// The change as the picture words it.
  var changeText: PlainText?

  /// The line that stands for those for which there is no room.
  static func leftOut(_ count: Int, _ language: CaptionLanguage) -> PictureRow {
    let text = language == .swedish ? "… och \(count) till" : "… and \(count) more"
    return PictureRow(text: PlainText(text), isTentative: true)
  }
}

struct PictureFrame: Sendable {
  var id: String
  var title: PlainText
  var parent: Int?
  var fill: PaletteColor?
  /// Frames with a place stand in this order, one after the other across the picture.
  var band: Int?
  var isDashed = false
  var change: ElementChange?
  /// The change as the picture words it.
  var changeText: PlainText?
}

struct PictureArrow: Sendable {
  var id: String
  var from: Int
  var to: Int
  var label: PlainText?
  var look = ArrowLook()
  /// Whether the relationship runs from `to` to `from`, as where a member stands below what it is part of.
  var isReversed = false
  /// What the relationship is called.
  var caption = PlainText("")
  /// What it says, for the tooltip.
  var meaning: PlainText
  /// More than one where several were drawn together.
  var count = 1
  var change: ElementChange?
  /// The change as the picture words it.
  var changeText: PlainText?
}

extension PictureArrow {
  /// What stands on the line.
  var drawnLabel: PlainText? {
    guard let changeText else { return label }
    guard let label else { return changeText }
    let mark = changeText.text
    // A bare sign belongs to what follows it.
    return PlainText(
      mark.count == 1 && label.text.first?.isNumber != true ? "\(mark) \(label.text)" : "\(mark) · \(label.text)")
  }
}

enum LegendEntry: Sendable, Equatable {
  case box(BoxStyle, PlainText)
  case arrow(ArrowLook, PlainText)
  case row(isTentative: Bool, PlainText)
  /// The sign of a change at a line.
  case sign(ChangeKind, PlainText)

  var text: PlainText {
    switch self {
    case .box(_, let text), .arrow(_, let text), .row(_, let text), .sign(_, let text): text
    }
  }
}

struct PictureLayout: Sendable, Equatable {
  var engine = LayoutEngine.dot
  /// Those that may be tried, the best liked first.
  var directions: [LayoutDirection] = [.topToBottom, .leftToRight]
  /// How much better, in `PageFit`'s cost, a later direction must be.
  var directionPreference = 0.3
  /// Titles of frames stand on one line, at the side or foot that arrows do not enter by.
  var keepsTitlesClear = false
  var page = PageShape.a4Landscape
  /// Whether a PDF has one sheet of the picture's own size.
  var isFitted = false
  /// Blocks beside one another; `nil` finds the number that fits the page.
  var columns: Int?
  var lines = ArrowCourse.curved
  /// Whether the first layout that comes will do, as where a better one took too long.
  var isHasty = false
}
