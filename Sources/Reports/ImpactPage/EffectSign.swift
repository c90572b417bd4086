/// What tells effects apart where colours are not seen: a sign each, the same as in pictures of impacts.
enum EffectSign {
  static func sign(of effect: String) -> String {
    switch effect {
    case "broken": "✖"
    case "degraded": "▼"
    case "review": "◔"
    case "repoint": "↪"
    default: "•"
    }
  }

  /// The class of the style sheet; none that data could invent.
  static func className(of effect: String) -> String {
    switch effect {
    case "broken", "degraded", "review", "repoint": effect
    default: "other"
    }
  }

  /// The effect that a verdict is about.
  static func word(ofVerdict verdict: String) -> String {
    switch verdict {
    case "breaks": "broken"
    case "degrades": "degraded"
    case "review", "repoint": verdict
    // Somebody has something to do.
    case "unowned": "review"
    case "unknown": verdict
    default: "safe"
    }
  }

  static func sign(ofVerdict verdict: String) -> String {
    switch word(ofVerdict: verdict) {
    case "safe": "✔"
    case "unknown": "?"
    case let effect: sign(of: effect)
    }
  }
}
