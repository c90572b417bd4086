import GraphModel
import Testing

@testable import Governance

@Suite struct SwedishStemTests {
  @Test(arguments: [
    ["rutin", "rutinen", "rutiner", "rutinerna", "rutinens"], ["Länk", "länkar", "LÄNKARNA", "lankarnas"],
    ["läkemedel", "läkemedels"], ["behandling", "behandlingen", "behandlingar", "behandlingarna"],
    ["ortopedisk", "ortopediska", "ortopediskt"], ["farlig", "farliga", "farligt"],
  ])
  func inflectionsHaveOneStem(words: [String]) {
    #expect(
      Set(words.map { String(decoding: SwedishStem.stem(of: FoldedText($0).bytes[...]), as: UTF8.self) }).count == 1)
  }

  @Test(arguments: ["", "a", "os", "ss", "es", "a\u{30A}r", "åäö"])
  func shortWordsDoNoHarm(word: String) {
    let bytes = FoldedText(word).bytes
    #expect(bytes.starts(with: SwedishStem.stem(of: bytes[...])))
  }

  @Test func titlesAreComparedByWordsAndCompounds() {
    func similarity(_ a: String, _ b: String) -> Double { TitleWords(a).similarity(to: TitleWords(b)) }
    #expect(similarity("Antibiotikaprofylax vid ledprotes", "ANTIBIOTIKAPROFYLAX för ledprotesen") > 0.9)
    #expect(similarity("Antibiotikaprofylax vid ledprotes", "Antibiotikaprofylax vid ledproteskirurgi") > 0.8)
    #expect(similarity("Trombosprofylax efter höftfrakturoperation", "Trombosprofylax vid höftfraktur") > 0.7)
    #expect(similarity("Övervakning efter operation", "Postoperativ övervakning") > 0.5)
    #expect(similarity("Antibiotikaprofylax vid ledprotes", "Triage på akutmottagning") < 0.2)
    #expect(similarity("vid och", "på") == 0)
    for (a, b) in [("Höftfraktur", "Höftprotes"), ("Sepsis", "Asepsis"), ("KOL", "Kolit")] {
      #expect(similarity(a, b) == similarity(b, a))
    }
  }
}
