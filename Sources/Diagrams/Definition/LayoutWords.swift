/// The layout engines of Graphviz.
public enum LayoutEngine: String, CaseIterable, Hashable, Sendable {
  /// Layers: who is above whom.
  case dot
  /// Springs, for small nets without direction.
  case neato
  case fdp
  /// Springs, for large nets.
  case sfdp
  /// Rings around a middle.
  case twopi
  case circo
  /// Areas in areas, without relationships.
  case osage
}

/// Which way a layered diagram runs.
public enum LayoutDirection: String, CaseIterable, Hashable, Sendable {
  case topToBottom = "TB"
  case leftToRight = "LR"
}

/// How relationships run between boxes.
public enum ArrowCourse: String, CaseIterable, Hashable, Sendable {
  case curved, straight, bent

  var graphvizName: String {
    switch self {
    case .curved: "spline"
    case .straight: "line"
    case .bent: "polyline"
    }
  }
}

/// The shape a picture should have, so that it stands well on its page without being made smaller.
public enum PageShape: String, CaseIterable, Hashable, Sendable {
  case a4Landscape = "A4 landscape"
  case a4Portrait = "A4 portrait"
  case a3Landscape = "A3 landscape"
  case a3Portrait = "A3 portrait"
  case screen = "16:9"
  /// As the content asks, also outside 1 : 2 … 2 : 1.
  case wide

  /// What a definition may write: the paper alone lies on its side.
  static let words = ["A4", "A3"] + allCases.map(\.rawValue)

  init?(word: String) {
    switch word {
    case "A4": self = .a4Landscape
    case "A3": self = .a3Landscape
    default: self.init(rawValue: word)
    }
  }

  /// Width divided by height.
  var ratio: Double {
    switch self {
    case .a4Landscape, .a3Landscape, .wide: 297.0 / 210.0
    case .a4Portrait, .a3Portrait: 210.0 / 297.0
    case .screen: 16.0 / 9.0
    }
  }
}
