/// Chains of citations and the one cycle.
enum PlantedCitations {
  /// Each document cites the next.
  static let chains: [[String]] = [
    [
      "ex-doc-stroke-radda-hjarnan-larm-trombolys", "ex-doc-tia-utredning-ett-dygn",
      "ex-doc-formaksflimmer-antikoagulantia-frekvenskontroll", "ex-doc-hypertoni-utredning-behandling-primarvard",
      "ex-doc-kronisk-njursjukdom-uppfoljning-remiss", "ex-doc-kontrastmedel-njurfunktion-jodkontrast",
    ],
    [
      "ex-doc-hoftfraktur-omhandertagande-akutmottagning", "ex-doc-trombosprofylax-ortopedisk-kirurgi",
      "ex-doc-venos-tromboembolism-diagnostik-behandling", "ex-doc-lungemboli-riskstratifiering",
      "ex-doc-syrgasbehandling-hemmet-indikation-uppfoljning",
    ],
    // Ends at a retired document.
    [
      "ex-doc-samhallsforvarvad-lunginflammation-behandling-vuxna", "ex-doc-kol-exacerbation-behandling-sjukhus",
      "ex-doc-non-invasiv-ventilation-start-overvakning", "ex-doc-bipap-pm-lungavdelning",
    ],
    [
      "ex-doc-undernaring-screening-nutritionsbehandling", "ex-doc-dysfagi-svaljbedomning-stroke",
      "ex-doc-trakeostomi-skotsel-akut-atgard", "ex-doc-svar-luftvag-algoritm-utrustning",
    ],
  ]

  static let cycle = [
    "ex-doc-sepsis-tidig-identifiering-behandling", "ex-doc-antibiotikaval-sepsis-empirisk-behandling-vuxna",
    "ex-doc-blododling-indikation-provtagning",
  ]

  /// Documents that cite only what is planted here.
  static var citing: [String] { chains.flatMap { $0 } + cycle + Demonstration.citing + [Demonstration.document] }

  static func add(to register: inout Register) throws(UnknownReference) {
    for chain in chains + [cycle + cycle.prefix(1)] {
      for key in chain { _ = try register.indexOfDocument(key) }
      for (citing, cited) in zip(chain, chain.dropFirst()) { register.relate(citing, .cites, cited) }
    }
    for key in Demonstration.citing {
      register.relate(register.documents[try register.indexOfDocument(key)].key, .cites, Demonstration.document)
    }
  }
}
