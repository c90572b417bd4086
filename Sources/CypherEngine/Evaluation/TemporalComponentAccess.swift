import CypherSemantics
import GraphModel
import Temporals

/// `date.year`, `duration.hours`: the parts of temporal values as properties.
enum TemporalComponentAccess {
  /// The part of that name; `nil` if the value is no temporal one or has no such part.
  /// - Throws: where the part is a number beyond 64 bits.
  static func component(_ name: String, of value: Value) throws(EvaluationError) -> Value? {
    do throws(TemporalError) {
      if case .duration(let duration) = value { return try duration.component(name).map { .integer($0) } }
      switch try TemporalValue(value)?.component(name) {
      case .integer(let number)?: return .integer(number)
      case .text(let text)?: return .string(text)
      case nil: return nil
      }
    } catch {
      throw .temporal(error)
    }
  }
}
