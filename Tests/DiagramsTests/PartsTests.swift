import Testing

@testable import Diagrams

@Suite struct PartsTests {
  /// - Source: WCAG 2.2, relative luminance and contrast ratio.
  func contrast(_ a: String, _ b: String) -> Double {
    func luminance(_ color: String) -> Double {
      let number = UInt32(color.dropFirst(), radix: 16) ?? 0
      let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let sides = [luminance(a), luminance(b)].sorted()
    return (sides[1] + 0.05) / (sides[0] + 0.05)
  }

  /// x to the power of 2.4, by Newton's method on y⁵ = x¹².
  private func power(_ x: Double) -> Double {
    let target = (0..<12).reduce(1.0) { product, _ in product * x }
    var y = max(x, 0.001)
    for _ in 0..<80 { y -= (y * y * y * y * y - target) / (5 * y * y * y * y) }
    return y
  }

  @Test(arguments: PaletteColor.allCases) func textAndLinesStandOut(color: PaletteColor) {
    #expect(contrast(PaletteColor.text, color.fill) >= 7)
    #expect(contrast(PaletteColor.quietText, color.fill) >= 4.5)
    #expect(contrast(color.line, PaletteColor.paper) >= 4.5)
    #expect(contrast(color.line, PaletteColor.frameFill(depth: 1)) >= 4.5)
  }

  @Test func breaksSwedishNamesAtSpacesAndHyphens() {
    func broken(_ text: String, _ width: Int = 24) -> [String] {
      LineBreaking.lines(of: PlainText(text), width: width).map(\.text)
    }
    #expect(broken("SOR Barn- och ungdomspsykiatri") == ["SOR Barn- och", "ungdomspsykiatri"])
    #expect(
      broken("regiondirektörens styrgrupp för hälso- och sjukvårdens digitalisering")
        == ["regiondirektörens", "styrgrupp för hälso-", "och sjukvårdens", "digitalisering"])
    #expect(broken("hälso- och sjukvårdsutvecklingsdirektör") == ["hälso- och", "sjukvårdsutvecklingsdirektör"])
    #expect(broken("") == [])
    #expect(broken(String(repeating: "x", count: 100)).allSatisfy { $0.count <= 36 })
    for width in 6...60 {
      let text = "Rehabilitering, habilitering och försäkringsmedicin i Västra Götalandsregionen"
      #expect(broken(text, width).joined(separator: " ").filter { $0 != " " } == text.filter { $0 != " " })
    }
  }

  @Test func cutsAndCleansText() {
    #expect(PlainText(" a \n\t b\u{0}c ").text == "a b␀c")
    #expect(PlainText("abcdef", limit: 4).text == "abc…")
    #expect(PlainText("abcd", limit: 4).text == "abcd")
    #expect(PlainText("\u{202E}x").text == "\u{FFFD}x")
  }

  @Test func idsAreValidAndGivenOnce() {
    var names = ElementNames()
    #expect(names.name(for: "sor-ögon") == "sor-_c3_b6gon")
    #expect(names.name(for: "a b") == "a_20b")
    #expect(names.name(for: "a b") == "a_20b_2")
    #expect(names.name(for: "1") == "k1")
    #expect(names.name(for: "") == "k")
    #expect(names.name(for: "legend") == "legend_2")
  }

  @Test func formatsAreTakenFromFileNames() {
    #expect(DiagramFormat(fileName: "out/a.SVG") == .svg)
    #expect(DiagramFormat(fileName: "a.b.pdf") == .pdf)
    #expect(DiagramFormat(fileName: "svg") == nil)
  }

  @Test func packingKeepsOrderAndNeverOverlaps() {
    var state: UInt64 = 7
    func random(_ bound: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / Double(1 << 24) * bound + 5
    }
    for count in [1, 2, 3, 7, 20, 60] {
      let sizes = (0..<count).map { _ in LayoutGeometry.Size(width: random(300), height: random(200)) }
      for columns in [nil, 1, 3] {
        let packed = BlockPacking.arrange(sizes, ratio: 1.4, columns: columns)
        #expect(packed.corners.count == count)
        for (i, a) in packed.corners.enumerated() {
          #expect(a.x >= 0 && a.x + sizes[i].width <= packed.width + 0.01)
          #expect(a.y >= -packed.height - 0.01 && a.y + sizes[i].height <= 0.01)
          for (j, b) in packed.corners.enumerated() where j > i {
            let apart =
              a.x + sizes[i].width <= b.x || b.x + sizes[j].width <= a.x || a.y + sizes[i].height <= b.y
              || b.y + sizes[j].height <= a.y
            #expect(apart)
          }
        }
      }
    }
  }

  @Test func numbersAreWrittenWithoutTheLocale() {
    #expect(Numbers.text(1.005) == "1" || Numbers.text(1.005) == "1.01")
    #expect(Numbers.text(-0.5) == "-0.50")
    #expect(Numbers.text(12) == "12")
    #expect(Numbers.moved("e,1,2 3,4 5.5,6", x: 1, y: -1) == "e,2,1 4,3 6.50,5")
    #expect(PageFit.logarithm(2.718281828) > 0.9999 && PageFit.logarithm(2.718281828) < 1.0001)
  }
}
