/// A stream of random numbers that is the same on every machine.
///
/// Each thing of the register draws from a stream of its own, named by its key, so that a new topic leaves the rows of
/// all others as they were.
///
/// - Source: Steele, Lea and Flood, *Fast splittable pseudorandom number generators*, OOPSLA 2014.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// The stream of a name: the register's seed mixed with the name's bytes (FNV-1a).
  init(_ name: String) {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = hash &+ Self.seed
  }

  private static let seed: UInt64 = 20_230_522

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  // Written out rather than taken from the standard library, whose algorithms may change between versions.

  /// A number from 0 to below `bound`, which is small enough for the remainder's bias not to show.
  mutating func number(below bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + number(below: range.upperBound - range.lowerBound + 1)
  }

  mutating func chance(percent: Int) -> Bool { number(below: 100) < percent }

  /// `nil` where there is nothing to choose from.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[number(below: elements.count)]
  }

  /// One of the choices, each as likely as its weight says.
  mutating func pick<Choice>(weighted choices: KeyValuePairs<Choice, Int>, otherwise: Choice) -> Choice {
    var rest = number(below: choices.reduce(0) { $0 + $1.value })
    for (choice, weight) in choices {
      if rest < weight { return choice }
      rest -= weight
    }
    return otherwise
  }
}
