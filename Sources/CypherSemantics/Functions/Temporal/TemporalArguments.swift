import Diagnostics
import GraphModel
public import Temporals

/// What the temporal functions need of their arguments.
enum TemporalArguments {
  /// Runs what may fail on a temporal value.
  static func evaluate<Result>(
    _ body: () throws(TemporalError) -> Result
  ) throws(EvaluationError) -> Result {
    do throws(TemporalError) { return try body() } catch { throw .temporal(error) }
  }

  /// The components of a map; `nil` if one is null, so that the result is unknown too.
  static func components(
    _ map: [String: Value], in function: String
  ) throws(EvaluationError) -> TemporalComponents? {
    var components = TemporalComponents()
    var hasNull = false
    for (name, value) in map.sorted(by: { $0.key.precedesByCodePoints($1.key) }) {
      let field: TemporalComponents.Field
      switch value {
      case .null:
        hasNull = true
        continue
      case .integer(let number): field = .integer(number)
      case .string(let text): field = .text(text)
      default:
        guard let temporal = TemporalValue(value) else {
          throw .argument(
            "InvalidArgumentValue", "\(function) cannot take \(value.typeName) as component '\(name)'")
        }
        field = .temporal(temporal)
      }
      try evaluate { () throws(TemporalError) in try components.set(name, field) }
    }
    return hasNull ? nil : components
  }

  static func temporal(
    _ arguments: [Value], _ position: Int, in function: String
  ) throws(EvaluationError) -> TemporalValue {
    guard let value = TemporalValue(arguments[position]) else {
      throw .wrongArgument(arguments[position], expected: "a date or a time", in: function)
    }
    return value
  }

  static func integer(_ arguments: [Value], _ position: Int, in function: String) throws(EvaluationError) -> Int64 {
    guard case .integer(let number) = arguments[position] else {
      throw .wrongArgument(arguments[position], expected: "an integer", in: function)
    }
    return number
  }
}

extension EvaluationError {
  /// A temporal value could not be made, read or computed.
  public static func temporal(_ error: TemporalError) -> EvaluationError {
    guard error == .divisionByZero else { return .argument("InvalidArgumentValue", "\(error)") }
    return EvaluationError(
      code: QueryErrorCode(type: "ArithmeticError", phase: .runtime, detail: "DivisionByZero"), message: "\(error)")
  }
}

extension EvaluationContext {
  /// The clock as it stood when the statement began.
  var statementReading: ClockReading {
    ClockReading(
      epochSecond: statementTime.epochSecond, nanosecond: Int32(statementTime.local.time.nanosecond))
  }
}
