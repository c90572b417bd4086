import GraphModel
import ImpactAnalysis

/// The reasons of cures in words, in both languages.
enum CurePhrases {
  private static func caption(_ english: String, _ swedish: String) -> Caption {
    Caption([CaptionLanguage.english.rawValue: english, CaptionLanguage.swedish.rawValue: swedish])
  }

  static let supersedes = caption("supersedes it", "ersätter det")

  static func supersedesSuccessor(_ successor: ImpactElement) -> Caption {
    caption(
      "supersedes “\(successor.name)”, which supersedes it", "ersätter ”\(successor.name)”, som ersätter det")
  }

  static func named(byReviewsOf count: Int) -> Caption {
    count == 1
      ? caption("the review of a link names it", "granskningen av en länk pekar ut det")
      : caption("the reviews of \(count) links name it", "granskningen av \(count) länkar pekar ut det")
  }

  static func topic(_ topic: String) -> Caption { caption("same topic: \(topic)", "samma ämne: \(topic)") }
  static func target(_ name: String) -> Caption { caption("also leads to “\(name)”", "leder också till ”\(name)”") }
  static func area(_ name: String) -> Caption {
    caption("same programme area: \(name)", "samma programområde: \(name)")
  }
  static func type(_ type: String) -> Caption { caption("same type: \(type)", "samma typ: \(type)") }

  static func title(_ similarity: Double) -> Caption {
    let percent = Int((similarity * 100).rounded())
    return caption("similar title (\(percent)%)", "liknande titel (\(percent) %)")
  }
}
