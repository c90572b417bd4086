/// Documents with something wrong about their replacement, and single facts that are wrong in others.
enum PlantedDocuments {
  private static let surgery = "po-kirurgi-och-plastikkirurgi"
  private static let anaesthesia = "po-perioperativ-vard-intensivvard-och-transplantation"
  private static let orthopaedics = "po-rorelseorganens-sjukdomar"
  private static let mentalHealth = "po-psykisk-halsa"

  static let all: [PlantedDocument] =
    Demonstration.documents + [
      // The replacement is retired itself, and what is to replace that is a draft.
      PlantedDocument(
        "ex-doc-antibiotikaprofylax-kolorektal-kirurgi-norr", "Antibiotikaprofylax vid kolorektal kirurgi", .localMemo,
        area: surgery, subject: "Antibiotikaprofylax vid bukkirurgi", date: "2017-03-20",
        owner: ExampleOrganisation.hospitalNorth.key),
      PlantedDocument(
        "ex-doc-antibiotikaprofylax-tarmkirurgi", "Antibiotikaprofylax vid tarmkirurgi", .regionalGuideline,
        area: surgery, subject: "Antibiotikaprofylax vid bukkirurgi", status: .retired, date: "2020-01-15",
        validTo: "2024-06-30", owner: "sor-kirurgi", supersedes: ["ex-doc-antibiotikaprofylax-kolorektal-kirurgi-norr"]),
      PlantedDocument(
        "ex-doc-antibiotikaprofylax-bukkirurgi", "Antibiotikaprofylax vid bukkirurgi", .regionalGuideline,
        area: surgery, subject: "Antibiotikaprofylax vid bukkirurgi", status: .draft, date: "2026-02",
        owner: "sor-kirurgi", supersedes: ["ex-doc-antibiotikaprofylax-tarmkirurgi"]),
      // The replacement is decided and not yet in force.
      PlantedDocument(
        "ex-doc-trombosprofylax-hoftfrakturoperation-vast", "Trombosprofylax efter höftfrakturoperation", .localRoutine,
        area: orthopaedics, subject: "Trombosprofylax vid höftfraktur", date: "2020-11-02",
        owner: ExampleOrganisation.hospitalWest.key),
      PlantedDocument(
        "ex-doc-trombosprofylax-hoftfraktur", "Trombosprofylax vid höftfraktur", .regionalGuideline, area: orthopaedics,
        subject: "Trombosprofylax vid höftfraktur", date: "2026-05-11", validFrom: "2027-01-01",
        owner: "rpt-hoftfraktur",
        supersedes: ["ex-doc-trombosprofylax-hoftfrakturoperation-vast"]),
      // The replacement is narrower than what it replaces.
      PlantedDocument(
        "ex-doc-postoperativ-overvakning", "Postoperativ övervakning", .regionalRoutine, area: anaesthesia,
        subject: "Postoperativ övervakning", date: "2021-09-01", owner: "sor-anestesi-operation-intensivvard-anopiva"),
      PlantedDocument(
        "ex-doc-postoperativ-overvakning-vast", "Övervakning efter operation", .localRoutine, area: anaesthesia,
        subject: "Postoperativ övervakning", date: "2024-02-12", owner: ExampleOrganisation.hospitalWest.key,
        supersedes: ["ex-doc-postoperativ-overvakning"]),
      // Nobody owns it, and three councils answer for its area.
      PlantedDocument(
        "ex-doc-overgang-barn-vuxenpsykiatri", "Övergång från barn- till vuxenpsykiatri", .regionalRoutine,
        area: mentalHealth, subject: "Övergång mellan psykiatrier", date: "2022", owner: nil),
    ]

  /// In force by its status, though its validity has ended.
  static let expired: [(document: String, validTo: String)] = [
    ("ex-doc-blododling-indikation-provtagning", "2022-12-31"),
    ("ex-doc-central-venkateter-inlaggning-skotsel", "2023-06"),
    ("ex-doc-ljumskbrack-remiss-operationsindikation", "2024-01-01"),
    ("ex-doc-munhalsobedomning-personer-kommunalt-boende", "2021"),
  ]

  /// A second successor for a document that has one.
  static let secondSuccessor = (
    document: "ex-doc-kad-skotsel-byte", successor: "ex-doc-kateterbehandling-vuxna-kad-rik-vast"
  )

  /// Two documents under one record number.
  static let sharedRecordNumber = (
    "ex-doc-hyperkalemi-akut-behandling", "ex-doc-akut-njurskada-utredning-behandling"
  )

  /// Written with an en dash, as the sources write some record numbers.
  static let dashedRecordNumbers = [
    "ex-doc-gikt-akut-forebyggande-behandling", "ex-doc-klamydia-provtagning-smittsparning",
    "ex-doc-hjalpmedel-forskrivning-uppfoljning",
  ]

  static func add(to register: inout Register) throws(UnknownReference) {
    for (number, document) in all.enumerated() { document.add(to: &register, serial: number + 1) }
    for (key, validTo) in expired {
      let index = try register.indexOfDocument(key)
      register.documents[index].status = .valid
      register.documents[index].date = "2019-05-06"
      register.documents[index].validFrom = "2019-05-06"
      register.documents[index].reviewBy = "2021"
      register.documents[index].validTo = validTo
    }
    let successor = try register.indexOfDocument(secondSuccessor.successor)
    let superseded = try register.indexOfDocument(secondSuccessor.document)
    register.relate(register.documents[successor].key, .supersedes, register.documents[superseded].key)

    let (first, second) = sharedRecordNumber
    let number = register.documents[try register.indexOfDocument(first)].diarienummer
    register.documents[try register.indexOfDocument(second)].diarienummer = number
    for key in dashedRecordNumbers {
      let index = try register.indexOfDocument(key)
      let parts = register.documents[index].diarienummer?.split(separator: "-") ?? []
      register.documents[index].diarienummer = parts.joined(separator: "\u{2013}")
    }
  }
}

extension Register {
  func indexOfDocument(_ key: String) throws(UnknownReference) -> Int {
    guard let index = documents.firstIndex(where: { $0.key == key }) else { throw UnknownReference(key: key) }
    return index
  }
}
