import GraphModel
import Temporals

extension ScalarFunction {
  static let edtfLatest = ScalarFunction(
    name: "edtf.latest",
    summary: "The last day that an extended date (EDTF, ISO 8601-2) can mean; null where its end is open.",
    parameters: [.init("text", .string)], result: StaticType(.date),
    examples: TemporalKind.date.examples([
      ("edtf.latest('2018-02')", "2018-02-28"), ("edtf.latest('2018/2020')", "2020-12-31"),
    ]) + [.init("edtf.latest('2018/..')", nil)],
    portability: .styrgraf
  ) { _, arguments throws(EvaluationError) in
    try ExtendedDateArguments.text(arguments[0], in: "edtf.latest").latest.map { .date($0) } ?? .null
  }
}
