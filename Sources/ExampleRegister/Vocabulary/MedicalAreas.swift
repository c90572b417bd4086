extension AreaVocabulary {
  static let medical: [AreaVocabulary] = [
    cardiovascular, endocrine, respiratory, gastrointestinal, renal, infection, rheumatic,
  ]

  private static let cardiovascular = AreaVocabulary(
    area: "po-hjart-och-karlsjukdomar", slug: "hjarta",
    topics: [
      Topic(
        .regionalGuideline, "ST-höjningsinfarkt", "prehospital och akut handläggning",
        [.workflow("direkt till PCI"), .plan("HIA"), .orders("akut"), .samples("troponin")],
        locals: ["Hjärtinfarkt med ST-höjning – akut handläggning"]),
      Topic(.regionalGuideline, "Instabil kranskärlssjukdom", "riskvärdering och behandling", [.orders()]),
      Topic(
        .regionalGuideline, "Förmaksflimmer", "antikoagulantia och frekvenskontroll",
        [.orders("elkonvertering"), .decision("CHA2DS2-VASc")],
        locals: ["Förmaksflimmer – antikoagulation och elkonvertering", "Elkonvertering av förmaksflimmer"]),
      Topic(
        .nationalGuideline, "Hjärtsvikt", "utredning och läkemedelsbehandling",
        [.plan("hjärtsviktsmottagning")],
        team: "rpt-hjartsvikt"),
      Topic(
        .regionalGuideline, "Sekundärprevention efter hjärtinfarkt", "läkemedel och levnadsvanor",
        [.plan(), .form("uppföljning 12 månader")],
        team: "rpt-sekundarprevention-efter-kranskarlssjukdom"),
      Topic(
        .regionalGuideline, "Kritisk benischemi", "utredning och remiss", [.referral("kärlkirurgi")],
        team: "rpt-kritisk-benischemi"),
      Topic(
        .regionalGuideline, "Venös tromboembolism", "diagnostik och behandling", [.orders("antikoagulation")],
        earlier: "Djup ventrombos – PM för akutmottagning"),
      Topic(
        .regionalGuideline, "Hypertoni", "utredning och behandling i primärvård", [.samples("årskontroll")]),
      Topic(.regionalGuideline, "Bukaortaaneurysm", "screening och uppföljning", [.workflow("screening")]),
      Topic(.nationalGuideline, "Endokardit", "diagnostik och antibiotika", [.orders("antibiotika")]),
    ])

  private static let endocrine = AreaVocabulary(
    area: "po-endokrina-sjukdomar", slug: "endokrin",
    topics: [
      Topic(
        .regionalGuideline, "Diabetes typ 2", "läkemedelsbehandling i primärvård",
        [.plan("årskontroll"), .samples("årskontroll")],
        team: "rpt-diabetes", earlier: "Diabetes typ 2 – val av läkemedel"),
      Topic(
        .regionalGuideline, "Diabetisk ketoacidos", "behandling av vuxna",
        [.plan()],
        team: "rpt-diabetes",
        locals: ["Ketoacidos vid diabetes – behandlingsschema", "Diabetesketoacidos – vätska och insulin"]),
      Topic(
        .regionalRoutine, "Insulinpump på sjukhus", "ansvar och ordination", [.orders(), .checklist()],
        team: "rpt-diabetes"),
      Topic(.localMemo, "Hypoglykemi", "åtgärd på vårdavdelning", [.orders()]),
      Topic(
        .nationalGuideline, "Diabetesfot", "riskbedömning och behandling", [.form("fotstatus"), .referral("fotteam")],
        team: "rpt-diabetes"),
      Topic(
        .regionalGuideline, "Hypertyreos", "utredning och behandling", [.samples(), .orders("tyreostatika")],
        team: "rpt-hypertyreos"),
      Topic(
        .regionalGuideline, "Osteoporos", "utredning efter lågenergifraktur",
        [.workflow("frakturkedja"), .form("FRAX"), .orders("zoledronsyra")],
        team: "rpt-osteoporos"),
      Topic(.regionalGuideline, "Binjurebarksvikt", "kortison vid stress och operation", [.orders("perioperativt")]),
      Topic(.regionalGuideline, "Hyperkalcemi", "akut behandling", [.orders()]),
    ])

  private static let respiratory = AreaVocabulary(
    area: "po-lung-och-allergisjukdomar", slug: "lunga",
    topics: [
      Topic(
        .nationalGuideline, "KOL", "diagnostik och underhållsbehandling",
        [.plan("astma-/KOL-mottagning"), .form("CAT")], team: "rpt-kol"),
      Topic(
        .regionalGuideline, "KOL-exacerbation", "behandling på sjukhus",
        [.workflow(), .plan(), .orders("syrgas och inhalation"), .samples("blodgas")], team: "rpt-kol",
        locals: ["Akut exacerbation av KOL – behandling på vårdavdelning"]),
      Topic(.regionalGuideline, "Astma hos vuxna", "behandlingstrappa", [.plan()]),
      Topic(.regionalGuideline, "Akut astma", "behandling på akutmottagning", [.orders("vuxna")]),
      Topic(
        .localRoutine, "Pleuradränage", "inläggning och skötsel", [.checklist()],
        locals: ["Thoraxdrän – inläggning, skötsel och dragning"]),
      Topic(
        .regionalGuideline, "Syrgasbehandling i hemmet", "indikation och uppföljning", [.form("ansökan"), .referral()]),
      Topic(
        .regionalGuideline, "Non-invasiv ventilation", "start och övervakning", [.orders(), .checklist("övervakning")],
        earlier: "BiPAP – PM för lungavdelning"),
      Topic(.regionalGuideline, "Lungemboli", "riskstratifiering", [.decision("PESI")]),
      Topic(
        .regionalGuideline, "Obstruktiv sömnapné", "utredning och CPAP", [.referral("sömnutredning")]),
    ])

  private static let gastrointestinal = AreaVocabulary(
    area: "po-mag-och-tarmsjukdomar", slug: "magtarm",
    topics: [
      Topic(
        .regionalGuideline, "Övre gastrointestinal blödning", "handläggning före och efter gastroskopi",
        [.workflow(), .plan(), .orders("akut"), .samples()],
        locals: ["Akut övre GI-blödning – handläggning", "Blödande magsår – akut handläggning"]),
      Topic(.regionalGuideline, "Akut pankreatit", "initial behandling", [.orders("vätskebehandling")]),
      Topic(
        .nationalGuideline, "Inflammatorisk tarmsjukdom", "uppföljning av biologisk behandling",
        [.form("uppföljning"), .samples("inför biologisk behandling")], team: "rpt-inflammatorisk-tarmsjukdom"),
      Topic(
        .regionalGuideline, "Akut svår kolit", "behandling på sjukhus", [.plan(), .orders("kortison")],
        team: "rpt-inflammatorisk-tarmsjukdom"),
      Topic(
        .nationalGuideline, "Levercirros", "uppföljning och komplikationer", [.plan()],
        team: "rpt-levercirros"),
      Topic(
        .regionalGuideline, "Ascites", "diagnostik och tappning", [.note("laparocentes"), .orders("albumin")],
        team: "rpt-levercirros"),
      Topic(
        .regionalRoutine, "Koloskopi", "tarmrengöring och förberedelser", [.orders("laxering")],
        earlier: "Tarmrengöring inför koloskopi"),
      Topic(.localRoutine, "PEG", "inläggning och skötsel", [.checklist("skötsel")]),
      Topic(
        .regionalGuideline, "Helicobacter pylori", "diagnostik och eradikering", [.orders("eradikering")]),
    ])

  private static let renal = AreaVocabulary(
    area: "po-njur-och-urinvagssjukdomar", slug: "njure",
    topics: [
      Topic(
        .nationalGuideline, "Kronisk njursjukdom", "uppföljning och remiss",
        [.plan(), .samples("kontroll"), .referral("njurmedicin")], team: "rpt-kronisk-njursjukdom"),
      Topic(.regionalGuideline, "Akut njurskada", "utredning och behandling", [.orders()]),
      Topic(
        .regionalGuideline, "Hyperkalemi", "akut behandling", [.orders()],
        locals: ["Hyperkalemi – behandlingsschema"]),
      Topic(
        .localRoutine, "Hemodialys", "start, övervakning och avslut",
        [.workflow(), .plan(), .orders("dialysordination"), .checklist("start och avslut")]),
      Topic(.localRoutine, "Peritonealdialys", "påsbyte och peritonit", [.orders("peritonit"), .checklist("påsbyte")]),
      Topic(
        .regionalGuideline, "Urinkateter hos vuxna", "indikation, byte och avveckling",
        [.form("KAD")],
        locals: ["Kvarliggande urinkateter – skötsel", "Kateterbehandling av vuxna – KAD och RIK"],
        earlier: "KAD – skötsel och byte"),
      Topic(.regionalGuideline, "Njurstensanfall", "akut handläggning", [.orders("smärtlindring")]),
      Topic(.localMemo, "Testistorsion", "akut handläggning", [.decision()]),
      Topic(
        .regionalProgramme, "Njurtransplantation", "uppföljning på hemsjukhus",
        [.samples("läkemedelskoncentration"), .plan()]),
    ])

  private static let infection = AreaVocabulary(
    area: "po-infektionssjukdomar", slug: "infektion",
    topics: [
      Topic(
        .regionalGuideline, "Sepsis", "tidig identifiering och behandling",
        [.workflow("sepsislarm"), .plan("första dygnet"), .orders("första timmen"), .samples("odlingar och laktat")],
        team: "rpt-sepsis",
        locals: ["Sepsislarm på akutmottagningen", "Sepsis – omhändertagande första timmen"]),
      Topic(
        .regionalGuideline, "Antibiotikaval vid sepsis", "empirisk behandling av vuxna",
        [.orders("empirisk antibiotika")], team: "rpt-sepsis"),
      Topic(.regionalRoutine, "Blododling", "indikation och provtagning", [.checklist("provtagning")]),
      Topic(
        .regionalGuideline, "Samhällsförvärvad lunginflammation", "behandling av vuxna", [.orders("vårdavdelning")],
        team: "rpt-lunginflammation", earlier: "Pneumoni – PM"),
      Topic(
        .regionalRoutine, "Multiresistenta bakterier", "screening och isolering",
        [.samples("screening")]),
      Topic(.regionalRoutine, "Basala hygienrutiner", "klädregler och handhygien", [.checklist()]),
      Topic(.regionalGuideline, "Bakteriell meningit", "akut handläggning av vuxna", [.orders("akut")]),
      Topic(
        .regionalGuideline, "Postcovid", "bedömning och remiss", [.form("symtomskattning"), .referral()],
        team: "rpt-uppfoljning-efter-covid-19"),
      Topic(.nationalGuideline, "Tuberkulos", "smittspårning och behandling", [.form("smittspårning"), .orders()]),
      Topic(.regionalGuideline, "Clostridioides difficile", "diagnostik och behandling", [.orders()]),
    ])

  private static let rheumatic = AreaVocabulary(
    area: "po-reumatiska-sjukdomar", slug: "reuma",
    topics: [
      Topic(
        .nationalGuideline, "Reumatoid artrit", "tidig diagnostik och behandling",
        [.workflow("tidig artrit"), .form("DAS28"), .samples()], team: "rpt-reumatoid-artrit"),
      Topic(
        .regionalGuideline, "Metotrexat", "insättning och säkerhetsprovtagning",
        [.orders("insättning"), .samples("säkerhetskontroll")],
        locals: ["Metotrexat vid reumatisk sjukdom – provtagning"]),
      Topic(
        .regionalGuideline, "Biologiska läkemedel vid artrit", "infektionsscreening",
        [.samples("inför start"), .checklist("inför start")]),
      Topic(
        .regionalGuideline, "Jättecellsarterit", "snabbspår vid misstanke",
        [.referral("ultraljud"), .orders("kortison")], earlier: "Temporalisarterit – handläggning"),
      Topic(.regionalGuideline, "Polymyalgia reumatika", "handläggning i primärvård", [.plan("kortisonnedtrappning")]),
      Topic(.regionalGuideline, "Gikt", "akut och förebyggande behandling", [.orders()]),
      Topic(.localMemo, "Septisk artrit", "ledpunktion och provtagning", [.samples("ledvätska")]),
      Topic(.localRoutine, "Infusionsmottagning", "läkemedel vid reumatisk sjukdom", [.checklist("infusion")]),
      Topic(.regionalGuideline, "Spondylartrit", "utredning och remiss", [.referral("reumatologi")]),
    ])
}
