import SeededRandom

extension SplitMix64 {
  /// A stream of its own for each execution, so that any of them can be had again alone.
  init(seed: UInt64, execution: Int) {
    var start = SplitMix64(seed: seed)
    self.init(seed: start.next() ^ UInt64(bitPattern: Int64(execution)) &* 0xD134_2543_DE82_EF95)
  }

  /// True once in so many times.
  mutating func chance(oneIn count: Int) -> Bool { number(below: count) == 0 }

  /// - Precondition: there is something to choose from.
  mutating func one<Element>(of elements: [Element]) -> Element { elements[number(below: elements.count)] }
}
