import Foundation
import GraphModel
import Testing

@testable import Diagrams

@Suite struct ImpactDiagramTests {
  /// A document with links, items that use them, and items that contain those.
  static func impact(items: Int) -> ImpactDrawing {
    let document = ImpactDrawing.Element(
      key: "doc-a", name: "Rutin för blodtransfusion på vårdavdelning", kind: "Document")
    let councils = [
      ["SOR Ortopedi"], ["SOR Internmedicin"], ["SOR Barn- och ungdomspsykiatri", "SOR Vuxenpsykiatri"], [],
    ]
    var affected: [ImpactDrawing.Affected] = []
    for number in 0..<items {
      let responsible = councils[number % councils.count]
      let link = "dl-\(number)"
      affected.append(
        ImpactDrawing.Affected(
          element: ImpactDrawing.Element(key: link, name: "Länk \(number) till rutinen", kind: "DesignLink"),
          effect: number % 5 == 4 ? .repoint : .broken, because: ["doc-a", link], via: ["LINKS_TO"],
          responsible: responsible))
      if number % 5 == 4 { continue }
      affected.append(
        ImpactDrawing.Affected(
          element: ImpactDrawing.Element(key: "di-\(number)", name: "Ordinationsmall \(number)", kind: "DesignItem"),
          effect: number % 2 == 0 ? .broken : .degraded, because: ["doc-a", link, "di-\(number)"],
          via: ["LINKS_TO", "USES"], responsible: responsible))
    }
    affected.append(
      ImpactDrawing.Affected(
        element: ImpactDrawing.Element(key: "doc-b", name: "Riktlinje som hänvisar", kind: "Document"),
        effect: .review, because: ["doc-a", "doc-b"], via: ["CITES"], responsible: ["SOR Ortopedi"]))
    return ImpactDrawing(retired: [document], affected: affected)
  }

  static func diagram(items: Int) throws -> Diagram {
    try Diagram(
      impact: impact(items: items), schema: RegionGraph.shared.schema,
      context: DiagramContext(language: .swedish, date: "2026-11-22", revision: 1))
  }

  @Test(arguments: [0, 6, 200])
  func writesPictures(items: Int) throws {
    guard let folder = ProcessInfo.processInfo.environment["STYRGRAF_PICTURES"] else { return }
    let file = URL(fileURLWithPath: folder).appendingPathComponent("impact-\(items).png")
    try Data(Self.diagram(items: items).render(.png)).write(to: file)
  }

  @Test(arguments: [0, 1, 6, 30, 200, 3000]) func drawsImpactsOfAnySize(items: Int) throws {
    let diagram = try Self.diagram(items: items)
    let content = try SVGContent(diagram.render(.svg))
    let ratio = content.size.width / content.size.height
    #expect(PageFit.bounds.contains(ratio), "\(content.size)")
    #expect(content.text.contains("Rutin för blodtransfusion"))
    #expect(diagram.notes.isEmpty == (items < 60))
    if items > 3 {
      for word in ["slutar fungera", "försämras", "ses över", "Ingen ansvarig", "Flera ansvariga"] {
        #expect(content.text.filter { $0 != "\n" }.contains(word), "\(word)")
      }
    }
  }

  @Test func replacementsAndWhatWasBeforeAreShown() throws {
    func element(_ key: String, _ name: String) -> ImpactDrawing.Element {
      ImpactDrawing.Element(key: key, name: name, kind: "Document")
    }
    let impact = ImpactDrawing(
      retired: [element("a", "Gammal rutin")],
      replacements: [ImpactDrawing.Replacement(old: "a", new: element("b", "Ny rutin"))],
      affected: [
        ImpactDrawing.Affected(
          element: element("l", "Länken"), effect: .repoint, because: ["a", "l"], via: ["LINKS_TO"],
          responsible: ["SOR Ortopedi"]),
        ImpactDrawing.Affected(
          element: element("c", "Handboken"), effect: .review, because: ["a", "c"], via: ["CITES"],
          responsible: ["SOR Ortopedi"], isAlready: true),
      ])
    let diagram = try Diagram(
      impact: impact, schema: RegionGraph.shared.schema,
      context: DiagramContext(language: .swedish, sourceLine: "databasen region.db"))
    let text = try SVGContent(diagram.render(.svg)).text.filter { $0 != "\n" }
    for words in ["Ny rutin", "ersätter", "pekas om till", "ses över (redan tidigare)", "Källa: databasen region.db"] {
      #expect(text.contains(words), "\(words)")
    }
  }

  @Test func effectsDifferInMoreThanColour() {
    let looks: [ImpactLook] = [.retired, .broken, .degraded, .review, .repoint, .replacement]
    #expect(Set(looks.map { "\($0.style.shape) \($0.style.line)" }).count == looks.count)
    #expect(Set(looks.map(\.sign)).count == looks.count)
  }
}
