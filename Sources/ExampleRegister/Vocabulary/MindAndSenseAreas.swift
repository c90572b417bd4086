extension AreaVocabulary {
  static let mindAndSenses: [AreaVocabulary] = [mentalHealth, neurology, eyes, earNoseThroat, skin]

  private static let mentalHealth = AreaVocabulary(
    area: "po-psykisk-halsa", slug: "psyk",
    topics: [
      Topic(
        .regionalGuideline, "Suicidriskbedömning", "bedömning och dokumentation",
        [.workflow(), .form("strukturerad bedömning"), .note("krisplan")],
        team: "rpt-suicidprevention",
        locals: [
          "Suicidnära patient – bedömning och vårdnivå", "Bedömning av suicidrisk på psykiatrisk akutmottagning",
        ]),
      Topic(
        .nationalGuideline, "Depression hos vuxna", "stegvis vård", [.plan()],
        team: "rpt-angest-och-depression"),
      Topic(
        .regionalGuideline, "Ångestsyndrom", "behandling i primärvård", [.form("GAD-7")],
        team: "rpt-angest-och-depression"),
      Topic(
        .nationalGuideline, "ADHD", "läkemedelsbehandling och uppföljning",
        [.orders("centralstimulantia")], team: "rpt-adhd-ast"),
      Topic(
        .regionalGuideline, "Schizofreni", "uppföljning av somatisk hälsa", [.samples("metabol kontroll"), .plan()],
        team: "rpt-schizofreni-och-schizofreniliknande-tillstand"),
      Topic(
        .regionalGuideline, "Klozapin", "insättning och blodprovskontroll",
        [.orders("insättning")], earlier: "Klozapin – provtagningsschema"),
      Topic(
        .regionalGuideline, "Alkoholabstinens", "behandling i sluten vård",
        [.orders("bensodiazepin")], team: "rpt-beroende",
        locals: ["Abstinensbehandling vid alkoholberoende"]),
      Topic(
        .regionalGuideline, "LARO", "läkemedelsassisterad behandling vid opioidberoende",
        [.plan()], team: "rpt-beroende"),
      Topic(
        .regionalGuideline, "Anorexi", "medicinsk stabilisering",
        [.plan("heldygnsvård"), .samples("refeeding")], team: "rpt-atstorning"),
      Topic(
        .regionalRoutine, "Elektrokonvulsiv behandling", "förberedelser och uppföljning",
        [.orders("ECT"), .form("MADRS före och efter")]),
      Topic(.countyRoutine, "Samordnad vård vid psykisk funktionsnedsättning", nil, [.form("SIP")]),
    ])

  private static let neurology = AreaVocabulary(
    area: "po-nervsystemets-sjukdomar", slug: "nerv",
    topics: [
      Topic(
        .regionalGuideline, "Stroke", "rädda hjärnan-larm och trombolys",
        [
          .workflow("rädda hjärnan"), .plan("strokeenhet"), .orders("trombolys"), .checklist("trombolys"),
          .form("NIHSS"),
        ], team: "rpt-stroke",
        locals: ["Stroke – akut handläggning och trombolys"]),
      Topic(
        .regionalGuideline, "Trombektomi", "urval och transport", [.referral("trombektomi")],
        team: "rpt-stroke"),
      Topic(
        .nationalGuideline, "Vård vid stroke", "rehabilitering och uppföljning", [.form("uppföljning 3 månader")],
        team: "rpt-stroke"),
      Topic(
        .regionalGuideline, "Dysfagi", "sväljbedömning efter stroke",
        [.form("sväljbedömning")]),
      Topic(.regionalGuideline, "TIA", "utredning inom ett dygn", [.orders()], earlier: "TIA – PM för medicinkliniken"),
      Topic(.regionalGuideline, "Status epilepticus", "behandlingstrappa för vuxna", [.orders()], team: "rpt-epilepsi"),
      Topic(.regionalGuideline, "Epilepsi", "första krampanfall", [.referral("EEG")], team: "rpt-epilepsi"),
      Topic(
        .regionalGuideline, "Migrän", "akut och förebyggande behandling", [.form("huvudvärksdagbok"), .plan()],
        team: "rpt-migran"),
      Topic(
        .nationalGuideline, "Parkinsons sjukdom", "läkemedel vid sjukhusvård",
        [.orders("vid sväljsvårigheter")], team: "rpt-parkinson"),
      Topic(
        .regionalGuideline, "Långvarig smärta", "bedömning och vårdnivå",
        [.form("smärtanalys")], team: "rpt-smarta"),
      Topic(
        .localMemo, "Lumbalpunktion", "teknik och provtagning", [.note()],
        locals: ["Lumbalpunktion hos vuxna – provtagning"]),
    ])

  private static let eyes = AreaVocabulary(
    area: "po-ogonsjukdomar", slug: "oga",
    topics: [
      Topic(.regionalGuideline, "Glaukom", "uppföljning och behandlingsmål", [.plan()], team: "rpt-glaukom"),
      Topic(
        .regionalGuideline, "Åldersförändringar i gula fläcken", "intravitreal behandling",
        [.workflow("injektionsmottagning"), .orders("intravitreal injektion"), .checklist("injektion")],
        team: "rpt-medicinsk-retina"),
      Topic(
        .regionalGuideline, "Diabetesretinopati", "ögonbottenfotografering och remiss", [.referral("ögonbottenfoto")],
        team: "rpt-medicinsk-retina"),
      Topic(
        .regionalGuideline, "Gråstarr", "operationsindikation och efterkontroll",
        [.form("operationsanmälan"), .orders("ögondroppar")],
        team: "rpt-ogon-lins", locals: ["Kataraktoperation – indikation och efterkontroll"],
        earlier: "Katarakt – operationsindikation"),
      Topic(.regionalGuideline, "Akut glaukom", "handläggning", [.orders()]),
      Topic(.localMemo, "Näthinneavlossning", "prioritering och remiss", [.referral("näthinnekirurgi")]),
      Topic(.regionalGuideline, "Kemisk ögonskada", "spolning och behandling", [.orders(), .checklist("spolning")]),
      Topic(
        .regionalGuideline, "Synscreening", "barn fyra år", [.form(), .referral("ögonmottagning barn")],
        team: "rpt-ogon-barn"),
      Topic(
        .regionalGuideline, "Prematuritetsretinopati", "screening", [.orders("pupillvidgning")], team: "rpt-ogon-barn"),
    ])

  private static let earNoseThroat = AreaVocabulary(
    area: "po-oron-nas-och-halssjukdomar", slug: "onh",
    topics: [
      Topic(.regionalGuideline, "Akut mediaotit", "handläggning av barn", [.orders()]),
      Topic(
        .regionalGuideline, "Näsblödning", "tamponad och uppföljning", [.note("tamponad"), .checklist()],
        locals: ["Epistaxis – handläggning på akutmottagning"]),
      Topic(.regionalGuideline, "Halsfluss", "diagnostik och behandling", [.orders()]),
      Topic(.regionalGuideline, "Peritonsillit", "handläggning", [.orders()]),
      Topic(
        .regionalGuideline, "Tonsilloperation", "indikation och smärtlindring",
        [.plan("dagkirurgi"), .orders("smärtlindring")], earlier: "Tonsillektomi – smärtlindring i hemmet"),
      Topic(
        .nationalGuideline, "Grav hörselnedsättning", "utredning inför cochleaimplantat",
        [.workflow(), .form("hörselprov")], team: "rpt-grav-horselnedsattning"),
      Topic(
        .regionalGuideline, "Plötslig hörselnedsättning", "utredning och behandling",
        [.orders("kortison"), .referral("audiogram")]),
      Topic(
        .localRoutine, "Trakeostomi", "skötsel och akut åtgärd", [.plan(), .checklist("kanylbyte")],
        locals: ["Trakealkanyl – skötsel på vårdavdelning"]),
      Topic(.regionalGuideline, "Yrsel", "diagnostik på akutmottagning", [.decision("HINTS"), .form()]),
    ])

  private static let skin = AreaVocabulary(
    area: "po-hud-och-konssjukdomar", slug: "hud",
    topics: [
      Topic(
        .regionalGuideline, "Psoriasis", "systembehandling och uppföljning",
        [.form("PASI"), .samples("systembehandling"), .plan("ljusbehandling")], team: "rpt-psoriasis"),
      Topic(.regionalGuideline, "Atopiskt eksem", "behandling av barn och vuxna", [.plan("egenbehandling")]),
      Topic(
        .regionalGuideline, "Svårläkta sår", "diagnostik och kompressionsbehandling",
        [.workflow("sårteam"), .form("sårbedömning"), .orders("kompression")],
        locals: ["Bensår – bedömning och kompression"]),
      Topic(
        .regionalGuideline, "Misstänkt melanom", "remiss och teledermatoskopi", [.referral("teledermatoskopi")],
        earlier: "Pigmenterade hudförändringar – remiss"),
      Topic(.nationalGuideline, "Klamydia", "provtagning och smittspårning", [.samples(), .form("smittspårning")]),
      Topic(.nationalGuideline, "Syfilis", "diagnostik och behandling", [.orders(), .samples()]),
      Topic(
        .regionalGuideline, "Akne", "isotretinoin",
        [.orders("isotretinoin")]),
      Topic(.localMemo, "Herpes zoster", "behandling av vuxna", [.orders()]),
      Topic(.localRoutine, "Hudbiopsi", "provtagning och märkning", [.referral("patologi")]),
    ])
}
