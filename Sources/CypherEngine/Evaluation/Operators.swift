import CypherSemantics
import CypherSyntax
import Diagnostics
import FoundationEssentials
import GraphModel
import Temporals

#if canImport(Glibc)
  import Glibc
#endif

/// The language's operators on two values.
enum Operators {
  static func apply(
    _ op: BinaryOperatorSyntax, _ left: Value, _ right: Value, _ budget: BudgetMeter
  ) throws(EvaluationError) -> Value {
    switch op {
    case .add: return try add(left, right, budget)
    case .concatenate: return try concatenate(left, right, budget)
    case .subtract, .multiply, .divide, .modulo, .power:
      if left.isNull || right.isNull { return .null }
      if let result = try TemporalArithmetic.apply(op, left, right) { return result }
      return try arithmetic(op, left, right)
    case .in: return try contains(right, left)
    case .startsWith, .endsWith, .contains: return textTest(op, left, right).map { .boolean($0) } ?? .null
    case .matches, .xor: preconditionFailure("computed by the evaluator")
    }
  }

  static func negate(_ value: Value) throws(EvaluationError) -> Value {
    switch value {
    case .null: return .null
    case .integer(let number):
      guard number != .min else { throw overflow("-", value, nil) }
      return .integer(-number)
    case .float(let number): return .float(-number)
    case .duration(let duration):
      if let negated = TemporalArithmetic.negated(duration) { return .duration(negated) }
      throw overflow("-", value, nil)
    default: throw .invalidArgument(value, expected: "a number", in: "-")
    }
  }

  private static func add(_ left: Value, _ right: Value, _ budget: BudgetMeter) throws(EvaluationError) -> Value {
    switch (left, right) {
    case (.list(let x), .list(let y)):
      try requireRoom(x.count + y.count, each: ValueFootprint.stride, budget)
      return .list(x + y)
    case (.null, _), (_, .null): return .null
    case (.list(let x), let y):
      try requireRoom(x.count + 1, each: ValueFootprint.stride, budget)
      return .list(x + [y])
    case (let x, .list(let y)):
      try requireRoom(y.count + 1, each: ValueFootprint.stride, budget)
      return .list([x] + y)
    case (.string(let x), .string(let y)):
      try requireRoom(x.utf8.count + y.utf8.count, each: 1, budget)
      return .string(x + y)
    case (.string(let x), .integer), (.string(let x), .float), (.string(let x), .boolean):
      return .string(x + (right.plainText ?? ""))
    case (.integer, .string(let y)), (.float, .string(let y)), (.boolean, .string(let y)):
      return .string((left.plainText ?? "") + y)
    default:
      if let result = try TemporalArithmetic.apply(.add, left, right) { return result }
      return try arithmetic(.add, left, right)
    }
  }

  /// Two texts or two lists as one.
  private static func concatenate(_ left: Value, _ right: Value, _ budget: BudgetMeter) throws(EvaluationError) -> Value
  {
    switch (left, right) {
    case (.null, _), (_, .null), (.string, .string), (.list, .list): return try add(left, right, budget)
    case (.string, let other), (.list, let other):
      throw .invalidArgument(other, expected: "two texts or two lists", in: "||")
    default: throw .invalidArgument(left, expected: "two texts or two lists", in: "||")
    }
  }

  /// The most bytes of one text or list, also for a query without a budget: beyond, it would take the machine's memory.
  private static let largestValue = 4 << 30

  private static func requireRoom(_ count: Int, each size: Int, _ budget: BudgetMeter) throws(EvaluationError) {
    guard count > 1024 else { return }
    try budget.requireRoom(count * size)
    guard count * size <= largestValue else {
      throw .stopped(by: .memory(bytes: largestValue), "+ would make a value of more than \(largestValue.plainBytes)")
    }
    // Copying takes time too, in a loop over a long text or list.
    try budget.check()
  }

  private static func arithmetic(
    _ op: BinaryOperatorSyntax, _ left: Value, _ right: Value
  ) throws(EvaluationError) -> Value {
    if case .integer(let x) = left, case .integer(let y) = right, op != .power { return try integers(op, x, y) }
    guard let x = number(left), let y = number(right) else {
      let wrong = number(left) == nil ? left : right
      throw .invalidArgument(wrong, expected: "numbers", in: op.rawValue)
    }
    switch op {
    case .add: return .float(x + y)
    case .subtract: return .float(x - y)
    case .multiply: return .float(x * y)
    case .divide: return .float(x / y)
    case .modulo: return .float(fmod(x, y))
    default: return .float(pow(x, y))
    }
  }

  private static func integers(_ op: BinaryOperatorSyntax, _ x: Int64, _ y: Int64) throws(EvaluationError) -> Value {
    let (result, isOverflow): (Int64, Bool)
    switch op {
    case .add: (result, isOverflow) = x.addingReportingOverflow(y)
    case .subtract: (result, isOverflow) = x.subtractingReportingOverflow(y)
    case .multiply: (result, isOverflow) = x.multipliedReportingOverflow(by: y)
    default:
      guard y != 0 else {
        throw EvaluationError(
          code: QueryErrorCode(type: "ArithmeticError", phase: .runtime, detail: "DivisionByZero"),
          message: "division by zero")
      }
      (result, isOverflow) =
        op == .divide
        ? x.dividedReportingOverflow(by: y) : (y == -1 ? (0, false) : x.remainderReportingOverflow(dividingBy: y))
    }
    guard !isOverflow else { throw overflow(op.rawValue, .integer(x), .integer(y)) }
    return .integer(result)
  }

  private static func overflow(_ op: String, _ left: Value, _ right: Value?) -> EvaluationError {
    EvaluationError(
      code: QueryErrorCode(type: "ArithmeticError", phase: .runtime, detail: "IntegerOverflow"),
      message: "the result of \(op) is beyond 64-bit integers",
      hint: "use floats: write 1.0 instead of 1")
  }

  private static func number(_ value: Value) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }

  /// `item IN list` in three-valued logic.
  private static func contains(_ list: Value, _ item: Value) throws(EvaluationError) -> Value {
    guard case .list(let items) = list else {
      if list.isNull { return .null }
      throw .invalidArgument(list, expected: "a list", in: "IN")
    }
    return isMember(item, of: items).map { .boolean($0) } ?? .null
  }
}
