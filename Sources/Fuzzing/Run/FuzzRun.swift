import SeededRandom

/// Executions in this process: each makes one query from the seed and its own number, and checks it.
struct FuzzRun {
  /// How many queries came how far.
  struct Counts: Sendable {
    var executions = 0
    /// By `QueryCheck.Stage`.
    var stages = [Int](repeating: 0, count: QueryCheck.Stage.allCases.count)
  }

  private let seed: UInt64
  private let mutator: QueryMutator
  private var check = QueryCheck()
  private(set) var counts = Counts()

  init(seed: UInt64, corpus: [String]) {
    self.seed = seed
    mutator = QueryMutator(corpus: corpus)
  }

  /// The query of an execution; the same seed, number and corpus always give the same.
  func query(_ number: Int) -> String {
    var random = SplitMix64(seed: seed, execution: number)
    switch random.number(below: 8) {
    case 0, 1: return mutator.mutant(random: &random)
    case 2:
      var generator = QueryGenerator(random: random)
      let text = generator.query()
      return mutator.mutant(of: text, random: &generator.random)
    default:
      var generator = QueryGenerator(random: random)
      return generator.query()
    }
  }

  /// Runs one execution.
  /// - Returns: what was found.
  mutating func execute(_ text: String, number: Int) -> [Finding] {
    let stage = check.check(text, number: number)
    counts.executions += 1
    counts.stages[stage.rawValue] += 1
    return check.takeFindings()
  }
}
