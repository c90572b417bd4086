/// The colours a diagram can use, by name: definitions name them, nobody writes a number.
///
/// Text is dark on every fill (contrast above 7 : 1) and every line is dark on white (above 4.5 : 1), as WCAG 2.2 AA asks
/// of text. Hues follow Okabe and Ito's set for colour-blind readers as far as light fills allow; a diagram never tells
/// things apart by colour alone, since the legend names them and shapes or lines differ too.
public enum PaletteColor: String, CaseIterable, Hashable, Sendable {
  case blue, teal, green, amber, orange, red, purple, pink, grey, white

  /// The background of a box, `#rrggbb`.
  public var fill: String {
    switch self {
    case .blue: "#DCEAF7"
    case .teal: "#D3EFEA"
    case .green: "#E3F1D9"
    case .amber: "#FFF1CC"
    case .orange: "#FCE3D2"
    case .red: "#FADCD9"
    case .purple: "#E9E1F5"
    case .pink: "#FADFEC"
    case .grey: "#ECEFF2"
    case .white: "#FFFFFF"
    }
  }

  /// Lines, borders and arrowheads, `#rrggbb`.
  public var line: String {
    switch self {
    case .blue: "#1F5F99"
    case .teal: "#0A6B60"
    case .green: "#3F7220"
    case .amber: "#8A5A00"
    case .orange: "#B04A00"
    case .red: "#A31D1D"
    case .purple: "#5E3A94"
    case .pink: "#99336B"
    case .grey, .white: "#56616D"
    }
  }

  /// A paler line for what stayed the same beside what changed, above 3 : 1 on white.
  var calmLine: String {
    switch self {
    case .blue: "#6994BB"
    case .teal: "#589A93"
    case .green: "#75995E"
    case .amber: "#AC8A4A"
    case .orange: "#C77E4A"
    case .red: "#C97A7A"
    case .purple: "#9B85BD"
    case .pink: "#BD7A9F"
    case .grey, .white: "#899099"
    }
  }

  /// `calmLine` on a dark page.
  private var darkCalmLine: String {
    switch self {
    case .blue: "#4F718F"
    case .teal: "#3B7872"
    case .green: "#5B754C"
    case .amber: "#826B35"
    case .orange: "#916241"
    case .red: "#995D5B"
    case .purple: "#726691"
    case .pink: "#8D5E7A"
    case .grey, .white: "#666E76"
    }
  }

  /// The background of a box on a dark page.
  var darkFill: String {
    switch self {
    case .blue: "#17324A"
    case .teal: "#113733"
    case .green: "#25361A"
    case .amber: "#40330F"
    case .orange: "#432A17"
    case .red: "#45201F"
    case .purple: "#312747"
    case .pink: "#432335"
    case .grey: "#2A3037"
    case .white: "#14181D"
    }
  }

  /// Lines, borders and arrowheads on a dark page.
  var darkLine: String {
    switch self {
    case .blue: "#7DB7E8"
    case .teal: "#5CC9BA"
    case .green: "#9CCB78"
    case .amber: "#E3B44A"
    case .orange: "#F09A5C"
    case .red: "#F28B85"
    case .purple: "#B9A0E8"
    case .pink: "#E892C0"
    case .grey, .white: "#A3AEB9"
    }
  }

  /// Headings and names.
  static let text = "#1B1F24"
  /// Captions, notes and the source line.
  static let quietText = "#414A54"
  static let paper = "#FFFFFF"
  /// The frame of a group, by how deep it lies.
  static func frameFill(depth: Int) -> String { depth.isMultiple(of: 2) ? "#F6F8FA" : "#EEF1F5" }
  static let frameLine = "#8994A1"

  /// What becomes of every colour of a fill, and of every colour of a line, on a dark page.
  static var darkFills: [(light: String, dark: String)] {
    allCases.map { ($0.fill, $0.darkFill) }
      + [(frameFill(depth: 0), "#1A1F25"), (frameFill(depth: 1), "#20262D"), (text, "#E8ECF0"), (quietText, "#B9C2CB")]
      + lineColors
  }
  static var darkLines: [(light: String, dark: String)] { [(frameLine, "#5B6672")] + lineColors }

  /// Arrowheads and labels are filled with the colour of their lines.
  private static var lineColors: [(light: String, dark: String)] {
    let colors = allCases.filter { $0 != .white }
    return colors.map { ($0.line, $0.darkLine) } + colors.map { ($0.calmLine, $0.darkCalmLine) }
  }
}
