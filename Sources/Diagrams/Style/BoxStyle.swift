/// The outline of a box.
public enum BoxShape: String, CaseIterable, Hashable, Sendable {
  case box, rounded, ellipse, hexagon, octagon, note, folder, component, tab, parallelogram, plain

  /// Graphviz's name.
  var graphvizName: String {
    switch self {
    case .rounded: "box"
    case .plain: "plain"
    default: rawValue
    }
  }
}

/// How a line is drawn: the second cue beside colour.
public enum LineStyle: String, CaseIterable, Hashable, Sendable {
  case solid, dashed, dotted, bold, double

  var isBroken: Bool { self == .dashed || self == .dotted }
}

/// Where a relationship has an arrowhead, seen from its start.
public enum ArrowStyle: String, CaseIterable, Hashable, Sendable {
  case forward, back, both, none
}

struct BoxStyle: Hashable, Sendable {
  var shape = BoxShape.rounded
  var fill = PaletteColor.grey
  var border: PaletteColor?
  var line = LineStyle.solid
  /// Greatest number of code points in a line of the name.
  var wrap = 24
  /// Least width, in code points of the name.
  var width: Int?
  /// Pale, as what stayed the same beside what changed.
  var isCalm = false

  var borderColor: String { isCalm ? (border ?? fill).calmLine : (border ?? fill).line }
  var fillColor: String { (isCalm ? .white : fill).fill }

  /// What a sample in the legend shows: sizes make no look of their own.
  var inLegend: BoxStyle {
    var style = self
    style.wrap = BoxStyle().wrap
    style.width = nil
    return style
  }
}

struct ArrowLook: Hashable, Sendable {
  var color = PaletteColor.grey
  var line = LineStyle.solid
  var arrow = ArrowStyle.forward
  /// Pale, as what stayed the same beside what changed.
  var isCalm = false
  /// Drawn in the colour and line of a change.
  var change: ChangeKind?

  var lineColor: String { change?.color.line ?? (isCalm ? color.calmLine : color.line) }
}
