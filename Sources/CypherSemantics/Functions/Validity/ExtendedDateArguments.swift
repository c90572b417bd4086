import GraphModel
import Temporals

/// What the functions of extended dates need of their arguments.
enum ExtendedDateArguments {
  static func text(_ value: Value, in function: String) throws(EvaluationError) -> ExtendedDate {
    guard case .string(let text) = value else {
      throw .wrongArgument(value, expected: "a text in EDTF", in: function)
    }
    guard let date = ExtendedDate(text) else {
      throw .argument(
        "InvalidArgumentValue", "'\(text)' is not an extended date",
        hint: "extended dates are written 2018, 2018-09, 2022-08-23?, 201X or 2018/..")
    }
    return date
  }

  /// The first day that an extended date or a date can mean; `nil` for null and where it is open.
  static func firstDay(_ value: Value, in function: String) throws(EvaluationError) -> CalendarDate? {
    switch value {
    case .null: return nil
    case .date(let date): return date
    default: return try text(value, in: function).earliest
    }
  }
}
