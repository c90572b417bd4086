import Foundation
import SeededRandom

/// The draws of the country's generator.
struct CountryRandom {
  private var stream: SplitMix64

  init(seed: UInt64) { stream = SplitMix64("country", seed: seed) }

  /// From 0 to below 1.
  mutating func fraction() -> Double { stream.fraction() }

  mutating func chance(_ probability: Double) -> Bool { fraction() < probability }

  mutating func below(_ bound: Int) -> Int { Int(fraction() * Double(bound)) }

  /// From 0 to below `bound`, small numbers far more often: density falls as *i* to the power 1/`power` - 1.
  mutating func skewed(below bound: Int, _ power: Double) -> Int { Int(Double(bound) * pow(fraction(), power)) }

  /// How often a thing happens beyond the first time: exponentially distributed, rounded down.
  mutating func count(rate: Double) -> Int { Int(-log(1 - fraction()) / rate) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// A day between 2012 and 2026, none after the 28th of its month.
  mutating func day() -> String { Self.day(below(Self.dayCount)) }

  static let dayCount = 15 * 12 * 28

  static func day(_ number: Int) -> String {
    let (year, month, day) = (2012 + number / 336, number / 28 % 12 + 1, number % 28 + 1)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}
