import GraphModel

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
    case (.broken, .english): "broken"
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
