import GraphModel
import Testing

@testable import Diagrams

/// Whether the palette can be told apart and read by everyone, light and dark.
@Suite struct PaletteTests {
  /// In linear light.
  typealias RGB = (r: Double, g: Double, b: Double)

  private func linear(_ color: String) -> RGB {
    let number = UInt32(color.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16 & 255, number >> 8 & 255, number & 255].map { part -> Double in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055, 12, 5)
    }
    return (parts[0], parts[1], parts[2])
  }

  /// x to the power of `numerator / denominator`, by Newton's method.
  private func power(_ x: Double, _ numerator: Int, _ denominator: Int) -> Double {
    if x <= 0 { return 0 }
    let target = (0..<numerator).reduce(1.0) { product, _ in product * x }
    var y = max(x, 0.001)
    for _ in 0..<200 {
      let lower = (1..<denominator).reduce(1.0) { product, _ in product * y }
      y -= (lower * y - target) / (Double(denominator) * lower)
    }
    return y
  }

  private func luminance(_ color: RGB) -> Double { 0.2126 * color.r + 0.7152 * color.g + 0.0722 * color.b }

  /// - Source: WCAG 2.2, contrast ratio.
  private func contrast(_ a: String, _ b: String) -> Double {
    let sides = [luminance(linear(a)), luminance(linear(b))].sorted()
    return (sides[1] + 0.05) / (sides[0] + 0.05)
  }

  /// The colour of a fill, and of a line, on a dark page.
  private func dark(_ color: String, _ pairs: [(light: String, dark: String)]) throws -> String {
    try #require(pairs.first { $0.light == color }?.dark, "\(color) has no dark colour")
  }

  @Test func textIsReadableOnEveryFill() throws {
    let fills =
      PaletteColor.allCases.map(\.fill) + [0, 1].map { PaletteColor.frameFill(depth: $0) } + [PaletteColor.paper]
    for fill in fills {
      for text in [PaletteColor.text, PaletteColor.quietText] {
        #expect(contrast(text, fill) >= 4.5, "\(text) on \(fill)")
        let sides = (try dark(text, PaletteColor.darkFills), try dark(fill, PaletteColor.darkFills))
        #expect(contrast(sides.0, sides.1) >= 4.5, "dark \(text) on \(fill)")
      }
    }
  }

  @Test func linesStandOutFromWhatTheyRunOver() throws {
    let grounds = [PaletteColor.paper, PaletteColor.frameFill(depth: 0), PaletteColor.frameFill(depth: 1)]
    for color in PaletteColor.allCases {
      for ground in grounds + PaletteColor.allCases.map(\.fill) {
        #expect(contrast(color.line, ground) >= 3, "\(color) on \(ground)")
        let sides = (try dark(color.line, PaletteColor.darkLines), try dark(ground, PaletteColor.darkFills))
        #expect(contrast(sides.0, sides.1) >= 3, "dark \(color) on \(ground)")
      }
      // Labels of lines are texts.
      for ground in grounds {
        #expect(contrast(color.line, ground) >= 4.5, "\(color) on \(ground)")
        let sides = (try dark(color.line, PaletteColor.darkFills), try dark(ground, PaletteColor.darkFills))
        #expect(contrast(sides.0, sides.1) >= 4.5, "dark label \(color) on \(ground)")
      }
    }
  }

  enum Vision: CaseIterable {
    case full, protanopia, deuteranopia, tritanopia
  }

  /// What an eye without one of the three cones sees.
  /// - Source: protanopia and deuteranopia, Viénot, Brettel and Mollon, Color Research and Application 24(4), 1999;
  ///   tritanopia, Brettel, Viénot and Mollon, JOSA A 14(10), 1997, with its two half planes; as matrices on linear sRGB.
  private func seen(_ c: RGB, _ vision: Vision) -> RGB {
    func mixed(_ m: [[Double]]) -> RGB {
      let parts = m.map { min(1, max(0, $0[0] * c.r + $0[1] * c.g + $0[2] * c.b)) }
      return (parts[0], parts[1], parts[2])
    }
    return switch vision {
    case .full: c
    case .protanopia: mixed([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]])
    case .deuteranopia: mixed([[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]])
    case .tritanopia:
      0.03901 * c.r - 0.02788 * c.g - 0.01113 * c.b >= 0
        ? mixed([[1.01277, 0.13548, -0.14826], [-0.01243, 0.86812, 0.14431], [0.07589, 0.80500, 0.11911]])
        : mixed([[0.93678, 0.18979, -0.12657], [0.06154, 0.81526, 0.12320], [-0.37562, 1.12767, 0.24796]])
    }
  }

  /// Distance in CIE L*a*b* of 1976; about 2.3 is just noticed.
  private func difference(_ a: RGB, _ b: RGB) -> Double {
    let (p, q) = (lab(a), lab(b))
    return zip(p, q).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(_ c: RGB) -> [Double] {
    let x = (0.4124 * c.r + 0.3576 * c.g + 0.1805 * c.b) / 0.9505
    let y = 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b
    let z = (0.0193 * c.r + 0.1192 * c.g + 0.9505 * c.b) / 1.089
    let f = [x, y, z].map { $0 > 0.008856 ? power($0, 1, 3) : 7.787 * $0 + 16.0 / 116 }
    return [116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])]
  }

  /// How well two colours of the palette are told apart by their fills or the borders around them.
  func difference(_ a: PaletteColor, _ b: PaletteColor, _ vision: Vision) -> Double {
    max(
      difference(seen(linear(a.fill), vision), seen(linear(b.fill), vision)),
      difference(seen(linear(a.line), vision), seen(linear(b.line), vision)))
  }

  /// Boxes of two meanings are told apart by colour in every eye, or have a second cue: outline, line, words.
  @Test func noTwoMeaningsDifferByColourAloneForAnyEye() throws {
    let region = RegionGraph.shared
    for name in RegionDiagramTests.all {
      var builder = PictureBuilder(
        definition: try region.definition(name), subgraph: RegionDiagramTests.subgraph(name), schema: region.schema,
        context: RegionDiagramTests.context)
      let picture = builder.picture(parameters: ["matter": .string("matter-harmonisering-av-styrande-dokument")])
      let styles = picture.legend.compactMap { entry -> (BoxStyle, String)? in
        if case .box(let style, let text) = entry { (style, text.text) } else { nil }
      }
      for (number, a) in styles.enumerated() {
        for b in styles.dropFirst(number + 1) where a.0.fill != b.0.fill {
          let hasSecondCue = a.0.shape != b.0.shape || a.0.line != b.0.line
          for vision in Vision.allCases where !hasSecondCue {
            #expect(difference(a.0.fill, b.0.fill, vision) >= 5, "\(name): \(a.1) and \(b.1), \(vision)")
          }
        }
      }
    }
  }

  @Test func coloursDifferForEveryEye() {
    for vision in Vision.allCases {
      for (number, a) in PaletteColor.allCases.enumerated() {
        for b in PaletteColor.allCases.dropFirst(number + 1) {
          #expect(difference(a, b, vision) >= 5, "\(a) and \(b), \(vision): \(difference(a, b, vision))")
        }
      }
    }
  }
}
