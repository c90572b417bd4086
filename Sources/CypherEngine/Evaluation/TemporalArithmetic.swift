import CypherSemantics
import CypherSyntax
import GraphModel
import Temporals

/// The operators where one side is a temporal value.
enum TemporalArithmetic {
  /// - Returns: `nil` where neither side is temporal, or the operator does not join the two.
  static func apply(
    _ op: BinaryOperatorSyntax, _ left: Value, _ right: Value
  ) throws(EvaluationError) -> Value? {
    do throws(TemporalError) {
      switch (op, left, right) {
      case (.add, .duration(let x), .duration(let y)): return .duration(try x.adding(y))
      case (.subtract, .duration(let x), .duration(let y)): return .duration(try x.subtracting(y))
      case (.multiply, .duration(let x), .integer(let y)), (.multiply, .integer(let y), .duration(let x)):
        return .duration(try x.multiplied(by: y))
      case (.multiply, .duration(let x), .float(let y)), (.multiply, .float(let y), .duration(let x)):
        return .duration(try x.multiplied(by: y))
      case (.divide, .duration(let x), .integer(let y)): return .duration(try x.divided(by: y))
      case (.divide, .duration(let x), .float(let y)): return .duration(try x.divided(by: y))
      case (.add, let moment, .duration(let duration)), (.add, .duration(let duration), let moment):
        return try shift(moment, by: duration)
      case (.subtract, let moment, .duration(let duration)): return try shift(moment, by: duration.negated())
      default: return nil
      }
    } catch {
      throw .temporal(error)
    }
  }

  static func negated(_ duration: CalendarDuration) -> CalendarDuration? { try? duration.negated() }

  private static func shift(_ moment: Value, by duration: CalendarDuration) throws(TemporalError) -> Value? {
    switch moment {
    case .date(let date): return .date(try date.adding(duration))
    case .localTime(let time): return .localTime(time.adding(duration))
    case .time(let time): return .time(time.adding(duration))
    case .localDateTime(let value): return .localDateTime(try value.adding(duration))
    case .dateTime(let value): return .dateTime(try value.adding(duration))
    default: return nil
    }
  }
}
