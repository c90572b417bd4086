import Diagnostics
import GraphModel
import Temporals

extension ScalarFunction {
  /// `date.truncate` and its kin.
  static func temporalTruncate(
    _ kind: TemporalKind, examples: [(call: String, text: String)]
  ) -> ScalarFunction {
    let name = "\(kind.name).truncate"
    return ScalarFunction(
      name: name,
      summary: "A \(kind.words) cut to the start of a unit, with some components then changed; of the statement's "
        + "beginning if no value is given.",
      parameters: [
        .init("unit", .string), .init("value", StaticType(kind.sources), isOptional: true),
        .init("components", .map, isOptional: true),
      ],
      result: kind.type, examples: kind.examples(examples)
    ) { context, arguments throws(EvaluationError) in
      let reading = context.statementReading
      let unit = try truncationUnit(arguments, in: name)
      var components = TemporalComponents()
      if arguments.count > 2 {
        guard case .map(let map) = arguments[2] else {
          throw .wrongArgument(arguments[2], expected: "a map of components", in: name)
        }
        guard let given = try TemporalArguments.components(map, in: name) else { return .null }
        components = given
      }
      let value: TemporalValue =
        arguments.count > 1 ? try TemporalArguments.temporal(arguments, 1, in: name) : .dateTime(context.statementTime)
      return Value(
        try TemporalArguments.evaluate { () throws(TemporalError) in
          try kind.truncate(value, to: unit, overriding: components, at: reading)
        })
    }
  }

  private static func truncationUnit(_ arguments: [Value], in name: String) throws(EvaluationError) -> TruncationUnit {
    let text = try TextArguments.text(arguments, 0, in: name)
    do throws(TemporalError) {
      return try TruncationUnit(parsing: text)
    } catch {
      let units = TruncationUnit.allCases.map(\.rawValue)
      throw .argument(
        "InvalidArgumentValue", "\(error)",
        hint: NameSuggestion.hint(for: text, among: units) ?? "the units are \(units.joined(separator: ", "))")
    }
  }
}
