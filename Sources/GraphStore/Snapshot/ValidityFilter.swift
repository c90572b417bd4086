import GraphModel
import Temporals

/// Tells what is valid on a day. Dates recur, so each text is read once.
struct ValidityFilter {
  private let date: CalendarDate
  private var known: [TextKey: ExtendedDate?] = [:]

  init(_ date: CalendarDate) { self.date = date }

  /// Whether `valid_from` and `valid_to` leave the day out. What is no date bounds nothing.
  mutating func excludes(_ properties: [(name: String, value: Value)]) -> Bool {
    var interval = ValidityInterval()
    var isBounded = false
    for (name, value) in properties {
      if name == "valid_from" {
        interval.from = extendedDate(value)
        isBounded = true
      } else if name == "valid_to" {
        interval.to = extendedDate(value)
        isBounded = true
      }
    }
    return isBounded && !interval.contains(date)
  }

  private mutating func extendedDate(_ value: Value) -> ExtendedDate? {
    switch value {
    case .string(let text):
      if let read = known[TextKey(text)] { return read }
      let read = ExtendedDate(text)
      known[TextKey(text)] = read
      return read
    case .date(let date): return ExtendedDate(date.description)
    default: return nil
    }
  }
}
