extension AreaVocabulary {
  static let acuteAndSurgical: [AreaVocabulary] = [acuteCare, perioperative, musculoskeletal, surgery, cancer]

  private static let acuteCare = AreaVocabulary(
    area: "po-akut-vard", slug: "akut",
    topics: [
      Topic(
        .regionalGuideline, "Triage på akutmottagning", "prioritering efter vitalparametrar",
        [.workflow(), .form("vuxna")],
        locals: ["Triage och prioritering på akuten", "Prioritering vid ankomst till akutmottagningen"]),
      Topic(.regionalGuideline, "Hjärtstopp på sjukhus", "larm och A-HLR", [.checklist("larmteam")]),
      Topic(
        .regionalRoutine, "Traumalarm", "kriterier och teamets sammansättning",
        [.workflow(), .plan("första dygnet"), .orders("initialt omhändertagande"), .checklist("traumateam")],
        locals: ["Traumalarm nivå 1 och 2"]),
      Topic(
        .regionalGuideline, "Anafylaxi", "akut behandling av vuxna", [.orders("vuxna")],
        earlier: "Anafylaxi – PM för akutmottagning"),
      Topic(.localRoutine, "Akut förgiftning", "initial handläggning och provtagning", [.orders(), .samples()]),
      Topic(.regionalGuideline, "Akut buksmärta", "bedömning av vuxna på akutmottagning", [.samples()]),
      Topic(.countyRoutine, "Överlämning från ambulans", "rapport enligt SBAR", [.form("SBAR")]),
      Topic(.regionalGuideline, "Smärtlindring på akutmottagning", "vuxna", [.orders("opioid intravenöst")]),
      Topic(.regionalRoutine, "Våld i nära relation", "omhändertagande och dokumentation", [.form("frågor om våld")]),
    ])

  private static let perioperative = AreaVocabulary(
    area: "po-perioperativ-vard-intensivvard-och-transplantation", slug: "perioperativ",
    topics: [
      Topic(
        .regionalGuideline, "Preoperativ bedömning", "ASA-klass och utredning inför anestesi",
        [.form("hälsodeklaration"), .samples("inför anestesi")],
        locals: ["Preoperativ bedömning inför anestesi", "Utredning inför sövning"]),
      Topic(.regionalRoutine, "Säker kirurgi", "checklista på operationssal", [.checklist()]),
      Topic(
        .regionalGuideline, "Svår luftväg", "algoritm och utrustning", [.decision()],
        earlier: "Svår intubation – handlingsplan"),
      Topic(
        .regionalGuideline, "Postoperativ smärtbehandling", "vuxna",
        [.plan("uppvakningsavdelning"), .orders("multimodal smärtlindring"), .form("smärtskattning")]),
      Topic(.localRoutine, "Epiduralkateter", "övervakning på vårdavdelning", [.orders(), .checklist("övervakning")]),
      Topic(.regionalGuideline, "Postoperativt illamående", "profylax och behandling", [.orders()]),
      Topic(.localMemo, "Sedering på intensivvårdsavdelning", "mål och utvärdering", [.orders()]),
      Topic(.regionalRoutine, "Massiv blödning", "transfusion och koagulation", [.orders("massiv transfusion")]),
      Topic(.nationalGuideline, "Organdonation", "identifiering av möjlig donator", [.workflow(), .checklist()]),
      Topic(
        .regionalGuideline, "Central venkateter", "inläggning och skötsel",
        [.note("inläggning"), .checklist("skötsel")]),
    ])

  private static let musculoskeletal = AreaVocabulary(
    area: "po-rorelseorganens-sjukdomar", slug: "rorelse",
    topics: [
      Topic(
        .regionalGuideline, "Höftfraktur", "omhändertagande på akutmottagning",
        [.workflow("snabbspår"), .plan(), .orders("preoperativt"), .samples(), .checklist("inför operation")],
        team: "rpt-hoftfraktur",
        locals: ["Höftfraktur – omhändertagande på akuten", "Omhändertagande av höftfraktur på akutmottagningen"]),
      Topic(
        .regionalGuideline, "Höftledsartros", "utredning och operationsindikation", [.referral("ortopedi"), .form()],
        team: "rpt-hoftledsartros"),
      Topic(.nationalGuideline, "Knäledsartros", "grundbehandling", [.plan("artrosskola")]),
      Topic(.regionalGuideline, "Distal radiusfraktur", "behandling av vuxna", [.orders()]),
      Topic(
        .localRoutine, "Gipsbehandling", "kontroll och information till patienten", [.checklist()],
        locals: ["Gipsbehandling – gipskontroll och patientråd"]),
      Topic(
        .regionalGuideline, "Trombosprofylax vid ortopedisk kirurgi", nil, [.orders("höft- och knäprotes")],
        earlier: "Trombosprofylax vid ledplastik"),
      Topic(.regionalGuideline, "Öppen fraktur", "antibiotika och tidig handläggning", [.orders("antibiotika")]),
      Topic(.localMemo, "Kompartmentsyndrom", "misstanke och åtgärd", [.decision()]),
      Topic(.regionalRoutine, "Protesnära infektion", "utredning och odling", [.samples(), .plan()]),
      Topic(
        .countyRoutine, "Hemgång efter höftfraktur", "samverkan med kommunal hälso- och sjukvård",
        [.checklist("utskrivning")]),
    ])

