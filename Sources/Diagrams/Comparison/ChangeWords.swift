import GraphModel

/// The words that tell how something changed.
struct ChangeWords: Sendable {
  let language: CaptionLanguage

  private func words(_ swedish: String, _ english: String) -> String { language == .swedish ? swedish : english }

  func from(_ place: String) -> String { words("från \(place)", "from \(place)") }
  var fromOutside: String { words("hit utifrån", "here from outside") }
  var fromOwnBox: String { words("från egen ruta", "from a box of its own") }
  func formerly(_ name: String) -> String { words("tidigare \(name)", "formerly \(name)") }
  func now(_ name: String) -> String { words("nu \(name)", "now \(name)") }
  func since(_ day: String) -> String { words("gäller från \(day)", "valid from \(day)") }
  func until(_ day: String) -> String { words("gäller till \(day)", "valid to \(day)") }
  func more(_ number: Int) -> String { words("\(number) uppgifter till", "\(number) more properties") }
}
