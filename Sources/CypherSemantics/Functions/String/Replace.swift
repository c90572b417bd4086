import GraphModel

extension ScalarFunction {
  static let replace = ScalarFunction(
    name: "replace", summary: "The text with every occurrence of one text replaced by another.",
    parameters: [.init("text", .string), .init("search", .string), .init("replacement", .string)], result: .string,
    examples: [.init("replace('a-b-c', '-', '+')", "a+b+c")]
  ) { context, arguments throws(EvaluationError) in
    let text = Array(try TextArguments.text(arguments, 0, in: "replace").utf8)
    let search = Array(try TextArguments.text(arguments, 1, in: "replace").utf8)
    let replacement = Array(try TextArguments.text(arguments, 2, in: "replace").utf8)
    guard !search.isEmpty else { return arguments[0] }
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if text[position] == search[0], text[position...].starts(with: search) {
        result += replacement
        try context.budget.requireRoom(result.count)
        position += search.count
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return .string(String(decoding: result, as: UTF8.self))
  }
}
