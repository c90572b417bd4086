import Diagnostics
import Foundation
import GraphModel
import GraphWorkspace
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// LOAD CSV reads what lies below the workspace's folder, and nothing else.
@Suite("LOAD CSV")
struct LoadCSVTests {
  private let outside: TemporaryFolder
  private let folder: TemporaryFolder
  private let workspace: GraphWorkspace

  init() throws {
    outside = try TemporaryFolder(["secret.csv": "secret\n1\n"])
    folder = try TemporaryFolder([
      "rows.csv": "key,name,n\na,\"Å, ä\",1\nb,\"\",\nc\n\nd,x,2\n", "semicolons.csv": "\u{FEFF}a;b\n1;2\n",
      "sub/with blank.csv": "x\n", "ragged.csv": "a,b\n1,2\n1,2,3\n", "quote.csv": "a,b\n1,\"2\n3,4\n", "empty.csv": "",
      "twice.csv": "a,a\n1,2\n",
    ])
    try Data([0x61, 0x0A, 0xE5, 0x0A]).write(to: URL(filePath: folder.path + "/latin.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.csv", withDestinationPath: outside.path + "/secret.csv")
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/out", withDestinationPath: outside.path)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/inner.csv", withDestinationPath: "rows.csv")
    #expect(unsafe mkfifo(folder.path + "/pipe", 0o600) == 0)
    workspace = GraphWorkspace(database: ":memory:", folder: folder.path)
    try QuerySession(workspace, version: "1", scratch: true, context: ChangeContext(actor: "test")).open()
  }

  private func rows(_ query: String, _ parameters: [String: Value] = [:]) throws -> ResultRows {
    try workspace.query(
      QueryRequest(
        SourceText(name: "query", text: query), parameters: parameters, writing: ChangeContext(actor: "test"))
    ).table.rows
  }

  private func failure(_ query: String, _ parameters: [String: Value] = [:]) -> Diagnostic? {
    do {
      _ = try rows(query, parameters)
      return nil
    } catch {
      return (error as? DiagnosticsError)?.diagnostics.first
    }
  }

