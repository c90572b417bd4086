import GraphModel

/// Every sentence of impact analysis, in both languages.
enum ImpactPhrases {
  private static func caption(_ english: String, _ swedish: String) -> Caption {
    Caption([CaptionLanguage.english.rawValue: english, CaptionLanguage.swedish.rawValue: swedish])
  }

  // MARK: Verdict

  static func headline(_ verdict: ImpactVerdict, _ language: CaptionLanguage) -> String {
    switch (verdict, language) {
    case (.breaks, .english): "Breaks"
    case (.breaks, .swedish): "Bryter"
    case (.degrades, .english): "Degrades"
    case (.degrades, .swedish): "Försämrar"
    case (.review, .english): "Review"
    case (.review, .swedish): "Se över"
    case (.repoint, .english): "Repoint"
    case (.repoint, .swedish): "Peka om"
    case (.unowned, .english): "Left unowned"
    case (.unowned, .swedish): "Blir utan ansvarig"
    case (.safe, .english): "Safe"
    case (.safe, .swedish): "Säkert"
    }
  }

  /// What follows "3 design items …".
  static func predicate(_ effect: ImpactEffect, isOne: Bool, _ language: CaptionLanguage) -> String {
    switch (effect, language) {
    case (.broken, .english): isOne ? "stops working" : "stop working"
    case (.broken, .swedish): "slutar fungera"
    case (.degraded, .english): isOne ? "is degraded" : "are degraded"
    case (.degraded, .swedish): "försämras"
    case (.review, .english): isOne ? "needs review" : "need review"
    case (.review, .swedish): "behöver ses över"
    case (.repoint, .english): isOne ? "needs repointing" : "need repointing"
    case (.repoint, .swedish): "behöver pekas om"
    }
  }