  private static let surgery = AreaVocabulary(
    area: "po-kirurgi-och-plastikkirurgi", slug: "kirurgi",
    topics: [
      Topic(
        .regionalGuideline, "Akut appendicit", "utredning och behandling",
        [.workflow(), .plan(), .orders("preoperativt"), .samples()],
        locals: ["Appendicit – handläggning av vuxna", "Misstänkt blindtarmsinflammation hos vuxna"]),
      Topic(.regionalGuideline, "Akut kolecystit", "handläggning och operationstidpunkt", [.orders()]),
      Topic(.regionalGuideline, "Ljumskbråck", "remiss och operationsindikation", [.referral("kirurgi")]),
      Topic(.localRoutine, "Stomi", "preoperativ markering och uppföljning", [.checklist("stomimarkering")]),
      Topic(.regionalGuideline, "Ileus", "initial handläggning", [.orders()]),
      Topic(
        .regionalRoutine, "Vård enligt ERAS", "kolorektal kirurgi",
        [.plan("ERAS kolorektal"), .orders("postoperativt")],
        earlier: "Accelererat vårdförlopp vid kolorektal kirurgi"),
      Topic(
        .regionalGuideline, "Brännskada", "bedömning, vätskebehandling och remittering",
        [.orders("vätskebehandling")]),
      Topic(
        .nationalGuideline, "Obesitaskirurgi", "indikation och uppföljning",
        [.form("uppföljning"), .samples("årskontroll")]),
      Topic(.regionalGuideline, "Trycksår", "prevention och behandling", [.form("riskbedömning"), .plan()]),
    ])

  private static let cancer = AreaVocabulary(
    area: "po-cancersjukdomar", slug: "cancer",
    topics: [
      Topic(
        .nationalProgramme, "Bröstcancer", "diagnostik och behandling",
        [
          .workflow("standardiserat vårdförlopp"), .plan("kurativ behandling"), .orders("adjuvant cytostatika"),
          .samples(),
        ],
        team: "rpt-brost"),
      Topic(
        .nationalProgramme, "Prostatacancer", "utredning och uppföljning", [.form("uppföljning")],
        team: "rpt-prostata"),
      Topic(
        .nationalProgramme, "Tjock- och ändtarmscancer", nil, [.workflow("multidisciplinär konferens")],
        team: "rpt-kolorektal"),
      Topic(
        .regionalGuideline, "Febril neutropeni", "akut handläggning", [.orders("antibiotika")],
        locals: ["Neutropen feber – akut omhändertagande"], earlier: "Neutropen feber – PM"),
      Topic(
        .regionalRoutine, "Cytostatikahantering", "ordination, iordningställande och spill",
        [.checklist("administrering")]),
      Topic(
        .regionalProgramme, "Cancerrehabilitering", "bedömning och rehabiliteringsplan",
        [.form("hälsoskattning"), .plan()], team: "rpt-cancerrehabilitering"),
      Topic(.regionalGuideline, "Ryggmärgskompression", "misstanke vid känd cancer", [.orders("akut MR och kortison")]),
      Topic(.regionalRoutine, "Multidisciplinär konferens", "anmälan och dokumentation", [.form("anmälan")]),
      Topic(
        .nationalProgramme, "Palliativ vård", "vård i livets slutskede",
        [.plan("sista dagarna"), .orders("vid behov")], team: "rpt-palliativ-vard"),
      Topic(
        .regionalRoutine, "Cellprovskontroll", "kallelse och uppföljning av avvikande prov", [.workflow()],
        team: "rpt-cervixcancerprevention"),
    ])
}
