import SeededRandom

extension SplitMix64 {
  /// The stream of a thing of the register. Each draws from its own, named by its key, so that a new topic leaves the
  /// rows of all others as they were.
  init(_ name: String) { self.init(name, seed: 20_230_522) }
}
