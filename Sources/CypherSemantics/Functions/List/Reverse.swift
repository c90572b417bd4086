import GraphModel

extension ScalarFunction {
  static let reverse = ScalarFunction(
    name: "reverse", summary: "A list or a text from back to front.",
    parameters: [.init("value", StaticType([.string, .list]))], result: StaticType([.string, .list]),
    examples: [.init("reverse('abc')", "cba"), .init("reverse([1, 2])", [2, 1])]
  ) { _, arguments throws(EvaluationError) in
    switch arguments[0] {
    case .string(let text):
      var scalars = String.UnicodeScalarView()
      scalars.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(scalars))
    case .list(let items): return .list(items.reversed())
    default: throw .wrongArgument(arguments[0], expected: "a text or a list", in: "reverse")
    }
  }
}
