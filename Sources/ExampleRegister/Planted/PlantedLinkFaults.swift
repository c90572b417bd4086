/// Links that lead nowhere or to two documents, and reviews that lack what their outcome asks for.
enum PlantedLinkFaults {
  /// Links whose document is gone, by the area's slug.
  static let dangling: [(name: String, area: String)] = [
    ("Rutin: Inläggning av suprapubisk kateter", "njure"),
    ("PM: Akut blodtryckssänkning", "hjarta"),
    ("Läs mer: Handledsfraktur, egenträning", "rorelse"),
    ("Rutin: Läkemedel vid ECT", "psyk"),
    ("Riktlinje: Suicidprevention på vårdavdelning", "psyk"),
    ("PM: Feberkramp", "barn"),
    ("Rutin: Amningsmottagning", "kvinna"),
    ("Läs mer: Talarmottagning", "onh"),
    ("Rutin: Remiss till käkröntgen", "tand"),
    ("PM: Yrsel hos äldre", "aldre"),
    ("Styrande dokument: Receptfria nikotinläkemedel", "levnadsvanor"),
    ("Rutin: Provtagning inför genetisk utredning", "sallsynt"),
  ]

  /// The first link to the document also leads to the second document.
  static let twoTargets: [(first: String, second: String)] = [
    ("ex-doc-sepsis-tidig-identifiering-behandling", "ex-doc-antibiotikaval-sepsis-empirisk-behandling-vuxna"),
    ("ex-doc-stroke-radda-hjarnan-larm-trombolys", "ex-doc-trombektomi-urval-transport"),
    ("ex-doc-diabetes-typ-2-lakemedelsbehandling-primarvard", "ex-doc-diabetes-typ-2-val-lakemedel"),
    ("ex-doc-akut-appendicit-utredning-behandling", "ex-doc-ileus-initial-handlaggning"),
    ("ex-doc-blodtransfusion-bestallning-kontroll-overvakning", "ex-doc-transfusionsreaktion-atgarder-anmalan"),
    ("ex-doc-kronisk-njursjukdom-uppfoljning-remiss", "ex-doc-akut-njurskada-utredning-behandling"),
  ]

  /// The first link to the document, reviewed without the date, the target, the replacement or the comment.
  static let incompleteReviews: [(document: String, outcome: RegisterLink.Outcome)] = [
    ("ex-doc-anafylaxi-akut-behandling-vuxna", .approved),
    ("ex-doc-preeklampsi-overvakning-behandling", .approved),
    ("ex-doc-migran-akut-forebyggande-behandling", .approved),
    ("ex-doc-glaukom-uppfoljning-behandlingsmal", .move),
    ("ex-doc-fallprevention-riskbedomning-atgarder-sjukhus", .move),
    ("ex-doc-temporalisarterit-handlaggning", .replace),
    ("ex-doc-pneumoni-pm", .replace),
    ("ex-doc-trycksar-prevention-behandling", .underRevision),
    ("ex-doc-psoriasis-systembehandling-uppfoljning", .underRevision),
  ]

  /// Approved, though the document has been retired since.
  static let approvedAndRetired = [
    "ex-doc-kad-skotsel-byte", "ex-doc-far-rutin-forskrivning", "ex-doc-katarakt-operationsindikation",
    "ex-doc-icterus-neonatorum-pm",
  ]

  static func add(to register: inout Register) throws(UnknownReference) {
    for (first, second) in twoTargets {
      let link = register.links[try firstLink(to: first, in: register)]
      let other = register.documents[try register.indexOfDocument(second)]
      register.relate(link.key, .linksTo, other.key)
    }
    for (document, outcome) in incompleteReviews {
      let index = try firstLink(to: document, in: register)
      register.clearReview(ofLinkAt: index)
      register.links[index].outcome = outcome
      if outcome != .approved { register.links[index].reviewedOn = "2023-02-14" }
    }
    for document in approvedAndRetired {
      let index = try firstLink(to: document, in: register)
      register.clearReview(ofLinkAt: index)
      register.links[index].outcome = .approved
      register.links[index].reviewedOn = "2022-11-08"
    }
  }

  private static func firstLink(to document: String, in register: Register) throws(UnknownReference) -> Int {
    let linking = Set(register.relationships.filter { $0.type == .linksTo && $0.to == document }.map(\.from))
    guard let index = register.links.firstIndex(where: { linking.contains($0.key) }) else {
      throw UnknownReference(key: document)
    }
    return index
  }
}

extension Register {
  mutating func clearReview(ofLinkAt index: Int) {
    links[index].reviewedOn = nil
    links[index].comment = nil
    removeRelationships(from: links[index].key, [.moveTo, .replaceWith])
  }
}
