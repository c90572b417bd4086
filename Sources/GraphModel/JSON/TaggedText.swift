import Temporals

/// The text of a tag as a value.
enum TaggedText {
  static func value(tag: String, text: String, tagOffset: Int, textOffset: Int) throws(JSONError) -> Value {
    do {
      switch tag {
      case "~date": return .date(try CalendarDate(parsing: text))
      case "~localtime": return .localTime(try LocalTime(parsing: text))
      case "~time": return .time(try OffsetTime(parsing: text))
      case "~localdatetime": return .localDateTime(try LocalDateTime(parsing: text))
      case "~datetime":
        // What carries its offset is believed, whatever the machine knows of the zone today.
        if let written = try? ZonedDateTime(stored: text) { return .dateTime(written) }
        return .dateTime(try ZonedDateTime(parsing: text))
      case "~duration": return .duration(try CalendarDuration(parsing: text))
      case "~float":
        if let number = float(text) { return .float(number) }
      case "~int":
        if let number = Int64(text) { return .integer(number) }
      default:
        throw JSONError("there is no tag '\(tag)'", at: tagOffset)
      }
    } catch let error as TemporalError {
      throw JSONError("\(error)", at: textOffset)
    } catch let error as JSONError {
      throw error
    } catch {
      throw JSONError("\(error)", at: textOffset)
    }
    throw JSONError("'\(text)' is not what '\(tag)' takes", at: textOffset)
  }

  private static func float(_ text: String) -> Double? {
    switch text {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default:
      // `Double` also reads hexadecimal, `inf` and `nan(…)`.
      let allowed = text.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"),
          UInt8(ascii: "e"), UInt8(ascii: "E"):
          true
        default: false
        }
      }
      guard allowed, let number = Double(text), number.isFinite else { return nil }
      return number
    }
  }
}
