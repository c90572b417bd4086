import GraphModel
import Temporals

/// `date.year`, `duration.hours`: the parts of temporal values as properties.
enum TemporalComponentAccess {
  /// The part of that name; `nil` if the value is no temporal one or has no such part.
  static func component(_ name: String, of value: Value) -> Value? {
    if case .duration(let duration) = value {
      return (try? duration.component(name)).flatMap(\.self).map { .integer($0) }
    }
    guard let temporal = TemporalValue(value) else { return nil }
    switch (try? temporal.component(name)).flatMap(\.self) {
    case .integer(let number)?: return .integer(number)
    case .text(let text)?: return .string(text)
    case nil: return nil
    }
  }
}