  @Test func rowsAreMapsWithHeaders() throws {
    let found = try rows("LOAD CSV WITH HEADERS FROM 'file:///rows.csv' AS row RETURN row, linenumber(), file()")
    #expect(
      found == [
        [.map(["key": "a", "name": "Å, ä", "n": "1"]), 2, "rows.csv"],
        [.map(["key": "b", "name": "", "n": .null]), 3, "rows.csv"],
        [.map(["key": "c", "name": .null, "n": .null]), 4, "rows.csv"],
        [.map(["key": "d", "name": "x", "n": "2"]), 6, "rows.csv"],
      ])
  }

  @Test func rowsAreListsWithout() throws {
    #expect(
      try rows("LOAD CSV FROM 'rows.csv' AS row RETURN row SKIP 2")
        == [[.list(["b", "", .null])], [.list(["c"])], [.list(["d", "x", "2"])]])
    #expect(try rows("LOAD CSV FROM 'empty.csv' AS row RETURN row") == [])
  }

  /// An address may begin at the machine's own root, as other databases have it, if the file is below the folder.
  @Test func wholeAddressesBelowTheFolder() throws {
    #expect(
      try rows("LOAD CSV FROM $file AS row RETURN count(*)", ["file": .string("file://\(folder.path)/rows.csv")]) == [
        [5]
      ])
    for path in [outside.path + "/secret.csv", folder.path + "/link.csv", "/etc/passwd", folder.path + "/../x.csv"] {
      let failure = failure("LOAD CSV FROM $file AS row RETURN row", ["file": .string("file://\(path)")])
      #expect(failure?.queryError?.detail == "ExternalResourceFailed", "\(path)")
    }
  }

  @Test func separators() throws {
    #expect(try rows("LOAD CSV WITH HEADERS FROM 'semicolons.csv' AS r RETURN r.a, r.b") == [["1", "2"]])
    #expect(
      try rows("LOAD CSV FROM 'semicolons.csv' AS r FIELDTERMINATOR ';' RETURN r")
        == [[.list(["a", "b"])], [.list(["1", "2"])]])
    #expect(try rows("LOAD CSV FROM 'semicolons.csv' AS r RETURN r") == [[.list(["a;b"])], [.list(["1;2"])]])
    #expect(failure("LOAD CSV FROM 'rows.csv' AS r FIELDTERMINATOR '--' RETURN r")?.message.contains("'--'") == true)
  }

  @Test(arguments: [
    "rows.csv", "./rows.csv", "sub/../rows.csv", "inner.csv", "file:///rows.csv", "file:/rows.csv", "FILE:///rows.csv",
    "file:///sub/%2e%2e/rows.csv", "file:///r%6Fws.csv",
  ])
  func filesBelowTheFolder(url: String) throws {
    #expect(try rows("LOAD CSV FROM $url AS row RETURN count(*)", ["url": .string(url)]) == [[5]])
  }

  @Test func percentSignsCountInAddressesOnly() throws {
    #expect(try rows("LOAD CSV FROM 'file:///sub/with%20blank.csv' AS row RETURN file()") == [["sub/with blank.csv"]])
    #expect(try rows("LOAD CSV FROM 'sub/with blank.csv' AS row RETURN row[0]") == [["x"]])
    #expect(failure("LOAD CSV FROM 'sub/with%20blank.csv' AS row RETURN row") != nil)
  }

  @Test(arguments: [
    "../secret.csv", "sub/../../secret.csv", "link.csv", "out/secret.csv", "out/../rows.csv", "/etc/passwd",
    "file:///../secret.csv", "file:///..%2Fsecret.csv", "file:///%2E%2e/secret.csv", "file:///sub/%2e%2e/%2e%2e/x",
    "file://localhost/rows.csv", "file://rows.csv", "http://localhost/rows.csv", "https://example.org/rows.csv",
    "ftp://example.org/rows.csv", "data:text/csv,a", "", ".", "file:", "file:///", "file:///a%00", "file:///a%2",
    "nothing.csv", "sub", "pipe", "rows.csv/", "out",
  ])
  func nothingElse(url: String) {
    let found = failure("LOAD CSV FROM $url AS row RETURN row", ["url": .string(url)])
    #expect(found?.queryError?.detail == "ExternalResourceFailed")
    #expect(found?.place?.column == 15)
    #expect(found?.message.contains(outside.path) != true)
  }

  @Test func anAbsolutePathIntoTheFolderIsRefusedToo() {
    let found = failure("LOAD CSV FROM $url AS row RETURN row", ["url": .string(folder.path + "/rows.csv")])
    #expect(found?.message.contains("not below the workspace") == true)
  }

  @Test(arguments: [
    ("ragged.csv", "ragged.csv:3:5: the row has 3 cells, and the header has 2"),
    ("quote.csv", "quote.csv:2:3: the quote that opens column 'b' is never closed"),
    ("latin.csv", "latin.csv:2:1: byte 0xE5 in column 'a' is not UTF-8 (byte 2 of the file)"),
    ("empty.csv", "empty.csv:1:1: the file is empty, and a CSV file begins with the names of its columns"),
    ("twice.csv", "twice.csv:1:3: column 'a' stands twice: as column 1 and 2"),
  ])
  func mistakesNameFileAndLine(file: String, message: String) {
    #expect(failure("LOAD CSV WITH HEADERS FROM '\(file)' AS row RETURN row")?.message == message)
  }

  @Test func aMistakeAtTheEndLeavesNothingBehind() throws {
    #expect(failure("LOAD CSV WITH HEADERS FROM 'ragged.csv' AS row CREATE (:Made {a: row.a})") != nil)
    #expect(try rows("MATCH (n:Made) RETURN count(n)") == [[0]])
    #expect(try rows("LOAD CSV WITH HEADERS FROM 'ragged.csv' AS row RETURN row.a LIMIT 1") == [["1"]])
  }

  @Test func aLargeFileIsNotHeld() throws {
    let line = "a," + String(repeating: "x", count: 90) + "\n"
    try folder.write("k,v\n" + String(repeating: line, count: 100_000), to: "large.csv")
    let request = QueryRequest(
      SourceText(
        name: "query", text: "LOAD CSV WITH HEADERS FROM 'large.csv' AS row RETURN count(*), max(linenumber())"))
    #expect(try workspace.query(request).table.rows == [[100_000, 100_001]])
  }
}
