import GraphModel
import Temporals

extension ScalarFunction {
  static let edtfEarliest = ScalarFunction(
    name: "edtf.earliest",
    summary: "The first day that an extended date (EDTF, ISO 8601-2) can mean; null where its beginning is open.",
    parameters: [.init("text", .string)], result: StaticType(.date),
    examples: TemporalKind.date.examples([
      ("edtf.earliest('2018')", "2018-01-01"), ("edtf.earliest('2022-08-23?')", "2022-08-23"),
      ("edtf.earliest('201X')", "2010-01-01"),
    ]) + [.init("edtf.earliest('../2018')", nil)],
    portability: .styrgraf
  ) { _, arguments throws(EvaluationError) in
    try ExtendedDateArguments.text(arguments[0], in: "edtf.earliest").earliest.map { .date($0) } ?? .null
  }
}
