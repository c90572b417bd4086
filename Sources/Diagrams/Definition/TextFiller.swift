import GraphModel

/// Puts the values of parameters into the texts of a definition, where `$name` stands; `$$` is one `$`.
///
/// A value that is the key of a drawn node is written as the node's name.
struct TextFiller {
  var parameters: [String: Value]
  var writer: ValueWriter
  var graph: DrawnGraph

  /// The text in the writer's language; `nil` where the caption has none.
  func filled(_ caption: Caption) -> String? {
    guard let text = caption.text(in: writer.language), !text.isEmpty else { return nil }
    var result = ""
    for piece in TextTemplate.pieces(of: text) {
      switch piece {
      case .text(let text): result += text
      case .parameter(let name): result += parameters[name].map(written) ?? "$\(name)"
      }
    }
    return result
  }

  private func written(_ value: Value) -> String {
    if case .string(let key) = value, let node = graph.nodes.first(where: { $0.key.isIdenticalText(to: key) }) {
      return node.name
    }
    return writer.text(value)
  }
}

/// The places of parameters in a text.
enum TextTemplate {
  enum Piece: Hashable, Sendable {
    case text(String)
    case parameter(String)
  }

  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var plain = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "$" else {
        plain.append(scalars[index])
        index += 1
        continue
      }
      if index + 1 < scalars.count, scalars[index + 1] == "$" {
        plain.append("$")
        index += 2
        continue
      }
      var end = index + 1
      while end < scalars.count, isNamePart(scalars[end], isFirst: end == index + 1) { end += 1 }
      if end == index + 1 {
        plain.append("$")
      } else {
        if !plain.isEmpty { pieces.append(.text(String(plain))) }
        plain = String.UnicodeScalarView()
        var name = String.UnicodeScalarView()
        name.append(contentsOf: scalars[(index + 1)..<end])
        pieces.append(.parameter(String(name)))
      }
      index = end
    }
    if !plain.isEmpty { pieces.append(.text(String(plain))) }
    return pieces
  }

  private static func isNamePart(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic || (!isFirst && scalar.properties.numericType == .decimal)
  }
}
