import GraphModel
import Temporals

extension ScalarFunction {
  static let edtfIsValid = ScalarFunction(
    name: "edtf.isValid", summary: "Whether a text is an extended date (EDTF, ISO 8601-2, levels 0 and 1).",
    parameters: [.init("text", .string)], result: .boolean,
    examples: [.init("edtf.isValid('2018-21')", true), .init("edtf.isValid('autumn 2018')", false)],
    portability: .styrgraf
  ) { _, arguments throws(EvaluationError) in
    .boolean(ExtendedDate(try TextArguments.text(arguments, 0, in: "edtf.isValid")) != nil)
  }
}
