/// A stream of random numbers that is the same on every machine.
///
/// - Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// The stream of a name: a seed mixed with the name's bytes (FNV-1a). A thing that draws from a stream of its own
  /// stays as it is when others come or go.
  public init(_ name: String, seed: UInt64) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = hash &+ seed
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  // Written out rather than taken from the standard library, whose algorithms may change between versions.

  /// A number from 0 to below `bound`, which is small enough for the remainder's bias not to show.
  public mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  public mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + number(below: range.upperBound - range.lowerBound + 1)
  }

  public mutating func chance(percent: Int) -> Bool { number(below: 100) < percent }

  /// A number from 0 to below 1, of 53 random bits.
  public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// `nil` where there is nothing to choose from.
  public mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(below: elements.count)]
  }

  /// One of the choices, each as likely as its weight says.
  public mutating func pick<Choice>(weighted choices: KeyValuePairs<Choice, Int>, otherwise: Choice) -> Choice {
    var rest = number(below: choices.reduce(0) { $0 + $1.value })
    for (choice, weight) in choices {
      if rest < weight { return choice }
      rest -= weight
    }
    return otherwise
  }
}
