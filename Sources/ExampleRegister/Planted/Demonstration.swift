/// The manual's example: a local routine that many items rely on, and the regional guideline that supersedes it.
///
/// Its links and items are written out, so that what breaks when the routine is retired can be told in words.
enum Demonstration {
  static let document = "ex-doc-antibiotikaprofylax-ledprotes"
  static let successor = "ex-doc-antibiotikaprofylax-ledproteskirurgi-regional"

  private static let subject = "Antibiotikaprofylax vid ledprotes"
  private static let orthopaedics = "po-rorelseorganens-sjukdomar"
  private static let anaesthesia = "po-perioperativ-vard-intensivvard-och-transplantation"
  private static let infection = "po-infektionssjukdomar"

  static let documents: [PlantedDocument] = [
    PlantedDocument(
      document, subject, .localRoutine, area: orthopaedics, subject: subject, date: "2019-04-08",
      owner: ExampleOrganisation.hospitalNorth.key),
    PlantedDocument(
      "ex-doc-profylaktiska-antibiotika-ledplastik-soder", "Profylaktiska antibiotika vid ledplastik", .localRoutine,
      area: orthopaedics, subject: subject, date: "2018-23", owner: ExampleOrganisation.hospitalSouth.key),
    PlantedDocument(
      successor, "Antibiotikaprofylax vid ledproteskirurgi", .regionalGuideline, area: orthopaedics, subject: subject,
      date: "2025-09-15", owner: "sor-ortopedi", supersedes: [document]),
  ]

  /// The documents that cite the routine.
  static let citing = [
    "ex-doc-trombosprofylax-ortopedisk-kirurgi", "ex-doc-oppen-fraktur-antibiotika-tidig-handlaggning",
    "ex-doc-protesnara-infektion-utredning-odling",
  ]

  private static let links: [(name: String, area: String, review: Review)] = [
    ("Rutin: Antibiotikaprofylax vid ledprotes", orthopaedics, .approved(on: "2023-02-21")),
    ("Antibiotikaprofylax vid ledprotes", orthopaedics, .approved(on: "2023-02-21")),
    ("Läs mer: Antibiotikaprofylax vid ledprotes", orthopaedics, .unreviewed),
    ("Profylax vid ledprotes – dos och tidpunkt", anaesthesia, .approved(on: "2022-11-30")),
    ("Antibiotika före knivstart, ledprotes", anaesthesia, .underRevision(on: "2023-01-17")),
    ("Val av antibiotika vid ledprotes", infection, .unreviewed),
  ]

  private enum Review {
    case unreviewed
    case approved(on: String)
    case underRevision(on: String)

    func write(to link: inout RegisterLink) {
      link.isWrittenOut = true
      switch self {
      case .unreviewed: break
      case .approved(let day):
        link.outcome = .approved
        link.reviewedOn = day
      case .underRevision(let day):
        link.outcome = .underRevision
        link.reviewedOn = day
        link.comment = "Revideras, ersätts under 2023"
      }
    }
  }

  /// Items and what ties them to the routine: the number of a link in `links`, or nothing where the text was read in.
  private static let items: [(type: ItemType, name: String, area: String, link: Int?)] = [
    (.orderSet, "Höftprotes, antibiotikaprofylax", orthopaedics, 0),
    (.orderSet, "Knäprotes, antibiotikaprofylax", orthopaedics, 0),
    (.orderSet, "Revision av höftprotes, antibiotikaprofylax", orthopaedics, 0),
    (.orderSet, "Revision av knäprotes, antibiotikaprofylax", orthopaedics, 0),
    (.orderSet, "Axelprotes, antibiotikaprofylax", orthopaedics, 0),
    (.orderSet, "Fotledsprotes, antibiotikaprofylax", orthopaedics, 1),
    (.orderSet, "Halvprotes vid höftfraktur, antibiotikaprofylax", orthopaedics, 1),
    (.checklist, "Ledprotes, inför operation", orthopaedics, 1),
    (.form, "Operationsanmälan ledprotes", orthopaedics, 2),
    (.noteTemplate, "Operationsberättelse höftprotes", orthopaedics, 2),
    (.noteTemplate, "Operationsberättelse knäprotes", orthopaedics, 2),
    (.checklist, "Ledprotes, före knivstart", anaesthesia, 4),
    (.noteTemplate, "Anestesi vid ledprotes", anaesthesia, 3),
    (.orderSet, "Premedicinering vid ledprotes", anaesthesia, 3),
    (.decisionSupport, "Val av antibiotika vid penicillinallergi, ledprotes", infection, 5),
    (.decisionSupport, "Dosering vid nedsatt njurfunktion, ledprotes", infection, 5),
    (.samplePanel, "MRSA-odling inför ledprotes", infection, nil),
    (.leaflet, "Inför operation med höftprotes", orthopaedics, nil),
    (.leaflet, "Inför operation med knäprotes", orthopaedics, nil),
    (.form, "Hälsodeklaration inför ledprotes", anaesthesia, nil),
    (.carePlan, "Elektiv höftprotes", orthopaedics, nil),
    (.carePlan, "Elektiv knäprotes", orthopaedics, nil),
    (.carePlan, "Elektiv axelprotes", orthopaedics, nil),
    (.carePlan, "Ledprotes, slutenvård", orthopaedics, nil),
    (.workflow, "Ledproteskirurgi", orthopaedics, nil),
  ]

  /// Workflow, inpatient plan, plan per joint, order set: four deep.
  private static let contained: [(outer: String, inner: String)] = [
    ("Arbetsflöde: Ledproteskirurgi", "Vårdplan: Ledprotes, slutenvård"),
    ("Vårdplan: Ledprotes, slutenvård", "Vårdplan: Elektiv höftprotes"),
    ("Vårdplan: Ledprotes, slutenvård", "Vårdplan: Elektiv knäprotes"),
    ("Vårdplan: Ledprotes, slutenvård", "Vårdplan: Elektiv axelprotes"),
    ("Vårdplan: Elektiv höftprotes", "Ordinationsmall: Höftprotes, antibiotikaprofylax"),
    ("Vårdplan: Elektiv knäprotes", "Ordinationsmall: Knäprotes, antibiotikaprofylax"),
    ("Vårdplan: Elektiv axelprotes", "Ordinationsmall: Axelprotes, antibiotikaprofylax"),
  ]

  static func addLinksAndItems(to register: inout Register) {
    let linkKeys = links.indices.map { "ex-link-ledprotes-\(String(1_001 + $0).dropFirst())" }
    for (key, link) in zip(linkKeys, links) {
      let address = "https://example.org/styrande-dokument/antibiotikaprofylax-ledprotes"
      var written = RegisterLink(key: key, name: link.name, area: link.area, url: address)
      link.review.write(to: &written)
      register.links.append(written)
      register.relate(key, .linksTo, document)
      register.relate(key, .belongsTo, link.area)
    }
    for (type, name, area, link) in items {
      let name = "\(type.rawValue): \(name)"
      let key = itemKey(name)
      register.items.append(
        RegisterItem(
          key: key, name: name, type: type, area: area, subject: subject, status: "in_use", isWrittenOut: true))
      register.relate(key, .belongsTo, area)
      if let link {
        register.relate(key, .uses, linkKeys[link])
      } else if type != .carePlan, type != .workflow {
        register.relate(key, .basedOn, document)
      }
    }
    for (outer, inner) in contained { register.relate(itemKey(outer), .contains, itemKey(inner)) }
  }

  private static func itemKey(_ name: String) -> String { "ex-item-\(slug(name))" }
}
