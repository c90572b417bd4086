extension AreaVocabulary {
  static let supporting: [AreaVocabulary] = [diagnostics, rehabilitation]

  private static let diagnostics = AreaVocabulary(
    area: "po-medicinsk-diagnostik", slug: "diagnostik",
    topics: [
      Topic(
        .regionalGuideline, "Kontrastmedel", "njurfunktion och jodkontrast", [.form("kontrastfrågor")],
        locals: ["Jodkontrast och njurfunktion – rutin för röntgen"], earlier: "Metformin och kontrastmedel"),
      Topic(.regionalRoutine, "Magnetkamera", "säkerhet och implantat", [.form("MR-säkerhet"), .checklist()]),
      Topic(.regionalRoutine, "Patientidentifiering vid provtagning", nil, [.checklist(), .workflow()]),
      Topic(
        .regionalRoutine, "Blodtransfusion", "beställning, kontroll och övervakning",
        [.workflow(), .plan(), .orders("erytrocyter"), .checklist("identitetskontroll")],
        locals: ["Transfusion av blodkomponenter – kontroll före start"]),
      Topic(.regionalGuideline, "Transfusionsreaktion", "åtgärder och anmälan", [.form("anmälan"), .samples()]),
      Topic(.localRoutine, "Patientnära analyser", "kvalitetskontroll", [.checklist("kvalitetskontroll")]),
      Topic(.regionalRoutine, "Svar på akuta prov", "larmgränser och telefonsvar", [.workflow("kritiskt svar")]),
      Topic(.nationalGuideline, "Strålskydd", "gravida och barn", [.form("graviditetsfråga")]),
      Topic(
        .localMemo, "Ultraljudsledd punktion", "förberedelser och koagulation", [.samples("koagulation"), .checklist()]),
    ])

  private static let rehabilitation = AreaVocabulary(
    area: "po-rehabilitering-habilitering-och-forsakringsmedicin", slug: "rehab",
    topics: [
      Topic(
        .regionalGuideline, "Sjukskrivning", "försäkringsmedicinsk bedömning",
        [.form("läkarintyg"), .checklist("tidiga åtgärder")]),
      Topic(.regionalRoutine, "Rehabiliteringskoordinering", "uppdrag och dokumentation", [.workflow(), .note()]),
      Topic(
        .countyRoutine, "Rehabilitering i hemmet", "ansvar och överlämning", [.plan("hemrehabilitering"), .referral()],
        locals: ["Överlämning till rehabilitering i hemmet"]),
      Topic(.regionalGuideline, "Spasticitet", "botulinumtoxin och uppföljning", [.orders(), .form("MAS")]),
      Topic(
        .regionalRoutine, "Hjälpmedel", "förskrivning och uppföljning",
        [.workflow("förskrivning"), .form("behovsbedömning"), .checklist()]),
      Topic(.nationalProgramme, "Cerebral pares", "uppföljningsprogram", [.form("rörelsestatus"), .plan()]),
      Topic(
        .regionalGuideline, "Förvärvad hjärnskada", "rehabiliteringsplan", [.plan()],
        earlier: "Traumatisk hjärnskada – rehabilitering"),
      Topic(.localRoutine, "Fysioterapi efter bukkirurgi", "mobilisering och andningsträning", [.plan()]),
      Topic(
        .regionalGuideline, "Autism hos barn", "insatser inom habilitering", [.plan()]),
    ])
}
