import CypherSemantics
import GraphModel
import Temporals

/// The values of the sort keys, for comparing rows.
struct SortColumns {
  private let columns: [(key: SortKeyColumn, isDescending: Bool)]
  private let rowCount: Int
  private let budget: BudgetMeter

  init(_ keys: [BoundProjection.SortKey], of rows: RowBatch, run: QueryRun) throws(EvaluationError) {
    let evaluator = Evaluator(run)
    var columns: [(SortKeyColumn, Bool)] = []
    for key in keys {
      let column = try evaluator.column(key.expression, of: rows)
      columns.append((SortKeyColumn(column, count: rows.count), key.isDescending))
    }
    self.columns = columns
    rowCount = rows.count
    budget = run.budget
  }

  /// All rows in order; rows that are equal keep their order.
  func sortedRows() throws(EvaluationError) -> [Int32] {
    do {
      if columns.count == 1, case .ranks(let ranks) = columns[0].key { return try sortedRows(ranks) }
      return try (0..<Int32(rowCount)).sorted { a, b in
        try budget.check()
        return precedes(Int(a), Int(b))
      }
    } catch let error as EvaluationError {
      throw error
    } catch {
      preconditionFailure("comparing throws nothing else")
    }
  }

  /// The first rows of the order.
  /// - Complexity: O(*rows* · log *count*), and little more than one comparison for a row where few of many are wanted.
  func firstRows(_ count: Int) throws(EvaluationError) -> [Int32] {
    if count >= rowCount / 8 { return Array(try sortedRows().prefix(count)) }
    if columns.count == 1, case .ranks(let ranks) = columns[0].key {
      let isDescending = columns[0].isDescending
      return try firstRows(count) { a, b in
        let (x, y) = (ranks[Int(a)], ranks[Int(b)])
        return x == y ? a < b : (x < y) != isDescending
      }
    }
    return try firstRows(count) { precedes(Int($0), Int($1)) }
  }

  @inline(__always)
  private func firstRows(
    _ count: Int, precedes: (Int32, Int32) -> Bool
  ) throws(EvaluationError) -> [Int32] {
    guard count > 0 else { return [] }
    // A heap: the last of the rows kept stands first.
    var kept: [Int32] = []
    kept.reserveCapacity(count)
    for row in 0..<Int32(rowCount) {
      try budget.check()
      if kept.count < count {
        var place = kept.count
        kept.append(row)
        while place > 0, precedes(kept[(place - 1) / 2], row) {
          kept[place] = kept[(place - 1) / 2]
          place = (place - 1) / 2
        }
        kept[place] = row
        continue
      }
      guard precedes(row, kept[0]) else { continue }
      var place = 0
      while true {
        var child = 2 * place + 1
        guard child < count else { break }
        if child + 1 < count, precedes(kept[child], kept[child + 1]) { child += 1 }
        guard precedes(row, kept[child]) else { break }
        kept[place] = kept[child]
        place = child
      }
      kept[place] = row
    }
    return kept.sorted(by: precedes)
  }

  private func sortedRows(_ ranks: [UInt64]) throws -> [Int32] {
    let isDescending = columns[0].isDescending
    return try (0..<Int32(rowCount)).sorted { a, b in
      try budget.check()
      let (x, y) = (ranks[Int(a)], ranks[Int(b)])
      return x == y ? a < b : (x < y) != isDescending
    }
  }

  /// Whether a row comes before another; rows that are equal keep their order.
  private func precedes(_ a: Int, _ b: Int) -> Bool {
    for (key, isDescending) in columns {
      switch key.order(a, b) {
      case .less: return !isDescending
      case .greater: return isDescending
      case .equal: continue
      }
    }
    return a < b
  }
}

/// The values of one sort key: as numbers of the same order where they are of one simple type.
enum SortKeyColumn {
  case ranks([UInt64])
  case texts([UInt32], TextDictionary)
  case values([Value])

  /// Fewer texts are compared where they stand.
  private static let rankedTexts = 256

  init(_ column: Column, count: Int) {
    switch column {
    case .unused: self = .ranks([UInt64](repeating: 0, count: count))
    // Null, the highest number, comes last.
    case .nodes(let nodes): self = .ranks(nodes.map { UInt64($0.raw) })
    case .relationships(let relationships): self = .ranks(relationships.map { UInt64($0.raw) })
    case .texts(let codes, let source):
      self = count < Self.rankedTexts ? .texts(codes, source.dictionary) : .ranks(Self.ranks(codes, source.dictionary))
    case .values(let values): self = Self.ranks(values).map { .ranks($0) } ?? .values(values)
    }
  }

  func order(_ a: Int, _ b: Int) -> ValueOrder {
    switch self {
    case .ranks(let ranks): ranks[a] < ranks[b] ? .less : (ranks[a] > ranks[b] ? .greater : .equal)
    case .texts(let codes, let dictionary): dictionary.order(ofCodes: codes[a], codes[b])
    case .values(let values): values[a].orderability(against: values[b])
    }
  }

  /// Texts by their place among the different ones, which are compared once.
  private static func ranks(_ codes: [UInt32], _ dictionary: TextDictionary) -> [UInt64] {
    var distinct = PairTable()
    let numbers = codes.map { distinct.number(of: UInt64($0)) }
    let texts = distinct.pairs.map { UInt32(truncatingIfNeeded: $0) }
    let order = texts.indices.sorted { dictionary.order(ofCodes: texts[$0], texts[$1]) == .less }
    var ranks = [UInt64](repeating: 0, count: texts.count)
    for (rank, number) in order.enumerated() { ranks[number] = UInt64(rank) }
    return numbers.map { ranks[Int($0)] }
  }

  /// Integers, or dates, and nulls; `nil` where there is anything else.
  private static func ranks(_ values: [Value]) -> [UInt64]? {
    var ranks: [UInt64] = []
    ranks.reserveCapacity(values.count)
    var (hasIntegers, hasDates) = (false, false)
    for value in values {
      switch value {
      case .null: ranks.append(.max)
      // The highest integer would be taken for null.
      case .integer(let number) where !hasDates && number < .max:
        hasIntegers = true
        ranks.append(UInt64(bitPattern: number) ^ 1 << 63)
      case .date(let date) where !hasIntegers:
        hasDates = true
        ranks.append(UInt64(bitPattern: date.daysSinceEpoch) ^ 1 << 63)
      default: return nil
      }
    }
    return ranks
  }
}

extension TextDictionary {
  /// The order of two texts by code points, given by their codes; 0 is null, and comes last.
  func order(ofCodes a: UInt32, _ b: UInt32) -> ValueOrder {
    if a == b { return .equal }
    if a == 0 || b == 0 { return a == 0 ? .greater : .less }
    return order(Int(a) - 1, Int(b) - 1)
  }
}
