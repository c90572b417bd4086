/// Text in the making.
///
/// A class whose methods for expressions are small, since a debug build keeps a copy of a struct, and room for every
/// case of a `switch`, on the stack at each level.
final class SyntaxWriter {
  var text = ""
  var indentation = 0
  /// Whether `|` ends the expression around.
  var barEndsExpression = false

  func write(_ string: String) {
    text += string
  }

  func newLine() {
    text += "\n" + String(repeating: "  ", count: indentation)
  }

  func writeList<Element>(_ elements: [Element], _ writeElement: (SyntaxWriter, Element) -> Void) {
    for (index, element) in elements.enumerated() {
      if index > 0 { write(", ") }
      writeElement(self, element)
    }
  }

  /// Opens a bracket, inside which `|` is free again. - Returns: what `leave` wants.
  func enter(_ bracket: String) -> Bool {
    let bar = barEndsExpression
    barEndsExpression = false
    write(bracket)
    return bar
  }

  func leave(_ bracket: String, _ bar: Bool) {
    write(bracket)
    barEndsExpression = bar
  }

  // MARK: Names and literals

  func write(variable: String) { write(Self.quoted(variable, isVariable: true)) }

  func write(variable: NameSyntax) { write(variable: variable.text) }

  /// A name where no expression can stand: a property, a label, a type.
  func write(name: NameSyntax) { write(Self.quoted(name.text, isVariable: false)) }

  static func quoted(_ name: String, isVariable: Bool) -> String {
    let scalars = name.unicodeScalars
    let isPlain =
      scalars.first.map(CharacterClasses.isNameStart) == true && scalars.allSatisfy(CharacterClasses.isNamePart)
    if isPlain, !isVariable || Keyword(spelling: name.utf8)?.isQuotedAsVariable != true { return name }
    var text = "`"
    for scalar in scalars {
      if scalar == "`" { text += "`" }
      text.unicodeScalars.append(scalar)
    }
    return text + "`"
  }

  func write(_ literal: LiteralSyntax) {
    switch literal {
    case .null: write("null")
    case .boolean(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .float(let value): write(value.description)
    case .string(let value): write(Self.quotedString(value))
    }
  }

  static func quotedString(_ value: String) -> String {
    var text = "'"
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "'": text += "\\'"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{8}": text += "\\b"
      case "\u{C}": text += "\\f"
      default:
        if scalar.properties.generalCategory == .control {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    return text + "'"
  }
}
