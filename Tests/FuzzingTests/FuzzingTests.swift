import Foundation
import Testing

@testable import Fuzzing

@Suite struct FuzzingTests {
  static let corpus: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
    return (try? Corpus.queries(in: folder)) ?? []
  }()

  @Test func everyQueryOfTheCorpusPassesTheChecks() {
    var run = FuzzRun(seed: 0, corpus: Self.corpus)
    for (number, text) in Self.corpus.enumerated() {
      for finding in run.execute(text, number: number * 12) { Issue.record("\(finding)") }
    }
    #expect(Self.corpus.count > 200)
    #expect(run.counts.stages[QueryCheck.Stage.answered.rawValue] > Self.corpus.count / 2)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func someHundredQueriesPassTheChecks(seed: UInt64) {
    var run = FuzzRun(seed: seed, corpus: Self.corpus)
    for number in 0..<600 {
      for finding in run.execute(run.query(number), number: number) { Issue.record("execution \(number): \(finding)") }
    }
  }

  @Test func aSeedAndANumberAlwaysMakeTheSameQuery() {
    let (a, b) = (FuzzRun(seed: 5, corpus: Self.corpus), FuzzRun(seed: 5, corpus: Self.corpus))
    for number in [0, 3, 1_000_000] { #expect(a.query(number) == b.query(number)) }
    #expect(a.query(1) != FuzzRun(seed: 6, corpus: Self.corpus).query(1))
  }

  @Test func everyPrefixOfTheCorpusParses() {
    for text in Self.corpus {
      let scalars = text.unicodeScalars
      for end in scalars.indices { QueryCheck.parse(String(scalars[..<end])) }
    }
  }

  @Test func theCorpusParsesWithoutAnyOfItsTokens() {
    for text in Self.corpus {
      let pieces = QueryMutator.pieces(of: text)
      for index in pieces.indices {
        var rest = pieces
        rest.remove(at: index)
        QueryCheck.parse(rest.joined())
      }
    }
  }
}
