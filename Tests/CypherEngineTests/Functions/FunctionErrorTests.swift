import Diagnostics
import GraphModel
import Temporals
import Testing

/// What functions refuse, and how they say it.
@Suite struct FunctionErrorTests {
  @Test(arguments: [
    "toInteger", "toFloat", "toBoolean", "toString", "type", "labels", "size", "toUpper", "abs", "head", "keys", "date",
    "duration", "edtf.earliest", "properties", "length",
  ])
  func wrongTypeAtRunTime(function: String) throws {
    let wrong = ["toInteger", "toFloat", "toBoolean", "toString"].contains(function) ? "[]" : "true"
    #expect(
      try QueryAnswer.error(of: "WITH {a: \(wrong)} AS map RETURN \(function)(map.a)")
        == QueryErrorCode(type: "TypeError", phase: .runtime, detail: "InvalidArgumentValue"))
  }

  @Test(arguments: [
    "toUpper(1)", "date(1)", "date.truncate('day', 'x')", "duration.between(1, 2)", "edtf.latest(1)", "size(1)",
    "properties('x')", "timestamp(1)",
  ])
  func wrongTypeAtCompileTime(call: String) throws {
    let code = try #require(try QueryAnswer.error(of: "RETURN \(call)"))
    #expect(code.type == "SyntaxError")
    #expect(code.phase == .compile)
  }

  @Test(arguments: [
    ("range(1, 2, 0)", "ArgumentError", "NumberOutOfRange"),
    ("range(1.5, 2)", "ArgumentError", "InvalidArgumentType"),
    ("left('x', -1)", "ArgumentError", "NegativeIntegerArgument"),
    ("date('2023-02-29')", "ArgumentError", "InvalidArgumentValue"),
    ("date({month: 1})", "ArgumentError", "InvalidArgumentValue"),
    ("date({year: 1.5})", "ArgumentError", "InvalidArgumentValue"),
    ("datetime({year: 2024, timezone: 'Europe/Nowhere'})", "ArgumentError", "InvalidArgumentValue"),
    ("date.truncate('hour', date('2024-01-01'))", "ArgumentError", "InvalidArgumentValue"),
    ("date.truncate('fortnight', date('2024-01-01'))", "ArgumentError", "InvalidArgumentValue"),
    ("duration({})", "ArgumentError", "InvalidArgumentValue"),
    ("duration('P1D') / 0", "ArithmeticError", "DivisionByZero"),
    ("duration({seconds: 9223372036854775807}).nanoseconds", "ArgumentError", "InvalidArgumentValue"),
    ("edtf.earliest('autumn 2018')", "ArgumentError", "InvalidArgumentValue"),
    ("abs(-9223372036854775808)", "ArithmeticError", "IntegerOverflow"),
    ("round(1.5, 1, 'SIDEWAYS')", "ArgumentError", "InvalidArgumentValue"),
  ])
  func refused(call: String, type: String, detail: String) throws {
    #expect(
      try QueryAnswer.error(of: "RETURN \(call)") == QueryErrorCode(type: type, phase: .runtime, detail: detail))
  }

  @Test(arguments: [
    ("percentileCont(x, 1.1)", "[1]", "NumberOutOfRange"), ("percentileDisc(x, -1)", "[1]", "NumberOutOfRange"),
    ("sum(x)", "[9223372036854775807, 1]", "IntegerOverflow"), ("sum(x)", "[1, 'a']", "InvalidArgumentValue"),
    ("avg(x)", "[duration('P1D'), 1]", "InvalidArgumentValue"),
  ])
  func refusedAggregate(call: String, list: String, detail: String) throws {
    #expect(try QueryAnswer.error(of: "UNWIND \(list) AS x RETURN \(call)")?.detail == detail)
  }
}
