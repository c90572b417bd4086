/// Words for the codes that properties of the region's graph hold.
/// - Source: contract §5.
enum CodeWords {
  static func words(for code: String, of property: String) -> (english: String, swedish: String)? {
    catalogue[property]?[code]
  }

  private static let catalogue: [String: [String: (english: String, swedish: String)]] = [
    "basis": [
      "stated": ("stated", "anges"), "inferred": ("inferred", "slutsats"), "unknown": ("unknown", "okänd"),
      "example": ("example", "exempel"),
    ],
    "lifecycle": ["running": ("running", "pågående"), "planned": ("planned", "planerat")],
    "phase": [
      "starting": ("starting", "uppstart"), "developing": ("being developed", "utvecklas"),
      "approved": ("approved", "godkänt"),
    ],
    "status": [
      "draft": ("draft", "utkast"), "valid": ("valid", "gäller"),
      "under_revision": ("under revision", "under revidering"),
      "retired": ("retired", "ur bruk"), "proposed": ("proposed", "föreslaget"), "endorsed": ("endorsed", "tillstyrkt"),
      "established": ("established", "fastställt"), "decided": ("decided", "beslutat"),
      "never_presented": ("never presented", "aldrig framlagt"), "stated": ("stated", "anges"),
      "recommended": ("recommended", "rekommenderat"),
    ],
    "outcome": [
      "unreviewed": ("not reviewed", "inte granskad"), "approved": ("approved", "godkänd"),
      "move": ("to be moved", "flyttas"), "replace": ("to be replaced", "ersätts"),
      "remove": ("to be removed", "tas bort"),
      "under_revision": ("under revision", "under revidering"),
    ],
    "level": [
      "local": ("local", "lokal"), "county": ("county-wide", "länsgemensam"), "regional": ("regional", "regional"),
      "national": ("national", "nationell"),
    ],
  ]
}
