import Diagnostics
import Yams

/// Where the characters of a text in YAML stand in the file, so that a mistake in a query is told at its own place,
/// whichever way the text is written: plain, quoted, folded or as a block.
///
/// Blanks and line breaks are compared by stretches, as folding puts one for another; everything else must be the same.
struct TextPlaces {
  /// One for each code point of the text, and one for its end.
  let marks: [FileMark]
  private let lineStarts: [Int]

  /// - Returns: `nil` where the text cannot be found at the place, as behind an unusual tag.
  init?(_ text: String, style: Node.Scalar.Style, at start: FileMark, in lines: [Substring]) {
    var source = TextUnits(style: style, at: start, in: lines)
    var unit = source.next()
    var marks: [FileMark] = []
    var lineStarts = [0]
    for scalar in text.unicodeScalars {
      if scalar == "\n" { lineStarts.append(marks.count + 1) }
      if TextUnits.isBlank(scalar) {
        marks.append(unit?.mark ?? source.mark)
        if let found = unit, TextUnits.isBlank(found.scalar) { unit = source.next() }
        continue
      }
      while let found = unit, TextUnits.isBlank(found.scalar) { unit = source.next() }
      guard let found = unit, found.scalar == scalar else { return nil }
      marks.append(found.mark)
      unit = source.next()
    }
    self.marks = marks + [unit?.mark ?? source.mark]
    self.lineStarts = lineStarts
  }

  /// The place in the file of a line and column of the text, both from 1.
  func mark(line: Int, column: Int) -> FileMark? {
    guard lineStarts.indices.contains(line - 1) else { return marks.last }
    return marks[min(lineStarts[line - 1] + max(0, column - 1), marks.count - 1)]
  }
}

/// The characters of a text in the file, with the escapes of quoted texts resolved.
private struct TextUnits {
  private let lines: [Substring]
  private let style: Node.Scalar.Style
  private var line: Int
  private var column: Int
  private var scalars: [Unicode.Scalar] = []

  init(style: Node.Scalar.Style, at start: FileMark, in lines: [Substring]) {
    self.lines = lines
    self.style = style
    line = start.line - 1
    column = start.column - 1
    scalars = lines.indices.contains(line) ? Array(lines[line].unicodeScalars) : []
    switch style {
    case .singleQuoted: skip(past: "'")
    case .doubleQuoted: skip(past: "\"")
    case .literal, .folded: nextLine()
    default: skipProperties()
    }
  }

  static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }

  var mark: FileMark { FileMark(line: line + 1, column: column + 1) }

  private mutating func nextLine() {
    line += 1
    column = 0
    scalars = lines.indices.contains(line) ? Array(lines[line].unicodeScalars) : []
  }

  private mutating func skip(past quote: Unicode.Scalar) {
    while column < scalars.count, scalars[column] != quote { column += 1 }
    column += 1
  }

  /// An anchor or a tag before a plain text.
  private mutating func skipProperties() {
    while column < scalars.count, scalars[column] == "&" || scalars[column] == "!" {
      while column < scalars.count, scalars[column] != " " { column += 1 }
      while column < scalars.count, scalars[column] == " " { column += 1 }
    }
  }

  mutating func next() -> (scalar: Unicode.Scalar, mark: FileMark)? {
    guard line < lines.count else { return nil }
    let here = mark
    guard column < scalars.count else {
      nextLine()
      return ("\n", here)
    }
    let scalar = scalars[column]
    column += 1
    if style == .singleQuoted, scalar == "'" {
      guard column < scalars.count, scalars[column] == "'" else { return nil }
      column += 1
    }
    if style == .doubleQuoted {
      if scalar == "\"" { return nil }
      if scalar == "\\" { return escaped(from: here) }
    }
    return (scalar, here)
  }

  private static let escapes: [Unicode.Scalar: Unicode.Scalar] = [
    "0": "\u{0}", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r",
    "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
  ]

  private mutating func escaped(from here: FileMark) -> (scalar: Unicode.Scalar, mark: FileMark)? {
    guard column < scalars.count else {
      // The line goes on below.
      nextLine()
      while column < scalars.count, Self.isBlank(scalars[column]) { column += 1 }
      return next()
    }
    let sign = scalars[column]
    column += 1
    let digits: Int
    switch sign {
    case "x": digits = 2
    case "u": digits = 4
    case "U": digits = 8
    default: return (Self.escapes[sign] ?? sign, here)
    }
    var number: UInt32 = 0
    for scalar in scalars[column...].prefix(digits) {
      number = number << 4 + UInt32(Character(scalar).hexDigitValue ?? 0)
    }
    column += digits
    return (Unicode.Scalar(number) ?? "\u{FFFD}", here)
  }
}

extension DefinitionYAML {
  func places(ofText node: Node) -> TextPlaces? {
    guard let scalar = node.scalar, let mark = node.place else { return nil }
    return TextPlaces(scalar.string, style: scalar.style, at: mark, in: lines)
  }

  /// A place in a text as a place in the file; that of the whole text where no better one is known.
  func place(_ place: DiagnosticPlace, of node: Node, by places: TextPlaces?) -> DiagnosticPlace {
    guard let mark = places?.mark(line: place.line, column: place.column) else { return self.place(of: node) }
    return self.place(mark, length: place.excerpt?.length ?? 1)
  }
}
