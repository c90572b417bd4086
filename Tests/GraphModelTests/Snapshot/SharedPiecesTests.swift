import SeededRandom
import Testing

@testable import GraphModel

/// The collections whose copies share their pieces, against the standard library's, copies changed apart from each other.
@Suite struct SharedPiecesTests {
  @Test(arguments: 1...4)
  func changesOneCopyOfADictionaryAndNotTheOther(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var copies = [ShardedDictionary<Int64, [Int]>()]
    var twins: [[Int64: [Int]]] = [[:]]
    for step in 0..<3000 {
      let copy = random.number(below: copies.count)
      let key = Int64(random.number(below: 500)) - 50
      switch random.number(below: 8) {
      case 0:
        copies[copy][key] = nil
        twins[copy][key] = nil
      case 1, 2:
        copies[copy][key] = [step]
        twins[copy][key] = [step]
      case 3 where copies.count < 4:
        copies.append(copies[copy])
        twins.append(twins[copy])
      default:
        copies[copy][key, default: [-1]].append(step)
        twins[copy][key, default: [-1]].append(step)
      }
    }
    for (copy, twin) in zip(copies, twins) {
      #expect(copy.count == twin.count)
      #expect(copy.isEmpty == twin.isEmpty)
      #expect(copy.keys.sorted() == twin.keys.sorted())
      #expect(Dictionary(uniqueKeysWithValues: copy.map { ($0.key, $0.value) }) == twin)
      for key in Int64(-60)..<460 {
        #expect(copy[key] == twin[key])
        #expect(copy[key, default: [7]] == twin[key, default: [7]])
      }
    }
  }

  @Test func changesOneCopyOfAnArrayAndNotTheOther() {
    var random = SplitMix64(seed: 3)
    var copies = [ChunkedArray<[Int]>()]
    var twins: [[[Int]]] = [[]]
    for step in 0..<3000 {
      let copy = random.number(below: copies.count)
      if random.number(below: 20) == 0, copies.count < 4 {
        copies.append(copies[copy])
        twins.append(twins[copy])
      } else if random.number(below: 3) == 0, !twins[copy].isEmpty {
        let index = random.number(below: twins[copy].count)
        copies[copy][index].append(step)
        twins[copy][index].append(step)
      } else {
        copies[copy].append([step])
        twins[copy].append([step])
      }
    }
    for (copy, twin) in zip(copies, twins) {
      #expect(copy.count == twin.count)
      #expect(Array(copy) == twin)
      #expect(copy.lastIndex { $0.count > 1 } == twin.lastIndex { $0.count > 1 })
    }
  }
}
