import GraphModel
import Temporals

extension ScalarFunction {
  /// The function that makes a point in time: from nothing, a text, a map of components, or another point in time.
  static func temporalConstructor(
    _ kind: TemporalKind, examples: [(call: String, text: String)]
  ) -> ScalarFunction {
    ScalarFunction(
      name: kind.name,
      summary: "A \(kind.words): of the statement's beginning, or from an ISO 8601 text, from a map of components, "
        + "or from another value.",
      parameters: [.init("value", StaticType(kind.sources.union([.string, .map])), isOptional: true)],
      result: kind.type, examples: [.init("\(kind.name)() = \(kind.name).statement()", true)] + kind.examples(examples)
    ) { context, arguments throws(EvaluationError) in
      let reading = context.statementReading
      guard let argument = arguments.first else {
        return try kind.current(at: reading, in: context.statementTime.temporalZone)
      }
      switch argument {
      case .string(let text):
        return Value(try TemporalArguments.evaluate { () throws(TemporalError) in try kind.parse(text) })
      case .map(let map):
        if map.count == 1, let zone = map["timezone"] {
          return try kind.current(at: reading, in: zone)
        }
        guard let components = try TemporalArguments.components(map, in: kind.name) else { return .null }
        return Value(
          try TemporalArguments.evaluate { () throws(TemporalError) in try kind.compose(components, at: reading) })
      default:
        guard let value = TemporalValue(argument) else {
          throw .wrongArgument(argument, expected: "a text, a map, a date or a time", in: kind.name)
        }
        return Value(try TemporalArguments.evaluate { () throws(TemporalError) in try kind.convert(value) })
      }
    }
  }
}

extension TemporalKind {
  /// What the clock shows, as a value of this type.
  func current(at reading: ClockReading, in zone: TemporalZone) throws(EvaluationError) -> Value {
    Value(try TemporalArguments.evaluate { () throws(TemporalError) in try now(in: zone, at: reading) })
  }

  /// What the clock shows in a zone that is given by its name or offset.
  func current(at reading: ClockReading, in zone: Value) throws(EvaluationError) -> Value {
    switch zone {
    case .null: return .null
    case .string(let text):
      let zone = try TemporalArguments.evaluate { () throws(TemporalError) in try TemporalZone(parsing: text) }
      return try current(at: reading, in: zone)
    default: throw .wrongArgument(zone, expected: "the name or offset of a time zone", in: name)
    }
  }

  /// Examples whose results are values of this type.
  func examples(_ examples: [(call: String, text: String)]) -> [ScalarFunction.Example] {
    examples.compactMap { example in
      (try? parse(example.text)).map { ScalarFunction.Example(example.call, Value($0)) }
    }
  }
}
