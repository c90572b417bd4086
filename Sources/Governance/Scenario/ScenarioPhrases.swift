import GraphModel
import ImpactAnalysis

/// What scenarios have to say, in both languages.
enum ScenarioPhrases {
  static func noReviewState(_ element: ImpactElement, _ kind: Caption) -> Caption {
    func name(_ language: CaptionLanguage) -> String { kind.text(in: language) ?? element.kind }
    return Caption([
      CaptionLanguage.english.rawValue:
        "“\(element.name)” goes under review, which nothing in the graph says: the schema declares no such state for "
        + "the kind “\(name(.english))”.",
      CaptionLanguage.swedish.rawValue:
        "”\(element.name)” ska ses över, vilket inget i grafen säger: schemat anger inget sådant läge för slaget "
        + "”\(name(.swedish))”.",
    ])
  }

  static func ledFromInactive(_ old: ImpactElement, _ new: ImpactElement, _ count: Int) -> Caption {
    Caption([
      CaptionLanguage.english.rawValue:
        "“\(old.name)” is retired already and breaks nothing any longer; "
        + (count == 1 ? "1 relationship leads" : "\(count) relationships lead") + " to “\(new.name)” instead.",
      CaptionLanguage.swedish.rawValue:
        "”\(old.name)” är redan taget ur bruk, så inget nytt går sönder; "
        + (count == 1 ? "1 relation" : "\(count) relationer") + " leds om till ”\(new.name)”.",
    ])
  }
}
