import GraphModel

extension ScalarFunction {
  static let range = ScalarFunction(
    name: "range", summary: "The integers from one to another, both included, in steps.",
    parameters: [
      .init("start", .any), .init("end", .any), .init("step", .any, isOptional: true),
    ],
    result: .list(of: .integer), propagatesNull: false,
    examples: [.init("range(1, 4)", [1, 2, 3, 4]), .init("range(10, 4, -3)", [10, 7, 4])]
  ) { _, arguments throws(EvaluationError) in
    var numbers: [Int64] = []
    for argument in arguments {
      guard case .integer(let number) = argument else {
        throw .argument("InvalidArgumentType", "range expects integers, not \(argument.typeName)")
      }
      numbers.append(number)
    }
    let (start, end, step) = (numbers[0], numbers[1], numbers.count == 3 ? numbers[2] : 1)
    guard step != 0 else { throw .argument("NumberOutOfRange", "the step of range cannot be 0") }
    guard step > 0 ? start <= end : start >= end else { return .list([]) }
    let span = step > 0 ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
    guard span / step.magnitude < 10_000_000 else {
      throw .argument("NumberOutOfRange", "range would make more than 10 million numbers")
    }
    return .list((0...Int64(span / step.magnitude)).map { .integer(start &+ $0 &* step) })
  }
}
