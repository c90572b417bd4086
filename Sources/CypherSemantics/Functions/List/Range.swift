public import GraphModel

extension ScalarFunction {
  public static let range = ScalarFunction(
    name: "range", summary: "The integers from one to another, both included, in steps.",
    parameters: [
      .init("start", .any), .init("end", .any), .init("step", .any, isOptional: true),
    ],
    result: .list(of: .integer), propagatesNull: false,
    examples: [.init("range(1, 4)", [1, 2, 3, 4]), .init("range(10, 4, -3)", [10, 7, 4])]
  ) { context, arguments throws(EvaluationError) in
    let numbers = try IntegerRange(arguments)
    guard numbers.count <= IntegerRange.longestList else {
      throw .argument("NumberOutOfRange", "range would make more than \(IntegerRange.longestList) numbers")
    }
    try context.budget.requireRoom(Int(numbers.count) * ValueFootprint.stride)
    return .list((0..<Int64(numbers.count)).map { .integer(numbers.start &+ $0 &* numbers.step) })
  }
}

/// What `range` gives, number by number.
public struct IntegerRange: Sendable {
  /// Also for a query without a budget: a list of numbers stands in memory.
  static let longestList: UInt64 = 200_000_000

  public let start: Int64
  public let step: Int64
  /// `UInt64.max` for the range of all integers, which has one more.
  public let count: UInt64

  /// - Parameter arguments: start, end, and the step if there is one.
  /// - Throws: `ArgumentError` for what are no integers, and for a step of 0.
  public init(_ arguments: [Value]) throws(EvaluationError) {
    var numbers: [Int64] = []
    for argument in arguments {
      guard case .integer(let number) = argument else {
        throw .argument("InvalidArgumentType", "range expects integers, not \(argument.typeName)")
      }
      numbers.append(number)
    }
    let end = numbers[1]
    (start, step) = (numbers[0], numbers.count == 3 ? numbers[2] : 1)
    guard step != 0 else { throw .argument("NumberOutOfRange", "the step of range cannot be 0") }
    guard step > 0 ? start <= end : start >= end else {
      count = 0
      return
    }
    let span = step > 0 ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
    let steps = span / step.magnitude
    count = steps == .max ? steps : steps + 1
  }
}
