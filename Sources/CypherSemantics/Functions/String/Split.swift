import GraphModel

extension ScalarFunction {
  static let split = ScalarFunction(
    name: "split", summary: "The parts of a text between the occurrences of a separator.",
    parameters: [.init("text", .string), .init("separator", .string)], result: .list(of: .string),
    examples: [.init("split('a,b,,c', ',')", ["a", "b", "", "c"])]
  ) { _, arguments throws(EvaluationError) in
    let text = Array(try TextArguments.text(arguments, 0, in: "split").utf8)
    let separator = Array(try TextArguments.text(arguments, 1, in: "split").utf8)
    guard !separator.isEmpty else {
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      return .list(scalars.map { .string(String($0)) })
    }
    var parts: [Value] = []
    var start = 0
    var position = 0
    while position < text.count {
      if text[position] == separator[0], text[position...].starts(with: separator) {
        parts.append(.string(String(decoding: text[start..<position], as: UTF8.self)))
        position += separator.count
        start = position
      } else {
        position += 1
      }
    }
    parts.append(.string(String(decoding: text[start...], as: UTF8.self)))
    return .list(parts)
  }
}
