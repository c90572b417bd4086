extension AreaVocabulary {
  static let lifeCourse: [AreaVocabulary] = [children, women, elderly, lifestyle, rareDiseases, dentistry]

  private static let children = AreaVocabulary(
    area: "po-barns-och-ungdomars-halsa", slug: "barn",
    topics: [
      Topic(
        .regionalGuideline, "Barn med feber", "bedömning på akutmottagning",
        [.workflow(), .form("PEWS"), .orders("febernedsättande")],
        locals: ["Febrila barn – bedömning på barnakuten"]),
      Topic(.regionalGuideline, "RS-virus", "vård av spädbarn", [.plan("vårdavdelning"), .orders("högflödesgrimma")]),
      Topic(.regionalGuideline, "Gastroenterit hos barn", "vätskebehandling", [.orders("oral och intravenös vätska")]),
      Topic(
        .nationalGuideline, "Nyfödd", "undersökning och provtagning",
        [.form("barnläkarundersökning")]),
      Topic(.regionalGuideline, "Neonatal hypoglykemi", "screening och behandling", [.orders(), .samples()]),
      Topic(
        .regionalGuideline, "Gulsot hos nyfödda", "bilirubinkontroll och ljusbehandling", [.orders("ljusbehandling")],
        earlier: "Icterus neonatorum – PM"),
      Topic(
        .countyRoutine, "Misstanke om att barn far illa", "orosanmälan och samverkan",
        [.form("orosanmälan"), .checklist()]),
      Topic(
        .regionalGuideline, "Obesitas hos barn och unga", "behandling", [.plan()],
        team: "rpt-ohalsosam-viktutveckling-hos-barn-och-unga"),
      Topic(
        .regionalGuideline, "Diabetes typ 1 hos barn", "nyinsjuknande", [.plan("första veckan")]),
      Topic(
        .localRoutine, "Läkemedelsberäkning till barn", "dubbelkontroll", [.checklist("dubbelkontroll")],
        locals: ["Rimlighetsbedömning och dubbelkontroll av läkemedel till barn"]),
    ])

  private static let women = AreaVocabulary(
    area: "po-kvinnosjukdomar-och-forlossning", slug: "kvinna",
    topics: [
      Topic(
        .regionalGuideline, "Postpartumblödning", "larm och behandling",
        [.workflow(), .plan(), .orders("uterotonika"), .checklist("larmteam")],
        locals: ["Stor blödning efter förlossning – handläggning", "Postpartumblödning – larmplan förlossningen"]),
      Topic(.regionalGuideline, "Preeklampsi", "övervakning och behandling", [.orders("magnesiumsulfat")]),
      Topic(.regionalGuideline, "Induktion av förlossning", "indikation och metod", [.orders("induktion")]),
      Topic(.nationalGuideline, "Fosterövervakning", "CTG-klassificering", [.form("CTG")]),
      Topic(
        .regionalGuideline, "Kejsarsnitt", "perioperativ vård", [.plan(), .orders("postoperativt")],
        earlier: "Sectio – rutin för förlossning och operation"),
      Topic(
        .regionalGuideline, "Förlossningsbristning", "diagnostik, suturering och uppföljning",
        [.note("bristning")], team: "rpt-backenbotten"),
      Topic(.regionalGuideline, "Abort", "medicinsk abort i hemmet och på sjukhus", [.orders()]),
      Topic(
        .regionalGuideline, "Extrauterin graviditet", "utredning och behandling",
        [.orders("metotrexat"), .samples("hCG")]),
      Topic(.nationalGuideline, "Endometrios", "utredning och behandling", [.plan()]),
      Topic(.regionalGuideline, "Graviditetsdiabetes", "screening och behandling", [.samples("OGTT")]),
    ])

  private static let elderly = AreaVocabulary(
    area: "po-aldres-halsa", slug: "aldre",
    topics: [
      Topic(
        .regionalGuideline, "Kognitiv svikt", "utredning i primärvård",
        [.workflow("basal demensutredning"), .form("MMSE-SR"), .samples()],
        team: "rpt-kognitiv-svikt-vid-misstankt-demenssjukdomar"),
      Topic(.nationalGuideline, "Demenssjukdom", "uppföljning och BPSD", [.plan("BPSD"), .form()]),
      Topic(
        .regionalGuideline, "Fallprevention", "riskbedömning och åtgärder på sjukhus",
        [.form("riskbedömning"), .plan()],
        locals: ["Fallrisk – bedömning och åtgärder på vårdavdelning", "Att förebygga fall på vårdavdelning"]),
      Topic(
        .regionalGuideline, "Läkemedelsgenomgång", "äldre med fem eller fler läkemedel", [.form("symtomskattning")]),
      Topic(
        .countyGuideline, "Utskrivning från sluten vård", "samordnad individuell plan",
        [.workflow(), .form("SIP"), .checklist()]),
      Topic(.regionalGuideline, "Skör äldre", "bedömning enligt CFS", [.form("CFS")]),
      Topic(
        .regionalGuideline, "Undernäring", "screening och nutritionsbehandling",
        [.form("riskbedömning")], earlier: "Nutritionsscreening på vårdavdelning"),
      Topic(.localRoutine, "Delirium hos äldre", "prevention på vårdavdelning", [.checklist()]),
      Topic(.localMemo, "Vård i livets slutskede för äldre", "brytpunktssamtal", [.note("brytpunktssamtal")]),
    ])

  private static let lifestyle = AreaVocabulary(
    area: "po-levnadsvanor", slug: "levnadsvanor",
    topics: [
      Topic(
        .nationalGuideline, "Ohälsosamma levnadsvanor", "prevention och behandling", [.form("levnadsvanor")],
        team: "rpt-levnadsvanor"),
      Topic(
        .regionalGuideline, "Tobaksavvänjning", "rådgivning och läkemedel", [.plan(), .orders("nikotinläkemedel")]),
      Topic(
        .regionalGuideline, "Tobak inför operation", "uppehåll före och efter", [.form()],
        locals: ["Rök- och alkoholuppehåll inför operation"]),
      Topic(.regionalGuideline, "Riskbruk av alkohol", "frågor och kort rådgivning", [.form("AUDIT")]),
      Topic(
        .regionalRoutine, "Fysisk aktivitet på recept", "ordination och uppföljning",
        [.orders(), .form("uppföljning")], earlier: "FaR – rutin för förskrivning"),
      Topic(
        .regionalGuideline, "Ohälsosamma matvanor", "kostråd vid hög kardiovaskulär risk",
        [.form("kostindex"), .referral("dietist")]),
      Topic(.localRoutine, "Hälsosamtal", "40-, 50- och 60-åringar", [.workflow(), .form()]),
      Topic(.countyGuideline, "Hälsofrämjande arbete", "samverkan kring äldre i ordinärt boende", [.checklist()]),
      Topic(.regionalGuideline, "Obesitas hos vuxna", "behandling i primärvård", [.plan(), .samples()]),
    ])

  private static let rareDiseases = AreaVocabulary(
    area: "po-sallsynta-sjukdomar", slug: "sallsynt",
    topics: [
      Topic(
        .regionalGuideline, "Ehlers-Danlos syndrom", "utredning och multidisciplinär uppföljning",
        [.form("Beighton"), .referral(), .plan()], team: "rpt-ehlers-danlos-syndrom"),
      Topic(.nationalGuideline, "Cystisk fibros", "årskontroll", [.samples("årskontroll"), .plan()]),
      Topic(.regionalGuideline, "Marfans syndrom", "uppföljning av aorta", [.referral("ekokardiografi")]),
      Topic(.regionalGuideline, "Hereditärt angioödem", "akut behandling", [.orders("akut")]),
      Topic(
        .regionalGuideline, "Akut intermittent porfyri", "läkemedelsval och akut attack",
        [.orders(), .decision("olämpliga läkemedel")]),
      Topic(.nationalProgramme, "Hemofili", "behandling vid blödning och operation", [.orders("faktorkoncentrat")]),
      Topic(
        .regionalRoutine, "Genetisk utredning", "remiss och samtycke",
        [.referral("klinisk genetik"), .form("samtycke")]),
      Topic(
        .regionalGuideline, "22q11-deletionssyndromet", "uppföljning från barn till vuxen",
        [.plan("övergång till vuxenvård")], earlier: "22q11 – kontrollprogram"),
      Topic(.localMemo, "Akutkort vid sällsynt diagnos", nil, [.form("akutkort")]),
    ])

  private static let dentistry = AreaVocabulary(
    area: "po-tandvard", slug: "tand",
    topics: [
      Topic(.nationalGuideline, "Karies", "riskbedömning och behandling", [.form("riskbedömning"), .plan()]),
      Topic(.nationalGuideline, "Parodontit", "diagnostik och behandling", [.form("parodontalstatus"), .plan()]),
      Topic(
        .regionalGuideline, "Orofacial smärta", "utredning och remiss",
        [.form("screening"), .referral("bettfysiologi")],
        team: "rpt-orofacial-smarta-och-kakfunktionsstorning"),
      Topic(
        .regionalGuideline, "Antibiotika vid tandingrepp", "profylax till riskpatienter", [.orders("profylax")],
        earlier: "Endokarditprofylax vid tandbehandling"),
      Topic(
        .regionalGuideline, "Tandextraktion vid antikoagulantia", "blödningskontroll", [.decision()],
        locals: ["Tandutdragning hos patient med blodförtunnande läkemedel"]),
      Topic(.regionalRoutine, "Tandvård inför strålbehandling", "infektionsutredning", [.referral(), .checklist()]),
      Topic(.countyRoutine, "Munhälsobedömning", "personer i kommunalt boende", [.form("ROAG")]),
      Topic(.regionalGuideline, "Tandtrauma", "akut behandling av permanenta tänder", [.note()]),
      Topic(
        .regionalGuideline, "Läkemedelsrelaterad käkbensnekros", "prevention",
        [.checklist("inför benstärkande läkemedel")]),
    ])
}
