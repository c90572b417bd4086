public import CypherSemantics

/// Where LOAD CSV finds its files.
public protocol TableSource: AnyObject, Sendable {
  /// Opens a file to be read from its first row.
  /// - Throws: an error for a name that may not be read, or a file that cannot be.
  func open(_ request: TableRequest) throws(EvaluationError) -> any TableReader
}

/// The file that a query asks for.
public struct TableRequest: Hashable, Sendable {
  /// As the query names it.
  public var url: String
  /// What stands between cells; `nil`: what the file has.
  public var fieldTerminator: String?
  public var hasHeader: Bool

  public init(url: String, fieldTerminator: String?, hasHeader: Bool) {
    self.url = url
    self.fieldTerminator = fieldTerminator
    self.hasHeader = hasHeader
  }
}

/// A file that is being read, from one thread at a time.
public protocol TableReader: AnyObject {
  /// The file's name, as `file()` tells it.
  var name: String { get }
  /// The names of the columns; empty for a file without a header.
  var header: [String] { get }
  /// The next rows; none after the last.
  /// - Throws: an error that names the file and the line.
  func rows(atMost count: Int) throws(EvaluationError) -> [TableRow]
}

public struct TableRow: Hashable, Sendable {
  /// The physical line on which the row begins.
  public var line: Int
  /// `nil` is an empty cell.
  public var cells: [String?]

  public init(line: Int, cells: [String?]) {
    self.line = line
    self.cells = cells
  }
}
