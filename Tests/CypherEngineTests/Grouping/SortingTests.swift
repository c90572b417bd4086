import CypherEngine
import CypherSemantics
import Diagnostics
import GraphModel
import Testing

/// ORDER BY, with and without LIMIT, against rows sorted by hand.
@Suite struct SortingTests {
  static let orders: [[(key: String, isDescending: Bool)]] = [
    [("n.name", false)], [("n.name", true)], [("n.mixed", false)], [("n.mixed", true)], [("n.size", true)],
    [("n.name", true), ("n.other", false)], [("n.size", false), ("n.name", true), ("n.mixed", false)], [("n", true)],
    [("m", false), ("n", true)], [("toUpper(n.name)", false), ("n.amount", true)],
    [("n.name", false), ("n.size + 1", true)],
  ]

  @Test(arguments: 0..<11, 0..<2)
  func ordersAreThoseMadeByHand(_ number: Int, seed: Int) throws {
    let order = Self.orders[number]
    for graph in try MixedGraphs.made(seed: seed) {
      // Many rows, so that those that come too late are let go.
      let match = "UNWIND range(1, 8) AS i MATCH (n), (m)"
      let items = order.enumerated().map { "\($1.key) AS c\($0)" }.joined(separator: ", ")
      let all = Array(try rows("\(match) RETURN i, n, m, \(items)", on: graph, 1024))
      let sorted = all.enumerated().sorted { a, b in
        for (position, part) in order.enumerated() {
          let found = a.element[3 + position].orderability(against: b.element[3 + position])
          if found != .equal { return (found == .less) != part.isDescending }
        }
        return a.offset < b.offset
      }.map(\.element)
      let by = order.map { $0.key + ($0.isDescending ? " DESC" : "") }.joined(separator: ", ")
      for capacity in [1, 7, 1024] {
        let text = "\(match) RETURN i, n, m, \(items) ORDER BY \(by)"
        #expect(try rows(text, on: graph, capacity) == sorted, "\(text)")
        for (skip, limit) in [(0, 0), (0, 1), (3, 5), (0, 300), (10, 100_000)] {
          let cut = try rows("\(text) SKIP \(skip) LIMIT \(limit)", on: graph, capacity)
          #expect(cut == Array(sorted.dropFirst(skip).prefix(limit)), "\(text) SKIP \(skip) LIMIT \(limit)")
        }
      }
    }
  }

  /// A key that fails shows, also where the order is decided before it.
  @Test func mistakesInLaterKeysShow() throws {
    let text = "UNWIND range(1, 3000) AS i RETURN i ORDER BY i, 1 / (i - 2999) LIMIT 1"
    #expect(throws: DiagnosticsError.self) { try self.rows(text, on: GraphView(.empty()), 1024) }
  }

  @Test func largeTablesOfTextsAndNumbers() throws {
    let graph = try TestGraph.made(by: [
      "UNWIND range(1, 3000) AS i CREATE (:N {key: 'k' + toString(i * 7919 % 3001), group: 'g' + toString(i % 5), n: -i * i % 101})"
    ])
    let rows = try rows("MATCH (n:N) RETURN n.group, n.n, n.key ORDER BY n.group DESC, n.n, n.key", on: graph, 1024)
    #expect(rows.count == 3000)
    for (a, b) in zip(rows, rows.dropFirst()) {
      let group = b[0].orderability(against: a[0])
      let number = a[1].orderability(against: b[1])
      #expect(
        group == .less
          || group == .equal && (number == .less || number == .equal && a[2].orderability(against: b[2]) == .less))
    }
    for limit in [1, 20, 1000] {
      let first = try self.rows(
        "MATCH (n:N) RETURN n.group, n.n, n.key ORDER BY n.group DESC, n.n, n.key LIMIT \(limit)", on: graph, 1024)
      #expect(first == Array(rows.prefix(limit)))
    }
  }

  private func rows(_ text: String, on graph: GraphView, _ capacity: Int) throws -> ResultRows {
    try PreparedQuery(SourceText(name: "query", text: text), for: graph)
      .run(on: graph, options: RunOptions(batchCapacity: capacity)).table.rows
  }
}
