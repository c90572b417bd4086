/// Colours and weights, where there are any.
struct TerminalStyle {
  var isColored: Bool

  enum Look: String {
    case heading = "1"
    case faint = "2"
    case bad = "31"
    case doubtful = "33"
  }

  func text(_ text: String, _ look: Look) -> String {
    isColored ? "\u{1B}[\(look.rawValue)m\(text)\u{1B}[0m" : text
  }
}
