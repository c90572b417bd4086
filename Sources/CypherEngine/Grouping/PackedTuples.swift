/// Distinct tuples of 32-bit words, numbered from 0 in the order in which they first came.
///
/// A pair of words has a number, that number and the third word are a pair again, and so on.
struct PackedTuples {
  private let width: Int
  /// One table for one or two words, another for each further word.
  private var tables: [PairTable]

  /// - Parameter width: words in a tuple, at least one.
  init(width: Int) {
    self.width = width
    tables = [PairTable](repeating: PairTable(), count: max(1, width - 1))
  }

  var count: Int { tables[tables.count - 1].count }
  /// What it takes, in bytes.
  var bytes: Int { tables.reduce(0) { $0 + $1.bytes } }

  /// The numbers of the tuples of a batch; `columns` are the first words, the second words, and so on.
  mutating func numbers(of columns: [[UInt32]]) -> [UInt32] {
    guard width > 1 else { return numbers(of: columns[0], in: 0) { UInt64($1) } }
    var numbers = columns[0]
    for table in tables.indices {
      let further = columns[table + 1]
      numbers = self.numbers(of: numbers, in: table) { row, word in PairTable.pair(word, further[row]) }
    }
    return numbers
  }

  @inline(__always)
  private mutating func numbers(
    of words: [UInt32], in position: Int, _ pair: (_ row: Int, _ word: UInt32) -> UInt64
  ) -> [UInt32] {
    // Taken out, so that the loop need not look it up.
    var table = PairTable()
    swap(&table, &tables[position])
    defer { swap(&table, &tables[position]) }
    var last = (pair: UInt64.max, number: UInt32.max)
    return unsafe [UInt32](unsafeUninitializedCapacity: words.count) { buffer, count in
      for row in words.indices {
        let pair = pair(row, words[row])
        // Neighbouring rows are often of one group.
        if pair != last.pair || last.number == .max { last = (pair, table.number(of: pair)) }
        unsafe buffer[row] = last.number
      }
      count = words.count
    }
  }

  /// The words of all tuples, in order of number: the first ones, the second ones, and so on.
  func columns() -> [[UInt32]] {
    guard width > 1 else { return [tables[0].pairs.map { UInt32(truncatingIfNeeded: $0) }] }
    var columns: [[UInt32]] = []
    var pairs = tables[tables.count - 1].pairs
    for table in tables.indices.reversed() {
      columns.append(pairs.map { UInt32(truncatingIfNeeded: $0) })
      if table == 0 { columns.append(pairs.map { UInt32(truncatingIfNeeded: $0 >> 32) }) }
      if table > 0 {
        let before = tables[table - 1].pairs
        pairs = pairs.map { before[Int($0 >> 32)] }
      }
    }
    return columns.reversed()
  }
}
