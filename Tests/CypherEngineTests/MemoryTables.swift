import CypherEngine
import CypherSemantics

/// Files for LOAD CSV that are not there: `rows.csv` with five rows under a header, and `broken.csv`, which fails after
/// three.
final class MemoryTables: TableSource {
  func open(_ request: TableRequest) throws(EvaluationError) -> any TableReader {
    switch request.url {
    case "rows.csv": return Table(name: request.url, hasHeader: request.hasHeader, rowCount: 5, fails: false)
    case "broken.csv": return Table(name: request.url, hasHeader: request.hasHeader, rowCount: 3, fails: true)
    default: throw .argument("ExternalResourceFailed", "there is no file '\(request.url)'")
    }
  }

  private final class Table: TableReader {
    let name: String
    let header: [String]
    private var rest: [TableRow]
    private let fails: Bool

    init(name: String, hasHeader: Bool, rowCount: Int, fails: Bool) {
      self.name = name
      self.fails = fails
      header = hasHeader ? ["key", "value"] : []
      rest = (1...rowCount).map { TableRow(line: $0 + 1, cells: ["k\($0)", $0 == 2 ? nil : "\($0)"]) }
    }

    func rows(atMost count: Int) throws(EvaluationError) -> [TableRow] {
      if fails, rest.isEmpty { throw .argument("ExternalResourceFailed", "\(name):5: the row is broken") }
      let rows = Array(rest.prefix(count))
      rest.removeFirst(rows.count)
      return rows
    }
  }
}
