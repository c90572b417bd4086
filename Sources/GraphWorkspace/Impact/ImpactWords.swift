import Governance
public import GraphModel
import ImpactAnalysis

/// Words of impacts that stand in tables, lists and pages alike.
public enum ImpactWords {
  /// The effect on one element; the code itself for one that is unknown.
  public static func effect(_ code: String, _ language: CaptionLanguage) -> String {
    switch (code, language) {
    case ("broken", .swedish): "slutar fungera"
    case ("degraded", .swedish): "försämras"
    case ("review", .swedish): "ses över"
    case ("repoint", .swedish): "pekas om"
    default: code
    }
  }

  /// What a row of hits counted by something is called, by its code: `nobody`, `several` or `distinct`.
  public static func group(_ code: String, by grouping: String, _ language: CaptionLanguage) -> String {
    switch (code, grouping, language) {
    case ("nobody", "area", .english): "No programme area"
    case ("nobody", "area", .swedish): "Inget programområde"
    case ("nobody", _, .english): "Nobody responsible"
    case ("nobody", _, .swedish): "Ingen ansvarig"
    case ("several", "area", .english): "Several areas (counted above too)"
    case ("several", "area", .swedish): "Flera programområden (räknas även ovan)"
    case ("several", _, .english): "Several responsible (counted above too)"
    case ("several", _, .swedish): "Flera ansvariga (räknas även ovan)"
    case ("distinct", _, .english): "All, each counted once"
    case ("distinct", _, .swedish): "Alla, var och en räknad en gång"
    default: code
    }
  }

  static func yes(_ language: CaptionLanguage) -> String { language == .swedish ? "ja" : "yes" }

  static func name(
    of identity: ImpactGroup.Identity, by key: ImpactGroupKey, schema: Schema?, _ language: CaptionLanguage
  ) -> String {
    switch identity {
    case .element(let element): element.name
    case .code(let code):
      key == .effect ? effect(code, language) : schema?.kind(named: code)?.caption.text(in: language) ?? code
    case .several: group("several", by: key.rawValue, language)
    case .nobody: group("nobody", by: key.rawValue, language)
    }
  }

  /// Whom to turn to, in one line: the role, where it is placed, its addresses, and what else the graph says of it.
  static func contact(_ contact: Contact, _ language: CaptionLanguage) -> String {
    var text = contact.element.name
    if contact.element.node != contact.place.node {
      text += language == .swedish ? " (roll i \(contact.place.name)" : " (role in \(contact.place.name)"
      if contact.isOfClass { text += language == .swedish ? ", för alla sådana" : ", for all such" }
      text += ")"
    }
    if contact.addresses.isEmpty {
      text += language == .swedish ? ", ingen adress i källorna" : ", no address in the sources"
    } else {
      text += ": " + contact.addresses.joined(separator: ", ")
    }
    if let note = contact.note { text += ". \(note)" }
    return text + "."
  }
}
