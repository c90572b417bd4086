import CypherEngine
import CypherSemantics
import Diagnostics
import Interchange

/// The files that LOAD CSV may read: those below the workspace's folder.
final class WorkspaceTables: TableSource {
  private let folder: String

  init(folder: String) { self.folder = folder }

  func open(_ request: TableRequest) throws(EvaluationError) -> any TableReader {
    // A header tells its own separator; without one there is nothing to tell it by.
    var separator = request.hasHeader ? nil : UInt8(ascii: ",")
    if let text = request.fieldTerminator { separator = try self.separator(text) }
    do {
      let path = try WorkspacePath(request.url, below: folder)
      let table = try CSVTable(
        path: path.absolute, name: path.relative, separator: separator, hasHeader: request.hasHeader)
      return WorkspaceTable(name: path.relative, table)
    } catch {
      throw EvaluationError(reading: error)
    }
  }

  private func separator(_ text: String) throws(EvaluationError) -> UInt8 {
    guard text.utf8.count == 1, let byte = text.utf8.first, !"\"\r\n\0".utf8.contains(byte) else {
      throw .argument(
        "InvalidArgumentValue", "FIELDTERMINATOR takes one ASCII character, not '\(text)'",
        hint: "such as ';' or '\\t'")
    }
    return byte
  }
}

private final class WorkspaceTable: TableReader {
  let name: String
  private let table: CSVTable
  /// Told when the rows before it have been taken, which a LIMIT may never do.
  private var failure: EvaluationError?

  init(name: String, _ table: CSVTable) {
    self.name = name
    self.table = table
  }

  var header: [String] { table.header }

  func rows(atMost count: Int) throws(EvaluationError) -> [TableRow] {
    if let failure { throw failure }
    var rows: [TableRow] = []
    do {
      while rows.count < count, let row = try table.next() { rows.append(TableRow(line: row.line, cells: row.cells)) }
    } catch {
      let error = EvaluationError(reading: error)
      if rows.isEmpty { throw error }
      failure = error
    }
    return rows
  }
}

extension EvaluationError {
  /// A file could not be read, or what it holds is wrong.
  fileprivate init(reading error: any Error) {
    let diagnostic: Diagnostic? =
      switch error {
      case let error as Diagnostic: error
      case let error as DiagnosticsError: error.diagnostics.first
      default: nil
      }
    let place = diagnostic?.place.map { "\($0.source):\($0.line):\($0.column): " } ?? ""
    self = .argument(
      "ExternalResourceFailed", place + (diagnostic?.message ?? "\(error)"), hint: diagnostic?.hint)
  }
}
