import GraphModel
import Temporals

/// Every sentence of this target, in both languages.
enum GovernancePhrases {
  private static func caption(_ text: (CaptionLanguage) -> String) -> Caption {
    Caption(Dictionary(uniqueKeysWithValues: CaptionLanguage.allCases.map { ($0.rawValue, text($0)) }))
  }

  static func both(_ a: Caption, _ b: Caption) -> Caption {
    caption { "\(a.text(in: $0) ?? ""); \(b.text(in: $0) ?? "")" }
  }

  static func notValid(on date: CalendarDate, from: String?, to: String?) -> Caption {
    caption { language in
      let bounds =
        switch language {
        case .english: [from.map { "from \($0)" }, to.map { "until \($0)" }]
        case .swedish: [from.map { "från \($0)" }, to.map { "till \($0)" }]
        }
      let range = bounds.compactMap(\.self).joined(separator: " ")
      return switch language {
      case .english: "the replacement is not valid on \(date) (valid \(range))"
      case .swedish: "ersättaren gäller inte \(date) (gäller \(range))"
      }
    }
  }

  /// - Parameters:
  ///   - policies: at least one; all allow the same.
  ///   - value: `nil` if it has none.
  static func notAllowed(_ policies: [PolicyNode], value: String?, property: Caption) -> Caption {
    caption { language in
      let name = (property.text(in: language) ?? policies[0].property).lowercased()
      let rules = policies.map { reference($0, language) }.joined(separator: language == .english ? " and " : " och ")
      let subject = subject(value, name, language)
      return switch language {
      case .english:
        "\(subject), but \(rules) \(policies.count == 1 ? "allows" : "allow") only \(allowed(policies[0], language))"
      case .swedish: "\(subject), men \(rules) tillåter bara \(allowed(policies[0], language))"
      }
    }
  }

  static func advice(_ policy: PolicyNode, value: String?, property: Caption, replacement: String) -> Caption {
    caption { language in
      let name = (property.text(in: language) ?? policy.property).lowercased()
      let text = subject(value, name, language)
      return switch language {
      case .english:
        "Note: “\(replacement)”: \(text); \(reference(policy, language)) would allow only \(allowed(policy, language))."
      case .swedish:
        "Obs: ”\(replacement)”: \(text); \(reference(policy, language)) skulle bara tillåta \(allowed(policy, language))."
      }
    }
  }

  /// A replacement that is there, yet not decided or about to change; `nil` for other states.
  static func unfinished(_ status: String, replacement: String) -> Caption? {
    switch status {
    case "draft":
      Caption([
        CaptionLanguage.english.rawValue: "Note: the replacement “\(replacement)” is still a draft.",
        CaptionLanguage.swedish.rawValue: "Obs: ersättaren ”\(replacement)” är ännu ett utkast.",
      ])
    case "under_revision":
      Caption([
        CaptionLanguage.english.rawValue: "Note: the replacement “\(replacement)” is under revision.",
        CaptionLanguage.swedish.rawValue: "Obs: ersättaren ”\(replacement)” är under revidering.",
      ])
    default: nil
    }
  }

  private static func subject(_ value: String?, _ property: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: value.map { "its \(property) is \(word($0, language))" } ?? "its \(property) is not known"
    case .swedish: value.map { "dess \(property) är \(word($0, language))" } ?? "dess \(property) är inte känd"
    }
  }

  /// "rule R5 “…” (stated, Source L31-35)".
  private static func reference(_ policy: PolicyNode, _ language: CaptionLanguage) -> String {
    let place = [policy.source, policy.lines].compactMap(\.self).joined(separator: " ")
    let details = [status(policy.status, language), place].filter { !$0.isEmpty }.joined(separator: ", ")
    let number = policy.rule.map { "\($0) " } ?? ""
    return switch language {
    case .english: "rule \(number)“\(policy.name)” (\(details))"
    case .swedish: "regel \(number)”\(policy.name)” (\(details))"
    }
  }

  private static func allowed(_ policy: PolicyNode, _ language: CaptionLanguage) -> String {
    let words = policy.allowed.map { word($0, language) }
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + (language == .english ? " or " : " eller ") + last
  }

  private static func status(_ status: String, _ language: CaptionLanguage) -> String {
    switch (status, language) {
    case ("proposed", .english): "proposed, never decided"
    case ("proposed", .swedish): "föreslagen, aldrig beslutad"
    case ("recommended", .swedish): "rekommenderad"
    case ("endorsed", .swedish): "tillstyrkt"
    case ("stated", .swedish): "angiven"
    case ("established", .swedish): "fastställd"
    case ("decided", .swedish): "beslutad"
    default: status
    }
  }

  /// A value in words: levels of documents have them, others stand as they are.
  private static func word(_ value: String, _ language: CaptionLanguage) -> String {
    switch (value, language) {
    case ("local", .swedish): "lokal"
    case ("county", .english): "county-wide"
    case ("county", .swedish): "länsgemensam"
    case ("regional", .swedish): "regional"
    case ("national", .swedish): "nationell"
    default: value
    }
  }
}
