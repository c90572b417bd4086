import GraphModel

/// What the text functions need of their arguments.
enum TextArguments {
  static func text(_ arguments: [Value], _ position: Int, in function: String) throws(EvaluationError) -> String {
    guard case .string(let text) = arguments[position] else {
      throw .invalidArgument(arguments[position], expected: "a text", in: function)
    }
    return text
  }

  /// A number of code points: never negative.
  static func count(_ arguments: [Value], _ position: Int, in function: String) throws(EvaluationError) -> Int {
    guard case .integer(let number) = arguments[position] else {
      throw .invalidArgument(arguments[position], expected: "an integer", in: function)
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

  static func trimmed(_ text: String, start: Bool, end: Bool) -> Value {
    var scalars = text.unicodeScalars[...]
    if start { scalars = scalars.drop { $0.properties.isWhitespace } }
    while end, let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return .string(String(scalars))
  }
}
