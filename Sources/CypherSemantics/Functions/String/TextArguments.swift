import GraphModel

/// What the text functions need of their arguments.
enum TextArguments {
  static func text(_ arguments: [Value], _ position: Int, in function: String) throws(EvaluationError) -> String {
    guard case .string(let text) = arguments[position] else {
      throw .wrongArgument(arguments[position], expected: "a text", in: function)
    }
    return text
  }

  /// A number of code points: never negative.
  static func count(_ arguments: [Value], _ position: Int, in function: String) throws(EvaluationError) -> Int {
    guard case .integer(let number) = arguments[position] else {
      throw .wrongArgument(arguments[position], expected: "an integer", in: function)
    }
    guard number >= 0 else {
      throw .argument("NegativeIntegerArgument", "\(function) expects a number that is not negative, not \(number)")
    }
    return Int(number)
  }

  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return .string(String(view))
  }

  /// The text of the first argument without certain code points at its ends: those of the second argument, else
  /// blanks.
  static func trimmed(
    _ arguments: [Value], start: Bool, end: Bool, in function: String
  ) throws(EvaluationError) -> Value {
    var scalars = try text(arguments, 0, in: function).unicodeScalars[...]
    let wanted = arguments.count > 1 ? Set(try text(arguments, 1, in: function).unicodeScalars) : nil
    func isTrimmed(_ scalar: Unicode.Scalar) -> Bool {
      wanted?.contains(scalar) ?? scalar.properties.isWhitespace
    }
    if start { scalars = scalars.drop(while: isTrimmed) }
    while end, let last = scalars.last, isTrimmed(last) { scalars.removeLast() }
    return .string(String(scalars))
  }

  /// The parts of a text between the occurrences of separators; of several that fit, the first one counts.
  static func split(_ text: String, at separators: [String]) -> [String] {
    let bytes = Array(text.utf8)
    let separators = separators.map { Array($0.utf8) }
    if separators.contains([]) { return text.unicodeScalars.map { String($0) } }
    var parts: [String] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      let found = separators.first { $0.first == bytes[position] && bytes[position...].starts(with: $0) }
      if let found {
        parts.append(String(decoding: bytes[start..<position], as: UTF8.self))
        position += found.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(String(decoding: bytes[start...], as: UTF8.self))
    return parts
  }
}