  static func nothing(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "nothing else is affected"
    case .swedish: "inget annat påverkas"
    }
  }

  /// Instead of a verdict where the scenario names nothing.
  static func emptyScenario(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "Nothing is retired or revised, so nothing is affected."
    case .swedish: "Inget tas ur bruk eller ses över, så inget påverkas."
    }
  }

  /// Instead of "Safe" where the schema says nothing of what is retired.
  static func unknown(_ kinds: [String], _ language: CaptionLanguage) -> String {
    switch language {
    case .english:
      kinds.isEmpty
        ? "Not known: the schema declares no consequences"
        : "Not known: the schema declares no consequences for the \(kinds.count == 1 ? "kind" : "kinds") "
          + list(kinds, language)
    case .swedish:
      kinds.isEmpty
        ? "Okänt: schemat anger inga följder"
        : "Okänt: schemat anger inga följder för \(kinds.count == 1 ? "slaget" : "slagen") " + list(kinds, language)
    }
  }

  /// What follows "12 documents …" where nobody is left in a role.
  static func leftUnowned(isOne: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: isOne ? "loses its owner or responsible" : "lose their owner or responsible"
    case .swedish: "mister sin ägare eller ansvarige"
    }
  }

  /// Instead of "who acts" where only ownership is lost.
  static func appoint(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "somebody must be appointed"
    case .swedish: "någon måste utses"
    }
  }

  static func elements(_ count: String, isOne: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: isOne ? "\(count) element" : "\(count) elements"
    case .swedish: "\(count) element"
    }
  }

  static func already(_ count: String, ofOne: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: ofOne ? "(already before)" : "(\(count) of them already before)"
    case .swedish: ofOne ? "(redan tidigare)" : "(varav \(count) redan tidigare)"
    }
  }

  // MARK: Who acts

  static func mustAct(_ names: String, isOne: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: isOne ? "\(names) needs to act" : "\(names) need to act"
    case .swedish: "\(names) behöver agera"
    }
  }

  static func andMore(_ count: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "\(count) more"
    case .swedish: "\(count) till"
    }
  }

  static func nobody(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "nobody is responsible, so somebody must be appointed"
    case .swedish: "ingen är ansvarig, så någon måste utses"
    }
  }

  static func nobody(for count: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "nobody is responsible for \(count) of the affected"
    case .swedish: "för \(count) av de berörda är ingen ansvarig"
    }
  }

  static func shared(_ count: String, isOne: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "\(count) of the affected \(isOne ? "has" : "have") more than one responsible"
    case .swedish: "\(count) av de berörda har fler än en ansvarig"
    }
  }

  static func repointed(to names: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: " to \(names)"
    case .swedish: " till \(names)"
    }
  }

  // MARK: Owners lost

  /// - Parameter role: what the lost one was, as the dependent end says it: "is owned by".
  static func loss(of lost: String, role: String, by element: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "\(element) (\(role)) loses \(lost)"
    case .swedish: "\(element) (\(role)) mister \(lost)"
    }
  }

  /// A role that is no relationship type.
  static func role(_ code: String, _ language: CaptionLanguage) -> String {
    switch (code, language) {
    case ("responsible", .english): "is the responsibility of"
    case ("responsible", .swedish): "har som ansvarig"
    default: code
    }
  }

  static func takesOver(_ name: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "\(name) takes over"
    case .swedish: "\(name) tar över"
    }
  }

  static func nobodyRemains(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "nobody is left, so somebody must be appointed"
    case .swedish: "ingen är kvar, så någon måste utses"
    }
  }

  static func remain(_ names: String, isOne: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: isOne ? "\(names) remains" : "\(names) remain"
    case .swedish: "\(names) är kvar"
    }
  }

  // MARK: Why

  /// - Parameter effect: what is left; `nil` is nothing.
  static func mended(_ relationship: String, _ effect: ImpactEffect?, _ language: CaptionLanguage) -> String {
    switch (language, effect) {
    case (.english, nil): "Mend this, and nothing happens to it: \(relationship)."
    case (.swedish, nil): "Åtgärda detta, så händer inget med det: \(relationship)."
    case (.english, let effect?):
      "Mend this, and it only \(predicate(effect, isOne: true, .english)): \(relationship)."
    case (.swedish, let effect?):
      "Åtgärda detta, så återstår bara ”\(predicate(effect, isOne: true, .swedish))”: \(relationship)."
    }
  }

  static func nothingToMend(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "No single relationship cures it: the effect comes over several ways."
    case .swedish: "Ingen enskild koppling botar det: följden kommer flera vägar."
    }
  }

  static func chains(_ told: String, of all: String, isOne: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: isOne ? "There is one shortest chain." : "\(told) of \(all) shortest chains:"
    case .swedish: isOne ? "Det finns en kortaste kedja." : "\(told) av \(all) kortaste kedjor:"
    }
  }

  static func notAffected(
    _ target: String, _ reason: ImpactExplanation.Reason, _ language: CaptionLanguage
  ) -> String {
    switch (language, reason) {
    case (.english, .named): "\(target) is itself retired or revised in this scenario."
    case (.swedish, .named): "\(target) tas själv ur bruk eller ses över i detta scenario."
    case (.english, .inactive): "\(target) is not affected: it is inactive already."
    case (.swedish, .inactive): "\(target) påverkas inte: det är redan inaktivt."
    case (.english, .nothingActive): "\(target) is not affected: what is retired is inactive already."
    case (.swedish, .nothingActive): "\(target) påverkas inte: det som tas ur bruk är redan inaktivt."
    case (.english, .noRules): "\(target) is not affected: the schema declares no consequences."
    case (.swedish, .noRules): "\(target) påverkas inte: schemat anger inga följder."
    case (.english, .inactiveBetween): "\(target) is not affected: what lies between is inactive."
    case (.swedish, .inactiveBetween): "\(target) påverkas inte: det som ligger emellan är inaktivt."
    case (.english, .passesNothing): "\(target) is not affected: by the schema's tables nothing passes on so far."
    case (.swedish, .passesNothing): "\(target) påverkas inte: enligt schemats tabeller förs inget så långt."
    case (.english, .noChain): "\(target) is not affected: it does not depend on what is retired."
    case (.swedish, .noChain): "\(target) påverkas inte: det beror inte på det som tas ur bruk."
    }
  }

  // MARK: Chains

  static func quoted(_ name: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "“\(name)”"
    case .swedish: "”\(name)”"
    }
  }

  static func which(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "which"
    case .swedish: "som"
    }
  }

  static func dependsOn(_ type: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "depends (\(type)) on"
    case .swedish: "beror (\(type)) på"
    }
  }

  /// What the scenario does to the node where a chain begins.
  static func beginning(isRetired: Bool, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: isRetired ? "is retired" : "goes under review"
    case .swedish: isRetired ? "tas ur bruk" : "ska ses över"
    }
  }

  static func stepsBetween(_ count: String, _ language: CaptionLanguage) -> String {
    switch language {
    case .english: "depends, over \(count) more steps, on"
    case .swedish: "beror, över \(count) steg till, på"
    }
  }

  // MARK: Lists and numbers

  static func and(_ language: CaptionLanguage) -> String {
    switch language {
    case .english: "and"
    case .swedish: "och"
    }
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ items: [String], _ language: CaptionLanguage) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(and(language)) " + last
  }

  /// A name within a list: one with a comma of its own would fall apart between commas.
  static func listed(_ name: String, _ language: CaptionLanguage) -> String {
    name.contains(",") ? quoted(name, language) : name
  }

  /// A number with its thousands apart, as the language writes it.
  static func number(_ number: Int, _ language: CaptionLanguage) -> String {
    let separator = language == .english ? "," : "\u{A0}"
    let digits = Array(String(number.magnitude))
    var text = number < 0 ? "−" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += separator }
      text.append(digit)
    }
    return text
  }

  // MARK: Replacements and notes

  static let noImpactRules = caption(
    "The schema declares no impact for any relationship type, so nothing can be affected.",
    "Schemat anger ingen påverkan för någon relationstyp, så inget kan påverkas.")

  static func retiredTwice(_ element: ImpactElement) -> Caption {
    caption(
      "\(quoted(element.name, .english)) is named twice; it counts once.",
      "\(quoted(element.name, .swedish)) anges två gånger; det räknas en gång.")
  }

  static func noImpact(ofKind kind: String, _ kindCaption: Caption) -> Caption {
    func name(_ language: CaptionLanguage) -> String { kindCaption.text(in: language) ?? kind }
    return caption(
      "The schema declares no consequences for the kind \(quoted(name(.english), .english)), so none are found.",
      "Schemat anger inga följder för slaget \(quoted(name(.swedish), .swedish)), så inga hittas.")
  }

  static func inactiveBefore(_ element: ImpactElement) -> Caption {
    caption(
      "“\(element.name)” was inactive already, so the scenario changes nothing there.",
      "”\(element.name)” var redan inaktivt, så scenariot ändrar inget där.")
  }

  static func replacementAffected(_ element: ImpactElement, _ effect: ImpactEffect) -> Caption {
    caption(
      "The replacement “\(element.name)” \(predicate(effect, isOne: true, .english)) itself in this scenario.",
      "Ersättaren ”\(element.name)” \(predicate(effect, isOne: true, .swedish)) själv i detta scenario.")
  }

  static func refused(_ refused: ImpactReport.RefusedReplacement, _ language: CaptionLanguage) -> String {
    let reason = refused.reason.text.text(in: language) ?? refused.reason.code.rawValue
    return switch language {
    case .english: "“\(refused.new.name)” may not replace “\(refused.old.name)”: \(reason)"
    case .swedish: "”\(refused.new.name)” får inte ersätta ”\(refused.old.name)”: \(reason)"
    }
  }

  static func refusal(_ code: ReplacementRefusal.Code, old: ImpactElement, new: ImpactElement) -> Caption {
    switch code {
    case .same: caption("nothing replaces itself", "inget ersätter sig självt")
    case .missing: caption("there is no such replacement in the graph", "ersättaren finns inte i grafen")
    case .ambiguous: caption("several replacements are named for it", "flera ersättare anges för det")
    case .cycle: caption("the replacements lead in a circle", "ersättningarna går runt i en cirkel")
    case .retired:
      caption("the replacement is retired in the same scenario", "ersättaren tas ur bruk i samma scenario")
    case .inactive: caption("the replacement is inactive", "ersättaren är inaktiv")
    case .otherKind:
      caption(
        "the replacement is of another kind (\(new.kind), not \(old.kind))",
        "ersättaren är av annat slag (\(new.kind), inte \(old.kind))")
    case .notValid: caption("the replacement is not valid", "ersättaren gäller inte")
    case .notAllowed: caption("a rule forbids it", "en regel förbjuder det")
    case .unknownProperty: caption("a rule cannot be checked", "en regel kan inte prövas")
    }
  }
}
